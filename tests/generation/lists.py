"""Lists of items: announced by a colon, marked, nested."""

from collections.abc import Sequence
from typing import NamedTuple

from generation.draft import Block, Draft
from generation.forms import LISTS, NESTED, Announced
from generation.prose import Writer, capital, ended

LETTERED = ("(a)", "(i)", "-")
_FAMILIES = (  # marks from the outermost level to the innermost
    *(
        ("-", "-", "-"),
        ("•", "•", "•"),
        ("*", "*", "*"),
        ("–", "–", "–"),
        ("•", "-", "*"),
        ("-", "•", "–"),
        ("•", "o", "-"),
    ),
    *(("(a)", "(i)", "-"), ("(a)", "(i)", "•"), ("(i)", "(a)", "-"), ("a)", "i)", "-"), ("1.", "(a)", "(i)")),
    *(("1)", "a)", "-"), ("(1)", "(a)", "(i)"), ("1.", "-", "•"), ("a.", "i.", "-"), ("(A)", "(1)", "(a)")),
)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_UNITS = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Shape(NamedTuple):
    """How all lists of a text are printed."""

    marks: tuple[str, ...]
    depth: int
    step: int  # columns a nested list is set in by
    margin: int  # columns the outermost list is set in by
    tight: bool
    stop: str  # what ends an item that is not the last, and may be nothing
    joined: bool  # "and" after the last but one
    capitals: bool


def roman(number: int) -> str:
    """The number in small Roman numerals."""
    numeral = ""
    for value, letters in (*_ROMAN, *_ROMAN_UNITS):
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def letter(number: int) -> str:
    """a, b, … z, aa, bb, …"""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (rounds + 1)


def mark(form: str, number: int) -> str:
    """The mark of the number-th item, in the form of the first: "(a)" makes "(c)" for 3."""
    for first, count in (("1", str), ("a", letter), ("A", lambda n: letter(n).upper()), ("i", roman)):
        if first in form:
            return form.replace(first, count(number))
    return form


def shape(writer: Writer, *, numbers: bool = True, depth: int = 1) -> Shape:
    """Choose; without `numbers` no mark is one that a paragraph may bear."""
    families = [family for family in _FAMILIES if numbers or not any("1" in form for form in family)]
    marks = writer.random.choice(families)
    same = len(set(marks)) < len(marks)
    stop = writer.any((";", ";", ";", "", ",", "."))
    return Shape(
        marks=marks,
        depth=depth,
        step=writer.random.choice((2, 4, 3)) if same or writer.chance(0.6) else 0,
        margin=writer.random.choice((0, 0, 2, 4)),
        tight=writer.chance(0.6),
        stop=stop,
        joined=stop in (";", ",") and writer.chance(0.7),
        capitals=stop == "." or writer.chance(0.25),
    )


def announced(writer: Writer, draft: Draft, form: Shape, choices: Sequence[Announced] = LISTS) -> None:
    """A paragraph that announces a list, and the list."""
    chosen = writer.random.choice(choices)
    draft.body(capital(writer.say(chosen.lead)))
    items(writer, draft, form, chosen.item)


def items(writer: Writer, draft: Draft, form: Shape, template: str, level: int = 1, *, closes: bool = True) -> None:
    """The items of one list, some with a list of their own below; with its last item the whole list `closes`."""
    count = writer.random.randint(2, 6 if level == 1 else 3)
    nested = next((nested for nested in NESTED if template.startswith(nested.item)), None)
    for number in range(1, count + 1):
        nests = nested is not None and level < form.depth and writer.chance(0.35)
        said = writer.say(nested.lead if nested and nests else template)
        end = _end(form, count - number, closes=closes)
        text = f"{mark(form.marks[level - 1], number)} {capital(said) if form.capitals else said}"
        indent = form.margin + form.step * (level - 1)
        stopped = text if nests else ended(text, end)
        draft.add(Block("item", stopped, rank=level, tight=form.tight, indent=indent))
        if nests:
            items(writer, draft, form, "{matter}", level + 1, closes=closes and number == count)


def _end(form: Shape, left: int, *, closes: bool) -> str:
    """What an item ends with that has `left` items of its list after it."""
    if left == 0 and closes:
        return "." if form.stop else ""
    return f"{form.stop} and" if left == 1 and form.joined and closes else form.stop
