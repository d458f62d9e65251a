"""Asks a recognition what tests want to know."""

from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import Entity, EntityKind


def named(recognition: Recognition, kind: EntityKind) -> list[str]:
    return [entity.name for entity in recognition.entities if entity.kind is kind]


def one(recognition: Recognition, name: str) -> Entity:
    found = [entity for entity in recognition.entities if entity.name == name]
    assert len(found) == 1, [entity.name for entity in recognition.entities]
    return found[0]


def rules(entity: Entity) -> set[str]:
    return {mention.rule for mention in entity.mentions}
