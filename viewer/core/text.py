"""Positions in text: spans of code points, and their conversion to Qt's UTF-16 units."""

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text from `start` to `end` (exclusive), counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words themselves, derived from the text they were measured in."""
        return text[self.start : self.end]


class Utf16Map:
    """Converts positions of one text between code points (ours) and UTF-16 units (Qt's).

    Only code points above U+FFFF take two units; a bisect over their places answers in O(log n).
    """

    __slots__ = ("_astral", "_astral_units")

    def __init__(self, text: str) -> None:
        self._astral = () if text.isascii() else tuple(i for i, c in enumerate(text) if c > "\uffff")
        self._astral_units = tuple(place + i for i, place in enumerate(self._astral))

    def to_units(self, position: int) -> int:
        """The UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position)

    def to_code_points(self, units: int) -> int:
        """The code point position of a UTF-16 position; inside a surrogate pair, the pair's start."""
        before = bisect_left(self._astral_units, units)
        inside = before and self._astral_units[before - 1] == units - 1
        return units - before if not inside else self._astral[before - 1]
