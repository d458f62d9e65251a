"""Which marks are mark-up, and which only look like it."""

import pytest

from viewer.core.communique import EmphasisStyle
from viewer.core.healing.markup import find_markup
from viewer.core.text import Span


def removed(text: str) -> list[Span]:
    return sorted(span for mark in find_markup(text).marks for span in mark.removed)


def bare(text: str) -> str:
    """The text with the marks that were found taken away."""
    kept, at = [], 0
    for span in removed(text):
        kept.append(text[at : span.start])
        at = span.end
    return "".join(kept) + text[at:]


def emphasised(text: str) -> list[tuple[str, EmphasisStyle]]:
    return [(mark.words.of(text), mark.style) for mark in find_markup(text).marks if mark.words and mark.style]


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
    assert emphasised(text) == [(words, style)]


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
    assert removed(text) == []


def test_several_emphases_stand_where_the_bare_text_has_them() -> None:
    text = "**One** and *two* and _three_"
    assert bare(text) == "One and two and three"
    assert [words for words, _ in emphasised(text)] == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("## Trade", "Trade"), ("# Trade ##", "Trade"), ("# C#", "C#"), ("### *Trade* today", "Trade today")],
)
def test_number_signs_before_words_make_a_heading(text: str, words: str) -> None:
    assert find_markup(text).depth
    assert bare(text) == words


def test_a_heading_may_have_emphasis_in_it() -> None:
    assert emphasised("## The *new* treaty") == [("new", EmphasisStyle.ITALIC)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see [the plan](https://example.org/plan) of action", "see the plan of action"),
        ('see [the plan](/a_(b) "The plan") of action', "see the plan of action"),
        ("[ The plan ](https://example.org/plan) of action", "The plan of action"),
        (r"so \_called by \_ them", "so _called by _ them"),
        (r"1\. The ministers noted the so\-called plan", "1. The ministers noted the so-called plan"),
    ],
)
def test_links_and_escapes_leave_their_words(text: str, words: str) -> None:
    assert bare(text) == words


@pytest.mark.parametrize("text", ["the [first] plan (of 1999)", "[plan] (see below)", r"a \ b", "[](x)", "[ ](x)"])
def test_brackets_that_are_no_link_stay(text: str) -> None:
    assert bare(text) == text
