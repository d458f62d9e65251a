"""What the reader does with former versions of the notes: look at them, and bring one back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from viewer.core.note_versions import brought_back
from viewer.services.document_session import DocumentSession
from viewer.services.note_keeper import NoteKeeper
from viewer.services.note_versions import NoteVersions
from viewer.services.notes_status import NotesState
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import Appearance
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.storage.note_versions import FormerNotes
    from viewer.widgets.history_dialog import HistoryDialog

_NOT_YET: Final = "The notes on this text are not read yet. Look to what the notes say, then try again."
_BACK: Final = "The earlier notes are back. What was there before is in Notes > Earlier versions…"


class HistoryActs(QObject):
    """The dialog is made each time it is asked for, and closes when a version was brought back."""

    def __init__(self, window: MainWindow, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._session: DocumentSession | None = None
        self._keeper: NoteKeeper | None = None
        self._history: NoteVersions | None = None
        self._dialog: HistoryDialog | None = None
        window.action("notes-history").triggered.connect(self.show_versions)

    def open(self, session: DocumentSession, keeper: NoteKeeper) -> None:
        """From here on, it is about the notes of this document."""
        if self._dialog is not None:
            self._dialog.reject()
        self._session, self._keeper = session, keeper
        self._history = NoteVersions(self._workspace.state_folder, session)
        self._history.found.connect(self._show)
        self._history.put_back.connect(self._read_again)
        self._history.failed.connect(self._tell_of_failure)

    @Slot()
    def show_versions(self) -> None:
        """Open the list; what is being written is saved first, so that it is no part of any version."""
        from viewer.widgets.history_dialog import HistoryDialog  # noqa: PLC0415 - not before it is asked for

        if self._session is None or self._keeper is None or self._history is None:
            return
        self._window.notes.finish_editing()
        self._keeper.finish()
        if (file := self._keeper.file_path) is None:
            self._window.notice.hint(_NOT_YET)
            return
        if self._dialog is None:
            self._dialog = HistoryDialog(self._session.communique, self._window)
            self._dialog.restore_wanted.connect(self._restore)
            self._dialog.finished.connect(self._forget_dialog)
            self._appearance.dress(self._dialog)
        self._dialog.open()
        self._history.look(file)

    @Slot(object)
    def _show(self, versions: "list[FormerNotes]") -> None:
        if self._dialog is not None and self._session is not None:
            self._dialog.show_versions(versions, None if self._is_unreadable else self._session.notebook)

    @property
    def _is_unreadable(self) -> bool:
        return self._keeper is not None and self._keeper.status.state is NotesState.UNREADABLE

    @Slot(object)
    def _restore(self, version: "FormerNotes") -> None:
        if self._session is None or self._keeper is None or self._history is None or version.notebook is None:
            return
        if not self._is_unreadable:
            self._session.show_notebook(brought_back(self._session.notebook, version.notebook))
            self._end()
        elif (file := self._keeper.file_path) is not None:
            self._history.put_in_place(file, version.version)

    @Slot()
    def _read_again(self) -> None:
        if self._keeper is not None:
            self._keeper.retry()
            self._end()

    def _end(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._window.notice.say(_BACK)

    @Slot(str)
    def _tell_of_failure(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(words)

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None
