"""A field that narrows the list beneath it: Esc empties it, Down goes into the list."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.widgets.parts.plain_paste import PlainPaste
from viewer.widgets.parts.undo_keys import UndoKeys


class FilterField(QLineEdit):
    list_wanted = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self._offer_to_clear)
        self.setTextMargins(4, 2, 4, 2)
        PlainPaste(self)
        UndoKeys(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _offer_to_clear(self, text: str) -> None:
        """Show the clear button from the first letter on: its icon takes longer than all the rest of the field."""
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
