"""Finds the year of dates printed without one: from "last" and "next", the dates beside them, the text's own date."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from viewer.core.calendar import Day, interval, month_of, year_of
from viewer.core.entities.reading import Reading
from viewer.core.patterns import lazy_pattern

_FROM_CONTEXT = "year-from-context"
_MONTHS = 12
_CLEARLY = 2
"""So many months from the text's own a month must be to be another year's."""
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which each season of EDTF begins."""


_SHORTEST_MONTH = 28
_LONGEST_TENSE = 200
"""How far before a date the words stand that tell whether it is past; in code points."""
_TENSES = lazy_pattern(
    r"\b(?:(?P<to_come>will|shall|would|next|forthcoming|upcoming|coming|scheduled|later\sthan|set\sfor|invit\w+|beginning"
    r"|(?:to\s)?be\s(?:held|convened|signed|opened|hosted|launched|organi[sz]ed|submitted|concluded|completed)"
    r"|to\s(?:hold|meet|sign|open|convene|host|visit|attend|launch|gather|reconvene|organi[sz]e|submit))"
    r"|was|were|had|since|last|held|signed|adopted|issued|met|took\splace|visited|concluded|opened|began)\b"
)
"""What tells that a date is to come or past; the last such word before it decides."""


class Which(Enum):
    """How the words tell a year or a month, counted from the text's own date."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    SAME = "same"
    """That of the date printed before."""

    @classmethod
    def of(cls, words: str | None) -> "Which | None":
        if words is None:
            return None
        named = {"last": cls.LAST, "previous": cls.LAST, "next": cls.NEXT, "coming": cls.NEXT, "same": cls.SAME}
        return named.get(words.casefold().removeprefix("the").strip(), cls.THIS)

    @property
    def step(self) -> int:
        """How many years, or months, it is away."""
        return {Which.LAST: -1, Which.NEXT: 1}.get(self, 0)


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
    tells_month: bool = False
    """Whether `which` is said of the month: "last month", "the 12th of the same month"."""
    tense: Which = Which.THIS
    """Whether the words before a date without a year speak of what was (LAST) or of what will be (NEXT)."""


def two_of(reading: Reading, date: Printed) -> list[Printed]:
    """Two days that only "and" joins, as two dates: "2 June and 15 July"; days that follow each other are a range."""
    if date.first is None or not (date.first.day and date.last.day) or _adjoin(date.first, date.last):
        return [date]
    joint = date.start + reading.text[date.start : date.end].lower().find(" and ")
    if joint < date.start:
        return [date]
    first = date.last._replace(month=date.first.month or date.last.month, day=date.first.day)
    return [
        date._replace(end=joint, last=first, first=None),
        date._replace(start=joint + len(" and "), first=None),
    ]


def _adjoin(first: Day, last: Day) -> bool:
    """Whether one day follows the other."""
    if first.month in {0, last.month}:
        return last.day == first.day + 1
    return last.day == 1 and first.day >= _SHORTEST_MONTH and (last.month - first.month) % 12 == 1


def with_tense(reading: Reading, date: Printed) -> Printed:
    """A date without a year, with what the sentence before it tells: whether it was, or will be."""
    if date.last.year or date.which is not None:
        return date
    start, _ = reading.words.sentence(date.start)
    lead = reading.text[max(start, date.start - _LONGEST_TENSE) : date.start]
    cues = list(_TENSES.finditer(lead))
    if not cues:
        return date
    return date._replace(tense=Which.NEXT if cues[-1]["to_come"] else Which.LAST)


def resolved(dates: Sequence[Printed], own: str | None) -> Iterator[tuple[Printed, str | None, str]]:
    """The dates with their ISO 8601 or EDTF form (None where it cannot be told) and the rule that gave it.

    A day or a range without a year takes the year of the same day elsewhere in the text; otherwise that of the text's
    own date, or of the first full date where it has none, or the year beside it where the sentence speaks of what was
    or will be. Where all fail, a single day or month is given in EDTF's form for an unknown year.
    """
    own = own or _first_full(dates)
    named = {(date.last.month, date.last.day): date.last.year for date in reversed(dates) if date.last.year}
    before: str | None = None
    for date in dates:
        told_by = (before or own) if date.which is Which.SAME else own
        rule = date.rule
        if date.tells_month:
            iso = _month_beside(date, told_by)
        elif date.last.year or date.which is not None:
            iso = _iso(date, date.last.year or _told_year(date, told_by))
        else:
            year = named.get((date.last.month, date.last.day)) or _year_by_tense(date, own)
            iso, rule = _iso(date, year), _FROM_CONTEXT if year else rule
        before = iso if year_of(iso) else before
        yield date, iso, rule


def _month_beside(date: Printed, own: str | None) -> str | None:
    """The month, or the day of it, that "last month" means in a text of that date."""
    year, month = year_of(own), month_of(own)
    if not (year and month) or date.which is None:
        return None
    months = year * _MONTHS + month - 1 + date.which.step
    return date.last._replace(year=months // _MONTHS, month=months % _MONTHS + 1).iso()


def _year_by_tense(date: Printed, own: str | None) -> int:
    """The year of the text's own date; the one before or after it where that day is not what the sentence speaks of."""
    year, own_month = year_of(own), month_of(own)
    if not year or not own_month or not 1 <= date.last.month <= _MONTHS:
        return year
    away = date.last.month - own_month
    if date.tense is Which.NEXT and away <= -_CLEARLY:
        return year + 1
    return year - 1 if date.tense is Which.LAST and away >= _CLEARLY else year


def _first_full(dates: Sequence[Printed]) -> str | None:
    return next((date.last.iso() for date in dates if date.last.year and date.last.day), None)


def _told_year(date: Printed, own: str | None) -> int:
    """The year that "this year", "last March" or "September last" means in a text of that date."""
    year = year_of(own)
    if not year or date.which is None:
        return 0
    if not date.nearest:
        return year + date.which.step
    month = _SEASON_MONTHS.get(date.last.month, date.last.month)
    own_month = month_of(own)
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
