"""Entities and their mentions: what the text names, where, and by which rule it was recognised."""

from enum import StrEnum
from typing import NamedTuple, NewType

from viewer.core.text import Span

EntityId = NewType("EntityId", str)
"""Readable, made from the text's words ("person:s-lavrov"); unique within one communiqué."""


class EntityKind(StrEnum):
    """The kinds of entity; the value is what `inspect` prints."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"
    DATE = "date"


class Rank(StrEnum):
    """The rank of an office, from the gazetteer of offices; tells ministers from other officials."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy-minister"
    ENVOY = "envoy"
    OFFICIAL = "official"


class Mention(NamedTuple):
    """One place where an entity is named.

    `span` counts code points of the reading text. `rule` names the rule that made the mention ("office-then-name");
    `trigger` is the stretch of words that set the rule off, shown when a reader asks why.
    """

    entity: EntityId
    span: Span
    rule: str
    trigger: Span


class Entity(NamedTuple):
    """One person, state, organisation, place, document, event or date that the text names.

    `forms` are the wordings the text uses, in order of first mention; `name` is the best of them. A field that does not
    belong to the kind, or that the text does not give, is None: nothing is guessed.
    """

    id: EntityId
    kind: EntityKind
    name: str
    forms: tuple[str, ...]
    mentions: tuple[Mention, ...]
    office: str | None = None
    """A person's office as printed, without the state or body."""
    rank: Rank | None = None
    """The rank of a person's office."""
    state: str | None = None
    """ISO 3166-1 alpha-2 code of the state a person acts for."""
    organisation: str | None = None
    """The name of the body a person acts for."""
    iso: str | None = None
    """A state's ISO 3166-1 alpha-2 code; a date's ISO 8601 or EDTF form."""
    abbreviation: str | None = None
    """An organisation's abbreviation."""
    date: str | None = None
    """An event's date, ISO 8601 or EDTF."""
    place: str | None = None
    """An event's place."""
