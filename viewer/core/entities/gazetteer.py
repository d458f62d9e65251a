"""The values of the gazetteers: what the program knows about the world before it reads a text.

Named tuples, because making five dataclasses would cost a tenth of the time from text to sidebar.
"""

from collections.abc import Mapping
from typing import NamedTuple

from viewer.core.mentions import Rank


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


class OfficeWords(NamedTuple):
    """The words offices and names of persons are put together from."""

    heads: Mapping[str, Rank]
    modifiers: frozenset[str]
    deputies: frozenset[str]
    portfolios: frozenset[str]
    honorifics: tuple[str, ...]
    particles: frozenset[str]
    given_names: frozenset[str]
    """Given names, folded: a capitalised word after one of them is a family name."""


class CommonWords(NamedTuple):
    """Head nouns, words that open a sentence, seasons with their EDTF number.

    `after_names` are heads of documents that name one only with a name before them; `event_kinds` are small words that
    name an event ("peace talks"), `event_order` those that tell one in a row ("third meeting"). `never_names` are
    capitalised words of institutions and programmes, part of no person's name.
    """

    bodies: tuple[str, ...]
    documents: tuple[str, ...]
    after_names: frozenset[str]
    events: tuple[str, ...]
    event_kinds: frozenset[str]
    event_order: frozenset[str]
    openers: frozenset[str]
    never_names: frozenset[str]
    seasons: Mapping[str, int]


class Gazetteer(NamedTuple):
    states: tuple[StateEntry, ...]
    organisations: tuple[OrganisationEntry, ...]
    places: tuple[PlaceEntry, ...]
    offices: OfficeWords
    words: CommonWords
