"""What the card of an entity lists: its mentions in context, then the notes on it."""

from PySide6.QtCore import QModelIndex

from viewer.core.communique import Communique
from viewer.core.mentions import Entity, EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook
from viewer.qmodels.roles import RowKind
from viewer.qmodels.row_model import TOP, Row, RowModel


class EvidenceModel(RowModel):
    """A flat list; a mention's row number is its index among the entity's mentions."""

    def show_entity(self, entity: Entity, communique: Communique) -> None:
        self._take([Row(RowKind.MENTION, mention) for mention in entity.mentions], communique)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Put these notes after the mentions, in place of those there were."""
        mentions = [row for row in self._rows if row.kind is RowKind.MENTION]
        if len(self._rows) > len(mentions):
            self.beginRemoveRows(QModelIndex(), len(mentions), len(self._rows) - 1)
            self._rows = mentions
            self._arrange()
            self.endRemoveRows()
        if notes:
            self.beginInsertRows(QModelIndex(), len(mentions), len(mentions) + len(notes))
            caption = Row(RowKind.GROUP, "Notes", TOP, len(notes))
            self._rows = [*mentions, caption, *(Row(RowKind.NOTE, note) for note in notes)]
            self._arrange()
            self.endInsertRows()

    def notes_index(self) -> QModelIndex:
        """The caption above the notes; invalid where there are none."""
        captions = (number for number, row in enumerate(self._rows) if row.kind is RowKind.GROUP)
        return self.index_of(next(captions, TOP))


def notes_on(entity: Entity, notebook: Notebook) -> tuple[Note, ...]:
    """The notes that point to an entity: by its kind and one of its forms, because ids may change."""
    names = {entity.name, *entity.forms}
    return tuple(note for note in notebook.notes if note.entity and _points_at(note.entity, entity.kind, names))


def _points_at(pointer: EntityPointer, kind: EntityKind, names: set[str]) -> bool:
    return pointer.kind is kind and pointer.form in names
