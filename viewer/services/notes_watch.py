"""Notices that something may have changed a file, or the folder it lies in: by the system's word, and by asking."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

_SETTLED: Final = 300
"""Milliseconds without another word after which a change is over: slow writers are told several times."""
_POLL: Final = 20_000
"""Milliseconds after which the file is asked after where the system says nothing, as of a folder on another machine."""


class NotesWatch(QObject):
    """Says that it is worth looking at the file again; not that it has changed."""

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED)
        self._settling.timeout.connect(self.stirred)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self.stirred)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)

    def follow(self, path: Path | None) -> None:
        """Watch this file from now on, whether it is there or not; None for no file."""
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path = path
        if path is None:
            self._poll.stop()
            return
        self._poll.start()
        self._add()

    @Slot()
    def _stir(self) -> None:
        self._add()  # a file that was replaced is forgotten by the watcher
        self._settling.start()

    def _add(self) -> None:
        if self._path is not None:
            there = [str(path) for path in (self._path, self._path.parent) if path.exists()]
            known = {*self._watcher.files(), *self._watcher.directories()}
            if new := [path for path in there if path not in known]:
                self._watcher.addPaths(new)
