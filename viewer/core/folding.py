"""Folding of text for comparison: forgives case and accents."""

import re
import unicodedata

from viewer.core.patterns import lazy_pattern

_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """The text without case and accents; its length may change ("ß" becomes "ss")."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


class _Letters(dict[int, str]):
    """For `str.translate`: each character's first base letter in lower case, worked out once and kept."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        letter = self[code] = folded[0] if folded else chr(code)
        return letter


_LETTERS = _Letters({0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0xA0: " "})


def fold_keeping_length(text: str) -> str:
    """The text without case and accents, code point for code point; curly apostrophes and dashes become plain."""
    return _NOT_ASCII.sub(_folded_letters, text).lower()


def _folded_letters(letters: re.Match[str]) -> str:
    return letters[0].translate(_LETTERS)
