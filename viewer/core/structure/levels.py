"""How deep each heading and each list item stands."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.ends import is_annex
from viewer.core.structure.series import HeadingMark, heading_series, is_mark_alone

_NUMBER = lazy_pattern(r"\d+(?:\.\d+)*")
_NAMED_PART = lazy_pattern(r"(?:part|title|chapter|section|article)\b", re.IGNORECASE)
_ANNEX = (-1, 0)
_PLAIN = 6  # the rank of a heading that nothing but its place tells
_FEWEST_PARENTS = 2
_Rank = tuple[int, int]
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_SAME_INDENT = 1  # blanks by which the rows of one list may stand apart


def levels(paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind]) -> list[int]:
    """The level of each paragraph: 1 for the highest heading and for outer items, 0 for all that has no depth."""
    found = [0] * len(paragraphs)
    marks = heading_series(paragraphs)
    every = {
        place: _rank(paragraphs[place], marks.get(place))
        for place, kind in enumerate(kinds)
        if kind is ParagraphKind.HEADING
    }
    second_lines = frozenset(_second_lines(paragraphs, every))
    headings = [place for place in every if place not in second_lines]
    ranks = _above_their_rows(headings, [every[place] for place in headings], marks)
    ranks = _with_parents(headings, ranks)
    for place, level in zip(headings, _heading_levels(ranks), strict=True):
        found[place] = level
    for place in sorted(second_lines):
        found[place] = found[place - 1]
    open_lists: list[_Row] = []
    for place, shape in enumerate(paragraphs):
        if kinds[place] is ParagraphKind.ITEM:
            found[place] = _enter(open_lists, shape)
        else:
            open_lists.clear()
    return found


def _second_lines(paragraphs: Sequence[Shape], ranks: Mapping[int, _Rank]) -> list[int]:
    """The headings that are the words of the mark above them; below "Annex" none that has another of its rank."""
    found = []
    order = list(ranks)
    for at, place in enumerate(order):
        above = ranks.get(place - 1)
        if above is None or not is_mark_alone(paragraphs[place - 1].text):
            continue
        below = takewhile(lambda rank: rank != _ANNEX, (ranks[order[later]] for later in range(at + 1, len(order))))
        if above != _ANNEX or ranks[place] not in below:
            found.append(place)
    return found


def _above_their_rows(headings: Sequence[int], ranks: Sequence[_Rank], marks: Mapping[int, HeadingMark]) -> list[_Rank]:
    """The ranks where headings without marks have rows of marked ones right below them: "Priorities", "A. Grain"."""
    rows = [
        ranks[one + 1]
        for one, place in enumerate(headings[1:])
        if place == headings[one] + 1 and ranks[one][0] == _PLAIN and place in marks and marks[place].number == 1
    ]
    if not rows:
        return list(ranks)
    highest, number = min(rows)
    return [(highest, number - 1) if rank[0] == _PLAIN else rank for rank in ranks]


def _with_parents(headings: Sequence[int], ranks: Sequence[_Rank]) -> list[_Rank]:
    """The ranks where headings of one shape are of two levels: those with a heading right below them are the higher.

    That must be so at least twice, and the line above must say more than a mark.
    """
    above = [
        one for one, other in enumerate(headings[1:]) if other == headings[one] + 1 and ranks[one] == ranks[one + 1]
    ]
    parents = {one for one in above if ranks[one][0] == _PLAIN}
    if len(parents) < _FEWEST_PARENTS:
        return list(ranks)
    return [(rank[0], rank[1] + (rank[0] == _PLAIN and place not in parents)) for place, rank in enumerate(ranks)]


def _heading_levels(ranks: Sequence[tuple[int, int]]) -> list[int]:
    """How many headings of a higher rank each stands below, itself counted; what follows an annex stands below it."""
    found: list[int] = []
    above: list[_Rank] = []
    for rank in ranks:
        while above and above[-1] >= rank:
            above.pop()
        above.append(rank)
        found.append(len(above))
    return found


def _rank(heading: Shape, mark: HeadingMark | None) -> tuple[int, int]:
    """What a heading is worth by its shape: number signs, parts, roman numbers, capitals, numbers, letters."""
    style = mark.style if mark else ""
    if is_annex(heading.text):
        return _ANNEX
    if heading.depth:
        return (0, heading.depth)
    if named := _NAMED_PART.match(heading.text):
        return (1, ("part", "title", "chapter", "section", "article").index(named[0].casefold()))
    if number := _NUMBER.match(heading.text):
        return (4, number[0].count("."))
    lettered = "A" in style or ("I" not in style and shapes.CAPITAL_LETTER.match(heading.text))
    return (2 if "I" in style else 5 if lettered else 3 if heading.capitals else _PLAIN, 0)


class _Row(NamedTuple):
    """The last row of a list that is not closed yet: its style of mark, its mark, its indent."""

    style: str
    mark: str
    indent: int


def _enter(open_lists: list[_Row], shape: Shape) -> int:
    """Put a row into the lists that are open, outermost first; the level of the list it is in."""
    row = _row(open_lists, shape)
    for level in range(len(open_lists), 0, -1):
        former = open_lists[level - 1]
        if former.style == row.style and abs(former.indent - row.indent) <= _SAME_INDENT:
            open_lists[level - 1 :] = [row]
            return level
    while open_lists and row.indent < open_lists[-1].indent - _SAME_INDENT:
        open_lists.pop()
    open_lists.append(row)
    return len(open_lists)


def _row(open_lists: Sequence[_Row], shape: Shape) -> _Row:
    match = shapes.list_mark(shape.text)
    mark = match[0].strip() if match else ""
    bare = mark.strip("().")
    if not bare.replace(".", "").isalnum():
        return _Row(mark, mark, shape.indent)
    return _Row(mark.replace(bare, _style(bare, open_lists)), bare, shape.indent)


def _style(bare: str, open_lists: Sequence[_Row]) -> str:
    """The style of a mark without its brackets. Of "i" and "v" the list that is open tells whether they are roman."""
    if bare[0].isdecimal():
        return "1" + ".1" * bare.count(".")
    goes_on = len(bare) == 1 and any(len(row.mark) == 1 and ord(row.mark) + 1 == ord(bare) for row in open_lists)
    first = "i" if bare.lower() in _ROMAN and not goes_on else "a"
    return first if bare.islower() else first.upper()
