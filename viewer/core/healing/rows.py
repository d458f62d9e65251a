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
    later: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for _, style, number in found:
        later[style].add(number)
    seen: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    places = set()
    for start, style, number in found:
        before = seen[style]
        follows = any(number - step in before for step in range(1, _MOST_MISSING + 2))
        if number == 1 or follows or (not before and number + 1 in later[style]):
            before.add(number)
            places.add(start)
    return frozenset(places)


def _number(line: str) -> tuple[tuple[str, ...], int] | None:
    """The number at the head of a line, and what the others of its row share: what is around it, and "3." in "3.2"."""
    match = shapes.NUMBER.match(line) if line[0].isdecimal() or line[0] == "(" else None
    if match is None:
        return None
    mark = match[0].strip()
    *above, number = mark.strip("().").split(".")
    return (mark[0].strip("0123456789"), mark[-1].strip("0123456789"), *above), int(number)
