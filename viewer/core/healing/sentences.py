"""Tells by their words alone whether a sentence goes on from one line to the next."""

from collections.abc import Sequence
from typing import Final

from viewer.core.calendar import MONTHS
from viewer.core.healing import shapes
from viewer.core.healing.hyphens import is_cut
from viewer.core.healing.lines import Line
from viewer.core.vocabulary import BASE_VERBS, OPERATIVE_VERBS, RECITAL_WORDS

_SHORTEST_OPEN_LINE = 25
"""A shorter line before a lower-case one may as well be a list without marks."""
_LONGEST_TITLE_LINE = 100
_CLAUSE_VERBS: Final = BASE_VERBS | frozenset(
    ("reaffirm", "endorse", "encourage", "welcome", "urge", "request", "condemn", "instruct", "invite", "reiterate")
)
_RECITAL_WORDS: Final = RECITAL_WORDS | frozenset(("deeply", "fully", "gravely", "profoundly"))
_ENACTING_WORDS: Final = frozenset(("have", "has", "hereby", "solemnly"))
"""How the words begin by which recitals pass into what is enacted: "Have agreed as follows:"."""
_OPERATIVE: Final = _CLAUSE_VERBS | OPERATIVE_VERBS
_TITLE_GOES_ON: Final = ("OF", "ON", "BY", "BETWEEN", "AND", "AT", "IN", "WITH", "CONCERNING", "REGARDING")


def cuts_sentence(before: str, after: str) -> bool:
    """Whether the break between two lines is in the middle of a sentence, by its words alone."""
    if shapes.ends_in_title(before) or (before[-1].isdecimal() and after.split(None, 1)[0].rstrip(",.") in MONTHS):
        return True
    if shapes.is_rule(before) or (shapes.ends_clause(before) and not goes_on_after_abbreviation(before, after)):
        return False
    if shapes.list_mark(after) or shapes.in_brackets(after) or shapes.opens_signature(after):
        return False
    if is_cut(before, after) and len(before) >= _SHORTEST_OPEN_LINE:
        return True
    if shapes.in_capitals(before) and shapes.in_capitals(after) and _goes_on_title(after):
        return True
    lower = shapes.begins_lower(after)
    return (lower and len(before) >= _SHORTEST_OPEN_LINE) or shapes.ends_open(before)


def begins_inside(before: str, after: str) -> bool:
    """Whether a line begins in the middle of a sentence: "of the", "1992, in", "May" / "15, 2008, was"."""
    first, *others = after.split(None, 2)[:2]
    if first[0].isdecimal() and others:
        inside = others[0][0].islower() or before.rpartition(" ")[2] in MONTHS
        return inside and shapes.NUMBER.match(after) is None
    return shapes.begins_lower(after) and shapes.list_mark(after) is None


def goes_on_after_abbreviation(before: str, after: str) -> bool:
    """Whether the full stop at the end belongs to initials in a sentence that goes on: "... the U.S." / "and the"."""
    return shapes.begins_lower(after) and shapes.ends_in_abbreviation(before) and shapes.list_mark(after) is None


def is_parenthesis(group: Sequence[Line], after: str) -> bool:
    """Whether a dash at the head of a line belongs to the sentence above rather than opens a row of a list."""
    dash = f" {after[0]} "
    if any(dash in line.text for line in group) or dash in after:
        return True
    return shapes.BULLET.match(group[0].text) is None and not group[-1].text.endswith(",")


def opens_clause(before: str, after: str) -> bool:
    """Whether an operative clause begins below another: "... of the Fund;" / "Request the Board to ..."."""
    word = after.split(None, 1)[0]
    return before.endswith((";", ".")) and word[:1].isupper() and word.casefold() in _CLAUSE_VERBS


def opens_recital(before: str, after: str) -> bool:
    """Whether a line ends a recital and the next opens another: "... of the Fund," / "Welcoming the ..."; or an act.

    In capitals a participle or a verb may as well stand in the middle of a sentence.
    """
    word = after.split(None, 1)[0].strip("*_,:")
    plain = word.casefold()
    if not before.endswith(",") or not word[:1].isupper():
        return False
    acts = plain in _ENACTING_WORDS or plain in _OPERATIVE or plain.removesuffix("s") in _OPERATIVE
    return plain in _RECITAL_WORDS or (not word.isupper() and (acts or plain.endswith(("ing", "ed"))))


def _goes_on_title(after: str) -> bool:
    return len(after) <= _LONGEST_TITLE_LINE and after.split(None, 1)[0] in _TITLE_GOES_ON
