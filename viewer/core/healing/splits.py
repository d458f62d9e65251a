"""Finds numbered paragraphs that run on in the line of another, or of the heading above them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.healing import shapes
from viewer.core.healing.mends import Cut, Ideal, Mend
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import RepairKind
from viewer.core.text import Span

_NUMBER = lazy_pattern(r"(?<!\S)(?P<open>[(\[]?)(?P<number>\d{1,3})(?P<close>[.)\]])\s+(?=[\"“‘'(]?[A-Z])")
_SENTENCE_END = lazy_pattern(r"[.!?;:][\"”’)]?\s+")
_COUNTED = lazy_pattern(
    r"\b(?:paragraphs?|paras?|articles?|nos?|numbers?|resolutions?|sections?|chapters?|parts?|annex|items?|pages?|points?"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\.?$",
    re.IGNORECASE,
)
_FIRST = ("1.", "1)", "1]")
"""With one of these a row begins."""
_SHORTEST_ROW = 3
_MOST_MISSING = 2
_LONGEST_HEADING = 80
_REACH = 200  # code points before a number that are looked at
_REASON = "the number follows on {} and stands in the middle of a line"


class _Found(NamedTuple):
    """A number that may open a paragraph: its draft, its place in the draft's words, its style and value.

    The place of one that has no more than signs of mark-up before it is 0.
    """

    draft: int
    at: int
    style: str
    number: int

    def follows(self, other: "_Found", missing: int) -> bool:
        """Whether the other is the next number of this row, of which so many may be missing."""
        return other.style == self.style and 0 < other.number - self.number <= missing + 1


def find_splits(ideals: Sequence[Ideal]) -> list[Mend]:
    """The mends that part such paragraphs from what stands before them on their line; in order."""
    if not any(first in ideal.text for ideal in ideals for first in _FIRST):
        return []
    found = [one for number, ideal in enumerate(ideals) for one in _numbers(number, ideal.text)]
    if all(one.at == 0 for one in found):
        return []
    at_heads = {one.number for one in found if one.at == 0}
    row: list[_Found] = []
    for one in found:
        missing = _MOST_MISSING if one.at == 0 else 0
        follows = row[-1].follows(one, missing) if row else one.number == 1
        if follows and (one.at == 0 or (one.number not in at_heads and _opens(ideals[one.draft].text, one, row))):
            row.append(one)
    if len(row) < _SHORTEST_ROW:
        return []
    return [mend for one in row if one.at for mend in _mends(ideals[one.draft], one, row)]


def _numbers(draft: int, text: str) -> Iterator[_Found]:
    first_word = next((place for place, sign in enumerate(text) if sign.isalnum()), 0)
    for match in _NUMBER.finditer(text):
        at = match.start() if match.start() > first_word else 0
        yield _Found(draft, at, match["open"] + match["close"], int(match["number"]))


def _opens(text: str, one: _Found, row: Sequence[_Found]) -> bool:
    """Whether the number stands after a sentence's end, or after nothing but a heading."""
    before = text[max(0, one.at - _REACH) : one.at].rstrip()
    if _COUNTED.search(before):
        return False
    start = _head_start(text, one, row)
    if start == 0 and one.at < _REACH and 0 < len(before) <= _LONGEST_HEADING and not before.endswith(","):
        return True  # nothing stands before the number on its line but a few words, which end no sentence
    return shapes.ends_clause(before) or _is_heading(text[start : one.at].strip())


def _head_start(text: str, one: _Found, row: Sequence[_Found]) -> int:
    """Where the words begin that stand between the last sentence's end and the number."""
    since = max(row[-1].at if row and row[-1].draft == one.draft else 0, one.at - _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, since, one.at) if match.end() < one.at]
    return ends[-1] if ends else 0


def _is_heading(words: str) -> bool:
    if not words or len(words) > _LONGEST_HEADING or words.endswith(","):
        return False
    return shapes.in_capitals(words) or all(
        word[0].isupper() or shapes.is_function_word(word) for word in words.split()
    )


def _mends(ideal: Ideal, one: _Found, row: Sequence[_Found]) -> Iterator[Mend]:
    reason = _REASON.format(one.number - 1) if one.number > 1 else "the first number stands in the middle of a line"
    places = [(one.at, reason)]
    if not shapes.ends_clause(ideal.text[: one.at].rstrip()):
        head = _head_start(ideal.text, one, row[: row.index(one)])
        places = [(head, "a heading stands between the paragraphs"), *places]
    for place, why in places:
        if place not in ideal.starts:  # where two lines were joined there is no blank of the line's own to part at
            yield _split(ideal, place, why)


def _split(ideal: Ideal, at: int, reason: str) -> Mend:
    blank = len(ideal.text[:at]) - len(ideal.text[:at].rstrip())
    source = ideal.span_to_source(Span(at - blank, at))
    return Mend(RepairKind.SPLIT_PARAGRAPH, source, reason, (Cut(source, "\n"),))
