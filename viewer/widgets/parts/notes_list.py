"""The list of notes, with what can be done with the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from viewer.core.notes import Note, NoteId
from viewer.qmodels.notes_model import NoteRole
from viewer.widgets.parts.note_delegate import NoteDelegate
from viewer.widgets.parts.theme import Theme


class NotesList(QListView):
    note_chosen = Signal(str)  # NoteId to go to
    edit_wanted = Signal(str)  # NoteId
    delete_wanted = Signal(str)  # NoteId
    compare_wanted = Signal(str)  # NoteId of the copy

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self._delegate = NoteDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._go = self._action("Go to the words", "Return", "Enter")
        self._go.triggered.connect(self._choose_current)
        self._edit = self._action("Edit note", "F2")
        self._edit.triggered.connect(self._edit_current)
        self._delete = self._action("Delete note", "Del")
        self._delete.triggered.connect(self._delete_current)
        self._compare = self._action("Compare versions…")
        self._compare.triggered.connect(self._compare_current)
        self._delegate.mark_clicked.connect(self._compare_at)
        self.clicked.connect(self._choose_current)
        self.doubleClicked.connect(self._edit_current)
        self.setModel(model)
        self._enable_actions()

    def minimumSizeHint(self) -> QSize:
        """Two lines of a note: the list shares a column with the editor."""
        return QSize(80, 2 * self.fontMetrics().lineSpacing() + 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the editor opened below: the note it edits stays in view

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A reader who comes by key sees where they are: at the current note, or at the first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select_note(0)

    def select_note(self, row: int) -> None:
        """Make the row the current one and bring it into view; chooses nothing."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def current_note(self) -> NoteId | None:
        note: Note | None = self.currentIndex().data(NoteRole.NOTE)
        return note.id if note else None

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._enable_actions()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        super().dataChanged(first, last, roles)
        self._enable_actions()  # the current note may be the other version of one no longer

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _enable_actions(self) -> None:
        for action in (self._go, self._edit, self._delete):
            action.setEnabled(self.currentIndex().isValid())
        self._compare.setVisible(bool(self.currentIndex().data(NoteRole.OTHER_VERSION)))

    @Slot(QModelIndex)
    def _compare_at(self, index: QModelIndex) -> None:
        note: Note = index.data(NoteRole.NOTE)
        self.compare_wanted.emit(note.id)

    @Slot()
    def _compare_current(self) -> None:
        if note_id := self.current_note():
            self.compare_wanted.emit(note_id)

    @Slot()
    def _choose_current(self) -> None:
        if note_id := self.current_note():
            self.note_chosen.emit(note_id)

    @Slot()
    def _edit_current(self) -> None:
        if note_id := self.current_note():
            self.edit_wanted.emit(note_id)

    @Slot()
    def _delete_current(self) -> None:
        if note_id := self.current_note():
            self.delete_wanted.emit(note_id)
