"""The contents of a communiqué as one tree: its sections with what they name, its entities with their mentions."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from viewer.core.communique import Communique, Section
from viewer.core.entities.groups import grouped
from viewer.core.mentions import EntityId
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_model import TOP, Row, RowModel


class ContentsModel(RowModel):
    """Empty until the communiqué was analysed; a root that has nothing beneath it is left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[int, ...] = ()
        self._entities: dict[EntityId, int] = {}
        self._owners: list[int] = []
        self._opening = 0

    def show_communique(self, communique: Communique) -> None:
        rows: list[Row] = []
        self._owners = _owners(communique)
        self._opening = communique.sections[0].paragraphs.start if communique.sections else 0
        self._sections = _add_sections(rows, communique.sections)
        _add_named(rows, communique, self._sections, self._owners)
        self._entities = _add_entities(rows, communique)
        self._take(rows, communique)

    def entity_index(self, entity_id: EntityId) -> QModelIndex:
        """The entity's row under Entities."""
        return self.index_of(self._entities.get(entity_id, TOP))

    def mention_index(self, entity_id: EntityId, place: int) -> QModelIndex:
        """The row under the entity of its mention at a place, counted from 0."""
        return self.index(place, 0, self.entity_index(entity_id))

    def entity_in_section(self, entity_id: EntityId, section: QModelIndex) -> QModelIndex:
        """The entity's row right under a section; invalid where the section itself does not name it."""
        rows = (self.index(row, 0, section) for row in range(self.rowCount(section)))
        return next((index for index in rows if index.data(Role.ENTITY) == entity_id), QModelIndex())

    def section_index(self, paragraph: int) -> QModelIndex:
        """The innermost section a paragraph stands in, by the paragraph's index; invalid where it is in none.

        A title before the first section is read with it.
        """
        owner = self._owners[max(paragraph, self._opening)] if 0 <= paragraph < len(self._owners) else TOP
        return self.index_of(self._sections[owner] if owner != TOP else TOP)

    def section_indexes(self) -> tuple[QModelIndex, ...]:
        return tuple(self.index_of(number) for number in self._sections)


def _owners(communique: Communique) -> list[int]:
    """For each paragraph the innermost section it stands in, or TOP; a later section stands deeper."""
    owners = [TOP] * len(communique.paragraphs)
    for number, section in enumerate(communique.sections):
        for paragraph in section.paragraphs:
            owners[paragraph] = number
    return owners


def _add_sections(rows: list[Row], sections: Sequence[Section]) -> tuple[int, ...]:
    """Add the sections, nested by level; return the numbers of their rows."""
    if not sections:
        return ()
    rows.append(Row(RowKind.ROOT, "Sections", TOP, len(sections)))
    above: list[tuple[int, int]] = [(0, 0)]
    numbers = []
    for section in sections:
        while len(above) > 1 and above[-1][0] >= section.level:
            above.pop()
        numbers.append(len(rows))
        rows.append(Row(RowKind.SECTION, section, above[-1][1]))
        above.append((section.level, numbers[-1]))
    return tuple(numbers)


def _add_named(rows: list[Row], communique: Communique, sections: Sequence[int], owners: Sequence[int]) -> None:
    """Add under each section the entities it names, in order of first mention, with their counts there."""
    starts = [paragraph.span.start for paragraph in communique.paragraphs]
    entities = {entity.id: entity for entity in communique.entities}
    places = ((owners[max(0, bisect_right(starts, m.span.start) - 1)], m.entity) for m in communique.mentions)
    for (owner, entity_id), count in Counter(places).items():
        if owner != TOP:
            rows.append(Row(RowKind.ENTITY, entities[entity_id], sections[owner], count))


def _add_entities(rows: list[Row], communique: Communique) -> dict[EntityId, int]:
    """Add the entities by group, each with its mentions; return the number of each entity's row."""
    if not communique.entities:
        return {}
    root = len(rows)
    numbers = {}
    rows.append(Row(RowKind.ROOT, "Entities", TOP, len(communique.entities)))
    for group, entities in grouped(communique.entities).items():
        caption = len(rows)
        rows.append(Row(RowKind.GROUP, group, root, len(entities)))
        for entity in entities:
            numbers[entity.id] = number = len(rows)
            rows.append(Row(RowKind.ENTITY, entity, caption, len(entity.mentions)))
            rows.extend(Row(RowKind.MENTION, mention, number) for mention in entity.mentions)
    return numbers
