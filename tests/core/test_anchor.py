from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from viewer.core.anchor import CONTEXT, describe, describe_source, locate, locate_source
from viewer.core.communique import Communique
from viewer.core.notes import Anchor
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

WORDS = st.sampled_from(["a", "the", "ministers", "🕊", "Ruritania", "*inter", "alia*", "noted,", "met.", "Zenda\n\n"])
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ANY = TEXTS | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200)


def read(text: str) -> Communique:
    return parse(Source(text, "test"))


def find(communique: Communique, words: str) -> Span:
    start = communique.text.index(words)
    return Span(start, start + len(words))


def test_an_anchor_has_the_words_and_their_neighbours_in_the_source() -> None:
    communique = read("🕊 The ministers, *inter alia*, met in Zenda to talk about the border and the river.")
    anchor = describe(communique, find(communique, "inter alia"))
    assert anchor == Anchor(18, 28, "inter alia", "🕊 The ministers, *", "*, met in Zenda to talk about th")


def test_words_across_a_removed_mark_are_quoted_as_the_source_has_them() -> None:
    communique = read("They agreed, *inter alia*, to meet.")
    anchor = describe(communique, find(communique, "agreed, inter"))
    assert anchor.exact == "agreed, *inter"
    assert locate(anchor, communique) == find(communique, "agreed, inter")


def test_words_that_moved_are_found_between_their_neighbours() -> None:
    communique = read("The ministers met. The ministers left.")
    anchor = describe(communique, find(communique, "ministers left"))
    edited = read("In Zenda, the ministers met. The ministers met. The ministers left.")
    assert locate(anchor, edited) == find(edited, "ministers left")


def test_short_words_at_their_own_place_need_a_neighbour() -> None:
    anchor = describe(read("They saw the EU and left."), Span(13, 15))
    assert locate(anchor, read("They met the EU and left.")) == Span(13, 15)
    assert locate(anchor, read("Now and then EU law wins.")) is None


def test_a_line_end_at_its_own_place_needs_both_neighbours() -> None:
    lines = [f"They spoke of region {number:02}" for number in range(6)]
    source = "\n".join(lines)
    anchor = describe_source(source, Span(source.index("03\n") + 2, source.index("03\n") + 3))
    longer = "\n".join(["They spoke of region 99", *lines])
    assert locate_source(anchor, longer) == Span(longer.index("03\n") + 2, longer.index("03\n") + 3)


def test_words_with_other_neighbours_are_an_orphan() -> None:
    anchor = describe(read("The ministers met in Zenda."), Span(4, 13))
    assert locate(anchor, read("Yesterday all ministers met in Strelsau.")) is None


def test_two_look_alikes_are_an_orphan_not_a_guess() -> None:
    communique = read("They met. They left.")
    anchor = describe(communique, find(communique, "They"))
    anchor = replace(anchor, suffix=" met")
    assert locate(replace(anchor, start=1, end=5), read("They met. They met.")) is None


def test_overlapping_look_alikes_count_as_two() -> None:
    assert locate(Anchor(9, 12, "aba", "", ""), read("ababa")) is None


def test_deleted_words_are_an_orphan() -> None:
    communique = read("The ministers met in Zenda.")
    assert locate(describe(communique, Span(4, 13)), read("Nothing of that kind.")) is None


def test_an_anchor_without_words_is_found_by_its_neighbours_alone() -> None:
    communique = read("The ministers met in Zenda.")
    anchor = describe(communique, Span(4, 4))
    assert locate(anchor, communique) == Span(4, 4)
    assert locate(anchor, read("Another text altogether.")) is None
    assert locate(Anchor(0, 0, "", "", ""), communique) is None


@pytest.mark.parametrize(("start", "end"), [(-3, 2), (3, 1), (10_000, 10_009)])
def test_positions_that_cannot_be_do_no_harm(start: int, end: int) -> None:
    communique = read("The ministers met in Zenda.")
    assert locate(Anchor(start, end, "ministers", "The ", " met"), communique) == Span(4, 13)


@given(text=ANY, data=st.data())
def test_an_anchor_leads_back_to_the_words_it_was_made_from(text: str, data: st.DataObject) -> None:
    communique = read(text)
    assume(communique.text)
    start = data.draw(st.integers(0, len(communique.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(communique.text))))
    anchor = describe(communique, span)
    assert communique.source.text[anchor.start : anchor.end] == anchor.exact
    assert len(anchor.prefix) <= CONTEXT >= len(anchor.suffix)
    found = locate(anchor, communique)
    assert found is not None
    assert found.covers(span) or communique.words(span).strip() in communique.words(found)


@given(before=ANY, text=TEXTS, data=st.data())
def test_an_anchor_is_found_at_the_very_words_or_not_at_all(before: str, text: str, data: st.DataObject) -> None:
    communique = read(text)
    assume(communique.text)
    start = data.draw(st.integers(0, len(communique.text) - 1))
    anchor = describe(communique, Span(start, data.draw(st.integers(start + 1, len(communique.text)))))
    edited = read(before + text)
    assert locate(anchor, edited) in {None, *places_of(anchor.exact, edited)}


def places_of(words: str, communique: Communique) -> set[Span]:
    """Wherever the words stand in the source, as spans of the reading text."""
    source = communique.source.text
    starts = (start for start in range(len(source)) if source.startswith(words, start))
    return {communique.repair_map.span_to_reading(Span(start, start + len(words))) for start in starts}
