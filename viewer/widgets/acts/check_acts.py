"""Looks through the reader's notes files when asked to, and says what is to be mended."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Slot

from viewer.core.errors import ViewerError
from viewer.services.notebook_work import reason_of
from viewer.services.tasks import Task
from viewer.services.workspace import Workspace
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.storage.note_check import Report
    from viewer.storage.notes_folder import NotesFolder
    from viewer.storage.state_folder import StateFolder

_CHECKING: Final = "Checking the notes…"
_FAULT: Final = "A fault in this program kept the notes from being checked."


class CheckActs(QObject):
    """Where all is well a notice says so; what is to be mended stands in a dialog, to be read and copied."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        # Made before any task, and so destroyed before them: its destructor waits for the work under way.
        self._pool = QThreadPool(self)
        self._window, self._workspace = window, workspace
        self._action = window.action("check-notes")
        self._action.triggered.connect(self.check)

    @Slot()
    def check(self) -> None:
        """Look through the notes files off the main thread."""
        workspace = self._workspace
        self._action.setEnabled(False)  # once is enough
        self._window.notice.hint(_CHECKING)
        task = Task(partial(_check, workspace.notes_folder, workspace.state_folder), self, fault=_FAULT)
        task.succeeded.connect(self._show)
        task.failed.connect(self._tell_of_failure)
        task.start(self._pool)

    @Slot(object)
    def _show(self, report: "Report") -> None:
        from viewer.widgets.check_dialog import CheckDialog  # noqa: PLC0415 - not before it is asked for

        self._action.setEnabled(True)
        if report.findings:
            self._window.notice.pass_by()
            CheckDialog(report, self._window).open()
        else:
            self._window.notice.say(report.summary())

    @Slot(object)
    def _tell_of_failure(self, error: OSError | ViewerError) -> None:
        self._action.setEnabled(True)
        self._window.notice.say(reason_of(error), alert=True)


def _check(folder: "NotesFolder", state: "StateFolder") -> "Report":
    from viewer.storage.note_check import check_own_notes  # noqa: PLC0415 - YAML, in the worker
    from viewer.storage.temporaries import present_moment  # noqa: PLC0415 - only here

    folder.check()
    return check_own_notes(folder.path, state, present_moment())
