"""Finds every phrase of the gazetteer in a text: one pass, all word-bounded matches, then one nesting policy."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.entities.lexicon import WORD, Letters, Lexicon, Meaning, Sign, meaning
from viewer.core.folding import fold_keeping_length

NAMING = frozenset({Sign.STATE, Sign.ORGANISATION, Sign.PLACE})
"""Signs that name a thing by themselves; the others are words a rule starts from."""

_HEADS = frozenset({Sign.OFFICE, Sign.BODY, Sign.DOCUMENT, Sign.EVENT})


_OWNERS = frozenset({Sign.STATE, Sign.ORGANISATION})
_ACROSS = ("inter-", "pan-", "pan ", "trans-", "ibero-", "afro-")
"""What makes a state's adjective name no state: "Inter-American"."""
_LONGEST_ACROSS = max(map(len, _ACROSS))


class Sighting(NamedTuple):
    """A phrase of the gazetteer at its place in the text, in code points."""

    start: int
    end: int
    meaning: Meaning


class Matcher:
    """Finds the lexicon's phrases with an Aho-Corasick automaton.

    One is made for each text, of those phrases whose words the text has: one of all the phrases would take longer to
    build than a communiqué takes to read.
    """

    __slots__ = ("_phrases",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._phrases = lexicon.phrases

    def sightings(self, text: str) -> dict[Sign, list[Sighting]]:
        """What was sighted, by sign, each list in text order and free of overlaps.

        Of overlapping names the one that begins first stands, of those the longest, and in a body's name the state or
        body it is of or in: "Bank of Russia" is a body and names Russia. A word that only starts a rule does not stand
        inside a name.
        """
        found = self._all(text)
        names = _outermost([sighting for sighting in found if sighting.meaning.sign in NAMING])
        by_sign: dict[Sign, list[Sighting]] = {sign: [] for sign in Sign}
        for sighting in found:
            if sighting.meaning.sign not in NAMING:
                by_sign[sighting.meaning.sign].append(sighting)
        for sign, sightings in by_sign.items():
            by_sign[sign] = _outside(_outermost(sightings), names)
        for name in sorted([*names, *_owners_within(found, names, text)], key=_outer_first):
            by_sign[name.meaning.sign].append(name)
        return by_sign

    def _all(self, text: str) -> list[Sighting]:
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - not needed before the window shows

        folded = fold_keeping_length(text)
        possible = self._possible(set(WORD.findall(folded)))
        meant = tuple(possible.values())
        matches = AhoCorasick(list(possible)).find_matches_as_indexes(folded, overlapping=True)
        found = [
            Sighting(start, end, one)
            for index, start, end in matches
            if _bounded(text, start, end)
            for one in map(meaning, meant[index])
            if _stands(text[start:end], one) and not _is_heading(text[start:end], one)
            if one.manner != "adjective" or not folded.endswith(_ACROSS, max(0, start - _LONGEST_ACROSS), start)
        ]
        found.sort(key=_outer_first)
        return found

    def _possible(self, words: set[str]) -> dict[str, list[str]]:
        """The phrases that may stand in a text of these words, each with its lines of the lexicon."""
        possible: dict[str, list[str]] = {}
        for word in self._phrases.keys() & words:
            for line in self._phrases[word].split("\n"):
                spelling = line[: line.index("\t")]
                if all(part in words for part in spelling.split(" ") if part.isalnum()):
                    possible.setdefault(spelling, []).append(line)
        return possible


def _owners_within(found: list[Sighting], names: list[Sighting], text: str) -> Iterator[Sighting]:
    """The states and bodies that a body's name says it is of or in; both lists are in text order."""
    place = 0
    for sighting in found:
        while place < len(names) and names[place].end <= sighting.start:
            place += 1
        if place == len(names) or sighting.meaning.sign not in _OWNERS or sighting.meaning.manner == "adjective":
            continue
        outer = names[place]
        inside = outer.meaning.sign is Sign.ORGANISATION and outer.start < sighting.start and sighting.end <= outer.end
        if inside and text[outer.start : sighting.start].endswith((" of ", " in ", " for ", " to ", " the ")):
            yield sighting


def _outer_first(sighting: Sighting) -> tuple[int, int, int]:
    return sighting.start, -sighting.end, sighting.meaning.sign.value


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end == len(text) or not text[end].isalnum())


def _stands(words: str, meaning: Meaning) -> bool:
    """Whether the words have their letters as the meaning asks; "Unesco" stands for "UNESCO"."""
    if meaning.letters is Letters.EXACT:
        return words == meaning.phrase or (len(words) > 3 and words == meaning.phrase.capitalize())
    return meaning.letters is Letters.ANY or not words[0].islower()


def _is_heading(words: str, meaning: Meaning) -> bool:
    """Whether a rule's word is printed in capitals, as in headings, where capitals tell no name from its neighbours."""
    return meaning.sign in _HEADS and words.isupper() and words != meaning.phrase


def _outermost(sightings: list[Sighting]) -> list[Sighting]:
    """Of sightings sorted by start and falling length, those that do not begin inside an earlier one kept."""
    kept: list[Sighting] = []
    reached = 0
    for sighting in sightings:
        if sighting.start >= reached:
            kept.append(sighting)
            reached = sighting.end
    return kept


def _outside(sightings: list[Sighting], names: list[Sighting]) -> list[Sighting]:
    """The sightings that overlap none of the names; both lists are in text order."""
    kept: list[Sighting] = []
    place = 0
    for sighting in sightings:
        while place < len(names) and names[place].end <= sighting.start:
            place += 1
        if place == len(names) or names[place].start >= sighting.end:
            kept.append(sighting)
    return kept
