"""Writes a file so that at any moment, power cuts included, the disk holds the old bytes or the new ones, whole."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from viewer.storage.temporaries import present_moment, temporary_for, unfinished

# Windows: access denied, sharing violation, lock violation. A virus scanner or an indexer has the file open.
_HELD_BY_OTHERS = {5, 32, 33}
_PATIENCE = (0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28)  # seconds, 2.5 in all


def write_atomically(path: Path, data: bytes, check: Callable[[], object] | None = None) -> None:
    """Replaces the file with `data`, and returns when the disk has it.

    `check` is called at the last moment before the file is replaced; what it raises leaves the file as it is.

    A symbolic link is followed and stays. Raises OSError where any step fails: no temporary file is left then, and
    the file is the old one, or the new one where only the folder could not be synchronised. A read-only file and
    anything but an ordinary file are refused, and so is a file with a second name (a hard link): the two would be
    parted. There is no other way of writing to fall back on: a file opened for writing in place is lost where the disk
    is full. What programs left in the folder that died while writing is taken away in passing.
    """
    target = resolved(path)
    mode = _mode_of(target)
    temporary = temporary_for(target)
    try:
        _write_through(temporary, data, mode)
        if check is not None:
            check()
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):  # what went wrong before is what has to be told
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    _sweep(target.parent)


def resolved(path: Path) -> Path:
    """Where a path leads through its links, whether a file is there or not.

    Raises OSError where that cannot be known: what cannot be asked may be a link, which must not be taken for a file.
    """
    try:
        # Windows has drives that cannot answer, and hardly any links.
        return Path(os.path.realpath(path, strict=sys.platform != "win32"))
    except (FileNotFoundError, NotADirectoryError):
        return Path(os.path.realpath(path))


def make_folder(folder: Path) -> None:
    """Makes the folder, unless it is there; returns when the disk has it. The one above must be there."""
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        _sync_folder(folder.parent)


def make_folders(folder: Path) -> None:
    """Makes the folder and those above it, unless they are there; returns when the disk has them."""
    if not folder.is_dir() and folder.parent != folder:  # a drive that is missing has nothing above it
        make_folders(folder.parent)
    make_folder(folder)


def _mode_of(target: Path) -> int | None:
    """The permission bits of the file; None where there is none yet. Raises OSError where it must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file", str(target))
    # Replacing asks only for a writable folder: without this a file somebody made read-only would be replaced.
    if not os.access(target, os.W_OK) or not status.st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "the file is read-only", str(target))
    if status.st_nlink > 1:
        raise OSError(errno.EMLINK, "the file has a second name, a hard link", str(target))
    return stat.S_IMODE(status.st_mode)


def _write_through(temporary: Path, data: bytes, mode: int | None) -> None:
    """Writes a new file and waits until the disk has it; without a mode, the process's umask decides."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
    descriptor = os.open(temporary, flags, 0o666 if mode is None else mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if mode is not None and stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:  # the umask took something away
            temporary.chmod(mode)
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  # not on Windows

        with contextlib.suppress(OSError):  # not on every file system
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # there, fsync leaves the bytes in the drive's own memory
            return
    os.fsync(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    pauses = iter(_PATIENCE)
    while True:
        try:
            temporary.replace(target)
        except OSError as error:
            pause = next(pauses, None)
            if pause is None or getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            time.sleep(pause)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Makes the new name last, too: without this a power cut may bring the old file back."""
    if sys.platform == "win32":  # a folder cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems do not know the question
            raise
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Takes away what programs left that died in the middle of writing, an hour ago or more.

    Should a program be at it still, as seen from another machine, its writing fails and is told. Raises nothing: it is
    no matter of the reader's.
    """
    with contextlib.suppress(OSError):
        for path in unfinished(folder.iterdir(), present_moment()):
            path.unlink(missing_ok=True)
