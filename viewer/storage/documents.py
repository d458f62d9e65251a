"""Reads a file's bytes from the disk, and refuses whatever is not an ordinary file of bearable size."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError

LARGEST_DOCUMENT = 20 * 1024 * 1024
"""Bytes; beyond this the reading pane would not stay usable."""

_CHUNK = 1024 * 1024
# Neither wait for a pipe nor adopt a terminal; Windows has not these flags, and has a text mode to be kept off.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))

_NO_PERMISSION = "you have no permission to read it. Change its permissions, or copy it to a folder of your own."
_REASONS = {
    errno.ENOENT: "there is no such file. Check the name, or choose another file.",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Check the path.",
    errno.EISDIR: "it is a folder. Choose a file inside it.",
    errno.ENODEV: "it is a device or a pipe, not a file. Choose a text file.",
    errno.ENXIO: "it is a connection between programs, not a file. Choose a text file.",
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ELOOP: "it is a link that leads back to itself. Choose the file the link was meant for.",
    errno.EINVAL: "no file can have this name. Check the name, or choose another file.",
    errno.ENAMETOOLONG: "its name is too long. Check the name, or choose another file.",
    errno.EFBIG: "it is larger than 20 MB. Split it, or copy the part you need and use File > Paste as communiqué.",
    errno.EIO: "the disk reports an error. Try again, or open a copy from another disk.",
}


def read_document(path: Path) -> bytes:
    """The bytes of a document, at most `LARGEST_DOCUMENT`; ViewerError for whatever else stands at `path`."""
    try:
        return read_ordinary_file(path, LARGEST_DOCUMENT)
    except OSError as error:
        raise ViewerError(f"Cannot open “{shown_name(str(path))}”: {_reason(path, error)}") from error


def read_ordinary_file(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most `limit`. Never waits for a pipe, and never reads a device.

    Raises OSError, with EISDIR for a folder, ENODEV for a device or a pipe, EFBIG above the limit, EINVAL for a name
    no file can have.
    """
    with _ordinary_file(path) as descriptor:
        too_large = os.fstat(descriptor).st_size > limit
        # The size is no promise: a file may grow, and those under /proc say that they are empty.
        data = b"" if too_large else _read_up_to(descriptor, limit + 1)
    if too_large or len(data) > limit:
        raise OSError(errno.EFBIG, "too large")
    return data


def read_beginning(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file, or all where it has fewer. Raises OSError as `read_ordinary_file` does."""
    with _ordinary_file(path) as descriptor:
        return _read_up_to(descriptor, size)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both paths lead to one file that is there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


@contextmanager
def _ordinary_file(path: Path) -> Iterator[int]:
    """An open descriptor that is sure to be of a file with an end."""
    try:
        descriptor = os.open(path, _FLAGS)
    except ValueError as error:  # a NUL in the name, or half a character
        raise OSError(errno.EINVAL, "not a file name") from error
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "a folder")
        if not stat.S_ISREG(mode):
            raise OSError(errno.ENODEV, "not an ordinary file")
        yield descriptor
    finally:
        os.close(descriptor)


def _read_up_to(descriptor: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size and (chunk := os.read(descriptor, min(_CHUNK, size - len(data)))):
        data += chunk
    return bytes(data)


def _reason(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT and path.is_symlink():
        return "it is a link to a file that is not there. Choose the file itself."
    if error.errno == errno.EACCES and path.is_dir():  # Windows says this of a folder
        return _REASONS[errno.EISDIR]
    return _REASONS.get(error.errno or 0, f"the system says: {error.strerror}.")
