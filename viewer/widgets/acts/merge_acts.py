"""Tells what another program did to the notes file, and lets the reader have it otherwise."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from viewer.core.clashes import Clash, Kept, clash_of, clashes, decided
from viewer.core.communique import Communique
from viewer.core.notes import Note, NoteId
from viewer.core.reconcile import Reconciled
from viewer.services.document_session import DocumentSession
from viewer.services.undo_history import UndoHistory
from viewer.widgets.appearance import Appearance
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.widgets.clash_dialog import ClashDialog

_COMPARE: Final = "compare-versions"
_RESTORE: Final = "restore-notes"
_REMOVE: Final = "remove-notes"
_CORRECTED: Final = "Another program corrected the same thing. What you wrote there is kept as a note."
_NO_CLASH: Final = "No note here has two versions."
_CHANGED: Final = "The note has changed meanwhile: look at its versions again."


class MergeActs(QObject):
    """Knows the notes that vanished from the file: those that went, and those that were put back."""

    def __init__(self, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._dialog: ClashDialog | None = None
        self._session: DocumentSession | None = None
        self._history: UndoHistory | None = None
        self._gone: tuple[Note, ...] = ()
        self._put_back: tuple[Note, ...] = ()
        window.action(_COMPARE).triggered.connect(self.compare)
        window.notes.compare_wanted.connect(self.compare_note)
        window.action(_RESTORE).triggered.connect(self.restore)
        window.action(_REMOVE).triggered.connect(self.remove)
        self._offer()

    def adopt(self, session: DocumentSession, history: UndoHistory) -> None:
        """Tell of the notes of another document from now on."""
        self._session, self._history = session, history
        self._gone, self._put_back = (), ()
        self._offer()
        if self._dialog is not None:
            self._dialog.reject()

    @Slot(object)
    def tell(self, together: Reconciled) -> None:
        """Say in the notice bar what was brought together, and what can be done about it."""
        vanished, words, command, action = together.vanished, [], "", ""
        if vanished and together.notebook.note(vanished[0].id) is not None:
            self._put_back = _joined(self._put_back, vanished)
            it = "it" if len(self._put_back) == 1 else "them"
            words, command, action = [_said_of_put_back(self._put_back)], _REMOVE, f"Remove {it}"
        elif vanished:
            self._gone = _joined(self._gone, vanished)
            words, command, action = [_said_of_gone(self._gone)], _RESTORE, "Restore"
        versions = [clash.right for clash in clashes(together.notebook) if clash.right.id in together.copies]
        if versions:
            words.append(_said_of_copies(len(versions)))
            command, action = command or _COMPARE, action or "Compare…"
        if len(versions) < len(together.copies):
            words.append(_CORRECTED)
        self._offer()
        self._window.notice.say(" ".join(words), command=command, action=action)

    @Slot()
    def compare(self) -> None:
        """Show the two versions of the current note, or else the first of which there are two."""
        if (session := self._session) is None:
            return
        self._window.notes.finish_editing()  # what is compared is what is written
        current = self._window.notes.current_note
        clash = clash_of(session.notebook, current) if current else None
        if clash := clash or next(clashes(session.notebook), None):
            self._show(clash, session.communique)
        else:
            self._window.notice.hint(_NO_CLASH)

    @Slot(str)
    def compare_note(self, note_id: NoteId) -> None:
        """Show the versions of which this note is one."""
        self._window.notes.finish_editing()
        if (session := self._session) is not None and (clash := clash_of(session.notebook, note_id)):
            self._show(clash, session.communique)

    def _show(self, clash: Clash, communique: Communique) -> None:
        from viewer.widgets.clash_dialog import ClashDialog  # noqa: PLC0415 - most readers never meet a clash

        if self._dialog is None:
            self._dialog = ClashDialog(self._window)
            self._dialog.decided.connect(self._decide)
            self._appearance.dress(self._dialog)
        self._dialog.show_clash(clash, communique)
        self._dialog.open()

    @Slot(object, object)
    def _decide(self, shown: Clash, kept: Kept) -> None:
        """Do what was decided of the versions that were shown; where one has changed meanwhile, show them anew."""
        if (session := self._session) is None or self._history is None:
            return
        clash = clash_of(session.notebook, shown.right.id)
        if clash == shown:
            self._history.change(decided(session.notebook, clash, kept), "choice of version")
            if next(clashes(session.notebook), None) is None:
                self._window.notice.withdraw(_COMPARE)
        elif clash is not None:
            self._show(clash, session.communique)
            self._window.notice.hint(_CHANGED)

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
            if not notes:
                self._window.notice.withdraw(command)


def _joined(known: tuple[Note, ...], more: tuple[Note, ...]) -> tuple[Note, ...]:
    """Both, each note once and as it was last."""
    return tuple({note.id: note for note in (*known, *more)}.values())


def _said_of_gone(gone: tuple[Note, ...]) -> str:
    return f"{_counted(gone)} {'was' if len(gone) == 1 else 'were'} removed outside this program."


def _said_of_put_back(put_back: tuple[Note, ...]) -> str:
    be = "was" if len(put_back) == 1 else "were"
    return f"{_counted(put_back)} {be} missing from the file and {be} put back."


def _said_of_copies(copies: int) -> str:
    if copies == 1:
        return "Another program changed the same note. Both versions are kept: compare them."
    return f"Another program changed {copies} of the same notes. Both versions are kept: compare them."


def _counted(notes: tuple[Note, ...]) -> str:
    return "1 note" if len(notes) == 1 else f"{len(notes)} notes"
