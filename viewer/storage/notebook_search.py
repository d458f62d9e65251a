"""Finds the notes file of a document among those in a folder, and names the one that is not there yet.

Never by the title: many communiqués share one, and of some no letter is left in a file's name.
"""

import os
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.storage.conflict_copies import is_apart
from viewer.storage.documents import read_beginning
from viewer.storage.notebook_errors import SeveralNotebooksError, reason_of
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import NewId, read_document_block
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.strict_yaml import MalformedError
from viewer.storage.yaml_text import replace_half_characters

_SUFFIX = ".notes.yaml"
_HEAD = 64 * 1024  # bytes, in which the document block ends
_LONGEST_NAME = 60


def new_file(folder: Path, name: str, text_sha256: str) -> Path:
    """A file with a name for people to know the document by, and eight digits that every program finds for this text.

    One that another document's notes have already is numbered: those of a document that is now read otherwise.
    """
    names = (f"{name}{number}{_digits(text_sha256)}" for number in ("", *(f"-{number}" for number in range(2, 100))))
    paths = [folder / name for name in names]
    return next((path for path in paths if not os.path.lexists(path)), paths[0])


def belonging_file(folder: NotesFolder, own: DocumentBlock, new_id: NewId) -> Path | None:
    """The file that names the text's hash, or else the document's path; None where there is none.

    The path goes first where the file was begun for this text, as its name tells: the document is read in another
    encoding, and a copy of it may have notes of its own. Failing both, the file begun for this text, if it does not say
    of which text it is now, or if its document is gone from the path it names: one that was read in another encoding
    and then moved. A file that cannot be read belongs to the text whose hash is seen in it or in its name: to begin
    anew beside it would hide the notes in it. A missing folder holds no notes. Raises ViewerError for one that cannot
    be read or is not known, and where several files belong to it.
    """
    heads = [_Head.of(path, new_id) for path in _note_files(folder)]
    same_text = [head.path for head in heads if head.block and head.block.text_sha256 == own.text_sha256]
    same_path = [head.path for head in heads if head.block and own.path and head.block.path == own.path]
    unreadable = [head.path for head in heads if head.block is None and head.shows(own.text_sha256)]
    begun = [head for head in heads if head.block and head.was_begun_for(own.text_sha256)]
    read_otherwise = [head.path for head in begun if head.path in same_path and head.path not in same_text]
    same_name = [head.path for head in begun if not head.names_text() or head.has_lost_document(folder)]
    return (
        _only(read_otherwise)
        or _only(same_text)
        or _only(same_path)
        or next(iter(unreadable), None)
        or _only(same_name)
    )


class _Head(NamedTuple):
    """The beginning of a notes file, and what it says of its document; None where that cannot be read."""

    path: Path
    data: bytes
    block: DocumentBlock | None

    @classmethod
    def of(cls, path: Path, new_id: NewId) -> "_Head":
        data = b""
        try:
            data = read_beginning(path, _HEAD)
            if len(data) == _HEAD:  # cut in the middle of a line
                data = data[: data.rfind(b"\n") + 1]
            return cls(path, data, read_document_block(data.decode("utf-8-sig", "replace"), new_id))
        except (OSError, MalformedError):
            return cls(path, data, None)

    def was_begun_for(self, text_sha256: str) -> bool:
        return self.path.name.endswith(_digits(text_sha256))

    def names_text(self) -> bool:
        return self.block is not None and self.block.text_sha256 != ""

    def has_lost_document(self, folder: NotesFolder) -> bool:
        try:
            return self.block is not None and self.block.path != "" and not (folder.path / self.block.path).exists()
        except (OSError, ValueError):  # no path of this system
            return False

    def shows(self, text_sha256: str) -> bool:
        return self.was_begun_for(text_sha256) or text_sha256.encode() in self.data


def _digits(text_sha256: str) -> str:
    return f"--{text_sha256[:8]}{_SUFFIX}"


def _only(paths: list[Path]) -> Path | None:
    if len(paths) > 1:
        names = " and ".join(f"“{shown_name(str(path))}”" for path in paths)
        raise SeveralNotebooksError(
            f"Several files hold notes on this text: {names}. Move all but one out of the notes folder, then try again."
        )
    return paths[0] if paths else None


def _note_files(folder: NotesFolder) -> list[Path]:
    try:
        found = folder.entries()
    except OSError as error:
        words = f"The notes folder “{shown_name(str(folder.path))}” cannot be read: {reason_of(error)}"
        raise ViewerError(words) from error
    return sorted(path for path in found if path.name.endswith(_SUFFIX) and not is_apart(path.name))


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
    """The title as every file system takes it: [a-z0-9-], whole words of at most 60 characters, perhaps none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
