"""Headings told by marks in a row, with text between them."""

import pytest

from viewer.core.healing.shapes import Shape
from viewer.core.structure.series import heading_marks, heading_series, is_topic

SAID = "The ministers noted the report on the state of the river."


def found(*lines: str) -> list[str]:
    return [lines[place] for place in sorted(heading_series([Shape(line) for line in lines]))]


def test_marked_lines_in_a_row_with_text_between_are_headings() -> None:
    assert found("I. Trade", SAID, "II. Peace", SAID) == ["I. Trade", "II. Peace"]


def test_rows_with_nothing_between_are_a_list() -> None:
    assert found("1. Trade", "2. Peace", "3. Grain", SAID) == []


def test_numbers_that_do_not_follow_one_another_are_no_row() -> None:
    assert found("1. Trade", SAID, "3. Peace", SAID) == []


def test_marks_of_two_styles_are_no_row() -> None:
    assert found("1. Trade", SAID, "(2) Peace", SAID) == []


def test_a_sentence_after_a_mark_is_no_heading() -> None:
    assert found("1. The ministers met.", SAID, "2. The ministers left.", SAID) == []


def test_one_letter_may_be_a_letter_or_a_roman_number() -> None:
    assert [(mark.style, mark.number) for mark in heading_marks("I. Trade")] == [("I.", 1), ("A.", 9)]
    assert found("H. Trade", SAID, "I. Peace", SAID) == ["H. Trade", "I. Peace"]


@pytest.mark.parametrize(("mark", "number"), [("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40)])
def test_roman_numbers_are_read(mark: str, number: int) -> None:
    assert [one.number for one in heading_marks(f"Article {mark}")] == [number]


def test_inner_numbers_are_a_row_only_under_the_same_outer_number() -> None:
    assert found("1.1 Trade", SAID, "1.2 Peace", SAID) == ["1.1 Trade", "1.2 Peace"]
    assert found("1.1 Trade", SAID, "2.2 Peace", SAID) == []


@pytest.mark.parametrize("words", ["Trade and investment:", "The state of the river:"])
def test_words_that_name_a_subject_are_a_topic(words: str) -> None:
    assert is_topic(words)


@pytest.mark.parametrize("words", ["They agreed:", "The two sides:", "of the river", "in the following:"])
def test_words_that_say_something_or_go_on_are_no_topic(words: str) -> None:
    assert not is_topic(words)
