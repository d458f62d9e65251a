"""The list of repairs: what was mended in the text for reading, each of which can be switched off."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.core.communique import Communique
from viewer.core.repair_places import place_of
from viewer.core.repairs import RepairKey
from viewer.qmodels.repair_words import heading, how_to_use
from viewer.qmodels.repairs_model import RepairsModel
from viewer.qmodels.roles import Role, RowKind
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.repairs_tree import RepairsTree
from viewer.widgets.parts.theme import Theme

_NOTHING: Final = "Nothing needed mending: the text reads as the file has it, and no words of it look damaged."
_LINES_OF_REASON: Final = 3
_LEAST: Final = QSize(460, 320)
_EDGE: Final = 32  # pixels
_OPEN_AT_FIRST: Final = 8
"""Rows up to which a group is open at first."""


class RepairsDialog(QDialog):
    """Stays open beside the text; asks, and shows what it is told."""

    switch_wanted = Signal(object, bool)  # tuple[Repair, ...]; whether they are to be made
    place_chosen = Signal(object)  # Span of the reading text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Repairs")
        self._communique: Communique | None = None
        self._model = RepairsModel(self)
        self._model.switch_wanted.connect(self.switch_wanted)
        self._tree = RepairsTree(self)
        self._tree.setModel(self._model)
        self._tree.setAccessibleName("Repairs")
        self._tree.row_chosen.connect(self._go)
        self._tree.selectionModel().currentChanged.connect(self._explain)
        self._about = PlainLabel("", self, muted=True)
        self._about.setWordWrap(True)
        self._why = PlainLabel("", self, muted=True)
        self._why.setWordWrap(True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Of one height, so that the list does not jump as the reader walks it.
        self._why.setFixedHeight(_LINES_OF_REASON * self.fontMetrics().lineSpacing())
        self._off = self._button("Switch all &off", "Read the text as the file has it", self._switch_all_off)
        self._on = self._button("Switch all o&n", "Make every repair again", self._switch_all_on)
        self._close = self._button("&Close", "Close the list (Esc)", self.close)
        self._lay_out()

    def stand_beside_text(self, window: QWidget) -> None:
        """Take the lower right of the window: what is gone to stands in the upper part of the text."""
        room = window.geometry()
        self.resize(max(_LEAST.width(), room.width() * 9 // 20), max(_LEAST.height(), room.height() * 11 // 20))
        corner = room.bottomRight() - QPoint(self.width() + _EDGE, self.height() + _EDGE)
        self.move(max(corner.x(), room.left()), max(corner.y(), room.top()))

    def show_repairs(self, communique: Communique, off: frozenset[RepairKey], *, another: bool) -> None:
        """List the repairs of a communiqué but for those that are `off`; `another` says it is another document."""
        self._communique = communique
        current = self._tree.currentIndex().data(Role.REPAIR)
        scrolled = self._tree.verticalScrollBar().value()
        known = {self._group(row).data(): self._tree.isExpanded(self._group(row)) for row in self._rows()}
        self._model.show_repairs(communique, off)
        self._tree.show_empty_text(_NOTHING)
        for row in self._rows():
            group = self._group(row)
            at_first = self._model.rowCount(group) <= _OPEN_AT_FIRST
            self._tree.setExpanded(group, at_first if another else known.get(group.data(), at_first))
        self._tree.verticalScrollBar().setValue(0 if another else scrolled)
        if not another and current is not None and not self._tree.currentIndex().isValid():
            self._tree.mark(self._model.index_at(current))
        self._about.show_text(heading(communique, off))
        self._offer(off)
        self._explain()

    def set_theme(self, theme: Theme) -> None:
        self._tree.set_theme(theme)

    def _rows(self) -> range:
        return range(self._model.rowCount())

    def _group(self, row: int) -> QModelIndex:
        return self._model.index(row, 0)

    def _offer(self, off: frozenset[RepairKey]) -> None:
        """Let the buttons do only what there is to do; words that look damaged are never switched."""
        keys = {repair.key for repair in self._model.repairs}
        for button, worth in ((self._off, keys - off), (self._on, keys & off)):
            button.setEnabled(bool(worth))
            button.setVisible(bool(keys))

    @Slot()
    def _explain(self) -> None:
        index = self._tree.currentIndex()
        words = index.data(Role.REASON) if index.isValid() else None
        self._why.setVisible(bool(self._model.rowCount()))
        self._about.setVisible(bool(self._model.rowCount()))
        if self._communique is not None:
            self._why.show_text(words or how_to_use(self._communique))

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        if self._communique is not None and index.data(Role.KIND) in (RowKind.REPAIR, RowKind.SUSPICION):
            self.place_chosen.emit(place_of(self._communique, index.data(Role.REPAIR)))

    @Slot()
    def _switch_all_off(self) -> None:
        self.switch_wanted.emit(self._model.repairs, False)

    @Slot()
    def _switch_all_on(self) -> None:
        self.switch_wanted.emit(self._model.repairs, True)

    def _button(self, text: str, tip: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)  # Return goes to the place of the row
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._off)
        row.addWidget(self._on)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self._tree, 1)
        column.addWidget(self._why)
        column.addLayout(row)
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
