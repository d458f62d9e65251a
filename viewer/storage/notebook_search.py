"""Finds the notes file of a document among those in a folder, and names the one that is not there yet."""

import os
import re
import unicodedata
from pathlib import Path

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.storage.documents import read_beginning
from viewer.storage.notebook_errors import reason_of
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import NewId, read_document_block
from viewer.storage.strict_yaml import MalformedError
from viewer.storage.yaml_text import replace_half_characters

_SUFFIX = ".notes.yaml"
_HEAD = 64 * 1024  # bytes, in which the document block ends


def new_file_name(name: str, document_id: str) -> str:
    """A name for people to know the document by, and eight digits to tell it from others of the same title."""
    return f"{name}--{document_id[:8]}{_SUFFIX}"


def belonging_file(folder: Path, own: DocumentBlock, name: str, new_id: NewId) -> Path | None:
    """The file that names the text's hash, or else the document's path; None where there is none.

    A file that cannot be read counts by its name: to begin anew beside it would hide the notes in it. A missing folder
    holds no notes; ViewerError is raised for one that cannot be read.
    """
    heads = {path: _document_block(path, new_id) for path in _note_files(folder)}
    same_text = [path for path, block in heads.items() if block and block.text_sha256 == own.text_sha256]
    same_path = [path for path, block in heads.items() if block and own.path and block.path == own.path]
    unreadable = [path for path, block in heads.items() if block is None and _name_of(path) == name]
    return next(iter([*same_text, *same_path, *unreadable]), None)


def _note_files(folder: Path) -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.name.endswith(_SUFFIX) and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ViewerError(f"The notes folder “{shown_name(str(folder))}” cannot be read: {reason_of(error)}") from error


def _document_block(path: Path, new_id: NewId) -> DocumentBlock | None:
    """What the file says of its document; None where that cannot be read."""
    try:
        head = read_beginning(path, _HEAD)
        if len(head) == _HEAD:  # cut in the middle of a line
            head = head[: head.rfind(b"\n") + 1]
        return read_document_block(head.decode("utf-8-sig", "replace"), new_id)
    except (OSError, MalformedError):
        return None


def path_hint(document_path: Path | None, folder: Path) -> str:
    """The document's path from the notes folder, so that both can be moved together; on another drive, its own."""
    if document_path is None:
        return ""
    try:
        path = Path(os.path.relpath(document_path, folder))
    except ValueError:
        path = document_path.absolute()
    return replace_half_characters(path.as_posix())


def name_in_files(title: str) -> str:
    """The title as every file system takes it: [a-z0-9-], at most 60 characters, perhaps none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")


def _name_of(path: Path) -> str:
    return path.name.rpartition("--")[0]
