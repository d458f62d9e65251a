"""The status line: where the reader is, what the document is, what it names, whether the notes are saved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QStatusBar, QStyleOptionToolButton, QToolButton, QWidget

from viewer.core.communique import Communique
from viewer.core.mentions import EntityKind
from viewer.widgets.parts.short_label import ShortLabel
from viewer.widgets.parts.stepper import quiet_button
from viewer.widgets.parts.theme import Theme

_NOT_ENGLISH = " · not in English: only plain names and dates are found"
_OPENS_MENU = " ▾"
_WORDS_OF_A_LANGUAGE = 12
"""A shorter text shows no language."""
_COUNTED = (
    (EntityKind.PERSON, "person", "people"),
    (EntityKind.STATE, "state", "states"),
    (EntityKind.ORGANISATION, "organisation", "organisations"),
)


class StatusLine(QStatusBar):
    """Four quiet labels, and two buttons: how much was mended, and the file's encoding."""

    repairs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._place, self._counts, self._saved = (_label(QLabel()) for _ in range(3))
        self._document = _label(ShortLabel())
        self.addWidget(self._place)
        self.addWidget(self._document, 1)
        self._repairs = quiet_button("", "", self)
        self._repairs.clicked.connect(self.repairs_wanted)
        self._repairs.hide()
        self.addPermanentWidget(self._repairs)
        self._encoding = quiet_button("", "", self, _MenuButton)
        self._encoding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._encoding.hide()
        self.addPermanentWidget(self._encoding)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._saved)
        self.setAccessibleName("Status")

    @property
    def words(self) -> tuple[str, ...]:
        """What each label says, from left to right."""
        return tuple(label.text() for label in (self._place, self._document, self._counts, self._saved))

    @property
    def encoding(self) -> str:
        """What the button says; empty where there is no file and no button."""
        return self._encoding.text().removesuffix(_OPENS_MENU)

    def show_paragraph(self, communique: Communique, index: int) -> None:
        """Say which paragraph is being read; of a title or a heading, the one it stands over."""
        numbers = [paragraph.number for paragraph in communique.paragraphs]
        number = next(filter(None, numbers[index:]), None) or next(filter(None, reversed(numbers)), None)
        last = max(filter(None, numbers), default=0)
        self._place.setText(f"¶ {number} of {last}" if number else "No paragraphs")

    def show_document(self, communique: Communique, name: str) -> None:
        """Name the document and say what was found in it; what is guessed or not done is said to be so."""
        foreign = communique.identity.language != "en" and communique.text.count(" ") >= _WORDS_OF_A_LANGUAGE
        self._document.setText(f"{name}{_NOT_ENGLISH if foreign else ''}")
        self._counts.setText(_counts(communique) if communique.analysed else "Looking for names")

    def offer_encodings(self, menu: QMenu) -> None:
        """Let the button open this menu."""
        self._encoding.setMenu(menu)
        menu.aboutToHide.connect(self._lower_button)

    @Slot()
    def _lower_button(self) -> None:
        """Qt leaves a button raised whose menu took the pointer away."""
        here = self._encoding.mapFromGlobal(QCursor.pos())
        self._encoding.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self._encoding.rect().contains(here))
        self._encoding.update()

    def show_encoding(self, words: str) -> None:
        """Name the encoding the file was read in; without words there is no file."""
        self._encoding.setText(f"{words}{_OPENS_MENU}" if words else "")
        self._encoding.setToolTip(f"The file was read as {words}. Click to read it in another encoding")
        self._encoding.setAccessibleName(f"Encoding: {words}")
        self._encoding.setVisible(bool(words))

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
        self._encoding.setPalette(made)
        self._repairs.setPalette(made)


class _MenuButton(QToolButton):
    """Opens a menu; its words say so, and the style's arrow, which would stand below them in the corner, does not."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu


def _label(made: QLabel) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setContentsMargins(8, 0, 8, 0)
    return made


def _counts(communique: Communique) -> str:
    found = [(sum(entity.kind is kind for entity in communique.entities), one, many) for kind, one, many in _COUNTED]
    named = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in found if count)
    return named or "No people, states or organisations"


def _mended(communique: Communique) -> str:
    made, known = sum(repair.applied for repair in communique.repairs), len(communique.repairs)
    some_off = f"{made:,} of {known:,} repairs"
    repairs = ("1 repair" if known == 1 else f"{known:,} repairs") if made == known else some_off
    suspected = f"{len(communique.suspicions):,} suspected"
    return " · ".join([repairs] * bool(known) + [suspected] * bool(communique.suspicions))
