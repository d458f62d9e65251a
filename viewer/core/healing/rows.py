"""Tells the numbers that count paragraphs or items from those that a line's end happens to put at a line's head."""

from collections import defaultdict
from collections.abc import Sequence

from viewer.core.healing import shapes
from viewer.core.healing.lines import Line

_MOST_MISSING = 3
"""So many numbers in a row may be unreadable in a scan."""


def places_in_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start whose number is the first of a row or follows on one at the head of a line above.

    A row of which the beginning is lost is one all the same if the next number follows.
    """
    found = [(line.span.start, *key) for line in lines if (key := _number(line.text))]
    later: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for _, style, number in reversed(found):
        later[style].append(number)
    rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    places = set()
    for start, style, number in found:
        later[style].pop()
        if number == 1 or (not rows[style] and number + 1 in later[style]):
            rows[style].append(number)
        elif not _follows(rows[style], number, later[style]):
            continue
        places.add(start)
    return frozenset(places)


def _follows(rows: list[int], number: int, later: Sequence[int]) -> bool:
    """Whether the number goes on with one of the rows, the innermost last; the rows inside that one are over then.

    One that follows with some missing does not if the first of these is still to come.
    """
    for place in reversed(range(len(rows))):
        step = number - rows[place]
        if step == 1 or (1 < step <= _MOST_MISSING + 1 and rows[place] + 1 not in later):
            rows[place:] = [number]
            return True
    return False


def _number(line: str) -> tuple[tuple[str, ...], int] | None:
    """The number at the head of a line, and what the others of its row share: what is around it, and "3." in "3.2"."""
    match = shapes.NUMBER.match(line) if line[0].isdecimal() or line[0] == "(" else None
    if match is None:
        return None
    mark = match[0].strip()
    *above, number = mark.strip("().").split(".")
    return (mark[0].strip("0123456789"), mark[-1].strip("0123456789"), *above), int(number)
