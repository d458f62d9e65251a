"""Tells headings that plain text underlines: a line with a row of one sign about as long right below it."""

from collections.abc import Sequence

from viewer.core.healing import shapes
from viewer.core.healing.lines import Line
from viewer.core.patterns import lazy_pattern

_DEPTHS = {"=": 1, "-": 2, "~": 3}
_SHORTEST = 3
_UNEVEN = 3  # code points by which the row may be longer or shorter than the line
_COLUMNS = lazy_pattern(r"\S(?: {2,}|\t|\s*\|)\s*\S")
"""The head of a table is underlined, too."""


def underlined_depth(group: Sequence[Line], below: Sequence[Line]) -> int:
    """The depth of the heading that the lines of a paragraph are by those of the next; 0 where they are none."""
    if len(group) != 1 or not below or group[0].block != below[0].block:
        return 0
    line, row = group[0].text, below[0].text
    fits = len(row) >= _SHORTEST and abs(len(line) - len(row)) <= _UNEVEN and row == row[0] * len(row)
    return _DEPTHS.get(row[0], 0) if fits and not shapes.is_rule(line) and not _COLUMNS.search(line) else 0
