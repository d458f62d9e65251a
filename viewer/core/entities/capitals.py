"""Gives a text printed all in capitals, as cables are, its small letters back, as far as common words tell."""

import re

from viewer.core import vocabulary
from viewer.core.entities.gazetteer import Gazetteer
from viewer.core.structure.shapes import runs_in_capitals

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINKS = vocabulary.CONNECTIVES | vocabulary.DETERMINERS
_COMMON = (
    _LINKS
    | vocabulary.CLOSED
    | vocabulary.LIGHT_ADJECTIVES
    | vocabulary.LIGHT_NOUNS
    | vocabulary.LIGHT_GERUNDS
    | vocabulary.RECITAL_WORDS
    | vocabulary.GENERIC_NOUNS
)
_ENDINGS = ("ed", "ing", "ly", "tion", "tions", "ments", "ness", "ities", "able", "ible", "ful", "less")


def recased(text: str, gazetteer: Gazetteer) -> str:
    """The text with every line of running text in capitals printed as a sentence would be; of equal length."""
    recaser = _Recaser(gazetteer)
    return "\n".join(recaser.line(line) if runs_in_capitals(line) else line for line in text.split("\n"))


class _Recaser:
    """Prints words in small letters where no name is likely; keeps every position."""

    __slots__ = ("_abbreviations", "_kept")

    def __init__(self, gazetteer: Gazetteer) -> None:
        offices, words = gazetteer.offices, gazetteer.words
        self._abbreviations = frozenset(
            short
            for entries in (gazetteer.states, gazetteer.organisations)
            for entry in entries
            for short in entry.abbreviations
        )
        states = (name for state in gazetteer.states for name in (state.name, *state.official))
        places = (place.name for place in gazetteer.places)
        kept = (*offices.heads, *words.bodies, *words.documents, *states, *places)
        self._kept = frozenset(word.casefold() for name in kept for word in name.split()) - _LINKS

    def line(self, line: str) -> str:
        made = _WORD.sub(lambda match: self._word(line, match), line)
        return made if len(made) == len(line) else line

    def _word(self, line: str, match: re.Match[str]) -> str:
        word, low = match[0], match[0].lower()
        if word in self._abbreviations or line[match.start() - 1 : match.start()] == "(" or len(word) == 1:
            return word
        if low in self._kept or not (low in _COMMON or low.endswith(_ENDINGS)):
            return word.capitalize()
        return low
