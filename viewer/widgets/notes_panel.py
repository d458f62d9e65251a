"""The notes of the document: a list in text order, an editor below it, and what became of them on the disk."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from viewer.core.communique import Communique
from viewer.core.drafts import Draft, Resumed
from viewer.core.notes import Note, Notebook, NoteId
from viewer.qmodels.notes_model import NotesModel, subject_of
from viewer.services.note_maker import new_note_id, utc_now
from viewer.services.notes_status import NotesState, NotesStatus
from viewer.widgets.parts.foot_line import FootLine
from viewer.widgets.parts.note_editor import NoteEditor
from viewer.widgets.parts.notes_list import NotesList
from viewer.widgets.parts.pane_header import PaneHeader
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.undo_line import UndoLine

_NOTHING_OPEN: Final = "Open a communiqué, or paste one, to write notes on it."
_EMPTY: Final = "No notes yet. Select words in the text and press Ctrl+M, or use “New note”."
_UNREAD: Final = "The notes of this text could not be read."


class NotesPanel(QWidget):
    """Shows a notebook and asks for changes to it; `now` gives the time a note is stamped with (ISO 8601 in UTC)."""

    note_written = Signal(object)  # Note
    note_deleted = Signal(str)  # NoteId
    note_chosen = Signal(str)  # NoteId
    compare_wanted = Signal(str)  # NoteId of one of two versions
    undo_wanted = Signal()
    writing_changed = Signal()  # a note is being written now, or is no longer
    note_edited = Signal()  # something was typed in the editor, or chosen
    note_left = Signal(object)  # Draft | None: what the editor writes next, and is left with
    writing_discarded = Signal()  # the editor is left without writing
    retry_wanted = Signal()
    copy_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        now: Callable[[], str] = utc_now,
        new_id: Callable[[], NoteId] = new_note_id,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self._now = now
        self._new_id = new_id
        self._theme = LIGHT
        self._communique: Communique | None = None
        self._notebook = Notebook()
        self._read = True
        self._model = NotesModel(self)
        self._list = NotesList(self._model)
        self._empty = PlainLabel(_NOTHING_OPEN, muted=True)
        self._editor: NoteEditor | None = None
        self._header = PaneHeader("Notes", self)
        self._new_button = QToolButton(self)
        self._ways = QMenu(self)
        self._pages = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._undo = UndoLine(self)
        self._foot = FootLine("State of the notes on the disk", self)
        self._place()
        self._connect()

    @property
    def is_writing(self) -> bool:
        return self._editor is not None and not self._editor.isHidden()

    @property
    def current_note(self) -> NoteId | None:
        return self._list.current_note()

    @property
    def draft(self) -> Draft | None:
        """What stands in the editor; None where nothing was typed that is not written."""
        return self._editor.draft if self._editor is not None else None

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these ways of making a note in the menu of “New note”."""
        self._ways.addActions(list(actions))

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        """Show the notes in this text. Before the session behind this panel changes, call `finish_editing`."""
        if self._communique is None or self._communique.source is not communique.source:
            self.finish_editing()
        if self._communique is None:
            self._empty.show_text(_EMPTY)
        self._communique = communique
        self._model.show_communique(communique)
        self._show_count()

    @Slot(object)
    def show_notebook(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._model.show_notebook(notebook)
        self._show_count()
        if self._editor is not None and (edited := self._editor.note) and not self._editor.is_new:
            self._editor.renew(notebook.note(edited.id))

    @Slot(object)
    def show_status(self, status: NotesStatus) -> None:
        """Say what went wrong with the notes on the disk, until it is mended."""
        # A save that fails leaves what was read; a reading that fails leaves nothing.
        if status.state is not NotesState.FAILED:
            self._read = status.state not in (NotesState.READING, NotesState.UNREADABLE)
        self._empty.show_text(_EMPTY if self._read or not status.is_alert else _UNREAD)
        self._foot.show_alarm(status.reason if status.is_alert else "")

    def show_deletions(self, count: int) -> None:
        """Offer to take back that so many notes were deleted last."""
        self._undo.show_count(count)

    @Slot(object)
    def start_note(self, note: Note) -> None:
        """Open the editor on a note that the notebook does not have yet."""
        self._edit(note, new=True)

    def resume_note(self, way: Resumed) -> None:
        """Go on with what was being written when the program ended."""
        self._open_editor().resume(way, subject_of(way.note, self._communique))
        self.writing_changed.emit()

    @Slot()
    def discard_writing(self) -> None:
        """Close the editor without writing, unasked."""
        if self._editor is not None:
            self._editor.discard()

    @Slot(str)
    def edit_note(self, note_id: NoteId) -> None:
        if (note := self._notebook.note(note_id)) and not self._is_edited(note_id):
            self._edit(note, new=False)

    @Slot(str)
    def select_note(self, note_id: NoteId) -> None:
        """Show which note is the current one; the reader stays where they are."""
        if (row := self._model.row_of(note_id)) is not None:
            self._list.select_note(row)

    @Slot()
    def finish_editing(self) -> None:
        """Write what is in the editor, and close it."""
        if self._editor is not None:
            self._editor.finish()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._list.set_theme(theme)
        self._foot.set_theme(theme)
        if self._editor is not None:
            self._editor.set_theme(theme)

    def _edit(self, note: Note, *, new: bool) -> None:
        self._open_editor().edit(note, subject_of(note, self._communique), new=new)
        self.writing_changed.emit()

    def _open_editor(self) -> NoteEditor:
        """The editor, shown and without a note."""
        self.finish_editing()
        if self._editor is None:
            self._editor = self._made_editor()
        self._editor.offer_tags({tag for kept in self._notebook.notes for tag in kept.tags})
        self._editor.show()
        self._show_count()
        return self._editor

    def _made_editor(self) -> NoteEditor:
        """The editor, made when it is first wanted: the first frame does not wait for it."""
        editor = NoteEditor(self._now, self._new_id, self._splitter)
        editor.set_theme(self._theme)
        editor.note_written.connect(self._write)
        editor.note_dropped.connect(self._delete)
        editor.closed.connect(self._close_editor)
        editor.edited.connect(self.note_edited)
        editor.left.connect(self.note_left)
        editor.discarded.connect(self.writing_discarded)
        self._splitter.addWidget(editor)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        return editor

    def _is_edited(self, note_id: NoteId) -> bool:
        return self._editor is not None and self._editor.note is not None and self._editor.note.id == note_id

    @Slot(object)
    def _write(self, note: Note) -> None:
        self.note_written.emit(note)
        self.select_note(note.id)

    @Slot(str)
    def _choose(self, note_id: NoteId) -> None:
        if not self._is_edited(note_id):
            self.finish_editing()
        self.note_chosen.emit(note_id)

    @Slot(str)
    def _delete(self, note_id: NoteId) -> None:
        if self._is_edited(note_id) and self._editor is not None:
            self._editor.drop()
        elif self._notebook.note(note_id) is not None:
            self.note_deleted.emit(note_id)

    @Slot()
    def _close_editor(self) -> None:
        if self._editor is None:
            return
        focused = any(widget.hasFocus() for widget in self._editor.findChildren(QWidget))
        self._editor.hide()
        self._show_count()
        self.writing_changed.emit()
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _offer_ways(self) -> None:
        self._ways.popup(self._new_button.mapToGlobal(self._new_button.rect().bottomLeft()))

    def _show_count(self) -> None:
        count = self._model.rowCount()
        self._header.show_count(str(count) if count else "")
        self._pages.setCurrentWidget(self._list if count else self._empty)
        self._pages.setVisible(bool(count) or not self.is_writing)  # its hint was followed
        self._direct_focus()

    def _direct_focus(self) -> None:
        """Whoever gives the panel the focus gives it to what the reader can work with."""
        shown = self._pages.currentWidget() is self._list
        self.setFocusProxy(self._list if shown else self._new_button)

    def _connect(self) -> None:
        self._list.note_chosen.connect(self._choose)
        self._list.compare_wanted.connect(self.compare_wanted)
        self._list.edit_wanted.connect(self.edit_note)
        self._list.delete_wanted.connect(self._delete)
        self._undo.undo_wanted.connect(self.undo_wanted)
        self._new_button.clicked.connect(self._offer_ways)
        self._retry.clicked.connect(self.retry_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._folder.clicked.connect(self.folder_wanted)

    def _place(self) -> None:
        self._new_button.setText("New note ▾")
        self._new_button.setAccessibleName("New note")
        self._new_button.setToolTip("Write a note on the selection, a paragraph, an entity or the whole document")
        self._new_button.setAutoRaise(True)
        self._header.add_button(self._new_button)
        self._retry = self._foot.add_button("Try again", "Try to save the notes again")
        self._copy = self._foot.add_button("Save a copy…", "Save the notes to another file")
        self._folder = self._foot.add_button("Folder…", "Keep the notes in another folder")
        self._empty.setWordWrap(True)
        self._empty.setMargin(12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._list)
        self._splitter.addWidget(self._pages)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._undo)
        column.addWidget(self._foot)
