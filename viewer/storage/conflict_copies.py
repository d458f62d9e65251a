"""Finds the copies that programs which keep folders alike leave beside a notes file when two machines changed it."""

import re
from pathlib import Path

_SUFFIX = ".yaml"
_SURE = (
    r"\.sync-conflict-\d{8}-\d{6}\b"  # Syncthing
    r"|\(.{0,80}conflicted copy.{0,40}\)"  # Dropbox
    r"|-safeBackup-\d+"  # OneDrive
)
_MARKS = re.compile(rf"{_SURE}|\(\d{{1,3}}\)$", re.IGNORECASE)  # Google Drive numbers its copies


def conflict_copies(notes_file: Path) -> list[Path]:
    """The copies of this notes file in its folder, in the order of their names. Raises OSError.

    A copy has the file's name with a program's mark in it; what it holds is not looked at.
    """
    stem = notes_file.name.removesuffix(_SUFFIX)
    beside = (path for path in notes_file.parent.iterdir() if path.name.endswith(_SUFFIX) and path != notes_file)
    return sorted(path for path in beside if _is_marked(path.name.removesuffix(_SUFFIX), stem))


def is_apart(name: str) -> bool:
    """Whether a file's name says that it is hidden, or such a copy: neither is a document's own notes file."""
    return name.startswith(".") or re.search(_SURE, name, re.IGNORECASE) is not None


def _is_marked(name: str, stem: str) -> bool:
    """Whether a name is the file's with nothing more than a mark: after it, or before its last ending ("….notes")."""
    first, _, ending = stem.rpartition(".")
    for begin, end in ((stem, ""), (first, f".{ending}")):
        if first and name.startswith(begin) and name.endswith(end) and len(name) > len(begin) + len(end):
            mark = name[len(begin) : len(name) - len(end)].strip()
            return _MARKS.match(mark) is not None
    return False
