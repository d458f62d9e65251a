"""The notes of a document as a list in the order of its text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from viewer.core.anchor import locate
from viewer.core.clashes import clashes
from viewer.core.communique import Communique, ParagraphKind
from viewer.core.entities.groups import KIND_NAMES
from viewer.core.notes import Note, Notebook, NoteId
from viewer.core.text import Span
from viewer.qmodels.row_changes import change_rows

NOT_FOUND: Final = "Not found in this text"

_QUOTE_LENGTH: Final = 600  # code points; more than a list or a tooltip can show
_UNNUMBERED: Final = {
    ParagraphKind.TITLE: "Title",
    ParagraphKind.SUBTITLE: "Subtitle",
    ParagraphKind.HEADING: "Heading",
    ParagraphKind.DATELINE: "Dateline",
    ParagraphKind.SIGNATURE: "Signature",
    ParagraphKind.NOTE: "Footnote",
}


class NoteRole(IntEnum):
    """What a row of the model tells."""

    NOTE = Qt.ItemDataRole.UserRole + 1  # Note
    SUBJECT = Qt.ItemDataRole.UserRole + 2  # str: the words, the entity's name, or "Whole document"
    PLACE = Qt.ItemDataRole.UserRole + 3  # str: "¶ 3", the kind of the entity, or ""
    SPAN = Qt.ItemDataRole.UserRole + 4  # Span of the reading text, None where the note has no place in it
    FOUND = Qt.ItemDataRole.UserRole + 5  # bool: False where the words of the note are not in the text
    OTHER_VERSION = Qt.ItemDataRole.UserRole + 6  # str: of which note it is the other version, fit to show, or ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note with what the text says about it."""

    note: Note
    subject: str
    place: str
    span: Span | None
    other_version: str = ""

    @property
    def found(self) -> bool:
        return self.span is not None or self.note.anchor is None

    @property
    def order(self) -> tuple[bool, Span]:
        """Notes that are not found come first, to be seen; then those on the document; then in text order."""
        return self.found, self.span or Span(0, 0)


class NotesModel(QAbstractListModel):
    """Read-only; empty until a communiqué is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._communique: Communique | None = None
        self._notebook = Notebook()
        self._rows: list[NoteRow] = []

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        self._communique = communique
        self._show([note_row(note, communique) for note in self._notebook.notes])

    @Slot(object)
    def show_notebook(self, notebook: Notebook) -> None:
        self._notebook = notebook
        if self._communique is not None:
            known = {row.note.id: row for row in self._rows}
            self._show([_renewed(known.get(note.id), note, self._communique) for note in notebook.notes])

    def _versioned(self, rows: list[NoteRow]) -> list[NoteRow]:
        """The rows, those that are the other version of a note with words for it."""
        said = {clash.right.id: _other_version(clash.left) for clash in clashes(self._notebook)}
        return [replace(row, other_version=said[row.note.id]) if row.note.id in said else row for row in rows]

    def row_of(self, note_id: NoteId) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.note.id == note_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        answer = _ANSWERS.get(role)
        return answer(self._rows[index.row()]) if answer else None

    def _show(self, rows: list[NoteRow]) -> None:
        rows = self._versioned(rows)
        rows.sort(key=_order)
        change_rows(self, self._rows, rows, _key)


def note_row(note: Note, communique: Communique) -> NoteRow:
    """The note with its place in the text, as far as it has one."""
    span = locate(note.anchor, communique) if note.anchor else None
    return NoteRow(note, _subject(note, span, communique), _place(note, span, communique), span)


def subject_of(note: Note, communique: Communique | None) -> str:
    """What the note is about: the words as they are read, the entity's name, or "Whole document"."""
    span = locate(note.anchor, communique) if note.anchor and communique else None
    return _subject(note, span, communique)


def _renewed(known: NoteRow | None, note: Note, communique: Communique) -> NoteRow:
    """As `note_row`, without looking for a place that is known already."""
    if known is None or (known.note.anchor, known.note.entity, known.note.scope) != (
        note.anchor,
        note.entity,
        note.scope,
    ):
        return note_row(note, communique)
    return NoteRow(note, known.subject, known.place, known.span)


def _subject(note: Note, span: Span | None, communique: Communique | None) -> str:
    if note.entity is not None:
        return note.entity.form
    if note.anchor is None:
        return "Whole document"
    words = communique.words(span) if communique and span else note.anchor.exact
    short = " ".join(words[:_QUOTE_LENGTH].split())
    return f"{short}…" if len(words) > _QUOTE_LENGTH else short


def _place(note: Note, span: Span | None, communique: Communique) -> str:
    if note.entity is not None:
        return KIND_NAMES[note.entity.kind]
    if span is None:
        return ""
    paragraph = communique.paragraphs[communique.paragraph_index_at(span.start)]
    return f"¶ {paragraph.number}" if paragraph.number else _UNNUMBERED.get(paragraph.kind, "")


def _other_version(note: Note) -> str:
    words = " ".join(note.body[:_QUOTE_LENGTH].split())
    return f"Other version of “{words}”" if words else "Other version of a note without text"


def _spoken(row: NoteRow) -> str:
    """The row as a screen reader says it."""
    parts = ["" if row.found else NOT_FOUND, row.other_version, row.place, row.subject, row.note.body, *row.note.tags]
    return ". ".join((*(part for part in parts if part), f"{row.note.colour} note"))


def _order(row: NoteRow) -> tuple[bool, Span]:
    return row.order


def _key(row: NoteRow) -> NoteId:
    return row.note.id


_ANSWERS: Final[Mapping[int, Callable[[NoteRow], object]]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("note.body"),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    NoteRole.NOTE: attrgetter("note"),
    NoteRole.SUBJECT: attrgetter("subject"),
    NoteRole.PLACE: attrgetter("place"),
    NoteRole.SPAN: attrgetter("span"),
    NoteRole.FOUND: attrgetter("found"),
    NoteRole.OTHER_VERSION: attrgetter("other_version"),
}
