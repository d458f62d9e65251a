"""Noun phrases read out of sentences."""

import pytest

from viewer.core.mentions import EntityId, Mention
from viewer.core.outline.phrases import past_pointing, read_phrase, shorten
from viewer.core.outline.tokens import Tokens, tokenise
from viewer.core.text import Span


def tokens(text: str, *names: str) -> Tokens:
    """The tokens of a text in which the given names are mentions."""
    mentions = [
        Mention(EntityId(name), Span(text.index(name), text.index(name) + len(name)), "test", Span(0, 0))
        for name in names
    ]
    return tokenise(text, Span(0, len(text)), sorted(mentions, key=lambda mention: mention.span))


def phrase(text: str, *names: str) -> str:
    """The phrase at the head of a text."""
    read = tokens(text, *names)
    return read.printed(text, read_phrase(read, past_pointing(read.words, 0)))


def test_a_name_is_one_token_and_its_owner_mark_connects() -> None:
    words = tokens("Lowland Republic’s new port, the U.S. fleet", "Lowland Republic").words
    assert [word.text for word in words] == ["Lowland Republic", "’s", "new", "port", ",", "the", "U.S.", "fleet"]
    assert words[1].connects


def test_the_full_stop_of_a_sentence_is_not_part_of_its_last_word() -> None:
    assert [word.text for word in tokens("a port.").words] == ["a", "port"]


def test_a_name_inside_a_name_makes_no_token() -> None:
    text = "Lowland Port Council met"
    outer = Mention(EntityId("a"), Span(0, 20), "test", Span(0, 0))
    inner = Mention(EntityId("b"), Span(0, 7), "test", Span(0, 0))
    read = tokenise(text, Span(0, len(text)), [outer, inner])
    assert [word.text for word in read.words] == ["Lowland Port Council", "met"]


def test_a_very_long_name_is_read_word_by_word() -> None:
    name = "Treaty on the Free and Peaceful Navigation of the Upper and the Lower River"
    assert len(tokens(name, name).words) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the importance of an early signing of the treaty, which", "treaty"),
        ("the need to strictly observe the water treaty.", "water treaty"),
        ("fish and grain", "fish and grain"),
        ("fight against piracy, smuggling and theft by all", "fight against piracy, smuggling and theft"),
        ("fish, timber, grain and salt from the coast", "fish, timber, grain and salt from the coast"),
        ("fish, which is rare", "fish"),
        ("fish, grain", "fish"),
        ("fish,", "fish"),
        ("trade and reiterated their view", "trade"),
        ("trade and to meet", "trade"),
        ("trade and the need for peace", "trade"),
        ("lines agreed at the summit", "lines"),
        ("the painted lines of trade", "painted lines of trade"),
        ("the canal locks repaired", "canal locks"),
        ("the demand for oil seed,", "demand for oil seed"),
        ("with deep satisfaction the treaty", "treaty"),
        ("on a firm footing the treaty", "treaty"),
        ("in water of the coast", "water of the coast"),
        ("patrol of the coast subject to the weather", "patrol of the coast"),
        ("patrol of the coast in close co-operation with others", "patrol of the coast"),
        ("rescue of crews, and urges the pilots", "rescue of crews"),
        ("the river further from the coast", "river"),
        ("threats to the region", "threats to the region"),
        ("right to fish", "right"),
        ("peace in accordance with the treaty", "peace"),
        ("trade of", "trade"),
        ("which is", ""),
        ("the", ""),
        ("“fish”", ""),
        ("developing the council of the river", "council of the river"),
    ],
)
def test_a_phrase_ends_where_its_subject_does(text: str, expected: str) -> None:
    assert phrase(text) == expected


def test_a_name_ends_the_skipping_and_belongs_to_the_phrase() -> None:
    assert phrase("to Lowland and Highland today", "Lowland", "Highland") == "Lowland and Highland"
    assert phrase("Lowland-Highland trade", "Lowland", "Highland") == "Lowland-Highland trade"
    assert phrase("Lowland - Highland trade", "Lowland", "Highland") == "Lowland"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("trade in fish of the coast", 60, "trade in fish of the coast"),
        ("trade in fish of the coast", 20, "trade in fish"),
        ("trade between Lowland and Highland", 20, "trade"),
        ("regional and global security", 20, ""),
        ("trade in a series of fish", 18, "trade"),
        ("trade in building of boats", 18, "trade"),
        ("salt, fish and grain", 15, ""),
        ("unbelievably", 5, ""),
    ],
)
def test_a_long_phrase_is_cut_where_a_part_of_it_ends(text: str, limit: int, expected: str) -> None:
    read = tokens(text)
    assert read.printed(text, shorten(read, range(len(read.words)), limit)) == expected


def test_the_tokens_of_a_sentence_end_with_it() -> None:
    text = "Fish and grain. Salt and timber."
    read = tokens(text)
    assert [word.text for word in read.within(Span(16, len(text)), 9).words] == ["Salt", "and", "timber"]
    assert [word.text for word in read.within(Span(0, 15), 2).words] == ["Fish", "and"]
    assert [word.text for word in read.within(Span(0, 7), 9).words] == ["Fish"], "a token over the end is none of it"
