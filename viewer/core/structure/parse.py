"""Makes a source into a communiqué ready to be read: healed, mark-up taken away, paragraphs told apart."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.communique import Communique, Emphasis, EmphasisStyle, Paragraph, ParagraphKind
from viewer.core.repairs import Piece, Repair, RepairKey, RepairKind, RepairMap
from viewer.core.source import Source
from viewer.core.structure.healing import Draft, heal
from viewer.core.structure.identity import identify
from viewer.core.structure.levels import levels
from viewer.core.structure.markup import find_markup
from viewer.core.structure.paragraphs import Shape, classify
from viewer.core.text import Span

_NUMBERED = (ParagraphKind.BODY, ParagraphKind.ITEM)


def parse(source: Source, off: frozenset[RepairKey] = frozenset()) -> Communique:  # noqa: ARG001 - heeded with repairs
    """The communiqué as far as it can be read without knowing names: no sections, no entities yet.

    Pure, linear in the length of the text, and defined for any text. A text of blanks has no paragraph: its reading
    text is empty.
    """
    writing = _Writing()
    written = [_write(draft, writing) for draft in heal(source.text)]
    writing.replace(Span(writing.done, len(source.text)), "")
    text = "".join(writing.out)
    texts = [paragraph.span.of(text) for paragraph in written]
    shapes = [Shape(t, w.alone, w.heading, w.depth, w.indent) for t, w in zip(texts, written, strict=True)]
    kinds = classify(shapes)
    return Communique(
        source=source,
        text=text,
        paragraphs=_paragraphs(written, kinds, levels(shapes, kinds)),
        repair_map=RepairMap(tuple(writing.pieces)),
        repairs=tuple(repair for paragraph in written for repair in paragraph.repairs),
        emphasis=tuple(emphasis for paragraph in written for emphasis in paragraph.emphasis),
        identity=identify(texts, kinds),
    )


class _Writing:
    """The reading text as it grows, and the pieces that tie it to the source up to `done`."""

    __slots__ = ("at", "done", "out", "pieces")

    def __init__(self) -> None:
        self.done = self.at = 0
        self.out: list[str] = []
        self.pieces: list[Piece] = []

    def replace(self, source: Span, words: str) -> None:
        """Writes the words in the place of the stretch of source that follows what is done."""
        if source or words:
            self.pieces.append(Piece(Span(self.at, self.at + len(words)), source))
            self.out.append(words)
            self.at += len(words)
            self.done = source.end


class _Written(NamedTuple):
    span: Span
    repairs: tuple[Repair, ...]
    emphasis: tuple[Emphasis, ...]
    alone: bool
    heading: bool
    depth: int
    indent: int


class _Stretch(NamedTuple):
    """A stretch of source, the words to write for it, and why if they differ."""

    source: Span
    words: str
    repair: RepairKind | None = None


def _write(draft: Draft, writing: _Writing) -> _Written:
    healed = _healed(draft)
    joined = "".join(stretch.words for stretch in healed)
    markup = find_markup(joined)
    writing.replace(Span(writing.done, draft.lines[0].span.start), "\n" if writing.at else "")
    start = writing.at
    repairs = []
    for stretch in _without(markup.removed, healed) if markup.removed else healed:
        if stretch.repair:
            repairs.append(Repair(stretch.repair, writing.at, stretch.source))
        writing.replace(stretch.source, stretch.words)
    whole = Span(start, writing.at)
    emphasis = tuple(Emphasis(Span(start + words.start, start + words.end), style) for words, style in markup.emphasis)
    bold = any(mark.span == whole and mark.style is EmphasisStyle.BOLD for mark in emphasis)
    return _Written(
        whole, tuple(repairs), emphasis, draft.alone, bool(markup.depth) or bold, markup.depth, draft.lines[0].indent
    )


def _healed(draft: Draft) -> list[_Stretch]:
    """The draft's lines and joins in order."""
    stretches: list[_Stretch] = []
    for line, following, join in zip(draft.lines, draft.lines[1:], draft.joins, strict=False):
        kept = Span(line.span.start, line.span.end - join.dropped)
        gap = Span(kept.end, following.span.start)
        stretches += (_Stretch(kept, line.text[: len(kept)]), _Stretch(gap, join.glue, join.kind))
    return [*stretches, _Stretch(draft.lines[-1].span, draft.lines[-1].text)]


def _without(removed: Sequence[Span], stretches: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """The stretches with the removed spans (of the words joined together, in order) cut out of their lines."""
    at = next_removed = 0
    for stretch in stretches:
        if stretch.repair:
            yield stretch
        else:
            place, end = at, at + len(stretch.words)
            while next_removed < len(removed) and removed[next_removed].start < end:
                mark = removed[next_removed]
                yield from _cut(stretch, place - at, mark.start - at, None)
                yield from _cut(stretch, mark.start - at, mark.end - at, RepairKind.MARKUP_REMOVED)
                place, next_removed = mark.end, next_removed + 1
            yield from _cut(stretch, place - at, end - at, None)
        at += len(stretch.words)


def _cut(stretch: _Stretch, start: int, end: int, repair: RepairKind | None) -> Iterator[_Stretch]:
    if end > start:
        source = Span(stretch.source.start + start, stretch.source.start + end)
        yield _Stretch(source, "" if repair else stretch.words[start:end], repair)


def _paragraphs(
    written: Sequence[_Written], kinds: Sequence[ParagraphKind], depths: Sequence[int]
) -> tuple[Paragraph, ...]:
    paragraphs = []
    number = 0
    for paragraph, kind, level in zip(written, kinds, depths, strict=True):
        number += kind in _NUMBERED
        paragraphs.append(Paragraph(paragraph.span, kind, number if kind in _NUMBERED else None, level))
    return tuple(paragraphs)
