"""The former versions of the notes on a text: when they were saved, what they hold, and bringing one back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from viewer.core.communique import Communique
from viewer.core.notes import Notebook
from viewer.qmodels.notes_model import NotesModel
from viewer.qmodels.versions_model import VersionRole, VersionsModel
from viewer.storage.note_versions import FormerNotes
from viewer.widgets.parts.notes_list import NotesList
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.theme import Theme

_READING: Final = "Reading the earlier versions…"
_NONE: Final = "There are no earlier versions yet. From now on, one is kept whenever the notes on this text change."
_WELL: Final = (
    "Restore brings notes back that are missing, and changed ones to what they were. Notes written since stay, and "
    "the notes as they are now are kept here, too."
)
_UNREADABLE: Final = (
    "The notes file cannot be read as it is now. Restore puts the chosen version in its place; the file as it is now "
    "is kept here, too."
)
_NO_NOTES: Final = "This version has no notes."
_SIZE: Final = QSize(640, 520)
_BESIDE: Final = 16  # pixels
_ABOVE_AND_BELOW: Final = 10  # pixels


class HistoryDialog(QDialog):
    """Shows versions and asks for one; it is for others to bring it back."""

    restore_wanted = Signal(object)  # FormerNotes

    def __init__(self, communique: Communique, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Earlier versions of the notes")
        self._model = VersionsModel(self)
        self._notes = NotesModel(self)
        self._notes.show_communique(communique)
        self._about = self._label(_READING)
        self._table = QTreeView(self)
        self._preview = NotesList(self._notes, self)
        self._why = self._label("")
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._restore = QPushButton("&Restore", self)
        self._close = QPushButton("&Close", self)
        self._furnish_table()
        self._lay_out()
        self._table.selectionModel().currentChanged.connect(self._show_current)
        self._restore.clicked.connect(self._want)
        self._close.clicked.connect(self.reject)
        self.resize(_SIZE)

    def show_versions(self, versions: Sequence[FormerNotes], current: Notebook | None) -> None:
        """List the versions, the latest first; `current` is what the notes file holds, None where it is unreadable."""
        self._about.show_text((_UNREADABLE if current is None else _WELL) if versions else _NONE)
        self._model.show_versions(versions, current)
        self._parts.setVisible(bool(versions))
        if versions:
            first = self._model.index(0, 0)
            flags = QItemSelectionModel.SelectionFlag
            self._table.selectionModel().setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_current()

    def show_failure(self, words: str) -> None:
        """Say why there is nothing to show, or why nothing was brought back."""
        self._about.show_text(words)

    def set_theme(self, theme: Theme) -> None:
        self._preview.set_theme(theme)
        self._table.header().setStyleSheet(
            f"QHeaderView::section {{ background: {theme.chrome}; color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.line}; padding: 4px 8px; }}"
        )

    @property
    def _chosen(self) -> FormerNotes | None:
        version: FormerNotes | None = self._table.currentIndex().data(VersionRole.VERSION)
        return version

    @Slot()
    def _show_current(self) -> None:
        chosen = self._chosen
        notebook = chosen.notebook if chosen is not None else None
        self._notes.show_notebook(notebook or Notebook())
        self._restore.setEnabled(notebook is not None)
        empty = _NO_NOTES if notebook is not None and not notebook.notes else ""
        problem = f"This version cannot be read: {chosen.problem}" if chosen is not None and chosen.problem else empty
        self._why.show_text(problem)
        self._why.setVisible(bool(problem))

    @Slot()
    def _want(self) -> None:
        if (chosen := self._chosen) is not None:
            self.restore_wanted.emit(chosen)

    def _label(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self, muted=True)
        label.setWordWrap(True)
        return label

    def _furnish_table(self) -> None:
        self._table.setModel(self._model)
        self._table.setItemDelegate(_Roomy(self._table))
        self._table.setAccessibleName("Earlier versions")
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setAllColumnsShowFocus(True)
        self._table.setTabKeyNavigation(False)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.header().setSectionsMovable(False)
        self._table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._preview.setAccessibleName("Notes of the chosen version")
        self._preview.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        for action in self._preview.actions():
            self._preview.removeAction(action)  # to be read, and no more

    def _lay_out(self) -> None:
        self._restore.setToolTip("Bring back the notes of the chosen version")
        self._restore.setEnabled(False)
        self._close.setToolTip("Close without bringing anything back (Esc)")
        self._restore.setDefault(True)
        self._parts.addWidget(self._table)
        self._parts.addWidget(self._preview)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self._parts.setStretchFactor(1, 1)
        self._parts.setVisible(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._restore)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self._parts, 1)
        column.addWidget(self._why)
        column.addStretch(0)
        column.addLayout(buttons)


class _Roomy(QStyledItemDelegate):
    """Rows as high as those of the lists, with as much room beside the words as the headings have."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(_BESIDE, _ABOVE_AND_BELOW)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = f"\u2002{option.text}"
