"""Finds whom a list of people acts for: "For the Soviet Union: …", "on the Indian side: …"."""

from bisect import bisect_right
from collections.abc import Iterator

from viewer.core.entities.reading import Reading
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.patterns import lazy_pattern

_GAP = r"[^\S\n]?"
_CLOSES = lazy_pattern(
    rf"(?:\swas\s[^;:\n]{{0,100}})?\s(?:comprised|included|consisted\sof)\s[^.;:\n]{{0,40}}:{_GAP}"
    rf"|\s[Ss]ide{_GAP}[,:—–]{_GAP}|{_GAP}[:—–]{_GAP}|[^\S\n]{{2,}}|\s(?:side|delegation)\b[^.;:\n]{{0,80}}:{_GAP}|{_GAP}(?=\n)"
)
# In words, compiled at first use: few texts have lists of people.
_OPENS = lazy_pattern(
    r"(?:^|\n|[.;:,] )(?:-\s)?(?:(?:[Ff]or|[Oo]n behalf of|[Ff]rom)\s(?:the\s)?(?:Government of\s)?|The\s)?(?:the\s)?$"
    r"|\b(?:[Oo]n\sthe|[Dd]elegation\sof(?:\sthe)?)\s$"
)
_LONGEST_OPENING = 48
_LONGEST_ROW = 240
"""In code points: a longer paragraph, or one that ends a sentence of several, is no row of a list of people."""


class Delegations:
    """For each place of a text the side its list of people acts for, if it stands in one."""

    __slots__ = ("_ends", "_sides", "_starts")

    def __init__(self, reading: Reading, sides: Sides) -> None:
        found = sorted(_lead_ins(reading, sides), key=lambda lead: lead[0])
        self._starts = [end for end, _ in found]
        self._sides = [side for _, side in found]
        following = [*self._starts, len(reading.text)][1:]
        self._ends = [
            list_end(reading.text, start, until) for start, until in zip(self._starts, following, strict=True)
        ]

    def side_at(self, position: int) -> Side | None:
        index = bisect_right(self._starts, position) - 1
        return self._sides[index] if index >= 0 and position < self._ends[index] else None


def _lead_ins(reading: Reading, sides: Sides) -> Iterator[tuple[int, Side]]:
    """Where each list begins, and whom it is for: a state or body between the words that open a list."""
    text = reading.text
    for start in reading.name_starting:
        side = sides.starting(start)
        closing = _CLOSES.match(text, side.end) if side and (side.state or side.organisation) else None
        if side is None or closing is None or not _OPENS.search(text[max(0, start - _LONGEST_OPENING) : start]):
            continue
        if closing[0] or _is_own_row(text, start, side.end):
            yield closing.end(), side


def _is_own_row(text: str, start: int, end: int) -> bool:
    """Whether a state's name is a paragraph of its own, perhaps after "The": it stands over its people."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before in {"", "The ", "For ", "For the "} and (end == len(text) or text[end] == "\n")


def list_end(text: str, start: int, until: int) -> int:
    """Where a list ends: with its paragraph, or with the rows that follow where the lead-in ends one."""
    end = _paragraph_end(text, start)
    if text[start:end].strip():
        return min(end, until)
    while end < until:
        row_end = _paragraph_end(text, end + 1)
        row = text[end + 1 : row_end]
        if not _is_row(row):
            break
        end = row_end
        if row_end >= len(text):
            break
    return min(end, until)


def _is_row(words: str) -> bool:
    """Whether a paragraph may be a row of a list of people: short, of some words, and no sentence by itself."""
    sentence = words.endswith(".") and ", " not in words
    return len(words) <= _LONGEST_ROW and len(words.split()) > 1 and ". " not in words[40:] and not sentence


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
