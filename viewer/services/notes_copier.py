"""Writes copies of the notes to files of the reader's choice, and remembers what the last of them holds."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.errors import ViewerError
from viewer.core.notes import Notebook
from viewer.services.notebook_work import Copied, copy_notes, reason_of
from viewer.services.tasks import Task

if TYPE_CHECKING:  # storage.notebooks brings YAML, which the first frame does not wait for
    from viewer.storage.notebook_file import NotebookFile

_FAULT: Final = "A fault in this program kept the copy from being saved."


class NotesCopier(QObject):
    """Does its work in a pool that must end before this object does."""

    saved = Signal(object)  # Path
    failed = Signal(str)  # why, fit to show

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._under_way = 0
        self._last: Notebook | None = None

    @property
    def at_work(self) -> bool:
        return self._under_way > 0

    def holds(self, notebook: Notebook) -> bool:
        """Whether the last copy is of this very notebook."""
        return notebook == self._last

    def copy(self, path: Path, own: Path | None, file: "NotebookFile", notebook: Notebook) -> None:
        """Write the notebook to `path`, which is not to be `own`, the notes file itself."""
        self._under_way += 1
        task = Task(partial(copy_notes, path, own, file, notebook), self)
        task.succeeded.connect(self._record)
        task.failed.connect(self._fail)
        task.died.connect(self._fail_by_fault)
        task.start(self._pool)

    @Slot(object)
    def _record(self, copied: Copied) -> None:
        self._under_way -= 1
        self._last = copied.notebook
        self.saved.emit(copied.path)

    @Slot(object)
    def _fail(self, error: OSError | ViewerError) -> None:
        self._under_way -= 1
        self.failed.emit(reason_of(error))

    @Slot()
    def _fail_by_fault(self) -> None:
        self._under_way -= 1
        self.failed.emit(_FAULT)
