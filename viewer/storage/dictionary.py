"""English words, from the word list that a spelling checker brings: loaded when the first word is asked for."""

from collections.abc import Mapping
from functools import lru_cache


def word_frequency(word: str) -> int:
    """How often the word, in lower case, was counted in English; 0 for what is no word."""
    return _words().get(word, 0)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, int]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - 0.1 s, for the rare text that needs it

    return dict(SpellChecker(language="en").word_frequency.dictionary)
