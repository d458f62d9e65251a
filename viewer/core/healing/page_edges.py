"""Tells whether a line stands where one page ends and the next begins."""

from collections.abc import Sequence

from viewer.core.healing import shapes
from viewer.core.healing.hyphens import is_cut
from viewer.core.healing.lines import Line
from viewer.core.healing.sentences import begins_inside

_SHORTEST_CUT = 40
"""A shorter line before a page's edge is a heading or the end of a list, not a sentence cut in two."""


def is_at_page_edge(lines: Sequence[Line], place: int) -> bool:
    """Whether a form feed stands beside the line, or it parts a sentence."""
    if place == 0 or place + 1 == len(lines):
        return False
    before, line, after = lines[place - 1 : place + 2]
    if before.page != line.page or after.page != line.page:
        return True
    if not _goes_on(before.text, after.text):
        return False
    room = before.indent + len(before.text) - line.indent - len(line.text)
    within = shapes.begins_lower(after.text) and room > len(after.text.split(None, 1)[0])
    return within or _stands_by_itself(before, line, after)


def interrupts(lines: Sequence[Line], place: int) -> bool:
    """Whether the line stands by itself between the halves of a sentence."""
    around = lines[place - 1 : place + 2] if place else ()
    return len(around) == 3 and _stands_by_itself(*around) and _goes_on(around[0].text, around[2].text)


def opens_text(lines: Sequence[Line], place: int) -> bool:
    """Whether a sentence begins with the line: one ends above it, and the next line goes on below."""
    around = lines[max(place - 1, 0) : place + 2]
    if len(around) < 2 or place + 1 >= len(lines):
        return False
    line, after = around[-2:]
    ends = place == 0 or shapes.ends_clause(around[0].text)
    return ends and line.block == after.block and line.page == after.page and begins_inside(line.text, after.text)


def _stands_by_itself(before: Line, line: Line, after: Line) -> bool:
    return before.block != line.block != after.block


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on from one line to the other."""
    if shapes.ends_in_title(before):
        return True
    if len(before) < _SHORTEST_CUT or shapes.ends_clause(before) or shapes.list_mark(after):
        return False
    return begins_inside(before, after) or shapes.ends_open(before) or is_cut(before, after)
