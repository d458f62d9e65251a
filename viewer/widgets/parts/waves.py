"""The wave under words that look damaged; imported where a text has any.

It is painted, because a format of Qt has one underline, and a name that looks damaged keeps its own.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTextBlock

from viewer.core.repairs import Suspicion
from viewer.core.text import Span
from viewer.widgets.parts.marks import SUSPECTED

if TYPE_CHECKING:
    from viewer.widgets.parts.page_view import PageView

_STEP: Final = 2.5  # pixels from a crest to the next trough
_HEIGHT: Final = 2.0  # pixels between crest and trough
_BELOW: Final = 1.5  # pixels between the underline of a name and the crests


def wave_places(page: "PageView") -> Iterator[tuple[Suspicion, QRectF]]:
    """The suspicions on screen, and the place of each wave in pixels of the viewport: one for each line it is in."""
    communique = page.communique
    if communique is None or SUSPECTED in page.hidden_marks:
        return
    for block, first_line in page.visible_lines():
        span = communique.paragraphs[block.blockNumber()].span
        first, end = (bisect_left(communique.suspicions, at, key=_start) for at in (span.start, span.end))
        for suspicion in communique.suspicions[first:end]:
            for place in _places(page, block, first_line.topLeft(), suspicion.span):
                yield suspicion, place


def paint_waves(painter: QPainter, page: "PageView") -> None:
    """In the colour of the pen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _, place in wave_places(page):
        wave = QPainterPath(place.bottomLeft())
        for step in range(1, int(place.width() / _STEP) + 1):
            wave.lineTo(place.left() + step * _STEP, place.top() if step % 2 else place.bottom())
        painter.drawPath(wave)
    painter.restore()


def _places(page: "PageView", block: QTextBlock, first_line: QPointF, span: Span) -> Iterator[QRectF]:
    """Where a wave stands under a span of a paragraph, whose first line begins at this point of the viewport."""
    lines = block.layout()
    metrics = QFontMetricsF(page.text_font)
    below = metrics.underlinePos() + metrics.lineWidth() + _BELOW
    corner = first_line - lines.lineAt(0).position()
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        start = page.to_code_points(block.position() + line.textStart())
        end = page.to_code_points(block.position() + line.textStart() + line.textLength())
        if span.overlaps(Span(start, end)):
            left = page.cursorRect(page.cursor_at(Span(max(span.start, start), max(span.start, start)))).left()
            whole = corner.x() + line.naturalTextRect().right()
            right = whole if span.end >= end else page.cursorRect(page.cursor_at(Span(span.end, span.end))).left()
            yield QRectF(left, corner.y() + line.y() + line.ascent() + below, right - left, _HEIGHT)


def _start(suspicion: Suspicion) -> int:
    return suspicion.span.start
