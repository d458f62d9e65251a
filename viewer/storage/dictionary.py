"""English words, from the word list that a spelling checker brings: loaded when the first word is asked for."""

from functools import lru_cache


def is_word(word: str) -> bool:
    """Whether the word, in lower case, is an English one."""
    return word in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - 0.1 s, for the rare text that needs it

    return frozenset(SpellChecker(language="en").word_frequency.dictionary)
