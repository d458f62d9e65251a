"""Notes and the notebook that holds those of one document: immutable values; a change is a new notebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NewType

from viewer.core.mentions import EntityKind

NoteId = NewType("NoteId", str)
"""Random, "n-" and 20 hexadecimal digits; never made from a clock or from the text."""


class NoteColour(StrEnum):
    """The colours a reader may give a note; the theme decides what they look like."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    GREY = "grey"


class NoteScope(StrEnum):
    """What a note is about."""

    SELECTION = "selection"
    PARAGRAPH = "paragraph"
    ENTITY = "entity"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note stands: code point positions in the source text, and the words there with their neighbours.

    After the selectors of the W3C Web Annotation model (TextPositionSelector and TextQuoteSelector): `exact` are the
    source's words between `start` and `end`, `prefix` and `suffix` up to 32 code points around them.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class EntityPointer:
    """An entity as files name it: by kind and form, because ids may change with a better recogniser."""

    kind: EntityKind
    form: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `body` is Markdown. `created` and `changed` are ISO 8601 in UTC, for display only.

    `anchor` is None for a note on the whole document; `entity` is set for a note on an entity. `conflict_of` names the
    note of which this is the other version, where two programs changed one field differently. `extra` holds the keys of
    the file that this version does not know, kept for the version that does.
    """

    id: NoteId
    scope: NoteScope
    body: str
    anchor: Anchor | None = None
    entity: EntityPointer | None = None
    tags: tuple[str, ...] = ()
    colour: NoteColour = NoteColour.YELLOW
    created: str = ""
    changed: str = ""
    conflict_of: NoteId = NoteId("")
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RepairPointer:
    """A repair as files name it: by its kind's value and the stretch of source it is about. `extra` is as in `Note`."""

    kind: str
    anchor: Anchor
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the reader put right in a document.

    `identity` maps names of fields of `Identity` to what they are to be; an empty text stands for "nothing is said".
    `encoding` is the codec the file is to be read in, empty for the one that is found out. The reader does without the
    repairs that are `switched_off`, and without all of the `switched_off_kinds`, named by their values, but for those
    that are `switched_on` all the same. `extra` is as in `Note`.
    """

    identity: Mapping[str, str] = field(default_factory=dict)
    switched_off: tuple[RepairPointer, ...] = ()
    encoding: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    switched_off_kinds: tuple[str, ...] = ()
    switched_on: tuple[RepairPointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Notebook:
    """The notes of one document, in the order they were made, and the reader's corrections of it."""

    notes: tuple[Note, ...] = ()
    corrections: Corrections = Corrections()

    def note(self, note_id: NoteId) -> Note | None:
        return next((note for note in self.notes if note.id == note_id), None)

    def with_note(self, note: Note) -> "Notebook":
        """The notebook with the note added, or put in the place of the one with its id."""
        if self.note(note.id) is None:
            return replace(self, notes=(*self.notes, note))
        return replace(self, notes=tuple(note if old.id == note.id else old for old in self.notes))

    def without(self, note_id: NoteId) -> "Notebook":
        return replace(self, notes=tuple(note for note in self.notes if note.id != note_id))
