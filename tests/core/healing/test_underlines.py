"""Headings that plain text underlines."""

import pytest

from viewer.core.communique import ParagraphKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

SAID = "The ministers noted the report on the state of the river."


def headings(text: str) -> list[tuple[str, int]]:
    communique = parse(Source(text, "test"))
    found = [one for one in communique.paragraphs if one.kind is ParagraphKind.HEADING]
    return [(communique.words(one.span), one.level) for one in found]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_with_a_row_of_signs_below_it_is_a_heading(gap: str) -> None:
    parts = ("Trade\n=====", SAID, "Grain\n-----", SAID, "Fish\n-----", SAID, "Peace\n=====", SAID)
    assert headings(f"Joint Communiqué\n\n{SAID}\n\n{gap.join(parts)}") == [
        *(("Trade", 1), ("Grain", 2), ("Fish", 2)),
        ("Peace", 1),
    ]


def test_the_title_may_be_underlined() -> None:
    text = f"Communiqué of the River Council\n{31 * '='}\n\nTrade\n-----\n\n{SAID}\n\nGrain\n-----\n\n{SAID}"
    assert parse(Source(text, "test")).identity.title == "Communiqué of the River Council"
    assert headings(text) == [("Trade", 1), ("Grain", 1)]


@pytest.mark.parametrize(
    "head", ["Year   Grain   Fish\n-------------------", "Year | Fish\n-----------", SAID + "\n---"]
)
def test_the_head_of_a_table_and_a_line_that_is_drawn_make_no_heading(head: str) -> None:
    assert headings(f"Joint Communiqué\n\n{SAID}\n\n{head}\n1999   3   4\n\n{SAID}") == []
