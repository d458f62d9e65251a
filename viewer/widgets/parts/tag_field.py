"""A line for the tags of a note, separated by commas; it completes tags that were used before."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from viewer.widgets.parts.plain_paste import PlainPaste
from viewer.widgets.parts.undo_keys import UndoKeys


def read_tags(text: str) -> tuple[str, ...]:
    """The tags in the order they were typed, each once whatever its case; a leading "#" is not part of a tag."""
    tags: dict[str, str] = {}
    for part in text.split(","):
        if tag := " ".join(part.split()).lstrip("#").strip():
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


class TagField(QLineEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tags")
        self.setPlaceholderText("Tags, separated by commas")
        self._shown = ""
        self._known = QStringListModel(self)
        completer = _TagCompleter(self)
        completer.setModel(self._known)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        PlainPaste(self)
        UndoKeys(self)

    def tags(self) -> tuple[str, ...]:
        return read_tags(self.text())

    @property
    def is_changed(self) -> bool:
        """Whether the line is not as it was shown. Qt's isModified() would not know of a tag that was completed."""
        return self.text() != self._shown

    def show_tags(self, tags: Iterable[str]) -> None:
        self.setText(", ".join(tags))
        self._shown = self.text()  # a line break in a tag is none here

    def offer(self, known: Iterable[str]) -> None:
        """Complete from these tags."""
        self._known.setStringList(sorted(known, key=str.casefold))


class _TagCompleter(QCompleter):
    """Completes the last tag of the line and leaves those before it as they are."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        tag = str(super().pathFromIndex(index))
        field = self.widget()
        assert isinstance(field, QLineEdit)
        before, comma, _ = field.text().rpartition(",")
        return f"{before}, {tag}" if comma else tag
