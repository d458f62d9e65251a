"""The map between reading text and source."""

from viewer.core.repairs import Piece, RepairMap
from viewer.core.text import Span

# Source "*One* two", blank line, "three"; reading "One two", newline, "three".
MAP = RepairMap(
    (
        Piece(Span(0, 0), Span(0, 1)),
        Piece(Span(0, 3), Span(1, 4)),
        Piece(Span(3, 3), Span(4, 5)),
        Piece(Span(3, 7), Span(5, 9)),
        Piece(Span(7, 8), Span(9, 11)),
        Piece(Span(8, 13), Span(11, 16)),
    )
)


def test_a_reading_position_goes_to_the_source_of_its_word() -> None:
    assert MAP.to_source(0) == 1
    assert MAP.to_source(3) == 5
    assert MAP.to_source(8) == 11
    assert MAP.to_source(13) == 16


def test_a_source_position_in_what_was_taken_away_goes_to_where_it_stood() -> None:
    assert MAP.to_reading(0) == 0
    assert MAP.to_reading(4) == 3
    assert MAP.to_reading(10) == 7


def test_a_span_leaves_out_the_marks_just_outside_its_words() -> None:
    assert MAP.span_to_source(Span(0, 3)) == Span(1, 4)
    assert MAP.span_to_reading(Span(0, 5)) == Span(0, 3)
    assert MAP.span_to_reading(Span(0, 10)) == Span(0, 8)


def test_an_empty_span_stays_empty() -> None:
    assert MAP.span_to_source(Span(3, 3)) == Span(5, 5)
    assert MAP.span_to_reading(Span(11, 11)) == Span(8, 8)


def test_a_span_of_marks_alone_has_no_reading_words() -> None:
    assert len(MAP.span_to_reading(Span(9, 11))) <= 1


def test_a_map_without_pieces_knows_only_the_beginning() -> None:
    empty = RepairMap(())
    assert empty.to_source(0) == 0
    assert empty.to_reading(0) == 0
