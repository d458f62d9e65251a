"""Keeps the notes of one document on the disk: reads them, and saves every change in order through one worker."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal, Slot

from viewer.core.communique import Communique
from viewer.core.errors import ViewerError
from viewer.core.notes import Corrections, Notebook, NoteId
from viewer.core.reconcile import Reconciled
from viewer.services.document_session import DocumentSession
from viewer.services.note_maker import new_note_id
from viewer.services.notebook_work import (
    DocumentPlace,
    FileState,
    Thrown,
    bring_together,
    look_at_file,
    no_file,
    read_notes,
    reason_of,
    save_notes,
    throw_away_notes,
)
from viewer.services.notes_copier import NotesCopier
from viewer.services.notes_status import NotesState, NotesStatus
from viewer.services.notes_watch import NotesWatch
from viewer.services.tasks import Task

if TYPE_CHECKING:  # storage.notebooks brings YAML, which the first frame does not wait for
    from viewer.storage.notebook_file import NotebookFile
    from viewer.storage.notes_folder import NotesFolder
    from viewer.storage.state_folder import StateFolder

Result = TypeVar("Result")

_MOST_OVERTAKEN: Final = 20
"""So often in a row the file is read anew because another program was sooner; after that the reader is told."""
_PATIENCE: Final = 10_000  # milliseconds for one save when the program closes
_NOT_SAVED: Final = "What you have written since is not saved."
_GONE: Final = (
    "The notes file is no longer there. Your notes are still in this window. "
    "Try again: the file is made anew, with all the notes you see here."
)
_FAULT: Final = "A fault in this program kept the notes from being read or saved. Try again, or save a copy."


class NoteKeeper(QObject):
    """Owns what is known of the notes file; the session owns the notebook.

    One piece of work is under way at a time, so saves cannot overtake one another; changes made meanwhile go into the
    next save. `read` begins; call `finish` before letting go of a keeper.
    """

    status_changed = Signal(object)  # NotesStatus
    brought_together = Signal(object)  # Reconciled, where copies were made or notes have vanished
    copy_saved = Signal(object)  # Path
    copy_failed = Signal(str)  # why, fit to show

    def __init__(
        self,
        session: DocumentSession,
        folder: "NotesFolder",
        state: "StateFolder | None" = None,
        parent: QObject | None = None,
        new_id: Callable[[], NoteId] = new_note_id,
    ) -> None:
        super().__init__(parent)
        # Made before any task, and so destroyed before them: its destructor waits for the work under way.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._copier = NotesCopier(self._pool, self)
        self._copier.saved.connect(self.copy_saved)
        self._copier.failed.connect(self.copy_failed)
        self._watch = NotesWatch(self)
        self._watch.stirred.connect(self.look)
        self._session = session
        self._folder = folder
        self._state = state
        self._new_id = new_id
        self._file: NotebookFile | None = None
        self._kept = Notebook()
        self._writing = Notebook()
        self._under_way: Task | None = None
        self._moving = False
        self._source = session.communique.source
        self._overtaken = 0  # how often the file was another program's since the last save
        self._of_another_text = False  # whether the file does not name the text's hash yet
        self._trouble: NotesStatus | None = None
        self._status = NotesStatus(NotesState.NONE)
        session.notebook_changed.connect(self._settle)
        session.communique_changed.connect(self._heed_text)

    @property
    def status(self) -> NotesStatus:
        return self._status

    @property
    def file_path(self) -> Path | None:
        """The notes file, even where it is not there yet or cannot be read; None while it is not known."""
        if self._file is not None:
            return self._file.path
        return self._status.path if self._status.state is NotesState.UNREADABLE else None

    @property
    def unsaved(self) -> bool:
        """Whether the notebook has anything that is not known to be on the disk."""
        return self._session.notebook != self._kept

    @Slot()
    def read(self) -> None:
        """Read the notes of the document; those written meanwhile are kept beside them."""
        self._tell(NotesState.READING)
        self._start(partial(read_notes, self._place(), self._new_id), self._take)

    @Slot()
    def retry(self) -> None:
        """Try again what failed; where all is well, look at the file. To be called when the reader comes back, too."""
        if self._under_way is not None:
            return
        if self._trouble is None:
            self.look()
        elif self._file is None:
            self.read()
        else:
            self._save(self._file)

    @Slot()
    def look(self) -> None:
        """See whether another program has changed the file, and take what it wrote; does nothing while at work."""
        if self._under_way is None and self._trouble is None and self._file is not None:
            self._start(partial(look_at_file, self._file), self._heed_file)

    def change_folder(self, folder: "NotesFolder") -> None:
        """Go on in another folder, with the notes it has of this document.

        Notes that are saved stay in the former folder, and so do corrections; those that are not come along.
        """
        self._folder = folder
        self._moving = True
        if self._under_way is None:
            self._move()

    def save_copy(self, path: Path) -> None:
        """Write the notebook as it stands to a file of the reader's choice; `copy_saved` or `copy_failed` follows."""
        file = self._file or no_file(self._place(), self._new_id)
        own = self._file.path if self._file else self._status.path
        self._copier.copy(path, own, file, self._session.notebook)

    def finish(self) -> bool:
        """Wait until the disk has the notes, in their file or in a copy; False where it does not get them.

        What failed is tried once more.
        """
        self._drain()
        if self.unsaved:
            self.retry()
            self._drain()
        return not self.unsaved or self._copier.holds(self._session.notebook)

    def _place(self) -> DocumentPlace:
        session = self._session
        return DocumentPlace(self._folder, session.communique.source, session.title, session.path)

    def _drain(self) -> None:
        while (self._under_way or self._copier.at_work) and self._pool.waitForDone(_PATIENCE):
            # The worker's answers wait in the queue of this thread; only they are delivered, no event of the window.
            for receiver in (self, self._copier):
                QCoreApplication.sendPostedEvents(receiver, QEvent.Type.MetaCall.value)

    def _start(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        task = self._under_way = Task(work, self)
        task.succeeded.connect(then)
        task.failed.connect(self._fail)
        task.died.connect(self._fail_by_fault)
        task.start(self._pool)

    def _save(self, file: "NotebookFile") -> None:
        self._writing = self._session.notebook
        self._of_another_text = False
        self._tell(NotesState.SAVING)
        self._start(partial(save_notes, file, self._writing, self._folder, self._source, self._state), self._record)

    @Slot(object)
    def _heed_text(self, communique: Communique) -> None:
        """The file was read anew in another encoding: from now on the notes are those of that text."""
        if communique.source is not self._source:
            self._source, self._of_another_text = communique.source, True
            self._settle()

    @Slot()
    def _settle(self) -> None:
        """Do what is to be done next: nothing while work is under way."""
        if self._under_way is not None:
            return
        if self._moving:
            self._move()
        elif self._file is None:
            self._tell_trouble()
        elif self.unsaved or (self._of_another_text and self._file.digest):
            self._save(self._file)
        else:
            self._trouble = None
            self._tell(NotesState.SAVED if self._kept != Notebook() else NotesState.NONE)

    def _move(self) -> None:
        saved = {note.id: note for note in self._kept.notes}
        unsaved = [note for note in self._session.notebook.notes if saved.get(note.id) != note]
        corrections = self._session.corrections
        if corrections == self._kept.corrections:
            corrections = Corrections()
        self._moving = False
        self._file = None
        self._watch.follow(None)
        self._kept = Notebook()
        self.read()
        self._session.show_notebook(Notebook(tuple(unsaved), corrections))

    @Slot(object)
    def _take(self, read: tuple["NotebookFile", Notebook]) -> None:
        vanished = self._together(read).vanished
        if vanished and self._state is not None:
            self._start(partial(throw_away_notes, self._state, read, vanished), self._take_without)
        else:
            self._bring_together(read, put_back=False)

    @Slot(object)
    def _take_without(self, thrown: Thrown) -> None:
        self._bring_together(thrown.read, put_back=not thrown.kept)

    def _together(self, read: tuple["NotebookFile", Notebook], *, put_back: bool = False) -> Reconciled:
        return bring_together(read, self._kept, self._session.notebook, self._new_id, put_back=put_back)

    def _bring_together(self, read: tuple["NotebookFile", Notebook], *, put_back: bool) -> None:
        """Show both sides together. Notes that are missing in the file go, or are put back if asked or if many."""
        self._under_way = None
        self._trouble = None
        together = self._together(read, put_back=put_back)
        self._file, self._kept = read
        self._watch.follow(self._file.path)
        if together.notebook == self._session.notebook:
            self._settle()
        else:
            self._session.show_notebook(together.notebook)
        if together.copies or together.vanished:
            self.brought_together.emit(together)

    @Slot(object)
    def _heed_file(self, found: FileState) -> None:
        self._under_way = None
        if found is FileState.CHANGED:
            self.read()
        elif found is FileState.GONE:
            self._file, self._kept = None, Notebook()
            self._give_up(NotesStatus(NotesState.FAILED, _GONE, self._folder.path))
        else:
            self._settle()

    @Slot(object)
    def _record(self, file: "NotebookFile") -> None:
        self._under_way = None
        self._trouble = None
        self._overtaken = 0
        self._file = file
        self._watch.follow(file.path)
        self._kept = self._writing
        self._settle()

    @Slot(object)
    def _fail(self, error: OSError | ViewerError) -> None:
        from viewer.storage.notebook_errors import (  # noqa: PLC0415  not needed before something fails
            ChangedOutsideError,
            NotSavedError,
            UnreadableNotebookError,
        )

        state, path = NotesState.FAILED, self._file.path if self._file else self._folder.path
        match error:
            case UnreadableNotebookError():
                state, path = NotesState.UNREADABLE, error.path
                self._file = None
            case ChangedOutsideError():
                self._file = None  # what it holds now must be read before anything is written
                self._overtaken += 1
                if self._overtaken <= _MOST_OVERTAKEN and not self._moving:
                    self._under_way = None
                    self.read()
                    return
            case NotSavedError():
                self._file = error.file
        self._give_up(NotesStatus(state, reason_of(error), path))

    @Slot()
    def _fail_by_fault(self) -> None:
        self._give_up(NotesStatus(NotesState.FAILED, _FAULT, self._folder.path))

    def _give_up(self, trouble: NotesStatus) -> None:
        """Nothing is under way any more: say why, unless there is something else to do."""
        self._under_way = None
        self._trouble = trouble
        if self._moving:
            self._move()
        else:
            self._tell_trouble()

    def _tell_trouble(self) -> None:
        if (trouble := self._trouble) is not None:
            unsaved = self.unsaved and trouble.state is NotesState.UNREADABLE
            reason = f"{trouble.reason} {_NOT_SAVED}" if unsaved else trouble.reason
            self._show(replace(trouble, reason=reason))

    def _tell(self, state: NotesState) -> None:
        self._show(NotesStatus(state, path=self._folder.path))

    def _show(self, status: NotesStatus) -> None:
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)
