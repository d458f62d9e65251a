"""The entities of a communiqué by group, for the sidebar."""

from PySide6.QtCore import QModelIndex, QObject

from viewer.core.communique import Communique
from viewer.core.entities.groups import grouped
from viewer.core.mentions import EntityId
from viewer.qmodels.roles import RowKind
from viewer.qmodels.row_model import TOP, Row, RowModel


class EntityModel(RowModel):
    """Groups with their entities, in the order of the groups and of first mention."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entities: dict[EntityId, int] = {}

    def show_communique(self, communique: Communique) -> None:
        rows: list[Row] = []
        self._entities = {}
        for group, entities in grouped(communique.entities).items():
            caption = len(rows)
            rows.append(Row(RowKind.GROUP, group, TOP, len(entities)))
            for entity in entities:
                self._entities[entity.id] = len(rows)
                rows.append(Row(RowKind.ENTITY, entity, caption, len(entity.mentions)))
        self._take(rows, communique)

    def entity_index(self, entity_id: EntityId) -> QModelIndex:
        return self.index_of(self._entities.get(entity_id, TOP))
