"""The dialog that asks what a pasted text is to be called and whether it is to be kept."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.formats.clipboard import looks_like_address
from viewer.qmodels.repair_words import counted
from viewer.qmodels.tooltips import tooltip
from viewer.storage.kept_texts import free_path
from viewer.widgets.parts.announcing import announce
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.plain_paste import PlainPaste
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.whole_label import WholeLabel

_PREVIEW: Final = 2000  # code points of the text that are shown
_LONGEST: Final = 300  # code points of a title
_LONGEST_ADDRESS: Final = 2000
_NO_ADDRESS: Final = "This is not written like a web address. It is noted as it stands."
_READING: Final = "Looking the text through…"


class PasteWish(NamedTuple):
    """What the reader wants noted of a pasted text; empty texts are noted of nothing."""

    text: str
    title: str
    """What the file is to be named by."""
    new_title: str
    """The title where the reader has written one, which is then not the one recognised."""
    source_address: str
    address_by_hand: bool


class PasteDialog(QDialog):
    """Asks by its signals; the one who keeps the text says whether that went well. Nothing is written from here."""

    keep_wanted = Signal(object)  # PasteWish
    open_wanted = Signal(str)  # the text, to be opened without a file
    folder_wanted = Signal()  # another folder to keep texts in

    def __init__(self, text: str, source_address: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste as communiqué")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text, self._folder = text, folder
        self._keepable = True
        self._recognised, self._address_found = "", source_address
        self._title = self._field("Title of the communiqué", _LONGEST)
        self._title.textChanged.connect(self._show_place)
        self._address = self._field("Address of the page it was copied from, if any", _LONGEST_ADDRESS)
        self._address.setText(source_address)
        self._address.setCursorPosition(0)
        self._address.textChanged.connect(self._judge_address)
        self._doubt = PlainLabel("", self, muted=True)
        self._preview = QPlainTextEdit(self)
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setPlainText(_beginning(text))
        self._preview.setAccessibleName("Beginning of the text")
        self._counts = PlainLabel(_READING, self, muted=True)
        self._place = WholeLabel("", self, muted=True)
        self._change = self._button("C&hange…", "Keep pasted texts in another folder", self.folder_wanted)
        self._failure = PlainLabel("", self)
        self._failure.setWordWrap(True)
        self._failure.hide()
        self._keep = self._button("&Keep and open", "Keep the text as a file, and open it", self._ask_to_keep)
        self._keep.setDefault(True)
        self._title.setFocus()
        self._open = self._button("&Open without keeping", "Open the text; no file is written", self._ask_to_open)
        self._cancel = self._button("Cancel", "Open nothing (Esc)", self.reject)
        self._lay_out()
        self._judge_address()
        self._show_place()
        self.set_theme(LIGHT)

    def sizeHint(self) -> QSize:
        return QSize(600, 420)

    @property
    def text(self) -> str:
        return self._text

    @Slot(object)
    def show_what_it_is(self, communique: Communique) -> None:
        """Fill in what looking the text through told; a title that was typed meanwhile stays."""
        paragraphs = counted(len(communique.paragraphs), "paragraph")
        self._counts.show_text(f"{paragraphs}, {counted(len(communique.text.split()), 'word')}")
        found = shown_name(" ".join((communique.identity.title or "").split()))[:_LONGEST]
        if not self._title.isModified():
            self._recognised = found
            self._title.setText(found)
            self._title.setCursorPosition(0)
            self._title.setModified(False)
            if self.focusWidget() is self._title:  # even before the window is the active one
                self._title.end(False)
                self._title.home(True)  # chosen backwards, so that its beginning is in view

    def show_folder(self, folder: Path) -> None:
        """Another folder was chosen."""
        self._folder = folder
        self._failure.hide()
        self._show_place()

    @Slot(str)
    def show_failure(self, words: str) -> None:
        """The text could not be kept: say why, and let the reader try again, elsewhere or without a file."""
        self._allow(allowed=True)
        self._failure.show_text(words)
        self._failure.show()
        self._failure.setAccessibleName(shown_name(words))
        announce(self._failure, shown_name(words))

    @Slot(str)
    def refuse(self, words: str) -> None:
        """The text is not to be kept at all: say why; it can still be opened without a file."""
        self._keepable = False
        for part in (self._place, self._change):
            part.hide()
        self.show_failure(words)

    def set_theme(self, theme: Theme) -> None:
        made = QPalette(self.palette())
        made.setColor(QPalette.ColorRole.WindowText, QColor(theme.alert))
        self._failure.setPalette(made)

    @Slot()
    def _ask_to_keep(self) -> None:
        title, address = " ".join(self._title.text().split()), self._address.text().strip()
        self._failure.hide()
        self._allow(allowed=False)
        new_title = title if title != self._recognised else ""
        self.keep_wanted.emit(PasteWish(self._text, title, new_title, address, address != self._address_found))

    @Slot()
    def _ask_to_open(self) -> None:
        self.open_wanted.emit(self._text)

    def go_on(self) -> None:
        """The reader stays with what is open after all: nothing was kept."""
        self._allow(allowed=True)

    def _allow(self, *, allowed: bool) -> None:
        for button in (self._open, self._change):
            button.setEnabled(allowed)
        self._keep.setEnabled(allowed and self._keepable)

    @Slot()
    def _judge_address(self) -> None:
        address = self._address.text().strip()
        self._doubt.show_text(_NO_ADDRESS if address and not looks_like_address(address) else "")
        self._doubt.setVisible(bool(self._doubt.text()))

    @Slot()
    def _show_place(self) -> None:
        path = free_path(self._folder, self._title.text())
        self._place.show_text(f"It will be kept as “{path.name}” in “{_homely(path.parent)}”")
        self._place.setToolTip(tooltip(str(path)))

    # Building ---------------------------------------------------------------------------------------------------

    def _field(self, name: str, longest: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(longest)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        PlainPaste(field)
        return field

    def _button(self, text: str, tip: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow("&Title", self._title)
        form.addRow("&Source", self._address)
        form.addRow("", self._doubt)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self._place, 1)
        place.addWidget(self._change)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self._preview, 1)
        column.addWidget(self._counts)
        column.addLayout(place)
        column.addWidget(self._failure)
        column.addLayout(buttons)


def _beginning(text: str) -> str:
    """The first lines, with nothing in them that hides or turns round what stands there."""
    cut = text[:_PREVIEW]
    lines = "\n".join(map(shown_name, cut.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")))
    return f"{lines}…" if len(text) > _PREVIEW else lines


def _homely(folder: Path) -> str:
    """The folder's path, with the reader's home written short."""
    home = Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) else str(folder)
