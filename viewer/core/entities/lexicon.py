"""Every phrase of the gazetteer with what it may mean, in the form the matcher takes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from viewer.core.calendar import MONTHS, SHORT_MONTHS
from viewer.core.entities.word_lists import CommonWords, OfficeWords
from viewer.core.folding import fold_keeping_length
from viewer.core.patterns import lazy_pattern

if TYPE_CHECKING:  # a lexicon that was kept needs no gazetteer
    from viewer.core.entities.gazetteer import Gazetteer, OrganisationEntry, StateEntry


class Sign(Enum):
    """What a phrase of the gazetteer is a sign of, the surer first: for the same words the first wins."""

    STATE = auto()
    ORGANISATION = auto()
    PLACE = auto()
    OFFICE = auto()
    BODY = auto()
    DOCUMENT = auto()
    EVENT = auto()
    MONTH = auto()
    SEASON = auto()
    HONORIFIC = auto()


class Letters(Enum):
    """How a phrase's letters must stand in the text: as printed, with a capital first, or in any case."""

    EXACT = auto()
    CAPITAL = auto()
    ANY = auto()


class Meaning(NamedTuple):
    """One thing a phrase may mean. `manner` says how the phrase names it: "official", "adjective", "city"."""

    sign: Sign
    key: str
    phrase: str
    letters: Letters
    manner: str = ""


WORD: Final = lazy_pattern(r"[^\W_]+")
PLURAL = "plural"
"""The manner of an office's head in the plural."""
_SPELLINGS = (
    ("organization", "organisation"),
    ("organisation", "organization"),
    ("programme", "program"),
    ("labour", "labor"),
    ("centre", "center"),
    ("defence", "defense"),
    ("co-operation", "cooperation"),
    ("'", ""),
)


def spellings(folded: str) -> Iterator[str]:
    """A folded phrase and its other spellings: British and American, and without its apostrophe."""
    yield folded
    for ours, other in _SPELLINGS:
        if ours in folded:
            yield folded.replace(ours, other)


class Lexicon(NamedTuple):
    """The gazetteer made ready to read texts with: plain values, cheap to keep in a file and to load.

    `phrases` are lines for `meaning`, by the rarest word of their phrase: a text that lacks the word lacks the phrase,
    so only the few lines of its own words need be taken apart. `state_names` are by ISO code, `abbreviations` by the
    name of the organisation.
    """

    phrases: Mapping[str, str]
    state_names: Mapping[str, str]
    abbreviations: Mapping[str, tuple[str, ...]]
    offices: OfficeWords
    words: CommonWords


def compile_lexicon(gazetteer: "Gazetteer", own: "Gazetteer | None" = None) -> Lexicon:
    """The lexicon of a gazetteer and of the reader's own, if there is one: its names mean what the reader says."""
    offices, words = gazetteer.offices, gazetteer.words
    lines = list(_lines(_names(gazetteer)))
    state_names, abbreviations = _state_names(gazetteer), _abbreviations(gazetteer)
    if own is not None:
        added = list(_lines(_names(own)))
        claimed = {spelling for spelling, _ in added}
        lines = [*added, *(line for line in lines if line[0] not in claimed)]
        offices, words = offices.with_own(own.offices), words.with_own(own.words)
        state_names |= _state_names(own)
        abbreviations |= {
            name: tuple(dict.fromkeys((*shorts, *abbreviations.get(name, ()))))
            for name, shorts in _abbreviations(own).items()
        }
    lines += _lines(_rule_words(offices, words))
    return Lexicon(_by_rarest_word(lines), state_names, abbreviations, offices, words)


def _state_names(gazetteer: "Gazetteer") -> dict[str, str]:
    return {state.iso: state.name for state in gazetteer.states}


def _abbreviations(gazetteer: "Gazetteer") -> dict[str, tuple[str, ...]]:
    return {organisation.name: organisation.abbreviations for organisation in gazetteer.organisations}


def _lines(meanings: Iterable[Meaning]) -> Iterator[tuple[str, str]]:
    """Every phrase in its folded spellings, each with the line that says what it means: tabs between its parts."""
    for sign, key, phrase, letters, manner in meanings:
        for spelling in spellings(fold_keeping_length(phrase)):
            yield spelling, f"{spelling}\t{sign.value}\t{key}\t{phrase}\t{letters.value}\t{manner}"


def _by_rarest_word(lines: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The lines by the rarest word of their phrase."""
    uses = Counter(word for spelling, _ in lines for word in WORD.findall(spelling))
    by_word: dict[str, list[str]] = {}
    for spelling, line in lines:
        by_word.setdefault(min(WORD.findall(spelling), key=uses.__getitem__), []).append(line)
    return {word: "\n".join(found) for word, found in by_word.items()}


@lru_cache(maxsize=8192)  # the same few lines are met again and again
def meaning(line: str) -> Meaning:
    """What one line of a lexicon's phrases means."""
    _, sign, key, phrase, letters, manner = line.split("\t")
    return Meaning(Sign(int(sign)), key, phrase, Letters(int(letters)), manner)


def _names(gazetteer: "Gazetteer") -> Iterator[Meaning]:
    taken = frozenset(name for state in gazetteer.states for name in state.official)
    for state in gazetteer.states:
        yield from _of_state(state, taken)
    for organisation in gazetteer.organisations:
        yield from _of_organisation(organisation)
    for place in gazetteer.places:
        for form in (place.name, *place.other):
            yield Meaning(Sign.PLACE, place.name, form, Letters.CAPITAL, place.kind)


def _shorter_titles(state: "StateEntry", taken: frozenset[str]) -> Iterator[str]:
    """A state's official name without its first adjectives: "Republic of Guyana", unless another state is called so."""
    for name in state.official:
        for title in ("Republic of ", "Kingdom of "):
            at = name.find(title)
            if at > 0 and name[at:] not in taken:
                yield name[at:]


def _of_state(state: "StateEntry", taken: frozenset[str]) -> Iterator[Meaning]:
    named = (
        ("short-name", (state.name,)),
        ("official-name", (*state.official, *_shorter_titles(state, taken))),
        ("adjective", state.adjectives),
        ("demonym", state.demonyms),
        ("former-name", state.former),
        ("metonym", state.metonyms),
    )
    for manner, forms in named:
        for form in forms:
            yield Meaning(Sign.STATE, state.iso, form, Letters.CAPITAL, manner)
    for form in state.abbreviations:
        yield Meaning(Sign.STATE, state.iso, form, Letters.EXACT, "abbreviation")
    for form in state.capital:
        yield Meaning(Sign.PLACE, state.capital[0], form, Letters.CAPITAL, "city")


def _of_organisation(organisation: "OrganisationEntry") -> Iterator[Meaning]:
    for form in (organisation.name, *organisation.other):
        yield Meaning(Sign.ORGANISATION, organisation.name, form, Letters.CAPITAL, "name")
    for form in organisation.abbreviations:
        yield Meaning(Sign.ORGANISATION, organisation.name, form, Letters.EXACT, "abbreviation")


def _rule_words(offices: OfficeWords, words: CommonWords) -> Iterator[Meaning]:
    heads = (
        (Sign.OFFICE, tuple(offices.heads), Letters.CAPITAL),
        (Sign.BODY, words.bodies, Letters.CAPITAL),
        (Sign.DOCUMENT, words.documents, Letters.CAPITAL),
        (Sign.EVENT, words.events, Letters.ANY),
        (Sign.MONTH, (*MONTHS, *SHORT_MONTHS), Letters.CAPITAL),
        (Sign.SEASON, tuple(words.seasons), Letters.ANY),
        (Sign.HONORIFIC, offices.honorifics, Letters.EXACT),
    )
    for sign, phrases, letters in heads:
        for phrase in phrases:
            yield Meaning(sign, phrase, phrase, letters)
    for head in offices.heads:
        yield Meaning(Sign.OFFICE, head, in_plural(head), Letters.CAPITAL, PLURAL)


def in_plural(head: str) -> str:
    """An office's head in the plural: "Ministers", "Secretaries of State", "Chairmen"."""
    noun, of, rest = head.partition(" of ")
    endings = (("man", "men"), ("y", "ies"), ("s", "s"))
    stem, ending = next(((noun.removesuffix(old), new) for old, new in endings if noun.endswith(old)), (noun, "s"))
    return f"{stem}{ending}{of}{rest}"
