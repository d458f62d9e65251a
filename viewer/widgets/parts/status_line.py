"""The status line: where the reader is, what the document is, what it names, whether the notes are saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from viewer.core.communique import Communique
from viewer.core.mentions import EntityKind
from viewer.widgets.parts.stepper import quiet_button
from viewer.widgets.parts.theme import Theme

_NOT_ENGLISH = " · not in English: only plain names and dates are found"
_WORDS_OF_A_LANGUAGE = 12
"""A shorter text shows no language."""
_COUNTED = (
    (EntityKind.PERSON, "person", "people"),
    (EntityKind.STATE, "state", "states"),
    (EntityKind.ORGANISATION, "organisation", "organisations"),
)


class StatusLine(QStatusBar):
    """Four quiet labels, and a button that says how much was mended."""

    repairs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._place, self._document, self._counts, self._saved = (_label() for _ in range(4))
        self._document.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._place)
        self.addWidget(self._document, 1)
        self._repairs = quiet_button("", "", self)
        self._repairs.clicked.connect(self.repairs_wanted)
        self._repairs.hide()
        self.addPermanentWidget(self._repairs)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._saved)
        self.setAccessibleName("Status")

    @property
    def words(self) -> tuple[str, ...]:
        """What each label says, from left to right."""
        return tuple(label.text() for label in (self._place, self._document, self._counts, self._saved))

    def show_paragraph(self, communique: Communique, index: int) -> None:
        """Say which paragraph is being read; of a title or a heading, the one it stands over."""
        numbers = [paragraph.number for paragraph in communique.paragraphs]
        number = next(filter(None, numbers[index:]), None) or next(filter(None, reversed(numbers)), None)
        last = max(filter(None, numbers), default=0)
        self._place.setText(f"¶ {number} of {last}" if number else "No paragraphs")

    def show_document(self, communique: Communique, name: str) -> None:
        """Name the document and say what was found in it; what is guessed or not done is said to be so."""
        source = communique.source
        guess = f" · read as {source.encoding} (a guess)" if source.encoding_guessed else ""
        foreign = communique.identity.language is None and communique.text.count(" ") >= _WORDS_OF_A_LANGUAGE
        self._document.setText(f"{name}{guess}{_NOT_ENGLISH if foreign else ''}")
        self._counts.setText(_counts(communique) if communique.analysed else "Looking for names")

    def show_repairs(self, communique: Communique) -> None:
        """Say how much was mended and what is suspected; nothing where there is nothing of either."""
        words = _mended(communique)
        self._repairs.setText(words)
        self._repairs.setAccessibleName(words)
        self._repairs.setVisible(bool(words))

    def tell_key_of_repairs(self, tip: str) -> None:
        """What the pointer is told over the number of repairs."""
        self._repairs.setToolTip(tip)

    def show_names_not_found(self) -> None:
        self._counts.setText("Names could not be found")

    def show_saved(self, words: str) -> None:
        self._saved.setText(words)

    def set_theme(self, theme: Theme) -> None:
        made = QPalette(self.palette())
        made.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        for label in (self._place, self._document, self._counts, self._saved):
            label.setPalette(made)
        made.setColor(QPalette.ColorRole.ButtonText, QColor(theme.muted))
        self._repairs.setPalette(made)


def _label() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setContentsMargins(8, 0, 8, 0)
    return made


def _counts(communique: Communique) -> str:
    found = [(sum(entity.kind is kind for entity in communique.entities), one, many) for kind, one, many in _COUNTED]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in found)


def _mended(communique: Communique) -> str:
    made, known = sum(repair.applied for repair in communique.repairs), len(communique.repairs)
    some_off = f"{made:,} of {known:,} repairs"
    repairs = ("1 repair" if known == 1 else f"{known:,} repairs") if made == known else some_off
    suspected = f"{len(communique.suspicions):,} suspected"
    return " · ".join([repairs] * bool(known) + [suspected] * bool(communique.suspicions))
