"""Keeps what another program took out of a notes file: for ninety days, and always the last twenty times."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from viewer.core.notes import Note, Notebook
from viewer.storage.history import Version, new_version, versions
from viewer.storage.notebook_file import DocumentBlock, NotebookFile
from viewer.storage.notebooks import save_notebook

_FEWEST = 20
_LONGEST = timedelta(days=90)


def throw_away(folder: Path, document: DocumentBlock, notes: Sequence[Note], now: datetime) -> Path:
    """Write the notes as an ordinary notes file of their document, and let go of what is old.

    Raises OSError and NotSavedError; nothing is let go of then.
    """
    path = new_version(folder, " ".join(note.id for note in notes).encode("utf-8", "surrogatepass"), now).path
    save_notebook(NotebookFile(path, document), Notebook(tuple(notes)))
    for thrown in superfluous(versions(folder), now):
        thrown.path.unlink(missing_ok=True)
    return path


def superfluous(known: Sequence[Version], now: datetime) -> Iterable[Version]:
    """Those of what was thrown away, the latest first, that need not be kept."""
    return (thrown for thrown in known[_FEWEST:] if now - thrown.kept > _LONGEST)
