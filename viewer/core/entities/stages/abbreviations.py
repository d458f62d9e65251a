"""Stage: abbreviations that no list knows and the text does not explain; most are of bodies."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from viewer.core.entities.reading import NO_FACTS, Candidate, Reading
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

_ABBREVIATION = lazy_pattern(r"[A-Z]{3,7}")
_BEFORE = frozenset({"the", "by", "of", "with", "from", "between", "thanked"})
_JOINS = frozenset({"and", "or"})
_LEGAL = lazy_pattern(r"[IVXLC]+")


def find_abbreviations(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Words in capitals amid small letters that stand where a body may, and are part of nothing found so far."""
    words, known = reading.words, reading.lexicon.words.other_abbreviations
    places = sorted((one.start, one.end) for one in found)
    starts, reached = [start for start, _ in places], list(accumulate((end for _, end in places), max))
    for index in words.capitals:
        word, start = words[index], words.starts[index]
        if not word.isupper() or not _ABBREVIATION.fullmatch(word) or word in known or _LEGAL.fullmatch(word):
            continue
        before = bisect_right(starts, start) - 1
        if _stands_alone(reading, index) and not (before >= 0 and start < reached[before]):
            place = (start, words.ends[index])
            yield Candidate(*place, EntityKind.ORGANISATION, word, "unknown-abbreviation", place, NO_FACTS)


def _stands_alone(reading: Reading, index: int) -> bool:
    """Whether a small word leads to it, or it stands in a list after another name, and no capital or figure follows."""
    words = reading.words
    before, gap = words[index - 1], words.gap(index)
    led = gap == " " and before in _BEFORE
    joined = gap == " " and before in _JOINS and words.gap(index - 1) in {" ", ", "}
    last = index - 2 if joined else index - 1
    listed = (joined or gap == ", ") and last >= 0 and words.ends[last] in reading.name_ending
    following = words[index + 1]
    return (led or listed) and not (words.gap(index + 1) in {" ", "-", "/", "."} and not following[:1].islower())
