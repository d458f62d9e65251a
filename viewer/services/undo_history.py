"""What the reader did to the notes of one document, to be undone and done again; merges from outside are no acts."""

from collections.abc import Callable
from itertools import takewhile

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.note_changes import NoteChange, change_between, redone, undone
from viewer.core.notes import Note, Notebook, NoteId
from viewer.services.document_session import DocumentSession


class UndoHistory(QObject):
    """Does the acts, and keeps them in order as long as the document is open."""

    changed = Signal()  # another act is the next to undo or to do again

    def __init__(self, session: DocumentSession) -> None:
        super().__init__(session)
        self._session = session
        self._done: list[NoteChange] = []
        self._undone: list[NoteChange] = []

    @property
    def to_undo(self) -> str:
        """The name of the act that would be undone; empty where there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def to_redo(self) -> str:
        return self._undone[-1].name if self._undone else ""

    @property
    def deletions(self) -> int:
        """How many notes the last acts took away, as far as they did nothing else."""
        return sum(len(act.touched) for act in takewhile(_deletes, reversed(self._done)))

    @Slot(object)
    def write_note(self, note: Note) -> None:
        before = self._session.notebook
        self._session.write_note(note)
        self._keep(change_between(before, before.with_note(note)))

    @Slot(str)
    def delete_note(self, note_id: NoteId) -> None:
        before = self._session.notebook
        self._session.delete_note(note_id)
        self._keep(change_between(before, before.without(note_id)))

    def change(self, notebook: Notebook, name: str) -> None:
        """Put this notebook in the place of the one there is, as one act of this name."""
        before = self._session.notebook
        self._session.show_notebook(notebook)
        self._keep(change_between(before, notebook, name))

    def undo(self) -> NoteChange | None:
        """Take the last act back; None, and the act is let go of, where all that it did has changed again since."""
        return self._lead(self._done, self._undone, undone)

    def redo(self) -> NoteChange | None:
        """Do again the last act that was taken back, likewise."""
        return self._lead(self._undone, self._done, redone)

    def _keep(self, change: NoteChange | None) -> None:
        if change is not None:
            self._done.append(change)
            self._undone.clear()
            self.changed.emit()

    def _lead(
        self,
        acts: list[NoteChange],
        opposite: list[NoteChange],
        way: Callable[[Notebook, NoteChange], Notebook],
    ) -> NoteChange | None:
        if not acts:
            return None
        change, before = acts.pop(), self._session.notebook
        notebook = way(before, change)
        overtaken = notebook == before
        if not overtaken:
            opposite.append(change)
            self._session.show_notebook(notebook)
        self.changed.emit()
        return None if overtaken else change


def _deletes(change: NoteChange) -> bool:
    return change.deletes
