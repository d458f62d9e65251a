"""The place where one note is written: its text, tags and colour."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.core.drafts import Draft, Resumed
from viewer.core.notes import Note, NoteColour, NoteId
from viewer.widgets.parts.colour_choice import ColourChoice
from viewer.widgets.parts.note_subject import NoteSubject
from viewer.widgets.parts.note_text import NoteText
from viewer.widgets.parts.tag_field import TagField
from viewer.widgets.parts.theme import Theme

_DROP_HINT = "Press Esc again to drop this text"
_PARTED_HINT = "Changed elsewhere: yours is a new note"
_PASTE_HINT = "Paste again to insert {count:,} characters"


class NoteEditor(QWidget):
    """Edits one note at a time. Colour and tags of a note that is in the notebook are written as soon as changed."""

    note_written = Signal(object)  # Note
    note_dropped = Signal(str)  # NoteId of the note to delete
    edited = Signal()  # something was typed, or chosen
    left = Signal(object)  # Draft | None: what is written next, as the editor is left
    discarded = Signal()  # what was typed is not wanted
    closed = Signal()

    def __init__(self, now: Callable[[], str], new_id: Callable[[], NoteId], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Note editor")
        self._now = now
        self._new_id = new_id
        self._note: Note | None = None
        self._new = False
        self._hint = ""
        self._subject = NoteSubject(self)
        self._text = NoteText(self)
        self._tags = TagField(self)
        self._colours = ColourChoice(self)
        self._save = QPushButton("Save", self)
        self._cancel = QPushButton("Cancel", self)
        self._delete = QPushButton("Delete", self)
        self._place()
        self._connect()

    def edit(self, note: Note, subject: str, *, new: bool) -> None:
        """Begin with a note; `new` where the notebook does not have it yet. `subject` says what it is about."""
        self._note, self._new = note, new
        self._subject.show_subject(subject, note.scope)
        self._text.show_body(note.body)
        self._tags.show_tags(note.tags)
        self._colours.show_colour(note.colour)
        self._delete.setVisible(not new)
        self._unsay()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self, way: Resumed, subject: str) -> None:
        """Go on with what was being written when the program ended: it counts as typed, and not as saved."""
        self.edit(way.note, subject, new=way.new)
        self._text.show_body(way.written.body)
        self._text.document().setModified(True)
        self._tags.setText(", ".join(way.written.tags))
        self._colours.show_colour(way.written.colour)

    @property
    def draft(self) -> Draft | None:
        """What stands here; None where nothing was typed that is not written."""
        if self._note is None or (edited := self._edited(self._note)) == self._note:
            return None
        return Draft(edited, None if self._new else self._note.body)

    @property
    def note(self) -> Note | None:
        """The note being edited, as it was last written; None when there is none."""
        return self._note

    @property
    def is_new(self) -> bool:
        return self._new

    def renew(self, note: Note | None) -> None:
        """Take the notebook's version of the note; None where it is no longer there. What is being typed stays.

        With nothing typed, the editor of a note that is gone closes. Text typed over a body that has changed since
        becomes a note of its own: saving it loses neither.
        """
        if note is None and not self._has_news():
            self._close()
        elif self._note is None or note is None:
            self._begin_anew()  # what is on the screen is all that is left of it: saving adds it again
        elif note.body == self._note.body or not self._text.document().isModified():
            self._take(note)
        else:
            self._note = replace(self._note, id=self._new_id(), created=self._now())
            self._begin_anew()
            self._say(_PARTED_HINT)

    def offer_tags(self, known: Iterable[str]) -> None:
        self._tags.offer(known)

    def set_theme(self, theme: Theme) -> None:
        self._colours.set_theme(theme)
        self._subject.set_theme(theme)

    @Slot()
    def finish(self) -> None:
        """Write what was changed and close; a new note with nothing in it vanishes."""
        if self._note is None:
            return
        self.left.emit(self.draft)
        edited = self._edited(self._note)
        if (edited.body.strip() or edited.tags) if self._new else edited != self._note:
            self._write(edited)
        self._close()

    @Slot()
    def leave(self) -> None:
        """Close without writing; where there is text that is not saved, only when asked for twice."""
        if self._text.document().isModified() and self._hint != _DROP_HINT:
            self._say(_DROP_HINT)
        else:
            self.discard()

    @Slot()
    def discard(self) -> None:
        """Close without writing, unasked."""
        self.discarded.emit()
        self._close()

    @Slot()
    def drop(self) -> None:
        """Ask for the note to be deleted, and close."""
        if self._note is not None:
            note_id = self._note.id
            self.discard()
            self.note_dropped.emit(note_id)

    def _has_news(self) -> bool:
        return self._text.document().isModified() or self._tags.is_changed

    def _take(self, note: Note) -> None:
        if self._note is None or note.body != self._note.body:
            self._text.show_body(note.body)
        self._note = note
        self._colours.show_colour(note.colour)
        if not (self._tags.hasFocus() and self._tags.is_changed):
            self._tags.show_tags(note.tags)

    def _begin_anew(self) -> None:
        """The notebook does not have this note: there is nothing in it to delete, and saving adds it."""
        self._new = True
        self._delete.hide()

    def _edited(self, note: Note) -> Note:
        # Qt folds some line ends: a body that nobody touched is left as the file has it.
        body = self._text.written() if self._text.document().isModified() else note.body
        return replace(note, body=body, tags=self._edited_tags(note), colour=self._colours.colour)

    def _edited_tags(self, note: Note) -> tuple[str, ...]:
        # A line of text cannot show every tag that a file may hold: those that nobody touched are left, too.
        return self._tags.tags() if self._tags.is_changed else note.tags

    def _write(self, note: Note) -> None:
        self._note = replace(note, changed=self._now())
        self._new = False
        self.note_written.emit(self._note)

    def _close(self) -> None:
        self._note = None
        self._text.document().setModified(False)
        self.closed.emit()

    def _say(self, hint: str) -> None:
        self._hint = hint
        self._subject.show_hint(hint)

    @Slot()
    def _unsay(self) -> None:
        if self._hint:
            self._say("")

    @Slot(int)
    def _doubt_paste(self, count: int) -> None:
        self._say(_PASTE_HINT.format(count=count))

    @Slot(object)
    def _write_colour(self, colour: NoteColour) -> None:
        if self._note is not None and not self._new and colour != self._note.colour:
            self._write(replace(self._note, colour=colour))

    @Slot()
    def _write_tags(self) -> None:
        if self._note is not None and not self._new and (tags := self._edited_tags(self._note)) != self._note.tags:
            self._write(replace(self._note, tags=tags))

    def _connect(self) -> None:
        self._save.clicked.connect(self.finish)
        self._cancel.clicked.connect(self.leave)
        self._delete.clicked.connect(self.drop)
        self._text.textChanged.connect(self._unsay)
        for change in (self._text.textChanged, self._tags.textChanged, self._colours.colour_chosen):
            change.connect(self.edited)
        self._text.paste_doubted.connect(self._doubt_paste)
        self._tags.editingFinished.connect(self._write_tags)
        self._colours.colour_chosen.connect(self._write_colour)
        for keys, slot in (("Ctrl+Return", self.finish), ("Ctrl+Enter", self.finish), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _place(self) -> None:
        self._save.setToolTip("Save the note (Ctrl+Enter)")
        self._cancel.setToolTip("Close without saving (Esc)")
        self._delete.setToolTip("Delete the note")
        marks = QHBoxLayout()
        marks.setSpacing(8)
        marks.addWidget(self._colours)
        marks.addWidget(self._tags, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(4)
        column.addWidget(self._subject)
        column.addWidget(self._text, 1)
        column.addLayout(marks)
        column.addLayout(buttons)
