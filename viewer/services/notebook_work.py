"""What the worker of the notes does: plain functions, so that nothing of the main thread is touched by it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.note_changes import change_between, undone
from viewer.core.notes import Note, Notebook, NoteId
from viewer.core.reconcile import Reconciled, is_many, reconcile
from viewer.core.source import Source

if TYPE_CHECKING:
    from viewer.storage.notebook_file import NotebookFile
    from viewer.storage.notes_folder import NotesFolder
    from viewer.storage.state_folder import StateFolder

# YAML is imported inside these functions, and so in the worker: the first frame does not wait for it.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class DocumentPlace:
    """Which document's notes, and where they are kept. `path` is the document's file, None for a pasted text."""

    folder: "NotesFolder"
    source: Source
    title: str
    path: Path | None


class Copied(NamedTuple):
    """A copy that the disk has, and what is in it."""

    path: Path
    notebook: Notebook


class FileState(StrEnum):
    """What has become of a notes file since it was last read or written."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def look_at_file(file: "NotebookFile") -> FileState:
    """Compare the file's bytes, never its time, with those it had."""
    from viewer.storage.notebooks import digest_on_disk

    digest = digest_on_disk(file.path)
    if digest == file.digest:
        return FileState.SAME
    return FileState.GONE if digest is None else FileState.CHANGED


class Thrown(NamedTuple):
    """What was read, and whether the trash has the notes that are missing in it."""

    read: tuple["NotebookFile", Notebook]
    kept: bool


def read_notes(place: DocumentPlace, new_id: Callable[[], NoteId]) -> tuple["NotebookFile", Notebook]:
    from viewer.storage.notebooks import open_notebook

    return open_notebook(place.folder, place.source, place.title, place.path, new_id)


def bring_together(
    read: tuple["NotebookFile", Notebook],
    base: Notebook,
    ours: Notebook,
    new_id: Callable[[], NoteId],
    *,
    put_back: bool = False,
) -> Reconciled:
    """Our notes with those that were `read` of the file; `base` is what it held when we last read or wrote it.

    A file that is not there says nothing of our notes. Where a file has lost so many of them that nobody may have meant
    it, or if it is asked, they are put back, and told as vanished all the same.
    """
    file, theirs = read
    if file.digest is None:
        base = Notebook()
    together = reconcile(base, ours, theirs, new_id)
    if not (put_back or is_many(len(together.vanished), len(base.notes))):
        return together
    without = replace(base, notes=tuple(note for note in base.notes if note not in together.vanished))
    lost = change_between(base, without)  # undone, it puts them where they stood
    return together._replace(notebook=undone(together.notebook, lost)) if lost else together


def throw_away_notes(state: "StateFolder", read: tuple["NotebookFile", Notebook], vanished: tuple[Note, ...]) -> Thrown:
    """Keep notes that are missing in what was read; that they could not be kept stops nobody from reading on."""
    from datetime import UTC, datetime

    from viewer.storage.trash import throw_away

    file, _ = read
    try:
        throw_away(state.trash(file.path), file.document, vanished, datetime.now(UTC))
    except (OSError, ViewerError):
        return Thrown(read, kept=False)
    return Thrown(read, kept=True)


def save_notes(
    file: "NotebookFile", notebook: Notebook, folder: "NotesFolder", source: Source, state: "StateFolder | None"
) -> "NotebookFile":
    """Write the notes as those of this text, which may be in another encoding than the one they were read for."""
    from viewer.storage.notebooks import save_notebook

    document = replace(file.document, text_sha256=source.sha256)
    return save_notebook(replace(file, document=document), notebook, folder, state)


def copy_notes(target: Path, own: Path | None, file: "NotebookFile", notebook: Notebook) -> Copied:
    """Write the notes to a file the reader chose, over what it held; never over the notes file itself (`own`)."""
    from viewer.storage.notebooks import save_notebook

    if own is not None and target.resolve() == own.resolve():
        raise ViewerError(f"“{shown_name(str(target))}” is the notes file itself. Choose another name for the copy.")
    digest = hashlib.sha256(target.read_bytes()).hexdigest() if target.is_file() else None
    save_notebook(replace(file, path=target, digest=digest), notebook)
    return Copied(target, notebook)


def no_file(place: DocumentPlace, new_id: Callable[[], NoteId]) -> "NotebookFile":
    """Stands for the file of a document whose own file of notes could not be read."""
    from viewer.storage.notebook_file import DocumentBlock, NotebookFile

    block = DocumentBlock(new_id().removeprefix("n-"), place.title, "", place.source.sha256)
    return NotebookFile(place.folder.path, block)


def reason_of(error: OSError | ViewerError) -> str:
    """Why the notes could not be read or written, fit to show."""
    if isinstance(error, ViewerError):
        return str(error)
    where = f" in “{shown_name(str(error.filename))}”" if error.filename else ""
    return f"The notes{where} cannot be reached: {error.strerror or error}. Look to the folder, then try again."
