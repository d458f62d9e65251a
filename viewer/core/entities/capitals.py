"""Gives a text printed all in capitals, as cables are, its small letters back, as far as common words tell."""

import re

from viewer.core import vocabulary
from viewer.core.entities.lexicon import Letters, Lexicon, Sign, meaning
from viewer.core.healing.shapes import runs_in_capitals
from viewer.core.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
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
_KEPT = frozenset({Sign.STATE, Sign.PLACE, Sign.OFFICE, Sign.BODY, Sign.DOCUMENT})
"""Whose words keep their capital: names of places, and the heads that rules start from."""
_ENDINGS = ("ed", "ing", "ly", "tion", "tions", "ments", "ness", "ities", "able", "ible", "ful", "less")


def recased(text: str, lexicon: Lexicon) -> str:
    """The text with every line of running text in capitals printed as a sentence would be; of equal length."""
    recaser = _Recaser(lexicon)
    return "\n".join(recaser.line(line) if runs_in_capitals(line) else line for line in text.split("\n"))


class _Recaser:
    """Prints words in small letters where no name is likely; keeps every position."""

    __slots__ = ("_abbreviations", "_kept")

    def __init__(self, lexicon: Lexicon) -> None:
        known = [meaning(line) for lines in lexicon.phrases.values() for line in lines.split("\n")]
        self._abbreviations = frozenset(one.phrase for one in known if one.letters is Letters.EXACT)
        names = (one.phrase for one in known if one.sign in _KEPT)
        self._kept = frozenset(word.casefold() for name in names for word in name.split()) - _LINKS

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
