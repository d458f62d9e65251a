"""Tells what another program did to the notes file, and lets the reader have it otherwise."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Slot

from viewer.core.notes import Note, NoteId
from viewer.core.reconcile import Reconciled
from viewer.services.document_session import DocumentSession
from viewer.services.note_history import NoteHistory
from viewer.widgets.main_window import MainWindow

_RESTORE: Final = "restore-notes"
_REMOVE: Final = "remove-notes"


class MergeActs(QObject):
    """Knows the notes that vanished from the file: those that went, and those that were put back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: DocumentSession | None = None
        self._history: NoteHistory | None = None
        self._gone: tuple[Note, ...] = ()
        self._put_back: tuple[Note, ...] = ()
        window.action(_RESTORE).triggered.connect(self.restore)
        window.action(_REMOVE).triggered.connect(self.remove)
        self._offer()

    def adopt(self, session: DocumentSession, history: NoteHistory) -> None:
        """Tell of the notes of another document from now on."""
        self._session, self._history = session, history
        self._gone, self._put_back = (), ()
        self._offer()

    @Slot(object)
    def tell(self, together: Reconciled) -> None:
        """Say in the notice bar what was brought together, and what can be done about it."""
        vanished, words, command, action = together.vanished, [], "", ""
        if vanished and together.notebook.note(vanished[0].id) is not None:
            self._put_back = vanished
            words, command, action = [_said_of_put_back(vanished)], _REMOVE, "Remove them"
        elif vanished:
            self._gone = (*self._gone, *vanished)
            words, command, action = [_said_of_gone(self._gone)], _RESTORE, "Restore"
        if together.copies:
            words.append(_said_of_copies(together.copies))
        self._offer()
        self._window.notice.say(" ".join(words), command=command, action=action)

    @Slot()
    def restore(self) -> None:
        """Bring back the notes that went; an act that can be undone."""
        if self._session is None or self._history is None:
            return
        notebook, gone = self._session.notebook, self._gone
        missing = tuple(note for note in gone if notebook.note(note.id) is None)
        self._history.change(replace(notebook, notes=(*notebook.notes, *missing)), f"restore {_counted(missing)}")
        self._gone = ()
        self._offer()

    @Slot()
    def remove(self) -> None:
        """Let the notes go after all that were put back, but for those changed since; an act that can be undone."""
        if self._session is None or self._history is None:
            return
        notebook, put_back = self._session.notebook, self._put_back
        unchanged = tuple(note for note in put_back if notebook.note(note.id) == note)
        left = tuple(note for note in notebook.notes if note not in unchanged)
        self._history.change(replace(notebook, notes=left), f"remove {_counted(unchanged)}")
        self._put_back = ()
        self._offer()

    def _offer(self) -> None:
        """The menu has only what there is to do."""
        for command, notes in ((_RESTORE, self._gone), (_REMOVE, self._put_back)):
            self._window.action(command).setVisible(bool(notes))


def _said_of_gone(gone: tuple[Note, ...]) -> str:
    return f"{_counted(gone)} {'was' if len(gone) == 1 else 'were'} removed outside this program."


def _said_of_put_back(put_back: tuple[Note, ...]) -> str:
    be = "was" if len(put_back) == 1 else "were"
    return f"{_counted(put_back)} {be} missing from the file and {be} put back."


def _said_of_copies(copies: tuple[NoteId, ...]) -> str:
    if len(copies) == 1:
        return "Another program changed the same note. Both versions are kept: compare them."
    return f"Another program changed {len(copies)} of the same notes. Both versions are kept: compare them."


def _counted(notes: tuple[Note, ...]) -> str:
    return "1 note" if len(notes) == 1 else f"{len(notes)} notes"
