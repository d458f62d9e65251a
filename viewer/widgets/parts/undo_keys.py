"""Ctrl+Z in a text field: the window's commands take it, which undo typing there first and then acts on notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:  # the names do not wait for types they do not use
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class UndoKeys(QObject):
    """Filters the events of one field, which is its parent: Qt's fields keep these keys even with nothing to undo."""

    def __init__(self, field: "QLineEdit | QPlainTextEdit") -> None:
        super().__init__(field)
        self._field = field  # held: PySide crashes where a field that Python has let go of is filtered
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return True
        return False
