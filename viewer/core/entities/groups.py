"""The groups in which tree and sidebar list the entities, and the few words that tell one entity from another."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from viewer.core.mentions import Entity, EntityKind, Rank


class Group(StrEnum):
    """The groups in the order they are shown; the value is the heading."""

    MINISTERS = "Ministers"
    HEADS = "Heads of state and government"
    STATES = "States"
    ORGANISATIONS = "Organisations"
    OTHER_OFFICIALS = "Other officials"
    PLACES = "Places"
    DOCUMENTS = "Documents"
    EVENTS = "Events"
    DATES = "Dates"


_GROUPS = {
    EntityKind.STATE: Group.STATES,
    EntityKind.ORGANISATION: Group.ORGANISATIONS,
    EntityKind.PLACE: Group.PLACES,
    EntityKind.DOCUMENT: Group.DOCUMENTS,
    EntityKind.EVENT: Group.EVENTS,
    EntityKind.DATE: Group.DATES,
}


_RANKS = {
    Rank.MINISTER: Group.MINISTERS,
    Rank.HEAD_OF_STATE: Group.HEADS,
    Rank.HEAD_OF_GOVERNMENT: Group.HEADS,
}


def group_of(entity: Entity) -> Group:
    """The group an entity is listed in: ministers, and heads of state and government, apart from other persons."""
    if entity.kind is EntityKind.PERSON:
        return _RANKS.get(entity.rank, Group.OTHER_OFFICIALS) if entity.rank else Group.OTHER_OFFICIALS
    return _GROUPS[entity.kind]


def grouped(entities: Iterable[Entity]) -> dict[Group, tuple[Entity, ...]]:
    """The entities by group, groups in the order shown, entities in the order given; empty groups are left out."""
    lists: dict[Group, list[Entity]] = {group: [] for group in Group}
    for entity in entities:
        lists[group_of(entity)].append(entity)
    return {group: tuple(members) for group, members in lists.items() if members}


def state_names(entities: Iterable[Entity]) -> dict[str, str]:
    """The names of the states the text names, by ISO code."""
    return {entity.iso: entity.name for entity in entities if entity.kind is EntityKind.STATE and entity.iso}


def qualifier(entity: Entity) -> str:
    """The muted words beside an entity's name in a list; empty where there is nothing to add."""
    match entity.kind:
        case EntityKind.PERSON:
            return entity.state or entity.organisation or ""
        case EntityKind.ORGANISATION:
            return entity.abbreviation if entity.abbreviation and entity.abbreviation != entity.name else ""
        case EntityKind.DATE:
            told = entity.iso and entity.iso != entity.name and not entity.iso.startswith("X")
            return (entity.iso or "") if told else ""
        case EntityKind.EVENT:
            return entity.date or ""
        case _:
            return ""


KIND_NAMES: Final = {
    EntityKind.PERSON: "Person",
    EntityKind.STATE: "State",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
    EntityKind.DOCUMENT: "Document",
    EntityKind.EVENT: "Event",
    EntityKind.DATE: "Date",
}
"""What one entity of a kind is called."""


def describe(entity: Entity, names: Mapping[str, str]) -> str:
    """One line that says what an entity is: "Minister of Foreign Affairs · Russia".

    `names` gives a state's name by its ISO code (see `state_names`); a code it does not have is shown as it is.
    """
    state = names.get(entity.state, entity.state) if entity.state else None
    first = entity.office or KIND_NAMES[entity.kind]
    facts = (first, state, entity.organisation, entity.abbreviation, entity.iso, entity.place, entity.date)
    return " · ".join(fact for fact in facts if fact)
