"""The notice bar: one message above the text that waits for the reader instead of stopping them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from viewer.widgets.parts.theme import LIGHT, Theme


class NoticeBar(QWidget):
    """Shows one message at a time, with at most one action and a button to put it away."""

    acted = Signal(str)  # the id of the command that the message offers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command = ""
        self._theme = LIGHT
        self._alert = False
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._act.clicked.connect(self._acted)
        self._away = QPushButton("Dismiss")
        self._away.clicked.connect(self.hide)
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
        return self._words.text()

    def say(self, words: str, *, command: str = "", action: str = "", alert: bool = False) -> None:
        """Show a message; `action` is the text of the button that runs `command`."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._command = command
        self._act.setText(action)
        self._act.setVisible(bool(command))
        self._alert = alert
        self._colour()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour()

    def _colour(self) -> None:
        made = QPalette(self.palette())
        made.setColor(QPalette.ColorRole.Window, QColor(self._theme.alert_paper if self._alert else self._theme.row))
        made.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.alert if self._alert else self._theme.text))
        self.setPalette(made)

    @Slot()
    def _acted(self) -> None:
        self.hide()
        self.acted.emit(self._command)
