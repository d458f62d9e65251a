"""A label that shows any text as plain text: nothing in it is read as markup, hides or reorders the line."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from viewer.core.display_names import shown_name

_LONGEST: Final = 400
"""Code points shown of one text; a hostile one would fill the pane."""


class PlainLabel(QLabel):
    """`muted` draws in the palette's placeholder colour, so a change of theme needs no word to the label."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, muted: bool = False) -> None:
        super().__init__(parent)
        # QLabel guesses rich text by default, and would then load the pictures that a text names.
        self.setTextFormat(Qt.TextFormat.PlainText)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self.setText(shown_name(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))
