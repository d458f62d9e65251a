"""The margins of the page: paragraph numbers at the left, note markers at the right; joins and waves in the text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from viewer.widgets.parts.page import NUMBER_GAP, number_font
from viewer.widgets.parts.page_view import PageView

if TYPE_CHECKING:  # the first frame shows no notes
    from collections.abc import Mapping

    from viewer.core.notes import NoteColour

    NoteColours = Mapping[int, tuple[NoteColour, ...]]  # the colours of the notes on a paragraph, by its index

_MARKER: Final = 8.0
_MARKER_GAP: Final = 16.0
_MOST_MARKERS: Final = 4
_AROUND_NUMBER: Final = " .()[]:§¶–—-"
_REACH: Final = 4  # pixels around a marker where a click still counts


class MarginLayer(QWidget):
    """Lies over the page and lets everything through but its own few marks.

    Muted by its role: a pen of another colour would need the whole Qt namespace before the first frame.
    """

    page_painted = Signal()  # the first frame since `await_frame`

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._notes: NoteColours = {}
        self._empty_words = ""
        self._awaited = False
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        page.scrolled.connect(self.update)
        page.textChanged.connect(self.update)
        page.resized.connect(self._cover)

    def await_frame(self) -> None:
        """Another text is about to be shown: forget its notes, and tell when it is on the screen."""
        self._notes, self._awaited = {}, True
        self.update()

    def show_notes(self, colours: "NoteColours") -> None:
        self._notes = colours
        self.update()

    def show_empty_words(self, words: str) -> None:
        """Say this in the middle of the page while it has no text."""
        self._empty_words = words
        self.update()

    def marker_at(self, point: QPointF) -> int | None:
        """The index of the paragraph whose note marker is at a point of the page."""
        for index, rect, _ in self._markers() if self._notes else ():
            if rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
                return index
        return None

    @Slot()
    def _cover(self) -> None:
        self.setGeometry(0, 0, self._page.room.width(), self._page.room.height())

    def paintEvent(self, _event: "QtGui.QPaintEvent") -> None:
        painter = QPainter(self)
        if self._page.document().isEmpty():
            self._paint_empty_words(painter)
        else:
            self._paint_numbers(painter)
            self._paint_joins(painter)
            self._paint_waves(painter)
            if self._page.folds:
                from viewer.widgets.parts.folds import paint_folds  # noqa: PLC0415 - few texts have any

                paint_folds(painter, self._page)
            self._paint_markers(painter)
        painter.end()
        if self._awaited and self._page.communique is not None:
            self._awaited = False
            self.page_painted.emit()

    def _paint_empty_words(self, painter: QPainter) -> None:
        if self._empty_words:
            painter.setFont(self._page.text_font)
            left, right = self._page.gutters()
            column = QRectF(left, 0, right - left, self.height())
            flags = QtCore.Qt.AlignmentFlag.AlignCenter | QtCore.Qt.TextFlag.TextWordWrap
            painter.drawText(column, flags, self._empty_words)

    def _paint_numbers(self, painter: QPainter) -> None:
        """Hang each paragraph's number in the left margin, on the baseline of its first line."""
        small = number_font(self._page.text_font)
        painter.setFont(small)
        metrics, right = QFontMetricsF(small), self._page.gutters().left - NUMBER_GAP
        for number, line in self._numbers():
            painter.drawText(QPointF(right - metrics.horizontalAdvance(number), line.bottom()), number)

    def _numbers(self) -> Iterator[tuple[str, QRectF]]:
        """The numbers of the paragraphs on screen, but for those that the text prints itself."""
        communique = self._page.communique
        if communique is None or not communique.paragraphs:
            return
        for block, line in self._page.visible_lines():
            index = block.blockNumber()
            paragraph = communique.paragraphs[index]
            mark = communique.text[paragraph.span.start : paragraph.span.start + paragraph.mark]
            shared = index > 0 and communique.paragraphs[index - 1].number == paragraph.number
            if paragraph.number is not None and not shared and mark.strip(_AROUND_NUMBER) != str(paragraph.number):
                yield str(paragraph.number), line

    def _paint_joins(self, painter: QPainter) -> None:
        """A fine broken line where healing joined two parts of the source."""
        for _, place in self._page.joins():
            painter.setPen(QtGui.QPen(painter.pen().color(), 1, QtCore.Qt.PenStyle.DotLine))
            middle = place.center().x()
            painter.drawLine(QPointF(middle, place.top() + 1), QPointF(middle, place.bottom() - 1))

    def _paint_waves(self, painter: QPainter) -> None:
        """Under words that look damaged."""
        if self._page.communique is not None and self._page.communique.suspicions:
            from viewer.widgets.parts.waves import paint_waves  # noqa: PLC0415 - few texts have any

            paint_waves(painter, self._page)

    def _paint_markers(self, painter: QPainter) -> None:
        """A small flag for each note of a paragraph, up to four."""
        for _, rect, colour in self._markers() if self._notes else ():
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(self._page.theme.note(colour))
            painter.drawRoundedRect(rect, 2, 2)

    def _markers(self) -> "Iterator[tuple[int, QRectF, NoteColour]]":
        """Every marker on screen: its paragraph's index, its place, its colour."""
        left = self._page.gutters().right + _MARKER_GAP
        for block, line in self._page.visible_lines():
            for place, colour in enumerate(self._notes.get(block.blockNumber(), ())[:_MOST_MARKERS]):
                rect = QRectF(left + place * (_MARKER + 4), line.bottom() - _MARKER - 1, _MARKER, _MARKER)
                yield block.blockNumber(), rect, colour
