"""From a source to a communiqué: the seed, small texts, and any text at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from viewer.core.communique import Communique, EmphasisStyle, ParagraphKind
from viewer.core.repairs import RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.storage.resources import bundled_communique

SEED = bundled_communique()
PHRASES = [
    "The ministers met in Highport on 3 May 1977 and",
    "reviewed the work of the association.",
    "should remain patient",
    "*inter alia*",
    "**Trade**",
    "_both_",
    "[ ]()",
    "[ the plan ]()",
    "\\_",
    "# Heading",
    "## Trade ##",
    "- patrols;",
    "(a) to meet",
    "1. The ministers agreed.",
    "## 1. Trade",
    "2. Energy",
    "3. Health",
    "They left.  2. They met.",
    "\t3. They met.",
    '[x](http://a "b 2. The c")',
    "\\*",
    "  ",
    "JOINT COMMUNIQUE",
    "Highport, 3 May 1977",
    "For the Government of Lowland: A. Marsh",
    "- 2 -",
    "____",
    "ENDS",
    "Begin text:",
    "navi-",
    "gation and",
    "navigation",
    "\u2028",
    "\x85",
    "\x0b",
    "\x0c",
    "😀",
    "*",
    "_",
    "#",
    " ",
    "\xa0",
    "\r",
]
MESSY = st.lists(st.one_of(st.sampled_from([*PHRASES, "\n", "\n", "\n\n"]), st.text(max_size=8)), max_size=30).map(
    "".join
)


def parsed(text: str) -> Communique:
    return parse(Source(text, "test"))


@pytest.fixture(scope="module")
def seed() -> Communique:
    return parsed(SEED.read_text(encoding="utf-8"))


def words(communique: Communique, kind: ParagraphKind) -> list[str]:
    return [communique.words(p.span) for p in communique.paragraphs if p.kind is kind]


def test_the_seed_has_title_subtitle_thirteen_paragraphs_and_dateline(seed: Communique) -> None:
    kinds = [paragraph.kind.value for paragraph in seed.paragraphs]
    assert kinds == ["title", "subtitle", *["body"] * 13, "dateline"]
    assert [p.number for p in seed.paragraphs if p.number] == list(range(1, 14))
    assert words(seed, ParagraphKind.DATELINE) == ["Astana, February 25, 2005"]


def test_the_seed_says_what_it_is(seed: Communique) -> None:
    identity = seed.identity
    assert identity.title
    assert identity.title.startswith("Meeting of the Council of Ministers of Foreign Affairs of the Member States")
    assert (identity.subtitle, identity.kind) == (None, "joint communiqué")
    assert identity.evidence["title"].rule == "line-below-the-kind"
    assert identity.date == "2005-02-25"
    assert identity.place == "Astana"
    assert identity.language == "en"
    assert identity.issuing_body
    assert identity.issuing_body.startswith("Council of Ministers of Foreign Affairs of the Member States")


def test_the_sentence_that_a_page_break_cut_is_whole_again(seed: Communique) -> None:
    paragraph = next(p for p in seed.paragraphs if p.number == 8)
    (repair,) = seed.repairs_in(paragraph.span)
    assert repair.kind is RepairKind.JOINED_PAGE_BREAK
    assert seed.text[: repair.at].endswith("the international community")
    assert seed.text[repair.at :].startswith(" should remain patient")
    assert repair.source.of(seed.source.text) == "\n\n"


def test_the_seed_reads_inter_alia_in_italics_without_asterisks(seed: Communique) -> None:
    assert "*" not in seed.text
    assert [(seed.words(mark.span), mark.style) for mark in seed.emphasis] == [("inter alia", EmphasisStyle.ITALIC)] * 2
    assert seed.source.text.count("*inter alia*") == 2


def test_nothing_is_recognised_before_the_analysis(seed: Communique) -> None:
    assert not seed.analysed
    assert (seed.sections, seed.entities, seed.mentions) == ((), (), ())


def test_a_text_of_blanks_has_an_empty_reading_text() -> None:
    assert parsed("").text == ""
    assert parsed("").paragraphs == ()
    blank = parsed(" \n\n\t")
    assert (blank.text, blank.paragraphs) == ("", ())
    assert blank.repair_map.to_reading(2) == 0


def test_a_pair_of_marks_taken_away_is_one_repair() -> None:
    communique = parsed("The ministers noted, *inter alia*, the plan.")
    (repair,) = communique.repairs
    assert repair.kind is RepairKind.MARKUP_REMOVED
    assert repair.source.of(communique.source.text) == "*inter alia*"
    assert communique.text[repair.at :].startswith("inter alia,")


def test_emphasis_may_cross_the_end_of_a_line() -> None:
    communique = parsed("The ministers of the members noted the *de\nfacto* peace.")
    assert [communique.words(mark.span) for mark in communique.emphasis] == ["de facto"]


def test_a_bold_paragraph_is_a_heading() -> None:
    text = (
        "Title\n\nThe ministers met in Highport today.\n\n**Agreed: the trade in grain.**\n\nThey agreed on a tariff."
    )
    assert words(parsed(text), ParagraphKind.HEADING) == ["Agreed: the trade in grain."]


def test_odd_separators_do_not_part_paragraphs() -> None:
    assert len(parsed("One\u2028two\x85three\x0bfour\x0cfive.").paragraphs) == 1


def test_a_hyphen_that_parted_a_word_is_not_in_the_reading_text() -> None:
    communique = parsed("The session was long. The ministers will hold the next ses-\nsion soon.")
    assert communique.text.endswith("the next session soon.")
    start = communique.text.rindex("session")
    assert communique.repair_map.span_to_source(Span(start, start + 7)).of(communique.source.text) == "ses-\nsion"


@given(MESSY)
@example("# \u2028#")
@example("**a\n\n\x0cb**")
@settings(max_examples=150, deadline=None)
def test_paragraphs_tile_the_reading_text(text: str) -> None:
    communique = parsed(text)
    lines = communique.text.split("\n") if communique.text else []
    assert [communique.words(paragraph.span) for paragraph in communique.paragraphs] == lines
    assert all(line and line == line.strip() for line in lines)
    numbers = [paragraph.number for paragraph in communique.paragraphs if paragraph.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    for place, paragraph in enumerate(communique.paragraphs):
        assert communique.paragraph_index_at(paragraph.span.start) == place


@given(MESSY)
@settings(max_examples=150, deadline=None)
def test_the_repair_map_covers_both_texts_without_a_gap(text: str) -> None:
    communique = parsed(text)
    reading = source = 0
    for piece in communique.repair_map.pieces:
        assert (piece.reading.start, piece.source.start) == (reading, source)
        reading, source = piece.reading.end, piece.source.end
        if len(piece.reading) == len(piece.source):
            read, written = piece.reading.of(communique.text), piece.source.of(text)
            assert read == written or (read.isspace() and written.isspace())
    assert (reading, source) == (len(communique.text), len(text))


@given(MESSY)
@settings(max_examples=150, deadline=None)
def test_positions_convert_both_ways_and_keep_their_order(text: str) -> None:
    communique = parsed(text)
    repairs = communique.repair_map
    to_source = [repairs.to_source(position) for position in range(len(communique.text) + 1)]
    to_reading = [repairs.to_reading(position) for position in range(len(text) + 1)]
    assert to_source == sorted(to_source)
    assert to_reading == sorted(to_reading)
    for position, character in enumerate(communique.text):
        if not character.isspace():
            assert text[repairs.to_source(position)] == character
            assert repairs.to_reading(repairs.to_source(position)) == position


@given(MESSY)
@settings(max_examples=50, deadline=None)
def test_repairs_and_emphasis_lie_inside_their_paragraphs(text: str) -> None:
    communique = parsed(text)
    in_paragraphs = [repair for p in communique.paragraphs for repair in communique.repairs_in(p.span)]
    assert in_paragraphs == [repair for repair in communique.repairs if repair.applied]
    for mark in communique.emphasis:
        assert any(paragraph.span.covers(mark.span) for paragraph in communique.paragraphs)
        assert mark.span.of(communique.text).strip() == mark.span.of(communique.text) != ""


@given(st.one_of(st.text(max_size=60), MESSY))
@settings(max_examples=100, deadline=None)
def test_the_same_text_parses_the_same(text: str) -> None:
    assert parsed(text) == parsed(text)
