"""Numbered paragraphs that run on in the line of another."""

from viewer.core.repairs import RepairKey, RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

FIRST = "1. The ministers met in Highport."
SECOND = "2. The ministers noted the report."
THIRD = "3. The ministers thanked the host."


def read(*lines: str) -> list[str]:
    return parse(Source("\n\n".join(("Joint Communiqué", *lines)), "test")).text.split("\n")[1:]


def test_a_number_after_a_sentence_begins_a_paragraph() -> None:
    assert read(f"{FIRST} {SECOND}", THIRD) == [FIRST, SECOND, THIRD]


def test_a_heading_glued_to_a_number_stands_alone() -> None:
    assert read(FIRST, f"POLITICAL QUESTIONS {SECOND}", THIRD) == [FIRST, "POLITICAL QUESTIONS", SECOND, THIRD]


def test_a_heading_between_two_paragraphs_of_one_line_is_parted_from_both() -> None:
    assert read(f"{FIRST} Political Questions {SECOND}", THIRD) == [FIRST, "Political Questions", SECOND, THIRD]


def test_a_number_that_a_word_counts_with_begins_nothing() -> None:
    lines = (FIRST, "They recalled paragraph 2. The ministers noted the report.", THIRD)
    assert read(*lines) == list(lines)


def test_two_numbers_are_no_row() -> None:
    assert read(f"{FIRST} {SECOND}") == [f"{FIRST} {SECOND}"]


def test_a_number_out_of_order_begins_nothing() -> None:
    lines = (f"{FIRST} 7. The ministers noted the report.", SECOND, THIRD)
    assert read(*lines) == list(lines)


def test_a_number_after_nothing_but_mark_up_is_not_split_off() -> None:
    assert read("## 1. Trade", "## 2. Energy", "## 3. Next meeting") == ["1. Trade", "2. Energy", "3. Next meeting"]


def test_a_number_that_has_its_own_line_is_not_looked_for_inside_another() -> None:
    lines = (f"{FIRST} 2. The ministers recalled an earlier point.", SECOND, THIRD)
    assert read(*lines) == list(lines)


def test_a_paragraph_split_off_is_one_line_again_when_the_split_is_off() -> None:
    source = Source(f"Joint Communiqué\n\n{FIRST} {SECOND}\n\n{THIRD}", "test")
    (repair,) = parse(source).repairs
    assert repair.kind is RepairKind.SPLIT_PARAGRAPH
    off = parse(source, frozenset([RepairKey(repair.kind, repair.source.start)]))
    assert off.text.split("\n")[1:] == [f"{FIRST} {SECOND}", THIRD]
