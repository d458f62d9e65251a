"""Keeps a text that was pasted as a file of the reader's: named by its title, never over another file."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from viewer.storage.atomic import write_atomically
from viewer.storage.documents import read_ordinary_file
from viewer.storage.notebook_search import name_in_files
from viewer.storage.notes_folder import NotesFolder

_SUFFIX: Final = ".txt"
_UNTITLED: Final = "communique"
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that mean a device to Windows, whatever their suffix."""


class Kept(NamedTuple):
    """Where a text is kept, and whether it was there already."""

    path: Path
    already: bool = False


def free_path(folder: Path, title: str) -> Path:
    """The file that a text of this title would be kept as: the first name of its kind that nothing has yet."""
    return next(path for path in _paths(folder, title) if not os.path.lexists(path))


def keep_text(folder: NotesFolder, title: str, text: str) -> Kept:
    """Writes the text as UTF-8, and returns when the disk has it. Makes the folder where it may.

    A file of the folder that holds the very same text is left as it is, and given back. Raises OSError; nothing is
    left of a file that could not be written.
    """
    folder.make()
    data = text.encode()
    if same := next(_files_of(folder, data), None):
        return Kept(same, already=True)
    path = _claim(folder.path, title)
    try:
        write_atomically(path, data)
    except BaseException:
        with suppress(OSError):  # what went wrong before is what has to be told
            path.unlink()
        raise
    return Kept(path)


def _paths(folder: Path, title: str) -> Iterator[Path]:
    name = name_in_files(title) or _UNTITLED
    if name in _DEVICES:
        name += "-text"
    yield folder / f"{name}{_SUFFIX}"
    yield from (folder / f"{name}-{number}{_SUFFIX}" for number in count(2))


def _claim(folder: Path, title: str) -> Path:
    """Makes an empty file of a name that nothing had, so that no other program can take it meanwhile."""
    for path in _paths(folder, title):
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            return path
    raise AssertionError("there is always another name")


def _files_of(folder: NotesFolder, data: bytes) -> Iterator[Path]:
    """The files of the folder that hold just these bytes."""
    for path in sorted(folder.entries()):
        with suppress(OSError):  # a file that cannot be read is not known to be the same
            alike = path.suffix == _SUFFIX and path.stat().st_size == len(data)
            if alike and read_ordinary_file(path, len(data)) == data:
                yield path
