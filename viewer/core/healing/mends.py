"""The repairs inside a paragraph: what is to be written in the place of which stretch of source, and why."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.communique import Emphasis, EmphasisStyle
from viewer.core.healing.lines import Draft
from viewer.core.healing.markup import Mark, find_markup
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import RepairKey, RepairKind
from viewer.core.text import Span

_SPACES = lazy_pattern(r"[ \t\xa0]{2,}|\t")
_SOFT_HYPHEN = "\xad"
_INSIDE_SOFT = lazy_pattern(r"(?<=\w)\xad(?=\w)")
_SPACES_REASON = "blanks that are one space in print"
_SOFT_REASON = "a hyphen that only shows at the end of a line"


class Cut(NamedTuple):
    """A stretch of source, and the words to write in its place."""

    source: Span
    words: str = ""


class Mend(NamedTuple):
    """A repair to be: `source` is what it is about, `cuts` what it changes, in order."""

    kind: RepairKind
    source: Span
    reason: str
    cuts: tuple[Cut, ...]
    emphasis: Emphasis | None = None
    """The words it emphasises, in positions of the source."""

    @property
    def key(self) -> RepairKey:
        return RepairKey(self.kind, self.source.start)


class Ideal(NamedTuple):
    """A paragraph as it reads with every join made: its words before mends, and where each of its lines stands in it.

    `starts` are positions in `text`, `sources` those of the same code points in the source.
    """

    draft: Draft
    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    @classmethod
    def of(cls, draft: Draft) -> "Ideal":
        first = draft.lines[0]
        if not draft.joins:
            return cls(draft, first.text, (0,), (first.span.start,))
        parts, starts, sources, at = [], [], [], 0
        for line, join in zip(draft.lines, [*draft.joins, None], strict=True):
            words = line.text[: len(line.text) - (join is not None and join.drops_hyphen)]
            starts.append(at)
            sources.append(line.span.start)
            parts += [words, join.glue if join else ""]
            at += len(words) + len(parts[-1])
        return cls(draft, "".join(parts), tuple(starts), tuple(sources))

    def to_source(self, position: int) -> int:
        line = bisect_right(self.starts, position) - 1
        return self.sources[line] + position - self.starts[line]

    def span_to_source(self, span: Span) -> Span:
        """The source from the span's first code point to its last."""
        return Span(self.to_source(span.start), self.to_source(span.end - 1) + 1)


class Mended(NamedTuple):
    """The mends of a paragraph in order, and what its mark-up says of it as a heading."""

    mends: tuple[Mend, ...]
    heading: bool = False
    """A Markdown heading, or a paragraph that is bold from end to end."""
    depth: int = 0
    """How many number signs a Markdown heading has."""


def find_mends(ideal: Ideal) -> Mended:
    """What is to be mended inside one paragraph."""
    markup = find_markup(ideal.text)
    marks = [_mend(mark, ideal) for mark in markup.marks if _in_one_line(mark, ideal)]
    taken = sorted(cut.source for mend in marks for cut in mend.cuts)
    blanks = [mend for mend in _blanks(ideal.draft) if not _touches(taken, mend.source)]
    whole = Span(0, len(ideal.text))
    bold = any(mark.span == whole and mark.style is EmphasisStyle.BOLD for mark in markup.marks)
    mends = sorted([*marks, *blanks], key=lambda mend: mend.source.start) if blanks else marks
    return Mended(tuple(mends), bool(markup.depth) or bold, markup.depth or ideal.draft.depth)


def _touches(taken: Sequence[Span], span: Span) -> bool:
    """Whether one of the stretches, which are in order and lie apart, overlaps the span."""
    place = bisect_right(taken, span.start, key=lambda one: one.start)
    return any(one.overlaps(span) for one in taken[max(0, place - 1) : place + 1])


def _in_one_line(mark: Mark, ideal: Ideal) -> bool:
    """Whether no stretch to be taken away goes over the end of a line."""
    return all(len(ideal.span_to_source(span)) == len(span) for span in mark.removed)


def _mend(mark: Mark, ideal: Ideal) -> Mend:
    emphasis = None
    if mark.style is not None and mark.words is not None:
        emphasis = Emphasis(ideal.span_to_source(mark.words), mark.style)
    cuts = tuple(Cut(ideal.span_to_source(span)) for span in mark.removed)
    return Mend(RepairKind.MARKUP_REMOVED, ideal.span_to_source(mark.span), mark.reason, cuts, emphasis)


def _blanks(draft: Draft) -> Iterator[Mend]:
    """Runs of blanks that are one space in print, and hyphens that only a typesetter sees."""
    for line in draft.lines:
        if "  " in line.text or "\t" in line.text or "\xa0" in line.text:
            for match in _SPACES.finditer(line.text):
                source = Span(line.span.start + match.start(), line.span.start + match.end())
                yield Mend(RepairKind.COLLAPSED_SPACES, source, _SPACES_REASON, (Cut(source, " "),))
        if _SOFT_HYPHEN in line.text:
            for match in _INSIDE_SOFT.finditer(line.text):
                source = Span(line.span.start + match.start(), line.span.start + match.end())
                yield Mend(RepairKind.REMOVED_HYPHEN, source, _SOFT_REASON, (Cut(source),))
