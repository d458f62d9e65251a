"""The preamble: where it begins and ends, and that it is one section."""

import pytest

from viewer.core.outline.preamble import preamble
from viewer.core.outline.sections import outline
from viewer.core.source import Source
from viewer.core.structure.parse import parse

SPEAKERS = "The Council of the River States,"
RECITALS = ("Recalling the river treaty,", "Deeply concerned at the low water of the summer,")
CLAUSES = ("1. Urges the river states to dredge the northern canal;", "2. Decides to meet again in the spring.")


def words(*paragraphs: str) -> list[str]:
    """The paragraphs of the preamble of a text with a title."""
    communique = parse(Source("\n\n".join(("Declaration on the river", *paragraphs)), "test"))
    found = preamble(communique.paragraphs, communique.text)
    return [communique.words(communique.paragraphs[place].span) for place in found]


def test_it_goes_from_who_speaks_to_the_last_recital() -> None:
    assert words(SPEAKERS, *RECITALS, *CLAUSES) == [SPEAKERS, *RECITALS]


@pytest.mark.parametrize("line", ["Have agreed as follows:", "DECLARE:", "Hereby:"])
def test_the_line_that_leads_to_the_clauses_belongs_to_it(line: str) -> None:
    assert words(SPEAKERS, *RECITALS, line, *CLAUSES) == [SPEAKERS, *RECITALS, line]


def test_a_numbered_clause_that_announces_a_list_does_not() -> None:
    assert words(SPEAKERS, *RECITALS, "1. Urges all states:", "(a) to wait;", "(b) to dredge.")[-1] == RECITALS[-1]


def test_one_recital_alone_is_none() -> None:
    assert words(SPEAKERS, RECITALS[0], *CLAUSES) == []


def test_clauses_that_are_no_recitals_make_none() -> None:
    assert words("The canal is closed,", "the harbour is closed,", "and so is the bridge.") == []


def test_what_stands_before_who_speaks_is_no_part_of_it() -> None:
    before = "The text below was settled in the night, after three days of talks among the river states."
    assert words(before, SPEAKERS, *RECITALS, *CLAUSES) == [SPEAKERS, *RECITALS]


def test_recitals_below_a_heading_are_the_headings() -> None:
    canal = ("I. THE NORTHERN CANAL", SPEAKERS, *RECITALS, "The canal is to be dredged.")
    assert words(*canal, "II. THE FLEET", "The fleet stays in its harbour until the spring.") == []


def test_a_note_at_the_foot_of_a_page_does_not_end_it() -> None:
    note = "1 See document 17 of the Commission."
    noted = f"{RECITALS[0][:-1]},1"
    assert words(SPEAKERS, noted, RECITALS[1], note, RECITALS[0], *CLAUSES)[-2:] == [note, RECITALS[0]]


def test_it_is_one_section_and_the_clauses_have_their_own() -> None:
    communique = parse(Source("\n\n".join(("Declaration on the river", SPEAKERS, *RECITALS, *CLAUSES)), "test"))
    sections = outline(communique)
    assert [section.title for section in sections] == ["Preamble", "Northern canal", "Next meeting"]
    assert sections[0].title_rule == "recitals"
