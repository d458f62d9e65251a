"""What the reader is told about the notes of a document and the disk."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class NotesState(StrEnum):
    READING = "reading"
    NONE = "none"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class NotesStatus:
    """`reason` is plain text, fit to show: what happened, where, what to do. `path` is the notes file, if known."""

    state: NotesState
    reason: str = ""
    path: Path | None = None

    @property
    def is_alert(self) -> bool:
        return self.state in (NotesState.FAILED, NotesState.UNREADABLE)
