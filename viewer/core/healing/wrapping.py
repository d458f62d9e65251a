"""Tells a line that was broken to fit a page from one that ends its paragraph."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from viewer.core.calendar import MONTHS
from viewer.core.healing import shapes
from viewer.core.healing.lines import Line
from viewer.core.healing.rows import places_in_rows
from viewer.core.healing.sentences import cuts_sentence, is_parenthesis, opens_clause, opens_recital
from viewer.core.patterns import lazy_pattern

_WIDEST_WRAP = 120
"""Longer lines are paragraphs on one line, not wrapped ones, in code points."""
_NARROWEST_WRAP = 30
_FEW = 3
_RAGGED = 12  # code points that a full line may fall short of the width
_WIDEST_HEADING = 100
_MOST_UNBROKEN = 3
_INITIAL: Final = lazy_pattern(r"[A-Z]\. (?:[A-Z]\. )*[A-Z][a-z]")
LIST_ENDS: Final = ("; and", "; or", ", and", ", or")
"""How a row of a list ends before its last row."""
LOWER: Final = "the sentence goes on in the next line"
_OPEN: Final = "the line ends in a word that ends no phrase"
_FULL: Final = "the line is as wide as the text is set"
_MARK_ALONE: Final = "a number or bullet stands on a line of its own"


class Wrapping(NamedTuple):
    """How wide a text's lines were set, in code points; 0 where they are not hard-wrapped.

    `rows` are the starts of the lines whose number counts paragraphs or items, and `openings` the indents at which
    paragraphs begin and hardly a line goes on.
    """

    width: int
    rows: frozenset[int]
    openings: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Wrapping":
        breaks = [(a, b) for a, b in pairwise(lines) if a.block == b.block and a.page == b.page]
        cut = [(a, b) for a, b in breaks if cuts_sentence(a.text, b.text)]
        width = _width(lines, breaks, len(cut)) if breaks else 0
        return cls(
            width, places_in_rows(lines), _openings(lines, [after for _, after in cut]) if width else frozenset()
        )

    @property
    def widest_heading(self) -> int:
        """A line that is longer is no heading."""
        return self.width * 3 // 4 if self.width else _WIDEST_HEADING

    def fills(self, before: Line, after: Line) -> bool:
        """Whether the second line's first word would not have fitted on the first."""
        return bool(self.width) and _edge(before) + 1 + _unbroken(after.text) > self.width

    def continues(self, group: Sequence[Line], after: Line) -> str:
        """Why a line goes on with the lines of a paragraph right above it; empty where it does not."""
        before = group[-1]
        if len(group) == 1 and shapes.is_mark_alone(before.text) and not shapes.list_mark(after.text):
            return _MARK_ALONE
        if shapes.is_rule(before.text) or shapes.is_rule(after.text) or _begins_anew(before.text, after.text):
            return ""
        if cuts_sentence(before.text, after.text):
            return LOWER if shapes.begins_lower(after.text) else _OPEN
        if not self.fills(before, after) or opens_recital(before.text, after.text):
            return ""
        return _FULL if self._fills_on(group, after) else ""

    def runs_on(self, group: Sequence[Line], after: Line) -> bool:
        """Whether what looks like a list mark stands in the middle of a sentence that goes on.

        A number does that no row has a place for ("... on February" / "25. The ministers"), a dash, and the next of
        "(a) to meet, (b) to write".
        """
        before = group[-1].text
        if shapes.ends_clause(before) or " ".join(before.split()).endswith(LIST_ENDS):
            return False
        if shapes.NUMBER.match(after.text):
            dated = before.rpartition(" ")[2].rstrip(".") in MONTHS
            return dated or shapes.ends_open(before) or after.span.start not in self.rows
        if shapes.ends_open(before) or _INITIAL.match(after.text):
            return True
        if after.text[0] in "-–—":
            return is_parenthesis(group, after.text)
        return shapes.is_next_mark(" ".join(line.text for line in group), after.text)

    def _fills_on(self, group: Sequence[Line], after: Line) -> bool:
        """Whether a line below a full one belongs to the same paragraph."""
        before = group[-1]
        if shapes.list_mark(after.text):
            return self.runs_on(group, after)
        if _ends_row(group, after) or opens_clause(before.text, after.text):
            return False
        if after.indent in self.openings and not _hangs(group[0], after):
            return False
        return after.indent <= before.indent or shapes.list_mark(before.text) is not None


def _unbroken(line: str) -> int:
    """How long the first word is with the figures or brackets that follow: few part "No. 7" or "May 3"."""
    length = 0
    for word in line.split(None, _MOST_UNBROKEN)[:_MOST_UNBROKEN]:
        if length and not (word[0].isdecimal() or word[0] == "("):
            break
        length += len(word) + bool(length)
    return length


def _width(lines: Sequence[Line], breaks: Sequence[tuple[Line, Line]], cut: int) -> int:
    """A text is hard-wrapped when a third of the line breaks inside blocks cut a sentence, as `cut` of them do.

    Rows of a list count only where there is little else. Fewer will do where a third of the lines are nearly as wide
    as the widest. One line in ten may stick out.
    """
    widths = sorted(_edge(a) for a, _ in breaks)
    width = widths[len(widths) * 9 // 10]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    if cut * 3 >= len(breaks):
        return width
    full = sum(width - _RAGGED <= edge <= width for edge in widths)
    long = sum(_edge(line) > width + _RAGGED for line in lines)
    even = long * 30 < len(lines) and full * 3 >= len(breaks) and cut * 8 >= len(breaks)
    wrapped = even or cut * 3 >= sum(shapes.list_mark(after.text) is None for _, after in breaks)
    return width if wrapped and cut > _FEW else 0


def _openings(lines: Sequence[Line], going_on: Sequence[Line]) -> frozenset[int]:
    """The indents at which lines stand of which hardly one goes on with a sentence."""
    every = Counter(line.indent for line in lines)
    inside = Counter(line.indent for line in going_on)
    return frozenset(
        indent for indent, count in every.items() if indent and count >= _FEW and inside[indent] * 10 <= count
    )


def _begins_anew(before: str, after: str) -> bool:
    """Whether a line cannot go on with the one above: a signature, a Markdown heading, text under capitals."""
    if shapes.opens_signature(after) or after.startswith("#") or before.startswith("#"):
        return True
    return shapes.in_capitals(before) and not shapes.in_capitals(after)


def _hangs(row: Line, after: Line) -> bool:
    """Whether the line stands right below the words of a list row."""
    mark = shapes.list_mark(row.text)
    return mark is not None and after.indent == row.indent + mark.end()


def _ends_row(group: Sequence[Line], after: Line) -> bool:
    """Whether a whole sentence below a list row with a hanging indent stands further left than the row."""
    row = group[0]
    hanging = shapes.list_mark(row.text) is not None and any(line.indent > row.indent for line in group[1:])
    return hanging and after.indent < row.indent and shapes.ends_sentence(group[-1].text)


def _edge(line: Line) -> int:
    """How far the line reaches, its doubled spaces counted once."""
    doubled = len(line.text) - len(" ".join(line.text.split())) if "  " in line.text else 0
    return line.indent + len(line.text) - doubled
