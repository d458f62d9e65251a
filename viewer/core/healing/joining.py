"""Finds the paragraphs of a source text: rejoins hard-wrapped lines and sentences cut by a page break."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from viewer.core.healing import shapes
from viewer.core.healing.boilerplate import find_boilerplate
from viewer.core.healing.furniture import find_furniture
from viewer.core.healing.hyphens import Frequency, Hyphens, is_cut
from viewer.core.healing.lines import Draft, Drop, Join, Line, read_lines
from viewer.core.healing.wrapping import LIST_ENDS, LOWER, Wrapping, opens_recital
from viewer.core.repairs import RepairKind

_SOLID = 4
"""With more paragraphs to a block than this, the text was set without blank lines and each stands alone."""
_SENTENCE_INSIDE = re.compile(r"(?:[a-z]{4}|[0-9)])[.!?][\"”’)]? [\"“‘(]?[A-Z]")
_LONGEST_HEADING = 100
_SHORTEST_BODY = 60  # code points of a paragraph's first line that is no heading
_FRONT = 3
"""So many paragraphs may be titles, which end no sentence either."""
_SHORTEST_CUT = 40
"""A shorter block is a title or a heading, not half a sentence cut by a page break."""


class Healing(NamedTuple):
    """The drafts of the paragraphs, and what stands between them and is no part of the text; both in order."""

    drafts: tuple[Draft, ...]
    drops: tuple[Drop, ...]


def heal(text: str, frequency: Frequency) -> Healing:
    """The paragraphs of the text in order; blank lines part blocks, a line feed alone parts lines."""
    every = read_lines(text)
    folded = find_boilerplate(every)
    lines = _without(every, folded)
    furniture = find_furniture(lines)
    drops = sorted((*folded, *furniture), key=lambda drop: drop.source.start)
    lines = _without(lines, furniture)
    if not lines and drops:  # what has nothing but page numbers is a text of numbers
        lines, drops = every, []
    return Healing(_drafts(lines, _Joiner(text, lines, furniture, frequency)), tuple(drops))


def _without(lines: list[Line], drops: Sequence[Drop]) -> list[Line]:
    if not drops:
        return lines
    starts = [drop.source.start for drop in drops]
    ends = [drop.source.end for drop in drops]
    return [line for line in lines if not _inside(line.span.start, starts, ends)]


def _inside(position: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    place = bisect_left(starts, position + 1) - 1
    return place >= 0 and position < ends[place]


def _drafts(lines: Sequence[Line], joiner: "_Joiner") -> tuple[Draft, ...]:
    groups: list[list[Line]] = []
    joins: list[list[Join]] = []
    for line in lines:
        join = joiner.join(groups[-1], line, in_text=len(groups) > _FRONT) if groups else None
        if join is not None:
            groups[-1].append(line)
            joins[-1].append(join)
        else:
            groups.append([line])
            joins.append([])
    if not groups:
        return ()
    solid = len(groups) > _SOLID * len({group[0].block for group in groups})
    in_one_block = [before[-1].block == after[0].block for before, after in pairwise(groups)]
    shared = [above or below for above, below in pairwise([False, *in_one_block, False])]
    return tuple(
        Draft(tuple(group), tuple(joined), alone=solid or not beside)
        for group, joined, beside in zip(groups, joins, shared, strict=True)
    )


class _Joiner:
    """Decides of each line whether it goes on with the paragraph before it, and how."""

    def __init__(self, text: str, lines: Sequence[Line], furniture: Sequence[Drop], frequency: Frequency) -> None:
        self._wrapping = Wrapping.of(lines)
        self._hyphens = Hyphens(text, frequency)
        self._furniture = [drop.source.start for drop in furniture]

    def join(self, group: Sequence[Line], line: Line, *, in_text: bool) -> Join | None:
        """How the line goes on with the group; `in_text` once what stands is no title any more."""
        before = group[-1]
        parted = before.page != line.page or self._dropped_between(before, line)
        if before.block == line.block and not parted:
            reason = self._wrapping.continues(group, line)
            kind = RepairKind.JOINED_LINE
        else:
            reason = self._across_page(group, line) if parted else _cut_in_two(group, line)
            if not (parted or reason) and in_text:
                reason = _unfinished(group, line)
            kind = RepairKind.JOINED_PAGE_BREAK
        if not reason:
            return None
        if not is_cut(before.text, line.text):
            return Join(kind, " ", reason)
        glue, drops_hyphen, why = self._hyphens.rejoin(before.text, line.text)
        return Join(kind, glue, why, drops_hyphen)

    def _dropped_between(self, before: Line, line: Line) -> bool:
        place = bisect_left(self._furniture, before.span.end)
        return place < len(self._furniture) and self._furniture[place] < line.span.start

    def _across_page(self, group: Sequence[Line], line: Line) -> str:
        """Why the first line of a page goes on with the last of the page before; empty where it does not."""
        if reason := _cut_in_two(group, line):
            return reason
        last = group[-1].text
        if shapes.ends_in_title(last):
            return LOWER
        if shapes.ends_clause(last) or shapes.is_rule(last) or _lists(group, line.text):
            return ""
        if shapes.list_mark(line.text):
            return LOWER if self._wrapping.runs_on(group, line) else ""
        if shapes.begins_lower(line.text) or shapes.ends_open(last) or last.endswith(","):
            return "" if shapes.in_capitals(last) and len(last) < _SHORTEST_CUT else LOWER
        numbered = shapes.list_mark(last) is not None and not shapes.opens_list_row(last)
        body = len(group) > 1 or numbered or len(last) > self._wrapping.widest_heading
        return "the last line of the page ends no sentence" if body and not shapes.in_capitals(last) else ""


def _cut_in_two(group: Sequence[Line], line: Line) -> str:
    """Why a sentence runs from one block into the next, by its words alone; empty where it does not."""
    last = group[-1].text
    if not shapes.begins_lower(line.text) or shapes.ends_clause(last):
        return ""
    if shapes.in_brackets(line.text) or shapes.opens_signature(line.text):
        return ""
    if shapes.list_mark(line.text) or shapes.opens_list_row(group[0].text):
        return ""
    long = len(group) > 1 or len(last) >= _SHORTEST_CUT
    return LOWER if long and not shapes.in_capitals(last) and not _lists(group, line.text) else ""


def _unfinished(group: Sequence[Line], line: Line) -> str:
    """Why running text goes on in the next block though that begins with a capital; empty where it need not."""
    last = group[-1].text
    if shapes.list_mark(group[0].text) and shapes.opens_list_row(group[0].text):
        return ""
    words = " ".join(shapes.without_mark(one.text) for one in group)
    running = len(words) > _LONGEST_HEADING and len(last) >= _SHORTEST_CUT and _SENTENCE_INSIDE.search(words)
    if not running or shapes.ends_clause(last) or last.endswith(",") or shapes.in_brackets(line.text):
        return ""
    body = len(line.text) > _SHORTEST_BODY and shapes.list_mark(line.text) is None
    return "the paragraph above ends no sentence" if body and not shapes.in_capitals(line.text) else ""


def _lists(group: Sequence[Line], after: str) -> bool:
    """Whether the two look like rows of a list: "recalling ...," / "welcoming ...," or "...; and"."""
    before = " ".join(one.text for one in group[-2:])
    if before.endswith(","):
        return after.split(None, 1)[0].endswith("ing") or opens_recital(before, after)
    rows = shapes.list_mark(group[0].text) is not None and shapes.list_mark(after) is not None
    return before.endswith(("; and", "; or")) or (rows and before.endswith(LIST_ENDS))
