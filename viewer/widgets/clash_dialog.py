"""The chooser for a clash: two versions of one note side by side, and what of them is to be kept."""

from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.core.clashes import Clash, Kept, differing_words
from viewer.core.communique import Communique
from viewer.qmodels.notes_model import subject_of
from viewer.widgets.parts.note_version import NoteVersion
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.theme import Theme

_ABOUT: Final = "Two programs changed this note differently. Both versions are kept until you decide."
_FIRST_SIZE: Final = QSize(720, 460)


class ClashDialog(QDialog):
    """Asks, and changes nothing itself; closed without an answer, both versions stay as they are."""

    decided = Signal(object, object)  # Clash, Kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Two versions of a note")
        self._clash: Clash | None = None
        self._about = PlainLabel(_ABOUT, self, muted=True)
        self._about.setWordWrap(True)
        self._left = NoteVersion("Left: the version in place", self)
        self._right = NoteVersion("Right: the version kept beside it", self)
        keep_left = self._button("Keep the &left", "Keep the left version, and let the right one go")
        keep_left.clicked.connect(self._keep_left)
        keep_right = self._button("Keep the &right", "Put the right version in the place of the left one")
        keep_right.clicked.connect(self._keep_right)
        keep_both = self._button("Keep &both", "Make two notes of them")
        keep_both.clicked.connect(self._keep_both)
        close = self._button("&Decide later", "Close, and leave both as they are (Esc)")
        close.clicked.connect(self.reject)
        self._lay_out((keep_left, keep_right, keep_both, close))

    @property
    def clash(self) -> Clash | None:
        """The versions that are shown."""
        return self._clash

    def show_clash(self, clash: Clash, communique: Communique) -> None:
        self._clash, differing = clash, clash.differing
        self._left.show_note(clash.left, subject_of(clash.left, communique), differing)
        self._right.show_note(clash.right, subject_of(clash.right, communique), differing)
        left, right = differing_words(self._left.words, self._right.words)
        self._left.mark(left)
        self._right.mark(right)
        self._left.read_text()

    def set_theme(self, theme: Theme) -> None:
        self._left.set_theme(theme)
        self._right.set_theme(theme)

    @Slot()
    def _keep_left(self) -> None:
        self._tell(Kept.LEFT)

    @Slot()
    def _keep_right(self) -> None:
        self._tell(Kept.RIGHT)

    @Slot()
    def _keep_both(self) -> None:
        self._tell(Kept.BOTH)

    def _tell(self, kept: Kept) -> None:
        self.accept()
        self.decided.emit(self._clash, kept)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)  # no version goes for a Return too many
        return button

    def _lay_out(self, buttons: tuple[QPushButton, ...]) -> None:
        versions = QHBoxLayout()
        versions.setSpacing(24)
        versions.addWidget(self._left, 1)
        versions.addWidget(self._right, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        *choices, close = buttons
        for button in choices:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addLayout(versions, 1)
        column.addLayout(row)
        self.resize(_FIRST_SIZE)
