"""Numbers at the heads of lines that count paragraphs or items."""

from viewer.core.healing.lines import read_lines
from viewer.core.healing.rows import places_in_rows


def in_rows(text: str) -> list[str]:
    """The numbers of the lines that are in a row."""
    places = places_in_rows(read_lines(text))
    return [line.text.split(" ")[0] for line in read_lines(text) if line.span.start in places]


def test_numbers_that_follow_on_one_another_are_in_a_row() -> None:
    assert in_rows("1. One.\n2. Two.\n18. The ministers.\n3. Three.") == ["1.", "2.", "3."]


def test_a_few_numbers_of_a_row_may_be_missing() -> None:
    assert in_rows("1. One.\n4. Four.\n9. Nine.") == ["1.", "4."]


def test_a_row_may_begin_late_if_it_goes_on() -> None:
    assert in_rows("7. Seven.\n8. Eight.") == ["7.", "8."]
    assert in_rows("25. The ministers met.") == []


def test_every_way_to_write_a_number_has_rows_of_its_own() -> None:
    assert in_rows("1. One.\n(2) Two.\n3.2 Trade.\n1.1 Talks.\n1.2 Aid.") == ["1.", "1.1", "1.2"]
