"""Keeps what is being written in a note editor in a file of its own, until the notes file has it.

A draft is written like a notes file with one note, so that a person can read it, too. Beside it lies a lock that ends
with the process: a draft whose lock is free is one that a program left behind when it ended.
"""

import os
import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from viewer.core.drafts import Draft
from viewer.core.notes import Notebook, NoteId
from viewer.storage.atomic import write_atomically
from viewer.storage.documents import read_ordinary_file
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import NotebookText, read_notebook
from viewer.storage.notes_text import new_notes_text, with_content
from viewer.storage.state_folder import hold
from viewer.storage.strict_yaml import MalformedError, Place
from viewer.storage.yaml_text import replace_half_characters

SUFFIX = ".draft.yaml"
_LARGEST = 16 * 1024 * 1024  # bytes
_BEGAN = "began_from"


class DraftFile(NamedTuple):
    """A file that this process alone writes, and the descriptor that holds its lock."""

    path: Path
    lock: int


class FoundDraft(NamedTuple):
    """A draft whose program has ended; its lock is now ours."""

    file: DraftFile
    draft: Draft


def begin_draft(folder: Path) -> DraftFile:
    """A place for a draft, where nothing is written yet. Raises OSError."""
    path = folder / f"{secrets.token_hex(8)}{SUFFIX}"
    lock = hold(_lock_of(path))
    assert lock is not None  # nobody else knows the name
    return DraftFile(path, lock)


def write_draft(file: DraftFile, draft: Draft, title: str, document: Path | None, text_sha256: str) -> None:
    """Put the draft in the place of its former state, and return when the disk has it. Raises OSError."""
    note = replace(
        draft.note,
        body=replace_half_characters(draft.note.body),
        tags=tuple(replace_half_characters(tag) for tag in draft.note.tags),
    )
    block = DocumentBlock(
        id=file.path.name.removesuffix(SUFFIX),
        title=replace_half_characters(title),
        path=_path_text(document),
        text_sha256=text_sha256,
    )
    extra = {} if draft.began_from is None else {_BEGAN: replace_half_characters(draft.began_from)}
    text = with_content(new_notes_text(block), NotebookText(block, Notebook((note,)), extra))
    write_atomically(file.path, text.whole().encode())


def read_draft(path: Path) -> tuple[DocumentBlock, Draft]:
    """The draft in a file, and its document. Raises OSError, and MalformedError where the file holds no draft."""
    try:
        text = read_ordinary_file(path, _LARGEST).decode()
    except UnicodeDecodeError as error:
        raise MalformedError(Place(1, 1), f"byte {error.start} is not UTF-8") from error
    content = read_notebook(text, _no_id)
    if len(content.notebook.notes) != 1:
        raise MalformedError(Place(1, 1), "a draft has one note")
    began = content.extra.get(_BEGAN)
    return content.document, Draft(content.notebook.notes[0], began if isinstance(began, str) else None)


def find_drafts(folder: Path, document: Path | None, text_sha256: str) -> list[FoundDraft]:
    """The drafts of a text that programs left behind, the latest last; they are held from here on.

    A draft belongs to the text if it names the text's hash or the document's path. A file that cannot be read is left
    alone. Raises OSError where the folder cannot be read.
    """
    paths = [path for path in folder.iterdir() if path.name.endswith(SUFFIX) and not path.name.startswith(".")]
    found = (_take(path, _path_text(document), text_sha256) for path in sorted(paths, key=_time_of))
    return [draft for draft in found if draft is not None]


def is_being_written(path: Path) -> bool:
    """Whether a program has the draft open now."""
    if not _lock_of(path).exists():
        return False
    if (lock := hold(_lock_of(path))) is None:
        return True
    os.close(lock)
    return False


def remove_draft(file: DraftFile) -> None:
    """Let go of a draft that the notes file has, or that nobody wants. Raises OSError, with the lock ended."""
    try:
        file.path.unlink(missing_ok=True)
    finally:
        release_draft(file)


def release_draft(file: DraftFile) -> None:
    """End the lock; a draft that was written stays for whoever opens the document next."""
    os.close(file.lock)
    if not file.path.exists():
        with suppress(OSError):  # an empty file, of which nobody takes notice
            _lock_of(file.path).unlink(missing_ok=True)


def _take(path: Path, document: str, text_sha256: str) -> FoundDraft | None:
    with suppress(OSError, MalformedError):
        block, _ = read_draft(path)
        if block.text_sha256 != text_sha256 and not (document and block.path == document):
            return None
        if (lock := hold(_lock_of(path))) is None:
            return None
        file = DraftFile(path, lock)
        try:
            return FoundDraft(file, read_draft(path)[1])  # as its program left it
        except (OSError, MalformedError):
            release_draft(file)
    return None


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name.removesuffix(SUFFIX)}.lock")


def _path_text(document: Path | None) -> str:
    return "" if document is None else replace_half_characters(str(document))


def _time_of(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _no_id() -> NoteId:
    return NoteId(f"n-{secrets.token_hex(10)}")
