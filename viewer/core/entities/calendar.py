"""Calendar arithmetic for dates as texts print them: ISO 8601, and EDTF for seasons and ranges."""

from typing import NamedTuple

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A date as far as it is printed; 0 where a part is missing."""

    year: int = 0
    month: int = 0
    day: int = 0

    def is_possible(self) -> bool:
        """Whether such a day can exist in some year."""
        return not self.day or (0 < self.month <= 12 and self.day <= _LENGTHS[self.month - 1])

    def iso(self) -> str | None:
        """ISO 8601 to the precision printed; None without a year."""
        if not self.year or not self.is_possible():
            return None
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def interval(first: Day, last: Day) -> str | None:
    """The EDTF interval from one day to another, `first` taking from `last` what it does not say itself."""
    start = Day(first.year or last.year, first.month or last.month, first.day).iso()
    end = last.iso()
    return f"{start}/{end}" if start and end else None


def year_of(date: str | None) -> int:
    """The year of an ISO or EDTF date; 0 if there is none."""
    return int(date[:4]) if date and date[:4].isdecimal() else 0
