"""The tree of repairs: a quiet tree whose rows can have a check box."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionViewItem, QWidget

from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_model import AnyIndex
from viewer.widgets.parts.quiet_tree import QuietTree
from viewer.widgets.parts.row_delegate import RowDelegate

_BOX: Final = 16
_BOX_GAP: Final = 8
_STATES: Final = {
    Qt.CheckState.Checked.value: QStyle.StateFlag.State_On,
    Qt.CheckState.PartiallyChecked.value: QStyle.StateFlag.State_NoChange,
    Qt.CheckState.Unchecked.value: QStyle.StateFlag.State_Off,
}


class RepairsTree(QuietTree):
    """Space and a click on the box switch a row; the list shown anew stays where the reader was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_box(index, event):
            self.mark(index)
            self._switch(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_on_box(self.indexAt(event.position().toPoint()), event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press in haste switches the box again, as it does everywhere."""
        if self._is_on_box(self.indexAt(event.position().toPoint()), event):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._switch(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _is_on_box(self, index: QModelIndex, event: QMouseEvent) -> bool:
        row = self.visualRect(index)
        box = QRect(row.left(), row.top(), _BOX + _BOX_GAP // 2, row.height())
        return _state(index) is not None and box.contains(event.position().toPoint())

    def _switch(self, index: QModelIndex) -> None:
        state = _state(index)
        if state is not None:
            off = state == Qt.CheckState.Checked.value
            wanted = Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class _Delegate(RowDelegate):
    """Draws the check box, then the caption of a group or the words around a place."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        room = option.rect.adjusted(0, 0, -_BOX_GAP, 0)
        if (state := _state(index)) is not None:
            _paint_box(painter, option, state)
            room.setLeft(room.left() + _BOX + _BOX_GAP)
        if index.data(Role.KIND) == RowKind.GROUP:
            self._paint_caption(painter, option, index, room, muted=False)
        else:
            self._paint_mention(painter, option, index, room)
        painter.restore()

    def editorEvent(
        self, _event: object, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: AnyIndex
    ) -> bool:
        """The box is the tree's own affair: Qt would look for it where its own style draws one."""
        return False


def _state(index: AnyIndex) -> int | None:
    state = index.data(Qt.ItemDataRole.CheckStateRole) if index.isValid() else None
    return state if isinstance(state, int) else None


def _paint_box(painter: QPainter, option: QStyleOptionViewItem, state: int) -> None:
    box = QStyleOptionButton()
    box.rect = QRect(option.rect.left(), option.rect.center().y() - _BOX // 2 + 1, _BOX, _BOX)
    box.palette = option.palette
    box.state = QStyle.StateFlag.State_Enabled | _STATES[state]
    widget = option.widget
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, widget)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))  # Fusion's own hardly shows on dark
    painter.drawRect(box.rect.adjusted(0, 0, -1, -1))
