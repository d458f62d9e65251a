"""Finds the paragraphs of a source text: rejoins hard-wrapped lines and sentences cut by a page break."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from viewer.core.repairs import RepairKind
from viewer.core.structure import shapes
from viewer.core.structure.boilerplate import find_boilerplate
from viewer.core.structure.furniture import find_furniture
from viewer.core.structure.hyphens import Hyphens, IsWord, is_cut
from viewer.core.structure.lines import Draft, Drop, Join, Line, read_lines
from viewer.core.structure.wrapping import LOWER, Wrapping

_SOLID = 4
"""With more paragraphs to a block than this, the text was set without blank lines and each stands alone."""
_SHORTEST_CUT = 40
"""A shorter block is a title or a heading, not half a sentence cut by a page break."""
_LISTS = ("; and", "; or", ", and", ", or")


class Healing(NamedTuple):
    """The drafts of the paragraphs, and what stands between them and is no part of the text; both in order."""

    drafts: tuple[Draft, ...]
    drops: tuple[Drop, ...]


def heal(text: str, is_word: IsWord) -> Healing:
    """The paragraphs of the text in order; blank lines part blocks, a line feed alone parts lines."""
    every = read_lines(text)
    folded = find_boilerplate(every)
    lines = _without(every, folded)
    furniture = find_furniture(lines)
    drops = sorted((*folded, *furniture), key=lambda drop: drop.source.start)
    lines = _without(lines, furniture)
    if not lines and drops:  # what has nothing but page numbers is a text of numbers
        lines, drops = every, []
    return Healing(_drafts(lines, _Joiner(text, lines, drops, is_word)), tuple(drops))


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
        join = joiner.join(groups[-1], line) if groups else None
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

    def __init__(self, text: str, lines: Sequence[Line], drops: Sequence[Drop], is_word: IsWord) -> None:
        self._wrapping = Wrapping.of(lines)
        self._hyphens = Hyphens(text, is_word)
        self._drops = [drop.source.start for drop in drops]

    def join(self, group: Sequence[Line], line: Line) -> Join | None:
        before = group[-1]
        parted = before.page != line.page or self._dropped_between(before, line)
        if before.block == line.block and not parted:
            reason = self._wrapping.continues(before, line)
            kind = RepairKind.JOINED_LINE
        else:
            reason = self._across_page(group, line) if parted else _cut_in_two(group, line)
            kind = RepairKind.JOINED_PAGE_BREAK
        if not reason:
            return None
        if not is_cut(before.text, line.text):
            return Join(kind, " ", reason)
        glue, drops_hyphen, why = self._hyphens.rejoin(before.text, line.text)
        return Join(kind, glue, why, drops_hyphen)

    def _dropped_between(self, before: Line, line: Line) -> bool:
        place = bisect_left(self._drops, before.span.end)
        return place < len(self._drops) and self._drops[place] < line.span.start

    def _across_page(self, group: Sequence[Line], line: Line) -> str:
        """Why the first line of a page goes on with the last of the page before; empty where it does not."""
        if reason := _cut_in_two(group, line):
            return reason
        last = group[-1].text
        if shapes.ends_clause(last) or shapes.list_mark(line.text) or shapes.is_rule(last):
            return ""
        if shapes.begins_lower(line.text) or shapes.ends_open(last) or last.endswith(","):
            return "" if shapes.in_capitals(last) and len(last) < _SHORTEST_CUT else LOWER
        body = len(group) > 1 or len(last) > self._wrapping.widest_heading
        full = self._wrapping.fills(group[-1], line) if self._wrapping.width else len(last) > _SHORTEST_CUT
        return "the last line of the page ends no sentence" if body and full and not shapes.in_capitals(last) else ""


def _cut_in_two(group: Sequence[Line], line: Line) -> str:
    """Why a sentence runs from one block into the next, by its words alone; empty where it does not."""
    last = group[-1].text
    if not shapes.begins_lower(line.text) or shapes.ends_clause(last):
        return ""
    if shapes.list_mark(line.text) or shapes.opens_list_row(group[0].text):
        return ""
    long = len(group) > 1 or len(last) >= _SHORTEST_CUT
    return LOWER if long and not shapes.in_capitals(last) and not _lists(last, line.text) else ""


def _lists(before: str, after: str) -> bool:
    """Whether the two look like rows of a list without marks: "recalling ...," / "welcoming ...," or "...; and"."""
    if before.endswith(","):
        return after.split(None, 1)[0].endswith(("ing", "ed"))
    return before.endswith(_LISTS)
