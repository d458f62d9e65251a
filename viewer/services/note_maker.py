"""Makes new notes: here randomness and the clock enter."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from viewer.core.anchor import describe
from viewer.core.communique import Communique
from viewer.core.mentions import Entity
from viewer.core.notes import EntityPointer, Note, NoteId, NoteScope
from viewer.core.text import Span


def new_note_id() -> NoteId:
    """A random id: 80 bits from the system's generator."""
    return NoteId(f"n-{os.urandom(10).hex()}")


def utc_now() -> str:
    """The time as notes record it: ISO 8601 in UTC, to the second."""
    from datetime import UTC, datetime  # noqa: PLC0415  not needed before the first note is written

    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class NoteMaker:
    """Makes empty notes on the parts of a communiqué."""

    new_id: Callable[[], NoteId] = new_note_id
    now: Callable[[], str] = utc_now

    def on_selection(self, communique: Communique, span: Span) -> Note:
        """A note on words of the reading text."""
        return self._make(NoteScope.SELECTION, communique, span)

    def on_paragraph(self, communique: Communique, index: int) -> Note:
        """A note on the paragraph with this index."""
        return self._make(NoteScope.PARAGRAPH, communique, communique.paragraphs[index].span)

    def on_entity(self, communique: Communique, entity: Entity) -> Note:
        """A note on an entity; it stands where the entity is first named."""
        pointer = EntityPointer(entity.kind, entity.forms[0])
        return self._make(NoteScope.ENTITY, communique, entity.mentions[0].span, pointer)

    def on_document(self) -> Note:
        now = self.now()
        return Note(self.new_id(), NoteScope.DOCUMENT, "", created=now, changed=now)

    def _make(self, scope: NoteScope, communique: Communique, span: Span, entity: EntityPointer | None = None) -> Note:
        now = self.now()
        anchor = describe(communique, span)
        return Note(self.new_id(), scope, "", anchor, entity, created=now, changed=now)
