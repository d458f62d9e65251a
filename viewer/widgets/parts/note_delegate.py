"""Draws the rows of the notes list: a bar in the note's colour at the left, the note beside it."""

from typing import Final, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.core.notes import Note, NoteScope
from viewer.qmodels.notes_model import NOT_FOUND, NoteRole
from viewer.widgets.parts.note_sheet import NoteFace, NoteSheet
from viewer.widgets.parts.theme import LIGHT, Theme

_BAR: Final = 3
_LEFT: Final = 16
_RIGHT: Final = 12
_ABOVE: Final = 8
_KEPT_SHEETS: Final = 256  # more than a list shows at once
_KEPT_HEIGHTS: Final = 20_000  # a list asks for every height whenever one note changes

Kept = TypeVar("Kept")
_SheetKey = tuple[NoteFace, str, int]  # what is drawn, the key of the font, the width in pixels


class NoteDelegate(QStyledItemDelegate):
    mark_clicked = Signal(QModelIndex)  # what says that a note is the other version of another

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._sheets: dict[_SheetKey, NoteSheet] = {}
        self._heights: dict[_SheetKey, int] = {}

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = _column(option)
        key = _face(index), option.font.key(), width
        if key not in self._heights:
            _make_room(self._heights, _KEPT_HEIGHTS)
            self._heights[key] = self._sheet(key, option.font).height()
        return QSize(width + _LEFT + _RIGHT, self._heights[key] + 2 * _ABOVE + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.row))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self._theme.line))
        note: Note = index.data(NoteRole.NOTE)
        bar = QRect(rect.left() + 6, rect.top() + _ABOVE, _BAR, rect.height() - 2 * _ABOVE - 1)
        painter.fillRect(bar, self._theme.note(note.colour))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self._theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        sheet = self._sheet((_face(index), option.font.key(), _column(option)), option.font)
        sheet.paint(painter, QPointF(rect.left() + _LEFT, rect.top() + _ABOVE), self._theme)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and index.data(NoteRole.OTHER_VERSION)
        ):
            sheet = self._sheet((_face(index), option.font.key(), _column(option)), option.font)
            if event.position().y() < option.rect.top() + _ABOVE + sheet.mark_height:
                self.mark_clicked.emit(index)
        return super().editorEvent(event, model, option, index)

    def _sheet(self, key: _SheetKey, font: QFont) -> NoteSheet:
        if key not in self._sheets:
            _make_room(self._sheets, _KEPT_SHEETS)
            self._sheets[key] = NoteSheet(key[0], font, key[2])
        return self._sheets[key]


def _make_room(kept: dict[_SheetKey, Kept], most: int) -> None:
    if len(kept) >= most:
        kept.clear()


def _column(option: QStyleOptionViewItem) -> int:
    """The width in pixels of a note's words: a list asks for sizes without saying how wide it is."""
    view = option.widget
    assert isinstance(view, QAbstractItemView)
    return max(40, view.viewport().width() - _LEFT - _RIGHT)


def _face(index: QModelIndex | QPersistentModelIndex) -> NoteFace:
    note: Note = index.data(NoteRole.NOTE)
    return NoteFace(
        subject=index.data(NoteRole.SUBJECT),
        place=index.data(NoteRole.PLACE),
        body=note.body,
        tags=note.tags,
        quoted=note.scope in (NoteScope.SELECTION, NoteScope.PARAGRAPH),
        warnings=tuple(
            filter(None, ("" if index.data(NoteRole.FOUND) else NOT_FOUND, index.data(NoteRole.OTHER_VERSION)))
        ),
    )
