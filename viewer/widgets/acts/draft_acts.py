"""Sees to it that what is being written outlives the program: it is set aside while it is typed, and found again."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from viewer.core.drafts import Draft, resumed
from viewer.core.errors import ViewerError
from viewer.services.document_session import DocumentSession
from viewer.services.draft_keeper import DraftKeeper
from viewer.services.note_keeper import NoteKeeper
from viewer.services.note_maker import new_note_id
from viewer.services.notebook_work import reason_of
from viewer.services.notes_status import NotesState
from viewer.services.workspace import Workspace
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.storage.drafts import FoundDraft

_PAUSE: Final = 1_500
"""Milliseconds from a key to the writing of what it changed: with the writing itself, no more than two seconds."""
_HERE_AGAIN: Final = "What you were writing when the program ended is here again."
_NOT_WRITING: Final = "No note is being written."


class DraftActs(QObject):
    """Carries the text of the open editor to the keeper of the drafts, and drafts that were found to the editor."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._session: DocumentSession | None = None
        self._keeper: NoteKeeper | None = None
        self._drafts: DraftKeeper | None = None
        self._found: list[FoundDraft] = []
        self._told = False  # whether the reader knows that drafts cannot be written
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        window.action("discard-writing").triggered.connect(self.discard)
        window.notes.note_edited.connect(self._keep_soon)
        window.notes.note_left.connect(self._leave)
        window.notes.writing_discarded.connect(self._forget)
        window.notes.writing_changed.connect(self._go_on_later)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.applicationStateChanged.connect(self._keep_before_going)
        application.commitDataRequest.connect(self.flush)

    def open(self, session: DocumentSession, keeper: NoteKeeper) -> None:
        """Keep the drafts of this document, and look for those that are there already."""
        self.end()
        self._session, self._keeper = session, keeper
        self._drafts = DraftKeeper(session, self._workspace.state_folder, session)
        self._drafts.found.connect(self._take)
        self._drafts.failed.connect(self._tell_of_failure)
        keeper.status_changed.connect(self._go_on_later)
        keeper.status_changed.connect(self._settle)
        self._drafts.look()

    def end(self) -> None:
        """The document gives way to another, or the window closes: what the notes file does not have stays a draft."""
        self._settle()
        if self._drafts is not None:
            for found in self._found:
                self._drafts.release_found(found)
            self._drafts.end()
        self._session = self._keeper = self._drafts = None
        self._found = []
        self._told = False

    def let_go(self) -> None:
        """The reader does not want what could not be saved."""
        if self._drafts is not None:
            self._drafts.remove_left()

    @Slot()
    def keep(self) -> None:
        """Write what stands in the editor now."""
        self._pause.stop()
        if self._drafts is not None and self._window.notes.is_writing:
            if (draft := self._window.notes.draft) is not None:
                self._drafts.keep(draft)
            else:  # taken back, or given to the notebook while the editor stays open
                self._drafts.leave()
                self._settle()

    @Slot()
    def flush(self) -> None:
        """The program may be ended at any moment: return when the disk has what stands in the editor."""
        self.keep()
        if self._drafts is not None:
            self._drafts.flush()

    @Slot()
    def discard(self) -> None:
        """Close the editor without saving, unasked."""
        if self._window.notes.is_writing:
            self._window.notes.discard_writing()
        else:
            self._window.notice.hint(_NOT_WRITING)

    @Slot()
    def _keep_soon(self) -> None:
        if not self._pause.isActive():  # not put off by every key, or a fast writer would be without a draft
            self._pause.start()

    @Slot(Qt.ApplicationState)
    def _keep_before_going(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self._pause.isActive():
            self.keep()

    @Slot(object)
    def _leave(self, draft: Draft | None) -> None:
        """The note is given to the notebook: its draft stays until the disk has it."""
        self._pause.stop()
        if self._drafts is not None:
            if draft is not None:
                self._drafts.keep(draft)
            self._drafts.leave()

    @Slot()
    def _forget(self) -> None:
        self._pause.stop()
        if self._drafts is not None:
            self._drafts.discard()

    @Slot()
    def _settle(self) -> None:
        """Let go of the drafts whose notes the disk has."""
        if self._drafts is not None and self._keeper is not None and not self._keeper.unsaved:
            self._drafts.remove_left()

    @Slot(object)
    def _tell_of_failure(self, error: OSError | ViewerError) -> None:
        if not self._told and self._window.notes.is_writing:
            self._told = True
            words = "What you are writing would be lost if the program ended now. Save the note when you can."
            self._window.notice.say(f"{words} {reason_of(error)}", alert=True)

    # What was found ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, found: "list[FoundDraft]") -> None:
        self._found += found
        self._go_on_later()

    @Slot()
    def _go_on_later(self) -> None:
        """Not now: the editor that was left may be about to be opened on another note."""
        QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._window.notes.is_writing:
            return
        if self._window.notice.words == _HERE_AGAIN:
            self._window.notice.clear()
        self._settle()
        while self._found and self._may_resume():
            if self._resume(self._found.pop()):
                return

    def _may_resume(self) -> bool:
        """Whether it is known what the notes file holds, or that it cannot be read."""
        return self._keeper is not None and self._keeper.status.state not in (NotesState.READING, NotesState.SAVING)

    def _resume(self, found: "FoundDraft") -> bool:
        """Go on with a draft; False where nothing of it is missing from the notes."""
        assert self._session is not None
        assert self._drafts is not None
        way = resumed(found.draft, self._session.notebook, new_note_id)
        if way is None:
            self._drafts.remove_found(found)
            return False
        self._drafts.resume(found)
        self._window.show_pane("notes", shown=True)
        self._window.notes.resume_note(way)
        self.keep()  # it may have another id now
        self._window.notice.say(_HERE_AGAIN, command="discard-writing", action="Discard")
        return True
