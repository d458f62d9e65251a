"""Decides of a word that a line's end cuts at a hyphen whether the hyphen is the word's own."""

from collections.abc import Callable
from functools import cached_property
from typing import Final

from viewer.core.healing import shapes
from viewer.core.patterns import lazy_pattern

Frequency = Callable[[str], int]
"""How often a lower-case word was counted in English; 0 for what is no word."""

_WORDS = lazy_pattern(r"\w+(?:[-‐‑]\w+)*")
_LAST = lazy_pattern(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?$")
_FIRST = lazy_pattern(r"[^\W\d_]+")
_GOES_ON = lazy_pattern(r"[-‐‑]\w")
_HYPHENS = "-‐‑\xad¬"
_CUT_END = lazy_pattern(rf"\w\.?[{_HYPHENS}]$")
_OWN_HYPHEN: Final = frozenset(("co", "non", "self", "vice", "so", "well", "ill", "ex", "mid", "socio"))
"""What a hyphen of its own commonly follows; a printer parting a word seldom leaves so little of it."""
_SUSPENDED: Final = frozenset(("and", "or", "to", "as"))
_LITTLE_PARTICLES: Final = frozenset(("up", "in", "on", "by"))
"""A printer parting a word seldom carries over so little of it."""
_PLACES: Final = frozenset(("there", "where", "here", "with"))
_PREFIXES: Final = frozenset(("under", "over", "after", "out", "inter", "fore"))
"""What is written in one word with the word it stands before."""
_SUFFIXES: Final = frozenset(("able", "ible", "ing", "ment", "ness", "less", "ful", "ship", "hood", "wise", "land"))
_FLOOR: Final = 50
"""The word list gives this count to words it has not counted."""
_RARE_WHOLE: Final = 700
_COMMON_HALF: Final = 1000
"""A word that is rarer, of halves that are commoner, is as often written with a hyphen ("land-locked")."""
_MUCH_COMMONER: Final = 10
_VERY_COMMON_HALF: Final = 10_000
"""Of halves as common as these, a word that was not counted at all is written with a hyphen ("way-bill")."""
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
_LONGEST_PART: Final = 64
"""So much before a hyphen is looked at: a search from each of a long line's letters is quadratic."""


def is_cut(line: str, following: str) -> bool:
    """Whether a word of the line may go on in the following one: a hyphen ends it, and letters or digits follow."""
    return line[-1:] in _HYPHENS and following[:1].isalnum() and _CUT_END.search(line) is not None


class Hyphens:
    """Knows the words of one text, and asks for English ones where the text does not tell."""

    def __init__(self, text: str, frequency: Frequency) -> None:
        self._text, self._frequency = text, frequency

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(self._text.casefold()))

    def rejoin(self, line: str, following: str) -> tuple[str, bool, str]:
        """How the cut word goes on: what stands between its halves, whether the hyphen goes, and why."""
        hyphen = line[-1]
        last, first = _LAST.search(line[-_LONGEST_PART - 1 : -1]), _FIRST.match(following)
        if hyphen in "\xad¬":
            return "", True, "the hyphen only parts the word at the end of the line"
        if not last or not first:
            return "", False, "the hyphen joins what stands on both sides of it"
        left, right = last[0].casefold(), first[0].casefold()
        several = line[: -1 - len(last[0])].endswith("-") or _GOES_ON.match(following, first.end()) is not None
        suspended = right in _SUSPENDED and following[:1].islower()
        if (several or suspended) and not self._count(left + right):
            if several:
                return "", False, "one of several hyphens in the word"
            return " ", False, "the hyphen stands for what follows"
        if following[:1].isupper() and not line[-2:-1].isupper():
            return "", False, "a name goes on after its hyphen"
        named = last[0][0].isupper() and not line[-2:-1].isupper()
        return "", *self._drops(left, right, named=named)

    def _drops(self, left: str, right: str, *, named: bool) -> tuple[bool, str]:
        """Whether the hyphen goes, and why; `named` if the first half begins like a name."""
        whole = left + right
        if f"{left}-{right}" in self._words:
            return False, f"“{left}-{right}” stands elsewhere in the text"
        if whole in self._words:
            return True, f"“{whole}” stands elsewhere in the text"
        if left == "co" and right[0] == "o":
            own = not self._writes_co_without_hyphen()
        else:
            own = (left in _OWN_HYPHEN or (left == "re" and right[0] in "eo")) and self._count(right) > 0
        if own:
            return False, f"“{left}-” usually keeps its hyphen"
        if named and not self._count(whole):
            linked = shapes.is_function_word(right)
            return not linked, "a title goes on after its hyphen" if linked else "a name is parted"
        return self._drops_by_halves(left, right)

    def _drops_by_halves(self, left: str, right: str) -> tuple[bool, str]:
        count = self._count(left + right)
        halves = min(self._frequency(left), self._frequency(right))
        common = halves > _COMMON_HALF and halves > _MUCH_COMMONER * count
        if common and right in _LITTLE_PARTICLES and left not in _PLACES:
            return False, f"“-{right}” usually keeps its hyphen"
        rare = common and count < _RARE_WHOLE and (count > _FLOOR or halves > _VERY_COMMON_HALF)
        if count and not (rare and right not in _SUFFIXES and left not in _PREFIXES):
            return True, f"“{left}{right}” is a word"
        if min(len(left), len(right)) >= _SHORTEST_PART and self._count(left) and self._count(right):
            return False, "both halves are words"
        return True, "a half is no word"

    def _writes_co_without_hyphen(self) -> bool:
        """Whether the text writes "cooperation" and the like in one word, and none of them with a hyphen."""
        words = self._words
        hyphened = any(word.startswith("co-") for word in words)
        return not hyphened and any(word.startswith(("cooperat", "coordinat")) for word in words)

    def _count(self, word: str) -> int:
        """How common the word is, whatever its ending."""
        words = (word, word.replace("our", "or")) if "our" in word else (word,)
        plain = [one.removesuffix(old) + new for one in words for old, new in _ENDINGS if one.endswith(old)]
        return max(map(self._frequency, (*words, *plain)))
