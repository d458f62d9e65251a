"""The notice bar: one message above the text that waits for the reader instead of stopping them."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from viewer.widgets.parts.announcing import announce
from viewer.widgets.parts.theme import LIGHT, Theme

_LEAST_TIME: Final = 5_000
"""Milliseconds a message stands at least that needs no answer."""
_TIME_OF_LETTER: Final = 80
"""Milliseconds to read one letter, for a slow reader who must first notice that there is something to read."""


class _Message(NamedTuple):
    words: str
    command: str = ""
    action: str = ""
    alert: bool = False

    @property
    def stands(self) -> bool:
        """Whether it waits for an answer: every other message goes by itself."""
        return self.alert or bool(self.command)


class NoticeBar(QWidget):
    """Shows one message at a time, with at most one action and a button to put it away.

    Alerts and messages with an action stand until they are answered. All others pass with time.
    """

    acted = Signal(str)  # the id of the command that the message offers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _Message("")
        self._standing: _Message | None = None
        self._theme = LIGHT
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.pass_by)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._act.clicked.connect(self._acted)
        self._away = QPushButton("Dismiss")
        self._away.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        for part in (self._words, self._act, self._away):
            row.addWidget(part)
        self.setAutoFillBackground(True)
        self.setAccessibleName("Notice")
        self.hide()

    @property
    def words(self) -> str:
        return self._shown.words

    def say(self, words: str, *, command: str = "", action: str = "", alert: bool = False) -> None:
        """Tell what happened; `action` is the text of the button that runs `command`."""
        message = _Message(words, command, action, alert)
        self._standing = message if message.stands else None
        self._show(message)

    def hint(self, words: str) -> None:
        """Tell what to do first. It passes with the next thing done, and takes no alert's place."""
        if self._standing is None or not self._standing.alert:
            self._show(_Message(words))

    @Slot()
    def pass_by(self) -> None:
        """Put a message away that needs no answer, unless the reader is copying from it."""
        if not (self._shown.stands or self.isHidden() or self._words.hasFocus()):
            self._put_away()

    def withdraw(self, command: str) -> None:
        """Put the message away that offers a command, which is done; what is shown over it stays its time."""
        if self._standing is None or self._standing.command != command:
            return
        if self._shown.stands:
            self.clear()
        else:
            self._standing = None

    def clear(self) -> None:
        """Put everything away: it was about another document."""
        self._standing = None
        self._end.stop()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour()

    def _show(self, message: _Message) -> None:
        self._shown = message
        self._words.setText(message.words)
        self._words.setAccessibleName(message.words)
        self._act.setText(message.action)
        self._act.setVisible(bool(message.command))
        self._colour()
        self.show()
        announce(self, message.words)
        if message.stands:
            self._end.stop()
        else:
            self._end.start(max(_LEAST_TIME, len(message.words) * _TIME_OF_LETTER))

    def _colour(self) -> None:
        made, alert = QPalette(self.palette()), self._shown.alert
        made.setColor(QPalette.ColorRole.Window, QColor(self._theme.alert_paper if alert else self._theme.row))
        made.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.alert if alert else self._theme.text))
        for part in (self, self._words):  # under a style sheet a label takes no colour from what it stands in
            part.setPalette(made)

    @Slot()
    def _put_away(self) -> None:
        """Put away what is shown; what stood there before it is back."""
        if self._standing is None or self._shown.stands:
            self.clear()
        else:
            self._show(self._standing)

    @Slot()
    def _acted(self) -> None:
        self.clear()
        self.acted.emit(self._shown.command)
