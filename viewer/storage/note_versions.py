"""Reads the former versions of a notes file, and puts one in the place of a file that cannot be read."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from viewer.core.notes import Notebook
from viewer.storage.atomic import write_atomically
from viewer.storage.documents import read_ordinary_file
from viewer.storage.history import Version, holds, keep_version, versions
from viewer.storage.notebook_errors import reason_of
from viewer.storage.notebook_reader import NewId, read_notebook
from viewer.storage.notebooks import decode_notes
from viewer.storage.state_folder import StateFolder
from viewer.storage.strict_yaml import MalformedError

_LARGEST = 16 * 1024 * 1024  # bytes
_LARGEST_BROKEN = 1024 * 1024 * 1024  # bytes of a file that may be unreadable because it is so large


@dataclass(frozen=True, slots=True)
class FormerNotes:
    """A former version and what it holds; where it cannot be read, `problem` says why and `notebook` is None."""

    version: Version
    notebook: Notebook | None
    problem: str = ""


def former_notes(notes_file: Path, state: StateFolder, new_id: NewId) -> list[FormerNotes]:
    """The former versions of a notes file, the latest first; the one that it holds now is none.

    Raises OSError where they cannot be listed.
    """
    known = versions(state.history(notes_file))
    present = _present(known, notes_file)
    return [_read(version, new_id) for version in known if version is not present]


def _present(known: Sequence[Version], notes_file: Path) -> Version | None:
    """The latest version that is what the file holds; None where there is none, or the file cannot be read."""
    with suppress(OSError):
        data = read_ordinary_file(notes_file, _LARGEST)
        return next((version for version in known if holds(version, data)), None)
    return None


def put_back(notes_file: Path, version: Version, state: StateFolder, now: datetime) -> None:
    """Write a former version in the place of the notes file, whose bytes are kept in the history first.

    Raises OSError, and nothing is written in the place then unless only the last step failed.
    """
    data = read_ordinary_file(version.path, _LARGEST)  # first: a version more may be one too many
    with state.lock(notes_file):
        if notes_file.exists():
            keep_version(state.history(notes_file), read_ordinary_file(notes_file, _LARGEST_BROKEN), now)
        write_atomically(notes_file, data)


def _read(version: Version, new_id: NewId) -> FormerNotes:
    try:
        text = decode_notes(read_ordinary_file(version.path, _LARGEST))
        return FormerNotes(version, read_notebook(text, new_id).notebook)
    except OSError as error:
        return FormerNotes(version, None, reason_of(error))
    except MalformedError as error:
        return FormerNotes(version, None, f"{error}.")
