"""Finds the year of dates printed without one: from "last" and "next", the dates beside them, the text's own date."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from viewer.core.calendar import Day, interval, year_of

_FROM_CONTEXT = "year-from-context"
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which each season of EDTF begins."""


class Which(Enum):
    """How the words tell one year from another, counted from the text's own date."""

    LAST = -1
    THIS = 0
    NEXT = 1

    @classmethod
    def of(cls, words: str | None) -> "Which | None":
        if words is None:
            return None
        named = {"last": cls.LAST, "previous": cls.LAST, "next": cls.NEXT}
        return named.get(words.casefold(), cls.THIS)


class Printed(NamedTuple):
    """A date as it is printed: `last` is the day it names or, of a range, where that ends; seasons are months 21 to 24.

    `which` is what "this", "last" or "next" says of its year; a year that is printed stands in `last`.
    """

    start: int
    end: int
    rule: str
    trigger: tuple[int, int]
    last: Day
    first: Day | None = None
    which: Which | None = None
    nearest: bool = False
    """Whether `which` tells the nearest such month ("last March") rather than the year ("March last year")."""


def resolved(dates: Sequence[Printed], own: str | None) -> Iterator[tuple[Printed, str | None, str]]:
    """The dates with their ISO 8601 or EDTF form (None where it cannot be told) and the rule that gave it.

    A day or a range without a year takes the year of the same day elsewhere in the text; otherwise that of the text's
    own date, or of the first full date where it has none. Where all fail, a single day or month is given in EDTF's form
    for an unknown year.
    """
    own = own or _first_full(dates)
    named = {(date.last.month, date.last.day): date.last.year for date in reversed(dates) if date.last.year}
    for date in dates:
        if date.last.year or date.which is not None:
            year, rule = date.last.year or _told_year(date, own), date.rule
        else:
            year, rule = named.get((date.last.month, date.last.day)) or year_of(own), _FROM_CONTEXT
        yield date, _iso(date, year), rule if year else date.rule


def _first_full(dates: Sequence[Printed]) -> str | None:
    return next((date.last.iso() for date in dates if date.last.year and date.last.day), None)


def _told_year(date: Printed, own: str | None) -> int:
    """The year that "this year", "last March" or "September last" means in a text of that date."""
    year = year_of(own)
    if not year or date.which is None:
        return 0
    if not date.nearest:
        return year + date.which.value
    month = _SEASON_MONTHS.get(date.last.month, date.last.month)
    own_month = int(own[5:7]) if own and own[5:7].isdecimal() else 0
    if not own_month or date.which is Which.THIS:
        return year
    passed = month < own_month
    if date.which is Which.LAST:
        return year if passed else year - 1
    return year + 1 if passed else year


def _iso(date: Printed, year: int) -> str | None:
    last = date.last._replace(year=year)
    if date.first is not None:
        return interval(date.first, last)
    return last.iso() if year or date.which is not None else last.yearless()
