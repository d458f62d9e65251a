"""The page itself: one communiqué set as text in a centred column, its entities marked, its choices tinted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from viewer.core.communique import Communique
from viewer.core.repairs import Repair, RepairKind
from viewer.core.text import Span, Utf16Map
from viewer.widgets.parts import page
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.tints import Tints

if TYPE_CHECKING:  # the first frame shows no entities
    from viewer.core.mentions import Mention
    from viewer.core.repair_places import Fold
    from viewer.widgets.parts.reader_place import ReaderPlace

_LONGEST_WORD: Final = 1000  # letters
_TOP: Final = 40  # pixels above the title


class Gutters(NamedTuple):
    """The edges of the text column, in pixels of the viewport."""

    left: float
    right: float


class PageView(QTextEdit):
    """Shows a text and never reads it back: positions are code points of the communiqué's own string."""

    resized = Signal()  # `room` has changed
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
        self.theme = LIGHT
        self.text_font = page.page_font(12)
        self.room = QSize()
        """The size of the viewport. Asked for the viewport itself, PySide6 builds its view of every kind of widget."""
        self._moved = False
        self._breaks_words = False
        self._units = Utf16Map("")
        self.hidden_marks: frozenset[str] = frozenset()
        self.folds: tuple[Fold, ...] = ()
        """What is folded away of the web page that the text came from, or could be."""
        self._tints = Tints(self)

    # What is shown ----------------------------------------------------------------------------------------------

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        """Show a communiqué; a newer reading of the text on screen only renews the marks.

        Where the same source is read in another way, what stood at the top stands there still.
        """
        same_page = self.communique is not None and page.sets_alike(self.communique, communique)
        place = self._place_in(communique) if not same_page else None
        self._tints.forget()
        if not same_page:
            self.communique = None  # filling the document may resize the page before the two agree
            self._wrap(communique.text)
            self.document().setPlainText(communique.text)
        self.communique = communique
        if not same_page:
            self._units = Utf16Map(communique.text)
            self.folds = _folds(communique)
            self._set_page()
            self.setTextCursor(QTextCursor(self.document()))  # filling the document left it at the end
            if self.offset:
                self.verticalScrollBar().setValue(0)
        self._mark()
        if place is not None:
            from viewer.widgets.parts.reader_place import go_back  # noqa: PLC0415 - not before the first frame

            go_back(self, place)

    def show_selection(self, mentions: "tuple[Mention, ...]", current: Span | None) -> None:
        """Tint the mentions of the chosen entity, the current one more strongly."""
        self._tints.choose(mentions, current)

    def set_theme(self, theme: Theme) -> None:
        if theme is not self.theme:
            self.theme = theme
            self._set_again()

    def set_text_size(self, points: float) -> None:
        if points != self.text_font.pointSizeF():
            self.text_font = page.page_font(points)
            self._set_again()

    def set_hidden_marks(self, kinds: frozenset[str]) -> None:
        if kinds != self.hidden_marks:
            self.hidden_marks = kinds
            self._mark()

    @Slot(object)
    def reveal(self, span: Span) -> None:
        """Go to a span: tint it for a second and put the caret at its start, where keys and screen readers go on.

        Where it is not well in view, scroll so that it stands a third from the top.
        """
        start, height = self.cursor_at(Span(span.start, span.start)), self.room.height()
        if not height // 12 <= self.cursorRect(start).top() <= height * 2 // 3:
            self.scroll_to(span.start, height // 3)
        self.setTextCursor(start)  # only now: a caret out of view would bring itself to the window's edge
        self._tints.reach(span)

    @property
    def offset(self) -> int:
        """How far the page is scrolled, in pixels. Until it first is, the scroll bar need not be known to Python."""
        return self.verticalScrollBar().value() if self._moved else 0

    # Positions --------------------------------------------------------------------------------------------------

    def cursor_at(self, span: Span) -> QTextCursor:
        """A Qt cursor that selects a span of the reading text."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_units(span.start))
        cursor.setPosition(self._units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def to_code_points(self, units: int) -> int:
        return self._units.to_code_points(units)

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

    def joins(self) -> Iterator[tuple[Repair, QRectF]]:
        """The joins on screen: each repair that brought words together, and its place in pixels of the viewport."""
        if self.communique is None or not self.communique.paragraphs:
            return
        paragraphs = self.communique.paragraphs
        for block, _ in self.visible_lines():
            for repair in self.communique.repairs_in(paragraphs[block.blockNumber()].span):
                if repair.kind is RepairKind.JOINED_PAGE_BREAK:
                    before = QRectF(self.cursorRect(self.cursor_at(Span(repair.at, repair.at))))
                    after = QRectF(self.cursorRect(self.cursor_at(Span(repair.at + 1, repair.at + 1))))
                    yield repair, before if after.top() > before.top() else before.united(after)

    # Setting the page -------------------------------------------------------------------------------------------

    def _place_in(self, communique: Communique) -> "ReaderPlace | None":
        if self.communique is None:
            return None
        from viewer.widgets.parts.reader_place import place_on  # noqa: PLC0415 - not before the first frame

        return place_on(self, communique)

    def _set_page(self) -> None:
        if self.communique is not None:
            quiet = self.palette().placeholderText()
            page.set_page(self.document(), self.communique, self._units, self.text_font, quiet)
            if self.folds:
                from viewer.widgets.parts.folds import make_room  # noqa: PLC0415 - few texts have any

                make_room(self, self.folds)
            self._set_column()

    def _set_again(self) -> None:
        """Set the page anew for another type or theme, and keep what was at the top there."""
        top = self.visible_span().start
        self._set_page()
        self._mark()
        if top:
            self.scroll_to(top, 0)
        self._tints.show()

    def _wrap(self, text: str) -> None:
        """Break lines between words, but anywhere in a text whose longest word would take Qt minutes."""
        anywhere = max(map(len, text.split()), default=0) > _LONGEST_WORD
        if anywhere != self._breaks_words:
            self._breaks_words = anywhere
            mode = QtGui.QTextOption.WrapMode
            self.setWordWrapMode(mode.WrapAnywhere if anywhere else mode.WrapAtWordBoundaryOrAnywhere)

    def _set_column(self) -> None:
        """Centre a column of the book's measure, with room for the margins."""
        left, right = page.side_margins(self.room.width(), self.communique, self.text_font)
        made = QTextFrameFormat(self.document().rootFrame().frameFormat())
        made.setLeftMargin(left)
        made.setRightMargin(right)
        made.setTopMargin(_TOP)
        made.setBottomMargin(_TOP * 2)
        self.document().rootFrame().setFrameFormat(made)

    def scroll_to(self, position: int, below_top: int) -> None:
        """Scroll so that the line of a reading position has its top so many pixels below the page's upper edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(self.cursor_at(Span(position, position))).top() - below_top)

    def _mark(self) -> None:
        if self.communique is not None and self.communique.analysed:
            from viewer.widgets.parts.marks import set_marks  # noqa: PLC0415 - the first frame has no marks

            set_marks(self.document(), self.communique, self.hidden_marks, self._units, self.theme)

    # Qt's own ---------------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._moved = True
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def resizeEvent(self, event: "QtGui.QResizeEvent") -> None:
        # A page that only grows higher or lower stays where it is; one that is set anew keeps its top.
        top = self.visible_span().start if event.size().width() != self.room.width() else 0
        self.room = event.size()
        self._set_column()
        super().resizeEvent(event)
        self.resized.emit()
        if top:
            self.scroll_to(top, 0)

    def createMimeDataFromSelection(self) -> "QtCore.QMimeData":
        """The words as they stand in our text: Qt's own copy turns no-break spaces into spaces."""
        made = QtCore.QMimeData()
        if self.communique is not None and (span := self.selected_span()):
            made.setText(span.of(self.communique.text))
        return made

    def loadResource(self, _kind: int, _name: "QtCore.QUrl | str") -> "QtGui.QImage":
        """Nothing is ever loaded: only a real image keeps Qt from reading the file itself."""
        return QtGui.QImage(1, 1, QtGui.QImage.Format.Format_ARGB32)


def _folds(communique: Communique) -> "tuple[Fold, ...]":
    if all(repair.kind is not RepairKind.FOLDED_BOILERPLATE for repair in communique.repairs):
        return ()
    from viewer.core.repair_places import folds  # noqa: PLC0415 - few texts have any

    return folds(communique)


def _first_line(block: QTextBlock, top_left: QPointF) -> QRectF:
    layout = block.layout()
    if layout.lineCount() == 0:  # not laid out yet
        return QRectF()
    line = layout.lineAt(0)
    return QRectF(line.x(), line.y(), line.naturalTextWidth(), line.ascent()).translated(top_left)
