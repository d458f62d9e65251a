"""The program's own folder: locks, former versions, drafts and lost notes lie here; never inside a synced one."""

import errno
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from viewer.storage.atomic import resolved

_PATIENCE = 10.0  # seconds
_PAUSE = 0.005


class StateFolder(NamedTuple):
    """Each notes file has places of its own in it, named by the file's path as the system resolves it."""

    path: Path

    @contextmanager
    def lock(self, notes_file: Path) -> Iterator[None]:
        """Holds the right to write a notes file; whoever wants it too waits.

        The lock ends with the process, however that ends. Raises OSError: TimeoutError where another program holds it
        for ten seconds.
        """
        descriptor = _opened(self._made("locks") / f"{_name_of(notes_file)}.lock")
        try:
            _wait_for(descriptor)
            yield
        finally:
            os.close(descriptor)

    def history(self, notes_file: Path) -> Path:
        """The folder of the former versions of a notes file, made if it is missing. Raises OSError."""
        return self._made("history", _name_of(notes_file))

    def trash(self, notes_file: Path) -> Path:
        """The folder of what others took out of a notes file, made if it is missing. Raises OSError."""
        return self._made("trash", _name_of(notes_file))

    def drafts(self) -> Path:
        """The folder of what is being written, made if it is missing. Raises OSError."""
        return self._made("drafts")

    def _made(self, *parts: str) -> Path:
        folder = self.path.joinpath(*parts)
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def hold(place: Path) -> int | None:
    """A descriptor that holds a lock until it is closed; None where another has it. Nobody waits. Raises OSError."""
    descriptor = _opened(place)
    if _try_lock(descriptor):
        return descriptor
    os.close(descriptor)
    return None


def _opened(place: Path) -> int:
    return os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)


def _name_of(notes_file: Path) -> str:
    return hashlib.sha256(os.fsencode(resolved(notes_file))).hexdigest()[:32]


def _wait_for(descriptor: int) -> None:
    until = time.monotonic() + _PATIENCE
    while not _try_lock(descriptor):
        if time.monotonic() > until:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
