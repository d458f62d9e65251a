"""Notes and files of notes that several tests begin with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from viewer.core.notes import Anchor, Note, Notebook, NoteId, NoteScope
from viewer.core.source import Source
from viewer.formats.plain_text import source_from_text
from viewer.storage.notebook_errors import UnreadableNotebookError
from viewer.storage.notebook_file import NotebookFile
from viewer.storage.notebooks import open_notebook, save_notebook
from viewer.storage.notes_folder import NotesFolder

SOURCE = source_from_text("The ministers met in Astana.", "astana.txt")
TITLE = "JOINT COMMUNIQUÉ"
ANCHOR = Anchor(4, 13, "ministers", "The ", " met in Astana.")
NOTE = Note(NoteId("n-1"), NoteScope.SELECTION, "Who?", ANCHOR, tags=("people",), created="2026-11-23T14:50:04Z")


def counting_ids() -> Callable[[], NoteId]:
    numbers = iter(range(1_000_000))
    return lambda: NoteId(f"n-{next(numbers):08x}{'0' * 12}")


def opened(
    folder: Path, source: Source = SOURCE, title: str = TITLE, path: Path | None = None
) -> tuple[NotebookFile, Notebook]:
    return open_notebook(NotesFolder(folder), source, title, path, counting_ids())


def saved(folder: Path, *notes: Note) -> NotebookFile:
    file, _ = opened(folder)
    return save_notebook(file, Notebook(notes), NotesFolder(folder))


def rewrite(file: NotebookFile, old: str, new: str) -> None:
    text = file.path.read_text("utf-8")
    assert old in text
    file.path.write_text(text.replace(old, new), "utf-8")


def refusal(folder: Path) -> str:
    """What is said of the notes file, after making sure that reading left it alone."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(UnreadableNotebookError) as unreadable:
        opened(folder)
    message = str(unreadable.value)
    assert unreadable.value.path in before
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert "\n" not in message
    assert str(unreadable.value.path) in message
    assert "The file is left as it is" in message
    return message
