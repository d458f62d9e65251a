"""Footnotes: what they are taken for, and that nothing else is."""

from viewer.core.communique import ParagraphKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

RULE = "__________"
SAID = "The ministers praised the plan of Highport,1 and asked that the report2 be read again."


def notes(*paragraphs: str) -> list[str]:
    """What below a title is a note, but for rules."""
    communique = parse(Source("\n\n".join(("Joint Communiqué", *paragraphs)), "test"))
    found = [communique.words(one.span) for one in communique.paragraphs if one.kind is ParagraphKind.NOTE]
    return [words for words in found if words != RULE]


def test_lines_below_a_rule_that_the_text_points_at_are_footnotes() -> None:
    below = ("1 The plan of 3 May 1977.", "[2] Report of the Secretary-General.")
    assert notes(SAID, RULE, *below) == list(below)


def test_a_number_that_is_glued_to_a_year_is_told_by_the_footnote_above() -> None:
    below = ("1 The plan.", "2 The convention of 1954.")
    assert notes("They praised the plan1 and the convention of 19542 in all its parts.", RULE, *below) == list(below)


def test_the_footnotes_of_markdown_need_no_rule() -> None:
    assert notes("The ministers praised the plan.[^a]", "[^a]: The plan of 3 May 1977.") == [
        "[^a]: The plan of 3 May 1977."
    ]


def test_numbered_paragraphs_below_a_rule_are_no_footnotes() -> None:
    said = "The ministers met in Highport and thanked the people."
    assert notes(said, RULE, *(f"{number} {said}" for number in (1, 2, 3, 4))) == []


def test_a_footnote_says_nothing_of_where_and_when_the_text_was_made() -> None:
    source = f"Joint Communiqué\n\n{SAID}\n\n{RULE}\n\n1 Resolution adopted in Lowbridge on 3 May 1977."
    identity = parse(Source(source, "test")).identity
    assert (identity.kind, identity.place, identity.date) == ("joint communiqué", None, None)
