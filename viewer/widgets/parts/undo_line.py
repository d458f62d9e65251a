"""A quiet line that says what was deleted and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from viewer.widgets.parts.plain_label import PlainLabel


class UndoLine(QWidget):
    """Stands while the last that was done was to delete notes."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Deleted notes")
        self._label = PlainLabel("", self, muted=True)
        undo = QPushButton("Undo", self)
        undo.setToolTip("Bring the note back (Ctrl+Z)")
        undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    def show_count(self, deleted: int) -> None:
        """Say how many notes were deleted last; none hides the line."""
        self._label.show_text("Note deleted." if deleted == 1 else f"{deleted} notes deleted.")
        self.setVisible(bool(deleted))
