"""Which marks are mark-up, and which only look like it."""

import pytest

from viewer.core.communique import EmphasisStyle
from viewer.core.structure.markup import find_markup
from viewer.core.text import Span


def bare(text: str) -> str:
    """The text with the marks that were found taken away."""
    kept, at = [], 0
    for span in find_markup(text).removed:
        kept.append(text[at : span.start])
        at = span.end
    return "".join(kept) + text[at:]


@pytest.mark.parametrize(
    ("text", "style", "words"),
    [
        ("peace, *inter alia*, and", EmphasisStyle.ITALIC, "inter alia"),
        ("peace, _inter alia_, and", EmphasisStyle.ITALIC, "inter alia"),
        ("peace, **inter alia**, and", EmphasisStyle.BOLD, "inter alia"),
        ("(*“de facto”*)", EmphasisStyle.ITALIC, "“de facto”"),
    ],
)
def test_a_well_formed_pair_of_marks_is_emphasis(text: str, style: EmphasisStyle, words: str) -> None:
    markup = find_markup(text)
    assert [(span.of(bare(text)), found) for span, found in markup.emphasis] == [(words, style)]


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 = 24",
        "snake_case_name and another_one",
        "a footnote* and another*",
        "* an item",
        "* Note that * is a mark",
        "____",
        "_ _",
        "*",
        "(*) see (*)",
        "***",
        "a *lone mark",
        "*no end *",
        "#1 priority",
        "# # #",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert find_markup(text).removed == ()


def test_several_emphases_stand_where_the_bare_text_has_them() -> None:
    text = "**One** and *two* and _three_"
    assert bare(text) == "One and two and three"
    assert [span.of(bare(text)) for span, _ in find_markup(text).emphasis] == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("## Trade", "Trade"), ("# Trade ##", "Trade"), ("# C#", "C#"), ("### *Trade* today", "Trade today")],
)
def test_number_signs_before_words_make_a_heading(text: str, words: str) -> None:
    assert find_markup(text).depth
    assert bare(text) == words


def test_emphasis_in_a_heading_counts_the_text_without_number_signs() -> None:
    (span, _style) = find_markup("## The *new* treaty").emphasis[0]
    assert span == Span(4, 7)
