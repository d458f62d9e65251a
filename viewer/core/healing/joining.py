"""Finds the paragraphs of a source text: rejoins hard-wrapped lines and sentences cut by a page break."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from viewer.core.healing import cuts
from viewer.core.healing.boilerplate import find_boilerplate
from viewer.core.healing.furniture import find_furniture
from viewer.core.healing.hyphens import Frequency, Hyphens, is_cut
from viewer.core.healing.lines import Draft, Drop, Join, Line, read_lines
from viewer.core.healing.underlines import underlined_depth
from viewer.core.healing.wrapping import Wrapping
from viewer.core.repairs import RepairKind

_SOLID = 4
"""With more paragraphs to a block than this, the text was set without blank lines and each stands alone."""
_FRONT = 3
"""So many paragraphs may be titles, which end no sentence either."""


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
    in_one_block = [
        before[-1].block == after[0].block and not joiner.parts(before[-1], after[0])
        for before, after in pairwise(groups)
    ]
    shared = [above or below for above, below in pairwise([False, *in_one_block, False])]
    return tuple(
        Draft(tuple(group), tuple(joined), alone=solid or not beside, depth=underlined_depth(group, below))
        for group, joined, beside, below in zip(groups, joins, shared, [*groups[1:], []], strict=True)
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
        parted = self.parts(before, line)
        if before.block == line.block and not parted:
            reason = self._wrapping.continues(group, line)
            kind = RepairKind.JOINED_LINE
        else:
            reason = cuts.in_two(group, line)
            if not reason and parted:
                reason = cuts.across_page(group, line, self._wrapping)
            elif not reason and in_text:
                reason = cuts.unfinished(group, line)
            kind = RepairKind.JOINED_PAGE_BREAK
        if not reason:
            return None
        if not is_cut(before.text, line.text):
            return Join(kind, " ", reason)
        glue, drops_hyphen, why = self._hyphens.rejoin(before.text, line.text)
        return Join(kind, glue, why, drops_hyphen)

    def parts(self, before: Line, line: Line) -> bool:
        """Whether a page ends between the two lines: a form feed stands there, or what was taken out."""
        if before.page != line.page:
            return True
        place = bisect_left(self._furniture, before.span.end)
        return place < len(self._furniture) and self._furniture[place] < line.span.start
