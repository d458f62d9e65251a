"""What is known of a file of notes besides the notes in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.storage.notes_text import NotesText


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """What a file of notes says of its document. `path` is a hint, relative to the file's folder; `id` is random.

    `extra` holds the keys this version does not know.
    """

    id: str
    title: str
    path: str
    text_sha256: str
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotebookFile:
    """The place of one document's notes.

    `digest` is the SHA-256 of the bytes last read or written, None while there is no file, and `text` how these bytes
    say it; `mark` is whether they begin with a byte order mark. `extra` holds the keys at the top of the file that
    this version does not know.
    """

    path: Path
    document: DocumentBlock
    digest: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    text: "NotesText | None" = None
    mark: bool = False
