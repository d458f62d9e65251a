"""Ctrl+Shift+V in a text field: it pastes plain text there, as in most programs, and opens no new communiqué."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:  # the names do not wait for types they do not use
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PlainPaste(QObject):
    """Filters the events of one field, which is its parent and holds no text but plain text."""

    def __init__(self, field: "QLineEdit | QPlainTextEdit") -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_V and event.modifiers() == _MODIFIERS):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:  # asked first: accepted, the key is no shortcut here
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._field.paste()
            return True
        return False
