"""Finds words that look damaged: run together, or misread by a scanner. They are shown as suspected, never changed.

A word that the dictionary has, and whatever was recognised as a name, is above suspicion.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from viewer.core.communique import Communique
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import Suspicion, SuspicionKind
from viewer.core.text import Span

Frequency = Callable[[str], int]
"""How often a lower-case word was counted in English; 0 for what is no word."""

_TOKEN = lazy_pattern(r"[^\W_]+(?:['’|!][^\W_]+)*")
_CAPITAL_INSIDE = lazy_pattern(r"(?P<first>[^\W\d_]*[a-z])(?P<second>[A-Z][a-z]+)")
_NO_SPACE = lazy_pattern(r"(?<![\w@/.])(?P<first>[A-Za-z]{3,}|\d{4})[.;:,](?P<second>[A-Z][a-z]+)(?![\w@/]|\.\w)")
_FIGURE_INSIDE = lazy_pattern(r"(?:[A-Za-z]*[a-z][01|!][a-z]+|[10][a-z]{2,}|[A-Z][01|!][a-z]{2,})")
_ORDINAL = lazy_pattern(r"\d+(?:st|nd|rd|th|am|pm|km|bn|mn|kg|ft)$", re.IGNORECASE)
_SPACED = lazy_pattern(r"(?<!\S)(?:[a-z] ){3,}[a-z](?!\S)|(?<!\S)(?:[A-Z0] ){4,}[A-Z0](?!\S)")
_DEBRIS = lazy_pattern(r"\ufffd+|(?:Ã[^\x00-\x7f]|â€.)+|(?<!\S)[~^\\¬¦§¤]+(?!\S)|[|~^\\¬¦]{2,}")
_JOINING: Final = frozenset(
    re.findall(
        r"\w+",
        "a an the of and or to in on at by for from with as that which is are was were be been has have had will would "
        "its their this these it not all into",
    )
)
# fmt: off
_CONFUSED: Final = (
    ("rn", "m"), ("m", "rn"), ("ii", "n"), ("ii", "u"), ("li", "h"), ("cl", "d"), ("vv", "w"), ("tb", "th"),
    ("nn", "m"), ("ni", "m"), ("lt", "h"), ("b", "h"), ("h", "b"), ("c", "e"), ("e", "c"), ("l", "t"), ("t", "l"),
    ("f", "t"), ("y", "v"), ("u", "n"), ("n", "u"),
)
# fmt: on
"""What scanners take for one another: as read, and as printed."""
_FIGURES: Final = (("1", "l"), ("1", "i"), ("1", "t"), ("0", "o"), ("|", "l"), ("|", "i"), ("!", "i"), ("!", "l"))
_ROMAN_DIGITS: Final = frozenset("ivxlc")
_PRINTED: Final = 500
"""How common a word must be for a slight misreading of it to be told from a word of its own."""
_LEAST: Final = 3
_LONGEST: Final = 40
"""A longer row of letters is no English word, and costs by the square of its length."""
_LEAST_OF_NAME: Final = 6
"""A word with a capital may be a name nobody knows; so long a one is looked at."""


def with_suspicions(communique: Communique, frequency: Frequency) -> Communique:
    """The communiqué, whose names are known, with what is suspected in it; pure, linear in its length."""
    from dataclasses import replace  # noqa: PLC0415 - a text is read without it

    return replace(communique, suspicions=tuple(find_suspicions(communique, frequency)))


def find_suspicions(communique: Communique, frequency: Frequency) -> list[Suspicion]:
    """The suspected words in the order of the text, none overlapping another."""
    text = communique.text
    found = [*_debris(text), *_run_together(text, frequency), *_misread(text, frequency)]
    found.sort(key=lambda suspicion: (suspicion.span.start, -suspicion.span.end))
    kept: list[Suspicion] = []
    starts = [mention.span.start for mention in communique.mentions]
    for suspicion in found:
        free = not kept or kept[-1].span.end <= suspicion.span.start
        if free and not _is_named(communique, starts, suspicion):
            kept.append(suspicion)
    return kept


def _is_named(communique: Communique, starts: list[int], suspicion: Suspicion) -> bool:
    """Whether the word is part of a name, and nothing but its spelling speaks against it."""
    if suspicion.kind is SuspicionKind.GLUED_WORDS:
        return False
    place = bisect_right(starts, suspicion.span.start) - 1
    return place >= 0 and communique.mentions[place].span.covers(suspicion.span)


def _debris(text: str) -> Iterator[Suspicion]:
    for match in _SPACED.finditer(text):
        yield Suspicion(SuspicionKind.SCAN_ERROR, Span(*match.span()), "the letters of a word stand apart")
    for match in _DEBRIS.finditer(text):
        yield Suspicion(SuspicionKind.SCAN_ERROR, Span(*match.span()), "signs that belong to no word")


def _run_together(text: str, frequency: Frequency) -> Iterator[Suspicion]:
    for match in _NO_SPACE.finditer(text):
        first, second = match["first"].casefold(), match["second"].casefold()
        if (first.isdecimal() or frequency(first)) and frequency(second):
            yield Suspicion(SuspicionKind.GLUED_WORDS, Span(*match.span()), "no space follows the punctuation mark")
    known: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word not in known:
            known[word] = _glued(word, frequency)
        if known[word]:
            yield Suspicion(SuspicionKind.GLUED_WORDS, Span(*match.span()), known[word])


def _glued(word: str, frequency: Frequency) -> str:
    """Why a word may be two; empty where it need not be."""
    if not _LEAST < len(word) <= _LONGEST or word.isupper():
        return ""
    if capital := _CAPITAL_INSIDE.search(word):
        first, second = capital["first"], capital["second"].casefold()
        lower = first.islower() and (first in _JOINING or (len(first) > _LEAST and frequency(first) > _PRINTED))
        return "a capital stands inside the word" if lower or second in _JOINING else ""
    if not word.islower() or _count(word, frequency):
        return ""
    for cut in range(2, len(word) - 1):
        first, second = word[:cut], word[cut:]
        joined = first in _JOINING or second in _JOINING
        if joined and min(frequency(first), frequency(second)) > _PRINTED and max(len(first), len(second)) >= _LEAST:
            return f"“{first}” and “{second}” are words, together they are none"
    return ""


def _misread(text: str, frequency: Frequency) -> Iterator[Suspicion]:
    known: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word not in known:
            known[word] = _meant(word, frequency)
        if known[word]:
            reason = f"no word, but one letter away from “{known[word]}”"
            yield Suspicion(SuspicionKind.SCAN_ERROR, Span(*match.span()), reason)


def _meant(word: str, frequency: Frequency) -> str:
    """The common word that a scanner may have misread as this one; empty where there is none."""
    if len(word) > _LONGEST:
        return ""
    plain = word.casefold()
    if _FIGURE_INSIDE.fullmatch(word) and not _ORDINAL.match(word):
        return next((other for other in _other_readings(plain, _FIGURES) if frequency(other)), "")
    capital = not word.islower()
    if not word.isalpha() or len(word) < (_LEAST_OF_NAME if capital else _LEAST) or (capital and word[1:] != plain[1:]):
        return ""
    if _count(plain, frequency) or set(plain) <= _ROMAN_DIGITS:
        return ""
    pairs = [pair for pair in _CONFUSED if len(pair[0]) > 1 or len(pair[1]) > 1] if capital else _CONFUSED
    return next((other for other in _other_readings(plain, pairs) if frequency(other) > 2 * _PRINTED), "")


def _other_readings(word: str, pairs: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> Iterator[str]:
    """The word with one place, or every place, read otherwise."""
    for read, printed in pairs:
        at = word.find(read)
        while at >= 0:
            yield word[:at] + printed + word[at + len(read) :]
            at = word.find(read, at + 1)


def _count(word: str, frequency: Frequency) -> int:
    """How common the word is, in American spelling and without a plain ending too."""
    return next(filter(None, (frequency(form) for form in _forms(word))), 0)


def _forms(word: str) -> Iterator[str]:
    american = word.replace("isation", "ization").replace("our", "or").replace("ise", "ize").replace("ising", "izing")
    for form in (word, american, word.replace("programme", "program"), word.replace("centre", "center")):
        yield form
        for ending in ("'s", "’s", "s", "es", "ed", "d", "ing", "ly", "al", "ally"):
            if form.endswith(ending):
                yield form.removesuffix(ending)
                yield form.removesuffix(ending) + "e"
    for prefix in ("non", "inter", "trans", "sub", "re", "un", "multi", "co", "anti", "counter", "pre", "post", "mis"):
        if word.startswith(prefix):
            yield word.removeprefix(prefix)
