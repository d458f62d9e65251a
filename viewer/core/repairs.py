"""What healing changed between the source text and the reading text, and where each position went."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from viewer.core.text import Span


class RepairKind(StrEnum):
    """Why the reading text differs from the source; the value is what `inspect` prints."""

    JOINED_PAGE_BREAK = "joined-page-break"
    JOINED_LINE = "joined-line"
    REMOVED_HYPHEN = "removed-hyphen"
    REMOVED_PAGE_NUMBER = "removed-page-number"
    REMOVED_RUNNING_HEAD = "removed-running-head"
    COLLAPSED_SPACES = "collapsed-spaces"
    SPLIT_PARAGRAPH = "split-paragraph"
    MARKUP_REMOVED = "markup-removed"
    FOLDED_BOILERPLATE = "folded-boilerplate"


class RepairKey(NamedTuple):
    """What tells one repair of a source from another: its kind, and where in the source it begins."""

    kind: RepairKind
    start: int


class Repair(NamedTuple):
    """One change that healing makes for reading, or would make if the reader had not switched it off.

    `at` is its place in the reading text, `source` the stretch of the source it is about, `reason` in words why it
    was made, fit to show.
    """

    kind: RepairKind
    at: int
    source: Span
    reason: str = ""
    applied: bool = True

    @property
    def key(self) -> RepairKey:
        return RepairKey(self.kind, self.source.start)


class SuspicionKind(StrEnum):
    """What may be wrong with words that are left as they are."""

    GLUED_WORDS = "glued-words"
    SCAN_ERROR = "scan-error"


class Suspicion(NamedTuple):
    """Words of the reading text that look damaged. They are marked and never changed."""

    kind: SuspicionKind
    span: Span
    reason: str


class Piece(NamedTuple):
    """A stretch of reading text and the source it came from; of equal length when it is verbatim."""

    reading: Span
    source: Span


class RepairMap(NamedTuple):
    """Converts positions between the reading text and the source text, both in code points.

    The pieces are in order and leave no gap in either text. A position inside a piece that is not verbatim goes to
    that piece's start.
    """

    pieces: tuple[Piece, ...]

    def to_source(self, position: int) -> int:
        """The source position of a reading position."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.reading.start) - 1
        return _carry(position, self.pieces[index].reading, self.pieces[index].source) if index >= 0 else 0

    def to_reading(self, position: int) -> int:
        """The reading position of a source position."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.source.start) - 1
        return _carry(position, self.pieces[index].source, self.pieces[index].reading) if index >= 0 else 0

    def span_to_source(self, span: Span) -> Span:
        """The source of the span's own words: markup just outside its last word is left out."""
        if not span:
            place = self.to_source(span.start)
            return Span(place, place)
        return Span(self.to_source(span.start), self.to_source(span.end - 1) + 1)

    def span_to_reading(self, span: Span) -> Span:
        """The span's words as far as the reading text has them; a piece written anew counts whole."""
        start = self.to_reading(span.start)
        if not span or not self.pieces:
            return Span(start, start)
        last = self.pieces[max(0, bisect_right(self.pieces, span.end - 1, key=lambda piece: piece.source.start) - 1)]
        end = self.to_reading(span.end - 1) + 1 if len(last.source) == len(last.reading) else last.reading.end
        return Span(start, max(start, end))


def _carry(position: int, from_span: Span, to_span: Span) -> int:
    offset = position - from_span.start
    if len(from_span) == len(to_span):
        return to_span.start + offset
    return to_span.end if position >= from_span.end else to_span.start
