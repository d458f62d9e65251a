"""The word lists of the gazetteers, which the rules are built on.

Named tuples, because making dataclasses would cost a tenth of the time from text to sidebar.
"""

from collections.abc import Mapping
from typing import NamedTuple

from viewer.core.mentions import Rank


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
