"""The field a note's Markdown is written in: plain text only, whatever is pasted or dropped."""

import re
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.widgets.parts.plain_paste import PlainPaste
from viewer.widgets.parts.undo_keys import UndoKeys

LARGE_PASTE: Final = 1_000_000
"""Characters; a paste beyond this is rarely meant, and is done when it is asked for twice."""
_LEAST_LINES: Final = 6
_LOW: Final = 700
"""Pixels; the panes of a lower window share too little for a paragraph."""
_LONG_WORD: Final = re.compile(r"\S{5000}")
_PARAGRAPH_SEPARATOR: Final = "\u2029"  # Qt's own end of line


class NoteText(QPlainTextEdit):
    paste_doubted = Signal(int)  # characters that were not pasted yet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the note, in Markdown")
        self.setPlaceholderText("Write a note")
        self.setTabChangesFocus(True)
        self._doubted = 0
        PlainPaste(self)
        UndoKeys(self)

    def minimumSizeHint(self) -> QSize:
        """A paragraph, or half of one in a low window: the list above and the panes above that give way."""
        lines = _LEAST_LINES if self.window().height() >= _LOW else _LEAST_LINES // 2
        return QSize(80, lines * self.fontMetrics().lineSpacing() + 12)

    def sizeHint(self) -> QSize:
        return QSize(240, _LEAST_LINES * self.fontMetrics().lineSpacing() + 12)

    def show_body(self, body: str) -> None:
        """Begin with this text, and with nothing to undo; the cursor stands at its end."""
        self._wrap_for(body)
        self.setPlainText(body)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def written(self) -> str:
        """The text as it stands, with line feeds at its line ends."""
        # toPlainText would turn no-break spaces and U+2028 into others.
        return self.document().toRawText().replace(_PARAGRAPH_SEPARATOR, "\n")

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > LARGE_PASTE and self._doubted != len(text):
            self._doubted = len(text)
            self.paste_doubted.emit(len(text))
            return
        self._doubted = 0
        if _LONG_WORD.search(text):
            self._wrap_for(text)
        self.insertPlainText(text)

    def _wrap_for(self, text: str) -> None:
        # To look for a place to break at first takes Qt a minute for a word of 1 MB; to break anywhere, half a second.
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if _LONG_WORD.search(text) else mode.WrapAtWordBoundaryOrAnywhere)
