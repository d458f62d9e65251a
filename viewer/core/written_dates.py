"""Reads a date as a reader writes it into ISO 8601, or EDTF where it is not one whole day."""

import re

from viewer.core.calendar import Day, full_dates, interval, month_number
from viewer.core.errors import ViewerError
from viewer.core.patterns import lazy_pattern

_FORMS = "Write it like 25 February 2005, 2005-02-25, February 2005 or 2005."
_EDTF = lazy_pattern(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?", re.ASCII)
_MONTH = lazy_pattern(r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})", re.ASCII)
_FIRST_DAY = lazy_pattern(r"(?:[A-Za-z]+\.? )?(?P<day>\d{1,2})\s*[-–]")


def iso_date(words: str) -> str:
    """ISO 8601 to the precision written, an EDTF interval for a range; empty for empty words.

    Raises ViewerError, which says what is wrong and how to write a date.
    """
    words = " ".join(words.split())
    if not words:
        return ""
    if "/" in words:
        return "/".join(_edtf(part.strip()) for part in _ends(words))
    return _whole_day(words) or _month(words) or _edtf(words)


def _whole_day(words: str) -> str:
    """A date with its day, or a range of days in one month; empty where it is neither."""
    found = next(full_dates(words), None)
    if found is None or (found.start, found.end) != (0, len(words)):
        return ""
    match = None if _EDTF.fullmatch(words) else _FIRST_DAY.match(words)
    first = int(match["day"]) if match else found.day.day
    iso = interval(Day(day=first), found.day) if match else found.day.iso()
    if not (iso and first and found.day.day):
        raise ViewerError(f"There is no such day as {words}.")
    return iso


def _month(words: str) -> str:
    match = _MONTH.fullmatch(words)
    number = month_number(match["month"]) if match else 0
    return f"{match['year']}-{number:02}" if match and number else ""


def _edtf(words: str) -> str:
    match = _EDTF.fullmatch(words.upper())
    if not match:
        raise ViewerError(f"“{words}” is not a date that can be read. {_FORMS}")
    year, month, day = (int(part) if part and part.isdecimal() else 0 for part in match.groups())
    if match["month"] and match["month"].isdecimal() and not 0 < month <= 12:
        raise ViewerError(f"There is no month {match['month']}. {_FORMS}")
    if match["day"] == "00" or (month and day and not Day(year, month, day).is_possible()):
        raise ViewerError(f"There is no such day as {words}.")
    return match[0]


def _ends(words: str) -> list[str]:
    ends = words.split("/")
    if len(ends) != 2:
        raise ViewerError(f"“{words}” is not a date that can be read. {_FORMS}")
    return ends
