"""Decides of a word that a line's end cuts at a hyphen whether the hyphen is the word's own."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final

IsWord = Callable[[str], bool]
"""Whether a lower-case word is an English one."""

_WORDS = re.compile(r"\w+(?:[-‐‑]\w+)*")
_LAST = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?$")
_FIRST = re.compile(r"[^\W\d_]+")
_CUT_END = re.compile(r"\w\.?[-‐‑\xad¬]$")
_OWN_HYPHEN: Final = frozenset(
    re.findall(
        r"\w+",
        "co non self vice ex anti counter pro quasi semi well ill so long short high low mid half all cross far near "
        "full part multi inter pan neo one two three four five six seven eight nine ten first second third",
    )
)
"""What a hyphen of its own commonly follows; a printer parting a word seldom leaves so little of it."""
_SUSPENDED: Final = frozenset(("and", "or", "to", "as", "nor", "und"))
_ENDINGS: Final = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("our", "or"),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ally", ""),
    ("mes", "m"),
)
_SHORTEST_PART = 3


def is_cut(line: str, following: str) -> bool:
    """Whether a word of the line may go on in the following one: a hyphen ends it, and letters or digits follow."""
    return following[:1].isalnum() and _CUT_END.search(line) is not None


class Hyphens:
    """Knows the words of one text, and asks for English ones where the text does not tell."""

    def __init__(self, text: str, is_word: IsWord) -> None:
        self._text, self._is_word = text, is_word

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(self._text.casefold()))

    def rejoin(self, line: str, following: str) -> tuple[str, bool, str]:
        """How the cut word goes on: what stands between its halves, whether the hyphen goes, and why."""
        hyphen = line[-1]
        last, first = _LAST.search(line[:-1]), _FIRST.match(following)
        if hyphen in "\xad¬":
            return "", True, "the hyphen only parts the word at the end of the line"
        if not last or not first:
            return "", False, "the hyphen joins what stands on both sides of it"
        left, right = last[0].casefold(), first[0].casefold()
        if right in _SUSPENDED and following[:1].islower():
            return " ", False, "the hyphen stands for what follows"
        if following[:1].isupper() and not line[-2:-1].isupper():
            return "", False, "a name goes on after its hyphen"
        return "", *self._drops(left, right)

    def _drops(self, left: str, right: str) -> tuple[bool, str]:
        whole = left + right
        if f"{left}-{right}" in self._words:
            return False, f"“{left}-{right}” stands elsewhere in the text"
        if whole in self._words:
            return True, f"“{whole}” stands elsewhere in the text"
        if left in _OWN_HYPHEN and not self._without_hyphen(left):
            return False, f"“{left}-” usually keeps its hyphen"
        if self._known(whole):
            return True, f"“{whole}” is a word"
        if min(len(left), len(right)) >= _SHORTEST_PART and self._known(left) and self._known(right):
            return False, "both halves are words"
        return True, "a half is no word"

    def _without_hyphen(self, prefix: str) -> bool:
        """Whether the text writes the prefix without a hyphen where it stands before other words."""
        words = self._words
        return not any(word.startswith(f"{prefix}-") for word in words) and any(
            word.startswith(prefix) and word[len(prefix) :] in words for word in words if len(word) > len(prefix) + 3
        )

    def _known(self, word: str) -> bool:
        return self._is_word(word) or any(
            word.endswith(ending) and self._is_word(word.removesuffix(ending) + plain) for ending, plain in _ENDINGS
        )
