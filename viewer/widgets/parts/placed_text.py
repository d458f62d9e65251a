"""A text on screen whose places are those of the communiqué: code points outside, Qt's own units within."""

from collections.abc import Iterator
from typing import NamedTuple

# Types of Qt that the first frame does not use are named through their module: see reading_pane.
from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from viewer.core.communique import Communique
from viewer.core.text import Span, Utf16Map


class Gutters(NamedTuple):
    """The edges of the text column, in pixels of the viewport."""

    left: float
    right: float


class PlacedText(QTextEdit):
    """Shows a text and never reads it back: positions are code points of the communiqué's own string."""

    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always on: a bar that comes and goes resizes the page while it is being set.
        self.setProperty("verticalScrollBarPolicy", 2)  # Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.communique: Communique | None = None
        self.room = QSize()
        """The size of the viewport. Asked for the viewport itself, PySide6 builds its view of every kind of widget."""
        self._moved = False
        self.units = Utf16Map("")

    def put_text(self, communique: Communique) -> None:
        """Fill the document with the text of a communiqué."""
        self.communique = None  # filling the document may resize the page before the two agree
        self.document().setPlainText(communique.text)
        self.communique = communique
        self.units = Utf16Map(communique.text)

    # Positions ----------------------------------------------------------------------------------------------------

    def cursor_at(self, span: Span) -> QTextCursor:
        """A Qt cursor that selects a span of the reading text."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.units.to_units(span.start))
        cursor.setPosition(self.units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def to_code_points(self, units: int) -> int:
        return self.units.to_code_points(units)

    def selected_span(self) -> Span | None:
        """The selected words, without the white space at their ends; None when nothing is selected."""
        cursor = self.textCursor()
        if self.communique is None or not cursor.hasSelection():
            return None
        start = self.to_code_points(cursor.selectionStart())
        words = self.communique.text[start : self.to_code_points(cursor.selectionEnd())]
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else None

    def visible_span(self) -> Span:
        """The reading text on screen, to the paragraph."""
        if self.communique is None or not self.communique.paragraphs or self.document().isEmpty():
            return Span(0, 0)
        corners = QPoint(0, 0), QPoint(self.room.width(), self.room.height())
        last = len(self.communique.paragraphs) - 1
        # Of a page only half laid out Qt may find the lower corner above the upper one.
        top, bottom = sorted(min(self.cursorForPosition(corner).blockNumber(), last) for corner in corners)
        return Span(self.communique.paragraphs[top].span.start, self.communique.paragraphs[bottom].span.end)

    def gutters(self) -> Gutters:
        shape = self.document().rootFrame().frameFormat()
        return Gutters(shape.leftMargin(), self.room.width() - shape.rightMargin())

    def visible_lines(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks on screen, each with its first line from its top to its baseline in pixels of the viewport."""
        layout, offset = self.document().documentLayout(), QPointF(0, -self.offset)
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(offset)
            if rect.top() > self.room.height():
                return
            yield block, _first_line(block, rect.topLeft())
            block = block.next()

    # Scrolling ----------------------------------------------------------------------------------------------------

    @property
    def offset(self) -> int:
        """How far the page is scrolled, in pixels. Until it first is, the scroll bar need not be known to Python."""
        return self.verticalScrollBar().value() if self._moved else 0

    def scroll_to(self, position: int, below_top: int) -> None:
        """Scroll so that the line of a reading position has its top so many pixels below the page's upper edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(self.cursor_at(Span(position, position))).top() - below_top)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._moved = True
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    # Qt's own -----------------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> "QtCore.QMimeData":
        """The words as they stand in our text: Qt's own copy turns no-break spaces into spaces."""
        made = QtCore.QMimeData()
        if self.communique is not None and (span := self.selected_span()):
            made.setText(span.of(self.communique.text))
        return made

    def loadResource(self, _kind: int, _name: "QtCore.QUrl | str") -> "QtGui.QImage":
        """Nothing is ever loaded: only a real image keeps Qt from reading the file itself."""
        return QtGui.QImage(1, 1, QtGui.QImage.Format.Format_ARGB32)


def _first_line(block: QTextBlock, top_left: QPointF) -> QRectF:
    layout = block.layout()
    if layout.lineCount() == 0:  # not laid out yet
        return QRectF()
    line = layout.lineAt(0)
    return QRectF(line.x(), line.y(), line.naturalTextWidth(), line.ascent()).translated(top_left)
