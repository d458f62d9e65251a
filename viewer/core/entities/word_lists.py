"""The word lists of the gazetteers, which the rules are built on.

Named tuples, because making dataclasses would cost a tenth of the time from text to sidebar.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from viewer.core.mentions import Rank


def _joined(ours: Any, own: Any) -> Any:  # noqa: ANN401 - a list, a set or a mapping of the program's, and one like it
    return ours + own if isinstance(ours, tuple) else ours | own


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

    def with_own(self, own: "OfficeWords") -> "OfficeWords":
        """These words and the reader's own, whose rank or state for an office is the one that counts."""
        return OfficeWords(*map(_joined, self, own))


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

    def with_own(self, own: "CommonWords") -> "CommonWords":
        """These words and the reader's own."""
        return CommonWords(*map(_joined, self, own))
