"""What the reader does with former versions of the notes: look at them, and bring one back."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Slot

from viewer.core.note_versions import brought_back
from viewer.core.notes import Notebook
from viewer.services.document_session import DocumentSession
from viewer.services.note_keeper import NoteKeeper
from viewer.services.note_versions import NoteVersions
from viewer.services.notes_status import NotesState
from viewer.services.undo_history import UndoHistory
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import Appearance
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.storage.note_versions import FormerNotes
    from viewer.widgets.history_dialog import HistoryDialog

_NOT_YET: Final = "The notes on this text are not read yet. Look to what the notes say, then try again."
_ACT: Final = "restore earlier notes"
_BACK: Final = "The earlier notes are back. What was there before is in Notes > Earlier versions…"


class _Opened(NamedTuple):
    """The open document, and what knows of its notes."""

    session: DocumentSession
    keeper: NoteKeeper
    history: UndoHistory
    versions: NoteVersions

    @property
    def current(self) -> Notebook | None:
        """The notes as they are now; None where the file cannot be read."""
        return None if self.keeper.status.state is NotesState.UNREADABLE else self.session.notebook


class HistoryActs(QObject):
    """The dialog is made each time it is asked for, and closes when a version was brought back."""

    def __init__(self, window: MainWindow, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._opened: _Opened | None = None
        self._dialog: HistoryDialog | None = None
        window.action("notes-history").triggered.connect(self.show_versions)

    def open(self, session: DocumentSession, keeper: NoteKeeper, history: UndoHistory) -> None:
        """From here on, it is about the notes of this document."""
        if self._dialog is not None:
            self._dialog.reject()
        versions = NoteVersions(self._workspace.state_folder, session)
        versions.found.connect(self._show)
        versions.put_back.connect(self._read_again)
        versions.failed.connect(self._tell_of_failure)
        self._opened = _Opened(session, keeper, history, versions)

    @Slot()
    def show_versions(self) -> None:
        """Open the list; what is being written is saved first, so that it is no part of any version."""
        from viewer.widgets.history_dialog import HistoryDialog  # noqa: PLC0415 - not before it is asked for

        if (opened := self._opened) is None:
            return
        self._window.notes.finish_editing()
        opened.keeper.finish()
        if (file := opened.keeper.file_path) is None:
            self._window.notice.hint(_NOT_YET)
            return
        if self._dialog is None:
            self._dialog = HistoryDialog(opened.session.communique, self._window)
            self._dialog.restore_wanted.connect(self._restore)
            self._dialog.finished.connect(self._forget_dialog)
            self._appearance.dress(self._dialog)
        self._dialog.open()
        opened.versions.look(file)

    @Slot(object)
    def _show(self, versions: "list[FormerNotes]") -> None:
        if self._dialog is not None and self._opened is not None:
            self._dialog.show_versions(versions, self._opened.current)

    @Slot(object)
    def _restore(self, version: "FormerNotes") -> None:
        """Bring back the notes of a version, an act that can be undone; a broken file gives way to the version."""
        if (opened := self._opened) is None or version.notebook is None:
            return
        if opened.current is not None:
            opened.history.change(brought_back(opened.current, version.notebook), _ACT)
            self._end()
        elif (file := opened.keeper.file_path) is not None:
            opened.versions.put_in_place(file, version.version)

    @Slot()
    def _read_again(self) -> None:
        if self._opened is not None:
            self._opened.keeper.retry()
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
