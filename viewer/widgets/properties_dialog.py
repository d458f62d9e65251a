"""The properties of a document: what it says of itself, why we think so, and what the reader writes instead."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.core.communique import Communique
from viewer.core.edition import EDITABLE, written
from viewer.core.notes import Corrections
from viewer.qmodels.identity_words import source_of
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.property_fields import make_row
from viewer.widgets.parts.property_row import Found
from viewer.widgets.parts.theme import Theme
from viewer.widgets.parts.whole_label import WholeLabel

_BAR: Final = 12
"""The width of a scroll bar, in pixels."""
_ROOM: Final = 32
"""Pixels of the page kept in view above and below the field with the focus."""
_DOWN: Final = 4
"""Pixels by which a name stands lower than its field, so that the words of both are on one line."""
_SELECTABLE: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class PropertiesDialog(QDialog):
    """Tells what the reader wrote when they agree to it; it is for others to keep it."""

    corrected = Signal(object)  # Mapping of each corrected field of the identity to what it is to be
    place_wanted = Signal(object)  # Span of the reading text

    def __init__(self, encodings: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Properties")
        self._communique: Communique | None = None
        self._page = QWidget()
        self.rows = [make_row(name, self._page) for name in EDITABLE]
        self._line = QFrame(self._page)
        self._encoding = WholeLabel("", self._page)
        self._choose = QPushButton("Change", self._page)
        self._choose.setMenu(encodings)
        self._choose.setAccessibleName("Change the encoding")
        self._file, self._size = WholeLabel("", self._page), WholeLabel("", self._page)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for row in self.rows:
            row.place_wanted.connect(self._want_place)
        self.rows[0].field.setFocus()

    def sizeHint(self) -> QSize:
        """Room for the whole, but no more than the window beneath has to give."""
        wanted = self._page.sizeHint().height() + self._buttons.sizeHint().height() + 56
        window = self.parentWidget()
        return QSize(640, min(wanted, max(360, window.height() - 40)) if window is not None else wanted)

    # What is shown ----------------------------------------------------------------------------------------------

    def show_properties(self, recognised: Communique, corrections: Corrections) -> None:
        """Show what the text says, and what the reader has put right; what is being written stays."""
        self._communique = recognised
        for row in self.rows:
            why = recognised.identity.evidence.get(row.name)
            value = written(recognised.identity, row.name)
            found = Found(value, source_of(recognised, why), bool(value and why and why.span))
            row.show_value(found, corrections.identity.get(row.name))
        self._size.show_text(_size_of(recognised))

    def show_file(self, path: str, encoding: str) -> None:
        """Show where the text lies and how it is encoded; a pasted one has neither."""
        self._file.show_text(path or "None yet: this text was pasted")
        self._encoding.show_text(encoding or "None: this text was pasted")
        self._choose.setEnabled(bool(encoding))

    def set_theme(self, theme: Theme) -> None:
        for row in self.rows:
            row.set_theme(theme)
        palette = QPalette(self._line.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.line))
        self._line.setPalette(palette)

    # What the reader does ---------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Keep what was written, unless a field has what makes no value: then say so there, and stay."""
        wrong = [row for row in self.rows if not row.check()]
        if wrong:
            wrong[0].field.setFocus()
            self._area.ensureWidgetVisible(wrong[0].foot)
            return
        self._tell()
        super().accept()

    def finish(self) -> None:
        """The document gives way to another: what was written is kept, but for what makes no value."""
        self._tell()
        self.close()

    def _tell(self) -> None:
        edits = {row.name: row.edit() for row in self.rows if row.check()}
        if any(row.is_touched for row in self.rows):
            self.corrected.emit({name: edit for name, edit in edits.items() if edit is not None})

    @Slot(str)
    def _want_place(self, name: str) -> None:
        why = self._communique.identity.evidence.get(name) if self._communique else None
        if why is not None and why.span is not None:
            self.place_wanted.emit(why.span)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - the shape of Qt's method
        """Bring the field into view that Tab has reached, from the buttons as well."""
        moved = super().focusNextPrevChild(forward)
        if self._page.isAncestorOf(focused := self.focusWidget()):
            self._area.ensureWidgetVisible(focused, 0, _ROOM)
        return moved

    # Building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout(self._page)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row in self.rows:
            at = grid.rowCount()
            row.label.setContentsMargins(0, _DOWN, 0, 0)
            grid.addWidget(row.label, at, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.field, at, 1)
            grid.addWidget(row.foot, at + 1, 1)
            grid.setRowMinimumHeight(at + 2, 6)
        self._add_facts(grid)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self._buttons.setContentsMargins(24, 0, 24 + _BAR, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(16)
        column.addWidget(self._area, 1)
        column.addWidget(self._buttons)

    def _add_facts(self, grid: QGridLayout) -> None:
        """What is not written but found: beneath a line, in words that can be copied."""
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._line.setFrameShadow(QFrame.Shadow.Plain)
        grid.addWidget(self._line, grid.rowCount(), 0, 1, 2)
        grid.setRowMinimumHeight(grid.rowCount(), 8)
        for name, label, beside in (
            ("Encoding", self._encoding, self._choose),
            ("File", self._file, None),
            ("Length", self._size, None),
        ):
            at = grid.rowCount()
            title = PlainLabel(name, self._page, muted=True)
            for part in (title, label):
                part.setContentsMargins(0, _DOWN, 0, 0)
            grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, at, 1, Qt.AlignmentFlag.AlignTop)
            label.setTextInteractionFlags(_SELECTABLE)
            label.setAccessibleName(name)
            if beside is not None:
                grid.addWidget(beside, at, 1, Qt.AlignmentFlag.AlignRight)
                title.setBuddy(beside)


def _size_of(communique: Communique) -> str:
    text = communique.text
    counts = (len(communique.paragraphs), "paragraph"), (len(text.split()), "word"), (len(text), "character")
    return " · ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for count, name in counts)
