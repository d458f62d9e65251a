"""Writes the reading text out of the source: verbatim, but for the repairs that are switched on."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from viewer.core.communique import Emphasis
from viewer.core.healing.lines import Draft, Drop, Join, Line
from viewer.core.healing.mends import Mend
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import Piece, Repair, RepairKey, RepairKind, RepairMap
from viewer.core.text import Span

NO_DRAFT = -1
"""Stands for the draft of a paragraph of lines that would be taken out, had the reader not switched that off."""
_WORDS_OF_LINE = lazy_pattern(r"\S(?:[^\n]*\S)?")


class Written(NamedTuple):
    """The reading text, with what ties it to the source. `drafts` has the number of each paragraph's draft."""

    text: str
    repair_map: RepairMap
    repairs: tuple[Repair, ...]
    emphasis: tuple[Emphasis, ...]
    drafts: tuple[int, ...]


def write(
    source: str, drafts: Sequence[Draft], drops: Sequence[Drop], mends: Sequence[Mend], off: frozenset[RepairKey]
) -> Written:
    """The reading text of the drafts; `drops` and `mends` are in the order of the source."""
    writer = _Writer(source, drops, mends, off)
    for number, draft in enumerate(drafts):
        writer.write(draft, number)
    return writer.finish()


class _Change(NamedTuple):
    """A repair whose place in the reading text is not known yet."""

    source: Span
    kind: RepairKind
    reason: str
    applied: bool


class _Writer:
    """The reading text as it grows, and the pieces that tie it to the source up to `_done`."""

    def __init__(self, source: str, drops: Sequence[Drop], mends: Sequence[Mend], off: frozenset[RepairKey]) -> None:
        self._source, self._off = source, off
        self._drops = list(reversed(drops))
        self._changes = [_Change(mend.source, mend.kind, mend.reason, mend.key not in off) for mend in mends]
        self._on = [mend for mend in mends if mend.key not in off]
        cuts = (cut for mend in self._on for cut in mend.cuts)
        # Of cuts that begin together the widest comes first, and a new line before a blank: the others lie inside it.
        self._cuts = sorted(cuts, key=lambda cut: (cut.source.start, -cut.source.end, cut.words), reverse=True)
        self._done = self._at = 0
        self._out: list[str] = []
        self._pieces: list[Piece] = []
        self._drafts: list[int] = []

    def write(self, draft: Draft, number: int) -> None:
        """Write a paragraph, and before it what the reader wants to keep of what stands above it."""
        before: Line | None = None
        for line, join, following in zip(draft.lines, (None, *draft.joins), (*draft.joins, None), strict=True):
            joined = join is not None and before is not None and self._join(before, line, join)
            if not joined:
                self._keep_drops(line.span.start)
                self._begin_paragraph(line.span.start, number)
            self._verbatim(line.span.end - (following is not None and following.drops_hyphen))
            before = line

    def finish(self) -> Written:
        self._keep_drops(len(self._source))
        self._replace(len(self._source), "")
        repair_map, text = RepairMap(tuple(self._pieces)), "".join(self._out)
        repairs = tuple(
            Repair(kind, repair_map.to_reading(source.start), source, reason, applied)
            for source, kind, reason, applied in sorted(self._changes)
        )
        return Written(text, repair_map, repairs, tuple(self._emphases(repair_map, text)), tuple(self._drafts))

    def _join(self, before: Line, line: Line, join: Join) -> bool:
        """Write what joins two lines, if the reader wants them joined and nothing that is kept stands between."""
        gap = Span(before.span.end, line.span.start)
        between = takewhile(lambda drop: drop.source.start < gap.end, reversed(self._drops))
        kept = any(self._is_off(drop.kind, drop.source) for drop in between)
        joined = not kept and not self._is_off(join.kind, gap)
        self._changes.append(_Change(gap, join.kind, join.reason, joined))
        if join.drops_hyphen:
            hyphen = Span(gap.start - 1, gap.start)
            dropped = joined and not self._is_off(RepairKind.REMOVED_HYPHEN, hyphen)
            self._changes.append(_Change(hyphen, RepairKind.REMOVED_HYPHEN, join.reason, dropped))
            (self._replace if dropped else self._copy)(gap.start)
        if joined:
            self._keep_drops(gap.end)
            self._replace(gap.end, join.glue)
        return joined

    def _is_off(self, kind: RepairKind, source: Span) -> bool:
        return RepairKey(kind, source.start) in self._off

    def _keep_drops(self, end: int) -> None:
        """Note what is taken out before a place; what the reader wants to keep of it is written, line by line."""
        while self._drops and self._drops[-1].source.start < end:
            drop = self._drops.pop()
            kept = self._is_off(drop.kind, drop.source)
            self._changes.append(_Change(drop.source, drop.kind, drop.reason, not kept))
            for match in _WORDS_OF_LINE.finditer(drop.source.of(self._source)) if kept else ():
                self._begin_paragraph(drop.source.start + match.start(), NO_DRAFT)
                self._copy(drop.source.start + match.end())

    def _begin_paragraph(self, start: int, number: int) -> None:
        self._replace(start, "\n" if self._at else "")
        self._drafts.append(number)

    def _verbatim(self, end: int) -> None:
        """Write up to `end`, with the cuts before it made."""
        while self._cuts and self._cuts[-1].source.start < end:
            cut = self._cuts.pop()
            if cut.source.end <= self._done:  # it lies in what another cut has written anew
                continue
            self._copy(cut.source.start)
            self._replace(cut.source.end, cut.words)
            self._drafts += self._drafts[-1:] * cut.words.count("\n")
        self._copy(end)

    def _copy(self, end: int) -> None:
        self._replace(end, self._source[self._done : end])

    def _replace(self, end: int, words: str = "") -> None:
        """Write the words in the place of the source from what is done up to `end`."""
        if end > self._done or words:
            self._pieces.append(Piece(Span(self._at, self._at + len(words)), Span(self._done, end)))
            self._out.append(words)
            self._at += len(words)
            self._done = end

    def _emphases(self, repair_map: RepairMap, text: str) -> Iterator[Emphasis]:
        """The emphasised words in reading positions; what a switched-off join parts is emphasised in its parts."""
        for mend in self._on:
            if mend.emphasis is not None:
                whole = repair_map.span_to_reading(mend.emphasis.span)
                for match in _WORDS_OF_LINE.finditer(whole.of(text)):
                    yield Emphasis(Span(whole.start + match.start(), whole.start + match.end()), mend.emphasis.style)
