"""The values of the gazetteers: what the program knows about the world before it reads a text."""

from typing import NamedTuple

from viewer.core.entities.word_lists import CommonWords, OfficeWords


class StateEntry(NamedTuple):
    """A state. `iso` is its ISO 3166-1 alpha-2 code; `capital` holds seats of government in all their spellings."""

    iso: str
    name: str
    official: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()


class OrganisationEntry(NamedTuple):
    """An international organisation, an organ of one, or a standing forum; the first abbreviation is the one shown."""

    name: str
    abbreviations: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class PlaceEntry(NamedTuple):
    """A place that is neither a state nor its capital. `kind` is "region", "sea" or "city"."""

    name: str
    kind: str
    other: tuple[str, ...] = ()


class Gazetteer(NamedTuple):
    states: tuple[StateEntry, ...]
    organisations: tuple[OrganisationEntry, ...]
    places: tuple[PlaceEntry, ...]
    offices: OfficeWords
    words: CommonWords
