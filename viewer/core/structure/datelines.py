"""Tells a dateline, which says where and when a text was made, from a sentence that has a date."""

import re

from viewer.core.calendar import FullDate, full_dates
from viewer.core.healing import shapes
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.note_lines import is_note_line

_LONGEST = 90
_LONGEST_DONE = 260
_MOST_WORDS = 6
_ALLOWED = frozenset(("adopted", "at", "by", "day", "done", "given", "in", "issued", "on", "signed", "the", "this"))
_TIMES = frozenset(("a.m", "am", "gmt", "hours", "hrs", "p.m", "pm", "utc"))
_TITLED = lazy_pattern(r"meeting|summit|conference|session|\breport\b", re.IGNORECASE)
_DONE = lazy_pattern(r"(?:done|signed|adopted|given|issued|executed|made)\s+(?:at|in|on|this)\b", re.IGNORECASE)
_YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE = lazy_pattern(r"[A-Z][\w’'.-]*(?:[ -][\w’'.-]+){0,3}(?:,? \(?[A-Z][\w’'. -]+\)?)?$")
_LONGEST_PLACE = 50
# Compiled at first use: most dates are of one day.
_FIRST_DAY = lazy_pattern(r"(?i)(?:\bfrom )?\b\d{1,2}(?:st|nd|rd|th)?(?: [a-z]{3,9})? (?:and|to) $")
"""The first day of two, before a date that is the last."""


def is_dateline(text: str) -> bool:
    """Whether the words are a place and a date and nothing more ("Done at Astana, February 25, 2005")."""
    if len(text) > _LONGEST or text.endswith(","):
        return False
    date = next(full_dates(text), None)
    if not date:
        return False
    before, after = before_date(text, date).split(), text[date.end :].split()
    return (
        len(before) <= _MOST_WORDS
        and all(_is_allowed(word, _ALLOWED) for word in before)
        and all(_is_allowed(word, _TIMES) for word in after)
        and before[-1:] not in (["of"], ["OF"])
        and not _is_titled(text)
    )


def before_date(text: str, date: FullDate) -> str:
    """What stands before a date in the text, without the first day of two ("11 and 12 May 1983")."""
    before = text[: date.start]
    return _FIRST_DAY.sub("", before) if before.casefold().endswith((" and ", " to ")) else before


def is_done_line(text: str) -> bool:
    """Whether the words say where and when the text was made, and perhaps in how many copies and languages."""
    return len(text) <= _LONGEST_DONE and bool(_DONE.match(text) and _YEAR.search(text)) and text[:-1].count(". ") == 0


def may_be_place(text: str) -> bool:
    """Whether a line beside a date may name its place ("Apia, Samoa")."""
    return (
        len(text) <= _LONGEST_PLACE
        and _PLACE.match(text) is not None
        and not (_is_titled(text) or shapes.ends_clause(text) or is_note_line(text))
    )


def _is_titled(text: str) -> bool:
    return bool(_TITLED.search(text) or shapes.DOCUMENT.search(text))


def _is_allowed(word: str, allowed: frozenset[str]) -> bool:
    """Whether the word is a name, a number, or one of a dateline's few other words."""
    bare = word.strip("([,.;)]-–—/")
    return not bare[:1].islower() or bare in allowed
