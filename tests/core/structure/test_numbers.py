"""Printed numbers of paragraphs, and the counting where there are none."""

import pytest

from viewer.core.source import Source
from viewer.core.structure.parse import parse

GUESTS = ("hosts", "staff", "guests", "people")
SAID = "The ministers noted the report on the state of the river with great interest."


def numbers(*paragraphs: str) -> list[int | None]:
    return [one.number for one in parse(Source("\n\n".join(("Joint Communiqué", *paragraphs)), "test")).paragraphs][1:]


def test_paragraphs_without_numbers_are_counted() -> None:
    assert numbers(SAID, SAID, SAID) == [1, 2, 3]


@pytest.mark.parametrize("mark", ["{}.", "({})", "[{}]", "{}", "§ {}"])
def test_printed_numbers_are_taken_as_they_are(mark: str) -> None:
    said = (f"{mark.format(number)} The ministers thanked the {guests}." for number, guests in enumerate(GUESTS, 1))
    assert numbers(*said) == [1, 2, 3, 4]


def test_roman_numbers_are_taken_as_they_are() -> None:
    said = tuple(f"{number}. {SAID}" for number in ("I", "II", "IV"))
    assert numbers(said[0], said[1], "III. The ministers agreed:", "1) to meet;", "2) to write.", said[2]) == [
        *(1, 2, 3),
        *(3, 3, 4),
    ]


def test_the_initial_of_a_name_is_no_roman_number() -> None:
    said = ("I. Marsh thanked the hosts.", "V. Hill thanked the guests.", SAID)
    assert numbers(SAID, *said) == [1, 2, 3, 4]


def test_a_number_that_a_scan_lost_is_missing_and_the_rest_keep_theirs() -> None:
    assert numbers(*(f"{number}. {SAID}" for number in (1, 2, 4, 5))) == [1, 2, 4, 5]


def test_a_paragraph_without_a_number_belongs_to_the_one_above() -> None:
    assert numbers(f"1. {SAID}", SAID, f"2. {SAID}", f"3. {SAID}") == [1, 1, 2, 3]


def test_what_stands_before_the_first_number_has_none() -> None:
    assert numbers(SAID, f"1. {SAID}", f"2. {SAID}", f"3. {SAID}") == [None, 1, 2, 3]


def test_a_few_clauses_after_recitals_are_numbered_by_the_text() -> None:
    recitals = ("Recalling its earlier resolutions,1", "Noting the report of the Secretary-General,2")
    points = ("(a) to plant trees;", "(b) to count them;", "(c) to report;", "(d) to meet;")
    found = numbers("The Assembly,", *recitals, "1. Asks the members:", *points, "2. Decides to meet again in May.")
    assert found == [None, None, None, 1, 1, 1, 1, 1, 2]


def test_the_short_points_of_a_list_do_not_number_the_text() -> None:
    points = ("1. trade in grain", "2. navigation", "3. fishing")
    assert numbers(SAID, "The ministers agreed to discuss:", *points, SAID)[:3] == [1, 2, 3]


def test_a_list_inside_a_numbered_paragraph_takes_no_number_of_its_own() -> None:
    inner = ("(1) to meet again;", "(2) to write.")
    found = numbers(f"1. {SAID}", "2. The ministers agreed:", *inner, f"3. {SAID}", f"4. {SAID}")
    assert found == [1, 2, 2, 2, 3, 4]


@pytest.mark.parametrize("mark", ["({})", "[{}]", "{}. –"])
def test_a_printed_mark_is_measured_with_the_blank_after_it(mark: str) -> None:
    text = "\n\n".join(["Joint Communiqué", *(f"{mark.format(number)} {SAID}" for number in (1, 2, 3))])
    communique = parse(Source(text, "test"))
    assert [communique.words(one.span)[one.mark :] for one in communique.paragraphs[1:]] == [SAID] * 3
