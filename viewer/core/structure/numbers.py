"""The numbers of paragraphs: the printed ones where a text numbers its paragraphs, otherwise counted."""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.core.calendar import MONTHS
from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.patterns import lazy_pattern

_PRINTED = lazy_pattern(r"(?P<open>[(\[§¶]?) ?(?P<number>\d{1,3})(?P<close>[.)\]:]?)(?: [–—-])?\s+(?=(?P<next>\S+))")
_TEXT = (ParagraphKind.BODY, ParagraphKind.ITEM)
_MOST_MISSING = 3
"""So many numbers in a row may be unreadable in a scan."""
_LONG_POINT = 120
"""A longer point of a list is a paragraph, though it does not end like a sentence; in code points."""
_ROW = 4
"""So many numbered paragraphs make a numbered text, whatever else it has."""


class Numbering(NamedTuple):
    """For each paragraph its number and the length of its printed mark; `members` are those that bear a number."""

    numbers: list[int | None]
    marks: list[int]
    members: frozenset[int]


class _Printed(NamedTuple):
    style: str
    number: int
    end: int


class _Row:
    """Paragraphs whose printed numbers follow one another; `announced` if a colon stands before the first."""

    def __init__(self, style: str, *, announced: bool) -> None:
        self.style = style
        self.announced = announced
        self.places: list[int] = []
        self.last = 0

    def takes(self, printed: _Printed, most_missing: int) -> bool:
        return printed.style == self.style and self.last < printed.number <= self.last + most_missing

    def add(self, place: int, number: int) -> None:
        self.places.append(place)
        self.last = number


def number_paragraphs(paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind]) -> Numbering:
    """The numbers of the paragraphs, and which of them bear a printed one; linear in their number."""
    printed = [
        _printed(shape.text) if kind in (*_TEXT, ParagraphKind.HEADING) else None
        for shape, kind in zip(paragraphs, kinds, strict=True)
    ]
    members = _members(paragraphs, kinds, printed)
    marks = [_mark(shape.text, kind) for shape, kind in zip(paragraphs, kinds, strict=True)]
    for place, number in members.items():
        found = printed[place]
        assert found is not None and found.number == number  # noqa: PT018 - one thing is said
        marks[place] = found.end
    return Numbering(_numbers(kinds, members), marks, frozenset(members))


def _printed(text: str) -> _Printed | None:
    match = None if text[:1].isalpha() else _PRINTED.match(text)
    if not match:
        return None
    bare = not match["open"] and not match["close"]
    following = match["next"].strip("\"'“‘«(")
    if bare and not (following[:1].isupper() and following.rstrip(",.") not in MONTHS):
        return None
    return _Printed(match["open"] + match["close"], int(match["number"]), match.end())


def _mark(text: str, kind: ParagraphKind) -> int:
    mark = shapes.list_mark(text) if kind in _TEXT else None
    return mark.end() if mark else 0


def _members(
    paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind], printed: Sequence[_Printed | None]
) -> dict[int, int]:
    """The paragraphs that bear a number of the text's own, with it; empty where the text does not number them."""
    every = _rows(paragraphs, kinds, printed)
    counted = {
        row.style for row in every if row.style or len(row.places) > 1
    }  # a bare number alone may be a footnote's
    rows = [row for row in every if row.style in counted and _numbers_paragraphs(row, paragraphs, kinds)]
    if not rows or not _numbers_text(rows, paragraphs, kinds):
        return {}
    return {place: found.number for row in rows for place in row.places if (found := printed[place])}


def _rows(
    paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind], printed: Sequence[_Printed | None]
) -> list[_Row]:
    """The rows of numbers that are not lists inside a paragraph of another row."""
    rows: list[_Row] = []
    inner: _Row | None = None
    for place, found in enumerate(printed):
        if found is None:
            continue
        announced = place > 0 and _announces(paragraphs[place - 1], kinds[place - 1])
        outer = rows[-1] if rows else None
        if inner is not None and inner.places[-1] == place - 1 and inner.takes(found, 1):
            inner.add(place, found.number)
        elif outer is not None and outer.takes(found, _MOST_MISSING):
            outer.add(place, found.number)
            inner = None
        elif outer is not None and (announced or (found.style != outer.style and len(outer.places) > 1)):
            inner = _Row(found.style, announced=announced)
            inner.add(place, found.number)
        elif found.number == 1 or outer is None:
            rows.append(_Row(found.style, announced=announced))
            rows[-1].add(place, found.number)
            inner = None
    return rows


def _announces(shape: Shape, kind: ParagraphKind) -> bool:
    """Whether a colon says that a list follows; the colon of a heading does not."""
    return shape.text.endswith(":") and kind is not ParagraphKind.HEADING


def _numbers_paragraphs(row: _Row, paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind]) -> bool:
    """Whether most of the row are neither headings nor the short points of a list."""
    texts = [paragraphs[place].text for place in row.places if kinds[place] is not ParagraphKind.HEADING]
    whole = sum(shapes.ends_clause(text) or text.endswith(",") or len(text) > _LONG_POINT for text in texts)
    return whole * 2 > len(row.places)


def _numbers_text(rows: Sequence[_Row], paragraphs: Sequence[Shape], kinds: Sequence[ParagraphKind]) -> bool:
    """Whether the rows number the text's paragraphs rather than the points of a list in it."""
    members = sum(len(row.places) for row in rows)
    first = rows[0].places[0]
    if not all(row.announced for row in rows):
        texts = sum(kind in _TEXT for kind in kinds[first:])
        return members >= _ROW or (members > 1 and members * 3 >= texts)
    unmarked = sum(kind is ParagraphKind.BODY for kind in kinds[first:])
    borne = sum(kinds[place] is ParagraphKind.BODY for row in rows for place in row.places)
    after_recitals = first > 1 and paragraphs[first - 2].text.endswith(",")
    outweighs = members >= sum(kind is ParagraphKind.BODY for kind in kinds[:first])
    return members > 2 and members >= 2 * (unmarked - borne) and (after_recitals or outweighs)


def _numbers(kinds: Sequence[ParagraphKind], members: dict[int, int]) -> list[int | None]:
    numbers: list[int | None] = []
    number = None if members else 0
    for place, kind in enumerate(kinds):
        if place in members:
            number = members[place]
        elif members and kind is ParagraphKind.HEADING:
            number = None
        elif kind in _TEXT and not members:
            number = (number or 0) + 1
        numbers.append(number if kind in _TEXT or place in members else None)
    return numbers
