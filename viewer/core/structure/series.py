"""Finds headings by their marks: short lines numbered or lettered in a row, with text between them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from viewer.core import vocabulary
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.healing.wrapping import LIST_ENDS
from viewer.core.patterns import lazy_pattern

LONGEST = 120
"""A longer line is no heading; in code points."""
_NAMES = frozenset(("article", "art.", "chapter", "part", "section", "title", "annex", "appendix"))
_NAMED = lazy_pattern(
    r"(?P<name>\S+)\s+(?P<mark>\d{1,3}|[IVXL]{1,7}|[A-Z])\b"
    r"(?P<rest>\s*[.:–—-]?\s*.*)$",
    re.IGNORECASE,
)
_MARKED = lazy_pattern(
    r"(?P<open>\(?)(?P<mark>\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,7}|[A-Z])(?P<close>[.):]?)(?P<dash> ?[–—-])?(?:\s+(?=\S)|$)"
)
_ALONE = lazy_pattern(
    r"(?:(?:article|chapter|part|section|title|annex|appendix|attachment|enclosure)\b\s*)?"
    r"(?:\d{1,3}|[IVXL]{1,7}|[A-Z])?[.:)]?$",
    re.IGNORECASE,
)
_LONGEST_ALONE = 20
_LONGEST_TOPIC = 80
_SPEAKERS = 3  # words, as in "The two sides:"
_ENACTING = frozenset(
    ("agree", "adopt", "affirm", "decide", "declare", "follows", "following", "hereby", "proclaim", "resolve", "shall")
)
_SAYING = (vocabulary.CLAUSE_WORDS | vocabulary.STATEMENT_VERBS | _ENACTING) - {"taken"}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}


class HeadingMark(NamedTuple):
    """A mark that may stand before a heading: its style, its number within the style, and where the words begin."""

    style: str
    number: int
    end: int


def heading_marks(text: str) -> Iterator[HeadingMark]:
    """What the mark at the head of a line may be: of "I." both the roman number and the letter."""
    first = text.split(None, 1)[0]
    if first.casefold() in _NAMES and (named := _NAMED.match(text)):
        name = named["name"].casefold().rstrip(".")
        for style, number in _values(named["mark"].upper()):
            yield HeadingMark(f"{name} {style}", number, named.end("mark"))
        return
    match = _MARKED.match(text) if _may_be_mark(first) else None
    if not match:
        return
    form = match["open"] + "{}" + match["close"] + (match["dash"] or "").strip()
    for style, number in _values(match["mark"]):
        yield HeadingMark(form.format(style), number, match.end())


def _may_be_mark(word: str) -> bool:
    return not word[1:2].isalpha() or _ROMAN_DIGITS.keys() >= set(word.strip("().:–—-"))


def _values(mark: str) -> Iterator[tuple[str, int]]:
    if mark[0].isdecimal():
        parts = mark.split(".")
        yield "1" + ".1" * (len(parts) - 1) + (f" in {mark.rpartition('.')[0]}" if parts[1:] else ""), int(parts[-1])
        return
    if set(mark) <= _ROMAN_DIGITS.keys():
        yield "I", roman_value(mark)
    if len(mark) == 1:
        yield "A", ord(mark) - ord("A") + 1


def roman_value(mark: str) -> int:
    """The number that digits of I, V, X and L stand for, whether or not they are well put."""
    values = [_ROMAN_DIGITS[digit] for digit in mark]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def is_mark_alone(heading: str) -> bool:
    """Whether a heading is only a mark, whose words stand on the next line: "Article 3", "IV", "ANNEX"."""
    return len(heading) <= _LONGEST_ALONE and _ALONE.match(heading) is not None


def heading_series(paragraphs: Sequence[Shape]) -> dict[int, HeadingMark]:
    """The lines that head text by a mark, and their marks: those in a row, and every article, chapter or part."""
    by_style: defaultdict[str, list[tuple[int, HeadingMark]]] = defaultdict(list)
    for place, shape in enumerate(paragraphs):
        if _may_head(shape.text):
            for mark in heading_marks(shape.text):
                by_style[mark.style].append((place, mark))
    texts = [place for place, shape in enumerate(paragraphs) if _is_text(shape.text)]
    found: dict[int, HeadingMark] = {}
    for row in by_style.values():
        for (place, mark), (following, after) in pairwise(row):
            between = bisect_right(texts, place) < bisect_left(texts, following)
            if after.number == mark.number + 1 and between:
                found.setdefault(place, mark)
                found.setdefault(following, after)
    return found


def _may_head(text: str) -> bool:
    if len(text) > LONGEST or text.casefold().endswith((",", *LIST_ENDS)):
        return False
    if shapes.begins_lower(shapes.without_mark(text)):
        return False
    if text.endswith(":"):
        return is_topic(shapes.without_mark(text))
    return not shapes.ends_clause(text) or shapes.ends_in_abbreviation(text)


def is_topic(words: str) -> bool:
    """Whether words name a subject rather than say something, as those before a list do ("They agreed:").

    A mark that is followed by its words ("Chapter I:") names one, too.
    """
    if is_mark_alone(words):
        return True
    plain = [word.casefold().strip(":,'\"“”’()") for word in words.split()]
    if len(words) > _LONGEST_TOPIC or shapes.begins_lower(words) or (shapes.begins_open(words) and plain[0] != "the"):
        return False
    speaks = len(plain) <= _SPEAKERS and plain[-1] in vocabulary.PARTICIPANTS
    return not speaks and not any(word in _SAYING for word in plain)


def _is_text(text: str) -> bool:
    """Whether a paragraph is a whole sentence, or long."""
    return shapes.ends_clause(text) or len(text) > LONGEST
