"""An alarm at the foot of a pane: what went wrong, and buttons for what can be done."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.qmodels.tooltips import tooltip
from viewer.widgets.parts.announcing import announce
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.whole_label import WholeLabel

_MARGIN: Final = 12
_MOST: Final = 0.2
"""The share of the window's height the words may take; what is longer scrolls."""
_MOST_OF_SHORT: Final = 0.14
_SHORT: Final = 700
"""Pixels; in a lower window the panes beside need what there is."""
_LONGEST_NAME: Final = 48
_QUOTED_FILE: Final = re.compile(r"“(?:/|\\\\|[A-Za-z]:[/\\])(?:[^”]*[/\\])?([^/\\”]+\.[^/\\”.]+)”")
"""The path of something whose name has an ending. Of a folder or a device the bare name would say nothing."""


class FootLine(QWidget):
    """Hidden while nothing is wrong. Names files without their folders; the tooltip has the whole words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self._label = WholeLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = QScrollArea(self)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setWidgetResizable(True)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setWidget(self._label)
        for part in (self._label, self._words.viewport()):
            part.setAutoFillBackground(False)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(self._row)
        self.set_theme(LIGHT)
        self.hide()

    def add_button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        self._row.addWidget(button)
        return button

    def show_alarm(self, words: str) -> None:
        """Say what went wrong; without words, nothing is wrong."""
        self._label.show_text(without_folders(words))
        self._label.setToolTip(tooltip(words))
        self._words.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(words)
        if words and self.isHidden():
            announce(self, words)
        self.setVisible(bool(words))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.alert_paper))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.alert))
        for part in (self, self._label):  # a scroll area does not hand it on
            part.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height the words need, so that no layout slices them."""
        wanted = self._label.heightForWidth(self.width() - 2 * _MARGIN)
        height = self.window().height()
        most = round(height * (_MOST if height >= _SHORT else _MOST_OF_SHORT))
        self._words.setFixedHeight(max(0, min(wanted, most)))


def without_folders(words: str) -> str:
    """The words with each quoted path of a file cut to its name, and a long name in its middle."""
    return _QUOTED_FILE.sub(lambda match: f"“{_short(match[1])}”", words)


def _short(name: str) -> str:
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"
