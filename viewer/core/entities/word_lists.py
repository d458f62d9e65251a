"""The word lists of the gazetteers, which the rules are built on.

Named tuples, because making dataclasses would cost a tenth of the time from text to sidebar.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

from viewer.core.mentions import Rank


class OfficeWords(NamedTuple):
    """The words offices and names of persons are put together from."""

    heads: Mapping[str, Rank] = MappingProxyType({})
    modifiers: frozenset[str] = frozenset()
    deputies: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    honorifics: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    """Given names, folded: a capitalised word after one of them is a family name."""
    of_one_state: Mapping[str, str] = MappingProxyType({})
    """Offices that only one state has, with its ISO code; one that ends in " *" may go on."""

    def state_of(self, office: str) -> str | None:
        """The ISO code of the only state that has such an office; None for any other."""
        for name, state in self.of_one_state.items():
            bare = name.removesuffix(" *")
            if office == bare or (bare != name and office.startswith(f"{bare} ")):
                return state
        return None

    def with_own(self, own: Self) -> Self:
        """These words and the reader's own, whose rank or state for an office is the one that counts."""
        return self._replace(
            heads={**self.heads, **own.heads},
            modifiers=self.modifiers | own.modifiers,
            deputies=self.deputies | own.deputies,
            portfolios=self.portfolios | own.portfolios,
            honorifics=self.honorifics + own.honorifics,
            particles=self.particles | own.particles,
            given_names=self.given_names | own.given_names,
            of_one_state={**self.of_one_state, **own.of_one_state},
        )


class CommonWords(NamedTuple):
    """Head nouns, words that open a sentence, seasons with their EDTF number.

    `after_names` are heads of documents that name one only with a name before them; `event_kinds` are small words that
    name an event ("peace talks"), `event_order` those that tell one in a row ("third meeting"). `never_names` are
    capitalised words of institutions and programmes, part of no person's name.
    """

    bodies: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    after_names: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    event_kinds: frozenset[str] = frozenset()
    event_order: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    never_names: frozenset[str] = frozenset()
    treaties: frozenset[str] = frozenset()
    """Abbreviations of documents: "NPT"."""
    other_abbreviations: frozenset[str] = frozenset()
    """Abbreviations of what is neither body nor document: "GDP"."""
    seasons: Mapping[str, int] = MappingProxyType({})

    def with_own(self, own: Self) -> Self:
        """These words and the reader's own."""
        return self._replace(
            bodies=self.bodies + own.bodies,
            documents=self.documents + own.documents,
            after_names=self.after_names | own.after_names,
            events=self.events + own.events,
            event_kinds=self.event_kinds | own.event_kinds,
            event_order=self.event_order | own.event_order,
            openers=self.openers | own.openers,
            never_names=self.never_names | own.never_names,
            treaties=self.treaties | own.treaties,
            other_abbreviations=self.other_abbreviations | own.other_abbreviations,
            seasons={**self.seasons, **own.seasons},
        )
