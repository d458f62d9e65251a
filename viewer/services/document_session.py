"""One open document: its communiqué, its notebook, and what the reader has chosen in it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.communique import Communique
from viewer.core.text import Span

if TYPE_CHECKING:  # the first frame shows neither entities nor notes
    from viewer.core.mentions import Entity, EntityId, Mention
    from viewer.core.notes import Corrections, Note, Notebook, NoteId


class EntitySelection(NamedTuple):
    """The chosen entity and the index of the mention the reader is at."""

    entity: "Entity"
    current: int

    @property
    def mention(self) -> "Mention":
        return self.entity.mentions[self.current]


class DocumentSession(QObject):
    """Owns the values of one open document; panes ask it, and are told by its signals.

    What it calls the communiqué has the reader's corrections of its identity; what was read is kept beside.
    """

    communique_changed = Signal(object)  # Communique
    corrections_changed = Signal(object)  # Corrections
    entity_selected = Signal(object)  # EntitySelection | None
    place_reached = Signal(object)  # Span of the reading text to bring into view
    paragraph_reached = Signal(int)  # index of the paragraph being read
    notebook_changed = Signal(object)  # Notebook
    note_selected = Signal(object)  # NoteId

    def __init__(self, communique: Communique, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recognised = self._communique = communique
        self._path = path
        self._notebook: Notebook | None = None
        self._selection: EntitySelection | None = None
        self._there = False  # whether the reader is at the selected mention, or only has it selected

    @property
    def communique(self) -> Communique:
        return self._communique

    @property
    def recognised(self) -> Communique:
        """The communiqué as it was read, without the reader's corrections of its identity."""
        return self._recognised

    @property
    def path(self) -> Path | None:
        """The document's file; None for a pasted text."""
        return self._path

    @property
    def notebook(self) -> "Notebook":
        if self._notebook is None:
            from viewer.core.notes import Notebook  # noqa: PLC0415 - not before the first frame

            self._notebook = Notebook()
        return self._notebook

    @property
    def corrections(self) -> "Corrections":
        return self.notebook.corrections

    @property
    def selection(self) -> EntitySelection | None:
        return self._selection

    @property
    def title(self) -> str:
        """What to call the document in a window's title and in a list."""
        identity = self._communique.identity
        named = " – ".join(part for part in (identity.title, identity.subtitle) if part)
        return named or self._communique.source.name

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        """Take a newer reading of the same document, as analysis makes it, or the reader's corrections.

        The chosen entity stays chosen as far as the new reading has it.
        """
        former, self._recognised = self._recognised, communique
        self._communique = self._edition()
        if self._selection is not None and communique.entities is not former.entities:
            self._selection = _carried(self._selection, former, communique)
            if self._selection is None:
                self.entity_selected.emit(None)
        self.communique_changed.emit(self._communique)

    def _edition(self) -> Communique:
        """What was recognised, with the corrections applied; the very same where there are none."""
        if self._notebook is None or not self._notebook.corrections.identity:
            return self._recognised
        from viewer.core.edition import corrected  # noqa: PLC0415 - not before the first frame

        identity = corrected(self._recognised.identity, self._notebook.corrections.identity)
        return replace(self._recognised, identity=identity)

    @Slot(str)
    def choose_entity(self, entity_id: "EntityId") -> None:
        """Select an entity and go to its first mention; chosen again, to its next."""
        if self._there and self._selection is not None and self._selection.entity.id == entity_id:
            self.step_mention(1)
        elif entity := self._communique.entity(entity_id):
            self._select(EntitySelection(entity, 0))
            self.place_reached.emit(entity.mentions[0].span)

    @Slot(str)
    def select_entity(self, entity_id: "EntityId") -> None:
        """Select an entity and stay where the reader is."""
        if entity := self._communique.entity(entity_id):
            self._select(EntitySelection(entity, 0), there=False)

    @Slot(object)
    def choose_mention(self, mention: "Mention") -> None:
        """Select the entity of a mention and go there."""
        self.point_at_mention(mention)
        self.place_reached.emit(mention.span)

    @Slot(object)
    def point_at_mention(self, mention: "Mention") -> None:
        """Select the entity of a mention that the reader has before their eyes."""
        if entity := self._communique.entity(mention.entity):
            self._select(EntitySelection(entity, entity.mentions.index(mention)))

    @Slot(int)
    def step_mention(self, steps: int) -> None:
        """Walk the mentions of the chosen entity, round the end."""
        if self._selection is None:
            return
        count = len(self._selection.entity.mentions)
        selection = self._selection._replace(current=(self._selection.current + steps) % count)
        self._select(selection)
        self.place_reached.emit(selection.mention.span)

    @Slot()
    def forget_entity(self) -> None:
        self._selection = None
        self.entity_selected.emit(None)

    @Slot(object)
    def go_to(self, span: Span) -> None:
        self.place_reached.emit(span)

    @Slot(int)
    def read_paragraph(self, index: int) -> None:
        """The reader has scrolled to this paragraph."""
        self.paragraph_reached.emit(index)

    @Slot(object)
    def show_notebook(self, notebook: "Notebook") -> None:
        """Take the notebook as it was read from disk, or as the reader has changed it."""
        before, self._notebook = self.corrections, notebook
        self.notebook_changed.emit(notebook)
        if notebook.corrections != before:
            self._heed_corrections()

    @Slot(object)
    def correct(self, corrections: "Corrections") -> None:
        """Put these corrections in the place of the former ones."""
        self.show_notebook(replace(self.notebook, corrections=corrections))

    def _heed_corrections(self) -> None:
        former, self._communique = self._communique, self._edition()
        if self._communique.identity != former.identity:
            self.communique_changed.emit(self._communique)
        self.corrections_changed.emit(self.corrections)

    @Slot(object)
    def write_note(self, note: "Note") -> None:
        """Add a note, or put it in the place of its former version."""
        self.show_notebook(self.notebook.with_note(note))

    @Slot(str)
    def delete_note(self, note_id: "NoteId") -> None:
        self.show_notebook(self.notebook.without(note_id))

    @Slot(str)
    def choose_note(self, note_id: "NoteId") -> None:
        """Select a note, and go to its words where the text still has them."""
        from viewer.core.anchor import locate  # noqa: PLC0415 - not before the first frame

        note = self.notebook.note(note_id)
        if note is None:
            return
        self.note_selected.emit(note_id)
        if note.anchor is not None and (span := locate(note.anchor, self._communique)):
            self.place_reached.emit(span)

    def _select(self, selection: EntitySelection, *, there: bool = True) -> None:
        self._selection, self._there = selection, there
        self.entity_selected.emit(selection)


def _carried(selection: EntitySelection, former: Communique, communique: Communique) -> EntitySelection | None:
    """The same entity in a newer reading, at its mention nearest to where the reader was; None where it is gone."""
    entity = communique.entity(selection.entity.id)
    if entity is None:
        return None
    place = former.repair_map.to_source(selection.mention.span.start)
    away = [abs(communique.repair_map.to_source(mention.span.start) - place) for mention in entity.mentions]
    return EntitySelection(entity, away.index(min(away)))
