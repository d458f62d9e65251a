"""One of two versions of a note, to be read beside the other: what differs is marked."""

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QTextEdit, QWidget

from viewer.core.notes import Note
from viewer.core.text import Span, Utf16Map
from viewer.widgets.parts.note_text import NoteText
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.theme import LIGHT, Theme

_ROWS: Final = {
    "Text": ("body",),
    "Tags": ("tags",),
    "Colour": ("colour",),
    "About": ("scope", "anchor", "entity"),
    "Other keys": ("extra",),
    "Changed": (),
}
"""What is shown, and the fields of the note it stands for; when a note was changed differs always, and says nothing."""


class NoteVersion(QWidget):
    """Shows a note and changes nothing; `name` tells this version from the other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._theme = LIGHT
        self._marks: tuple[Span, ...] = ()
        self._text = NoteText(self)
        self._text.setReadOnly(True)
        self._text.setPlaceholderText("No text")
        self._titles = {row: PlainLabel(row, self) for row in _ROWS}
        self._values = {row: PlainLabel("", self) for row in _ROWS if row != "Text"}
        self._lay_out()

    @property
    def words(self) -> str:
        """The text as it is shown, whose line ends may be others than the note's."""
        return self._text.written()

    def show_note(self, note: Note, subject: str, differing: Collection[str]) -> None:
        """`subject` says what the note is about, `differing` names the fields in which the other version differs."""
        self._marks = ()
        self._text.show_body(note.body)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        said = {
            "Tags": ", ".join(note.tags) or "none",
            "Colour": note.colour.capitalize(),
            "About": subject,
            "Other keys": ", ".join(note.extra) or "none",
            "Changed": note.changed.replace("T", " ").replace("Z", " UTC") or "not known",
        }
        for row, fields in _ROWS.items():
            self._show_title(row, differs=not set(fields).isdisjoint(differing))
        for row, value in self._values.items():
            value.show_text(said[row])
            value.setAccessibleName(f"{self._name}, {self._titles[row].text()}: {said[row]}")
        for part in (self._titles["Other keys"], self._values["Other keys"]):
            part.setVisible("extra" in differing)
        self._text.setAccessibleName(f"{self._name}, {self._titles['Text'].text()}")

    def mark(self, spans: Iterable[Span]) -> None:
        """Mark words of the text as they are shown, in code points."""
        self._marks = tuple(spans)
        self._tint()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tint()

    def read_text(self) -> None:
        """Give the text the focus."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self, row: str, *, differs: bool) -> None:
        title, font = self._titles[row], QFont(self.font())
        font.setBold(differs)
        title.show_text(f"{row} – differs" if differs else row)
        title.setFont(font)
        title.setForegroundRole(QPalette.ColorRole.WindowText if differs else QPalette.ColorRole.PlaceholderText)

    def _tint(self) -> None:
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.chosen))
        form.setFontUnderline(True)  # a tint alone would be colour alone
        units = Utf16Map(self.words)
        tints = []
        for span in self._marks:
            tint = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(units.to_units(span.start))
            cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
            tint.cursor, tint.format = cursor, form
            tints.append(tint)
        self._text.setExtraSelections(tints)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(self._name, self), 0, 0, 1, 2)
        grid.addWidget(self._titles["Text"], 1, 0, 1, 2)
        grid.addWidget(self._text, 2, 0, 1, 2)
        grid.setRowStretch(2, 1)
        for at, (row, value) in enumerate(self._values.items(), start=3):
            value.setWordWrap(True)
            grid.addWidget(self._titles[row], at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop)
