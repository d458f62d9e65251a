"""The tree view of every pane: no frame, no header; says which row was chosen, by mouse or by key."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget

from viewer.core.display_names import shown_name
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_model import AnyIndex
from viewer.widgets.parts.row_delegate import RowDelegate
from viewer.widgets.parts.theme import Theme

_CAPTIONS: Final = (RowKind.ROOT, RowKind.GROUP)
_BAR_WIDTH: Final = 3
_HOVER_ALPHA: Final = 0.5
_KEYS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_Hint = QAbstractItemView.ScrollHint
INDENTATION: Final = 14


class QuietTree(QTreeView):
    """A caption opens and closes when it is chosen; every other row is reported."""

    row_chosen = Signal(QModelIndex)
    row_reached = Signal(QModelIndex)  # by a key that moved to it
    menu_wanted = Signal(QModelIndex, QPoint)  # of a row; where, in global coordinates

    def __init__(self, parent: QWidget | None = None, *, inset: int = 0) -> None:
        """`inset` moves the rows that cannot be opened to the right by so many pixels, or to the left."""
        super().__init__(parent)
        # A viewport of our own: asked for one that Qt made, PySide6 builds its view of every kind of widget there is.
        self.setViewport(QWidget(self))
        self._empty_text = ""
        self._hovered = QModelIndex()
        self._by_key = False
        self._rows = RowDelegate(self, inset)
        self.setItemDelegate(self._rows)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(INDENTATION)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Fusion does not ask for it, and without it no row is drawn anew as the pointer moves.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        made = QPalette()  # all but this is the window's
        made.setColor(QPalette.ColorRole.Highlight, QColor(theme.row))
        self.setPalette(made)
        self._rows.set_theme(theme)
        self.viewport().update()

    def show_empty_text(self, text: str) -> None:
        """Say what fills the tree; shown while it has no rows."""
        self._empty_text = shown_name(text)
        self.setAccessibleDescription(self._empty_text)
        self.viewport().update()

    def reveal(self, index: QModelIndex) -> None:
        """Make a row the current one, in the middle if it was out of view; no signal asks anybody for anything."""
        seen = self.sees(index)
        self.setCurrentIndex(index)
        self.scrollTo(index, _Hint.EnsureVisible if seen else _Hint.PositionAtCenter)

    def sees(self, index: QModelIndex) -> bool:
        """Whether the whole row is on screen."""
        place = self.visualRect(index)
        room = self.viewport().rect().adjusted(0, 0, 0, 1)  # Qt scrolls a row up to its last line of pixels
        return not place.isEmpty() and room.contains(place)

    def mark(self, index: QModelIndex) -> None:
        """Make a row the current one, and neither scroll nor open anything."""
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A tree that gets lower keeps its current row on screen."""
        current = self.currentIndex()
        place = self.visualRect(current)
        seen = not place.isEmpty() and place.top() >= 0 and place.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.scrollTo(current, _Hint.EnsureVisible)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if event.reason() in _KEYS and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        before = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and before.isValid():
            self._choose(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.row_reached.emit(self.currentIndex())

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are commands here, as in the text; the filter finds names."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index, place = self.indexAt(event.pos()), event.globalPos()
        if index.isValid():
            self.menu_wanted.emit(index, place)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        # Before the row itself, because a delegate would paint its background over the arrow.
        if self.selectionModel().isSelected(index):
            painter.fillRect(row, self.palette().highlight())
        elif index == self._hovered:
            painter.fillRect(row, _faint(self.palette().highlight().color()))
        super().drawRow(painter, option, index)
        if self._by_key and self.hasFocus() and index == self.currentIndex():
            painter.setPen(self.palette().accent().color())  # an outline, for a reader who moves by key
            painter.drawRect(row.adjusted(0, 0, -1, -1))
        if index.data(Role.MARKED):
            painter.fillRect(QRect(0, row.top() + 4, _BAR_WIDTH, row.height() - 8), self.palette().accent())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._hovered = self._under_pointer()
        super().paintEvent(event)
        if self._empty_text and not (self.model() and self.model().rowCount()):
            self._paint_empty_text()

    def _under_pointer(self) -> QModelIndex:
        if not self.viewport().underMouse():
            return QModelIndex()
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))

    def _paint_empty_text(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.viewport().rect().adjusted(12, 8, -12, -8)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop), self._empty_text)
        painter.end()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.data(Role.KIND) in _CAPTIONS:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.row_chosen.emit(index)


def _faint(colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlphaF(_HOVER_ALPHA)
    return made
