"""The calendar as texts print it: months, days that exist, ISO 8601, and EDTF for ranges."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from viewer.core.patterns import lazy_pattern

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
ORDINAL: Final = "(?:st|nd|rd|th)?"
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_WORD = "[A-Za-z]{3,9}"
"""What may be a month, as `month_number` tells: a list of months would take longer to compile, at every start."""
_DAYS = rf"(?P<{{0}}day>\d{{{{1,2}}}}){ORDINAL}(?:\s*[-–]\s*(?P<{{0}}last>\d{{{{1,2}}}}){ORDINAL})?"
_FULL_DATE = lazy_pattern(
    rf"\b(?:{_DAYS.format('')}\s+(?:(?i:day\s+of|of)\s+)?(?P<month>{_WORD})\.?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<us_month>{_WORD})\.?\s+{_DAYS.format('us_')},?\s+(?P<us_year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<figures>\d{1,2}\.\d{1,2}\.\d{4}))\b"
)


class Day(NamedTuple):
    """A date as far as it is printed; 0 where a part is missing."""

    year: int = 0
    month: int = 0
    day: int = 0

    def is_possible(self) -> bool:
        """Whether there is such a day: in its year, or in some year where none is given."""
        if not self.day:
            return True
        if not 0 < self.month <= 12 or self.day > _LENGTHS[self.month - 1]:
            return False
        return (self.month, self.day) != (2, 29) or not self.year or _is_leap(self.year)

    def iso(self) -> str | None:
        """ISO 8601 to the precision printed; None without a year, and for a day there never was."""
        if not self.year or not self.is_possible():
            return None
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def yearless(self) -> str | None:
        """EDTF's form for a day or a month of an unknown year; None for one there never was."""
        known = f"XXXX-{self.month:02}" if self.month and self.is_possible() else None
        return f"{known}-{self.day:02}" if known and self.day else known


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_NUMBERS = {
    **{month.casefold(): number for number, month in enumerate(MONTHS, start=1)},
    **{short.casefold(): [month[:3] for month in MONTHS].index(short[:3]) + 1 for short in SHORT_MONTHS},
}


def month_number(name: str) -> int:
    """The number of a month, from 1, by its name in full or short; 0 where it is no month."""
    return _NUMBERS.get(name.casefold(), 0)


class FullDate(NamedTuple):
    """A date with day, month and year at its place in a text; of a range the last day."""

    start: int
    end: int
    day: Day


def full_dates(text: str) -> Iterator[FullDate]:
    """The full dates of a text, as datelines have them, in their order; `day` need not exist."""
    for match in _FULL_DATE.finditer(text):
        day = _full_day(match)
        if day.month:
            yield FullDate(*match.span(), day)


def _full_day(match: re.Match[str]) -> Day:
    if match["iso"]:
        return Day(*map(int, match["iso"].split("-")))
    if match["figures"]:
        return Day(*map(int, reversed(match["figures"].split("."))))
    day = match["last"] or match["day"] or match["us_last"] or match["us_day"]
    return Day(int(match["year"] or match["us_year"]), month_number(match["month"] or match["us_month"]), int(day))


def interval(first: Day, last: Day) -> str | None:
    """The EDTF interval from one day to another, `first` taking from `last` what it does not say itself.

    One that runs from a later month to an earlier one begins in the year before.
    """
    year = first.year or (last.year - (first.month > last.month) if last.year else 0)
    start = Day(year, first.month or last.month, first.day).iso()
    end = last.iso()
    return f"{start}/{end}" if start and end else None


def month_of(date: str | None) -> int:
    """The month of an ISO date; 0 if there is none, and for a season."""
    month = int(date[5:7]) if date and date[5:7].isdecimal() else 0
    return month if month <= len(MONTHS) else 0


def year_of(date: str | None) -> int:
    """The year of an ISO or EDTF date; 0 if there is none."""
    return int(date[:4]) if date and date[:4].isdecimal() else 0


def previous_day(iso: str) -> str | None:
    """The day before a day in ISO 8601; None for anything else."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(map(str.isdecimal, parts)):
        return None
    year, month, day = map(int, parts)
    if day > 1:
        return Day(year, month, day - 1).iso()
    if month == 1:
        return Day(year - 1, 12, 31).iso()
    last = 29 if month - 1 == 2 and _is_leap(year) else 28 if month - 1 == 2 else _LENGTHS[month - 2]
    return Day(year, month - 1, last).iso()
