"""Tells a line that was broken to fit a page from one that ends its paragraph."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from viewer.core.structure import shapes
from viewer.core.structure.hyphens import is_cut
from viewer.core.structure.lines import Line

_WIDEST_WRAP = 120
"""Longer lines are paragraphs on one line, not wrapped ones, in code points."""
_NARROWEST_WRAP = 30
_SHORTEST_OPEN_LINE = 25
"""A shorter line before a lower-case one may as well be a list without marks."""
_WIDEST_HEADING = 100
LOWER: Final = "the sentence goes on in the next line"
_OPEN: Final = "the line ends in a word that ends no phrase"
_FULL: Final = "the line is as wide as the text is set"
_MARK_ALONE: Final = "a number or bullet stands on a line of its own"


class Wrapping(NamedTuple):
    """How wide a text's lines were set, in code points; 0 where they are not hard-wrapped."""

    width: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Wrapping":
        """A text is hard-wrapped when a third of the line breaks inside blocks cut a sentence.

        One line in ten may stick out.
        """
        breaks = [(a, b) for a, b in pairwise(lines) if a.block == b.block and a.page == b.page]
        cut = sum(cuts_sentence(a.text, b.text) for a, b in breaks)
        if cut * 3 < len(breaks) or not breaks:
            return cls(0)
        widths = sorted(len(a.text) for a, _ in breaks)
        width = widths[len(widths) * 9 // 10]
        return cls(width if _NARROWEST_WRAP <= width <= _WIDEST_WRAP else 0)

    @property
    def widest_heading(self) -> int:
        """A line that is longer is no heading."""
        return self.width * 3 // 4 if self.width else _WIDEST_HEADING

    def fills(self, before: Line, after: Line) -> bool:
        """Whether the second line's first word would not have fitted on the first."""
        return bool(self.width) and len(before.text) + 1 + len(after.text.split(None, 1)[0]) > self.width

    def continues(self, before: Line, after: Line) -> str:
        """Why the second line goes on with the first, which stands right above it; empty where it does not."""
        if shapes.is_mark_alone(before.text) and not shapes.list_mark(after.text):
            return _MARK_ALONE
        if shapes.is_rule(before.text) or shapes.is_rule(after.text):
            return ""
        if cuts_sentence(before.text, after.text):
            return LOWER if shapes.begins_lower(after.text) else _OPEN
        if not self.fills(before, after):
            return ""
        if shapes.list_mark(after.text):  # "... on February" / "25. The ministers ..." is no list
            return _FULL if shapes.NUMBER.match(after.text) and not shapes.ends_clause(before.text) else ""
        return _FULL if after.indent <= before.indent or shapes.list_mark(before.text) else ""


def cuts_sentence(before: str, after: str) -> bool:
    """Whether the break between two lines is in the middle of a sentence, by its words alone."""
    if shapes.ends_clause(before) or shapes.list_mark(after) or shapes.is_rule(before):
        return False
    if is_cut(before, after) and len(before) >= _SHORTEST_OPEN_LINE:
        return True
    if shapes.in_capitals(before) and shapes.in_capitals(after) and shapes.begins_open(after):
        return True
    lower = shapes.begins_lower(after)
    return (lower and len(before) >= _SHORTEST_OPEN_LINE) or shapes.ends_open(before)
