"""Edit > Undo and Redo: typing where the focus is in a field that has any to undo, otherwise the last act on notes."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from viewer.core.note_changes import NoteChange
from viewer.services.undo_history import UndoHistory
from viewer.widgets.main_window import MainWindow
from viewer.widgets.parts.announcing import announce

_TYPING: Final = "typing"
_VERBS: Final = {"undo": "&Undo", "redo": "&Redo"}


class UndoActs(QObject):
    """Knows the history of the open document's notes, and says in the menu what would be undone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._history: UndoHistory | None = None
        for command, act in (("undo", self.undo), ("redo", self.redo)):
            window.action(command).triggered.connect(act)
        window.menu("Edit").aboutToShow.connect(self._show_in_menu)
        window.menu("Edit").aboutToHide.connect(self._allow_keys)
        window.notes.undo_wanted.connect(self.undo_note_act)

    def adopt(self, history: UndoHistory) -> None:
        """Undo in the notes of another document from now on."""
        self._history = history
        history.changed.connect(self._show)
        self._show()

    @Slot()
    def undo(self) -> None:
        field = _field()
        if field is not None and _can_undo(field):
            field.undo()
        else:
            self.undo_note_act()

    @Slot()
    def redo(self) -> None:
        field = _field()
        if field is not None and _can_redo(field):
            field.redo()
        elif self._history is not None:
            name = self._history.to_redo
            self._tell("Done again", name, self._history.redo())

    @Slot()
    def undo_note_act(self) -> None:
        if self._history is not None:
            name = self._history.to_undo
            self._tell("Undone", name, self._history.undo())

    def _tell(self, what: str, name: str, change: NoteChange | None) -> None:
        """Show the note that was changed, or say why none was."""
        if change is not None:
            self._window.notes.select_note(change.touched[0].id)
            announce(self._window.notes, f"{what}: {name}")
        elif name:
            self._window.notice.hint(f"“{name.capitalize()}” stays as it is: all of it was changed again since.")

    @Slot()
    def _show(self) -> None:
        """Say of each command what it would do."""
        for (command, verb), name in zip(_VERBS.items(), self._names(), strict=True):
            self._window.action(command).setText(f"{verb} {name}".strip())
        if self._history is not None:
            self._window.notes.show_deletions(self._history.deletions)

    @Slot()
    def _show_in_menu(self) -> None:
        self._show()
        for command, name in zip(_VERBS, self._names(), strict=True):
            self._window.action(command).setEnabled(bool(name))

    @Slot()
    def _allow_keys(self) -> None:
        """The keys always work: nothing tells when a field has something to undo or no longer."""
        for command in _VERBS:
            self._window.action(command).setEnabled(True)

    def _names(self) -> tuple[str, str]:
        """What would be undone and done again; empty where there is nothing."""
        field, history = _field(), self._history
        types, retypes = field is not None and _can_undo(field), field is not None and _can_redo(field)
        done, taken_back = (history.to_undo, history.to_redo) if history is not None else ("", "")
        return _TYPING if types else done, _TYPING if retypes else taken_back


def _field() -> QLineEdit | QPlainTextEdit | None:
    """The field that is being written in."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly() else None


def _can_undo(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _can_redo(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
