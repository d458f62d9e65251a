"""A quiet line that says what was deleted and takes it back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from viewer.core.notes import Note
from viewer.widgets.parts.plain_label import PlainLabel


class UndoLine(QWidget):
    """Keeps the deleted notes; hidden while there are none."""

    note_restored = Signal(object)  # Note

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Deleted notes")
        self._deleted: tuple[Note, ...] = ()
        self._label = PlainLabel("", self, muted=True)
        undo = QPushButton("Undo", self)
        undo.setToolTip("Bring the note back")
        undo.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    def add(self, note: Note) -> None:
        self._keep((*self._deleted, note))

    @Slot()
    def undo(self) -> None:
        """Bring back the note that was deleted last."""
        *rest, note = self._deleted
        self._keep(tuple(rest))
        self.note_restored.emit(note)

    def forget(self) -> None:
        self._keep(())

    def _keep(self, deleted: tuple[Note, ...]) -> None:
        self._deleted = deleted
        self._label.show_text("Note deleted." if len(deleted) == 1 else f"{len(deleted)} notes deleted.")
        self.setVisible(bool(deleted))
