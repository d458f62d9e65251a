"""Reads and brings back former versions of the notes of one document, off the main thread."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.errors import ViewerError
from viewer.core.notes import NoteId
from viewer.services.note_maker import new_note_id
from viewer.services.notebook_work import reason_of
from viewer.services.tasks import Task

if TYPE_CHECKING:
    from viewer.storage.history import Version
    from viewer.storage.note_versions import FormerNotes
    from viewer.storage.state_folder import StateFolder

_FAULT: Final = "A fault in this program kept the earlier versions from being read or brought back."


def _now() -> datetime:
    return datetime.now(UTC)


class NoteVersions(QObject):
    found = Signal(object)  # list[FormerNotes], the latest first
    put_back = Signal()  # a former version is in the place of the notes file
    failed = Signal(str)  # why not, fit to show

    def __init__(
        self,
        state: "StateFolder",
        parent: QObject | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(parent)
        # Made before any task, and so destroyed before them: its destructor waits for the work under way.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._state, self._now = state, now

    def look(self, notes_file: Path) -> None:
        """Read the former versions; `found` or `failed` follows."""
        task = self._task(partial(_look, notes_file, self._state, new_note_id))
        task.succeeded.connect(self.found)
        task.start(self._pool)

    def put_in_place(self, notes_file: Path, version: "Version") -> None:
        """Let a former version be the notes file, whatever that holds now; `put_back` or `failed` follows."""
        task = self._task(partial(_put_back, notes_file, version, self._state, self._now()))
        task.succeeded.connect(self._tell)
        task.start(self._pool)

    def _task(self, work: Callable[[], object]) -> Task:
        task = Task(work, self, fault=_FAULT)
        task.failed.connect(self._fail)
        return task

    @Slot()
    def _tell(self) -> None:
        self.put_back.emit()

    @Slot(object)
    def _fail(self, error: OSError | ViewerError) -> None:
        self.failed.emit(reason_of(error))


def _look(notes_file: Path, state: "StateFolder", new_id: Callable[[], NoteId]) -> "list[FormerNotes]":
    from viewer.storage.note_versions import former_notes  # noqa: PLC0415 - YAML, in the worker

    return former_notes(notes_file, state, new_id)


def _put_back(notes_file: Path, version: "Version", state: "StateFolder", now: datetime) -> None:
    from viewer.storage.note_versions import put_back  # noqa: PLC0415 - as above

    put_back(notes_file, version, state, now)
