"""The former versions of a document's notes as a table: when saved, how many notes, and what was changed next."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.core.note_versions import Changes, changes
from viewer.core.notes import Notebook
from viewer.storage.note_versions import FormerNotes

HEADINGS: Final = ("Saved", "Notes", "What was changed next")
_NOT_KNOWN: Final = "Not known: what came next cannot be read"


class VersionRole(IntEnum):
    VERSION = Qt.ItemDataRole.UserRole + 1  # FormerNotes


class VersionsModel(QAbstractTableModel):
    """Read-only, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: Sequence[FormerNotes] = ()
        self._words: list[tuple[str, str, str]] = []

    def show_versions(self, versions: Sequence[FormerNotes], current: Notebook | None) -> None:
        """Show these; `current` is what the latest of them became, None where that cannot be read."""
        self.beginResetModel()
        self._versions = versions
        later = [current, *(version.notebook for version in versions)]
        self._words = [_words(version, next_one) for version, next_one in zip(versions, later, strict=False)]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._words)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if shown else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        if role == VersionRole.VERSION:
            return self._versions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(self._words[index.row()])
        return None


def _words(version: FormerNotes, later: Notebook | None) -> tuple[str, str, str]:
    when = version.version.kept.astimezone()
    date = f"{when.day} {when:%B %Y, %H:%M:%S}"
    if version.notebook is None:
        return date, "–", "Cannot be read"
    what = _NOT_KNOWN if later is None else change_words(changes(version.notebook, later))
    return date, str(len(version.notebook.notes)), what


def change_words(made: Changes) -> str:
    """What was done, as a short phrase."""
    counted = ((made.added, "added"), (made.changed, "changed"), (made.removed, "removed"))
    words = ", ".join(f"{count:,} {what}" for count, what in counted if count)
    return words or "No note"


def _spoken(words: tuple[str, str, str]) -> str:
    date, count, what = words
    return f"Saved {date}. {count} {'note' if count == '1' else 'notes'}. Then: {what}"
