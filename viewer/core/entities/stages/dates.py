"""Stage: dates in all written forms, resolved to ISO 8601 or EDTF where the text or its own date allows."""

import re
from collections.abc import Iterator

from viewer.core.calendar import MONTH, Day, interval, month_number, year_of
from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.mentions import EntityKind

_TO = r"\s?(?:[-–—]|\s(?:and|to)\s)\s?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_WHICH = r"(?:of\s)?(?P<which>this|last|next|the\ssame)\syear\b"

_AFTER = re.compile(
    rf"(?:\.(?=\s\d))?(?:\s(?P<day>\d{{1,2}}){_ORDINAL}(?!\d)"
    rf"(?:{_TO}(?P<month2>{MONTH}\s)?(?P<day2>\d{{1,2}}){_ORDINAL}(?!\d))?)?"
    rf"(?P<tail>,?\s?(?:of\s)?{_YEAR}|,?\s{_WHICH})?"
)
_BEFORE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}){_ORDINAL}(?P<month>\s{MONTH})?{_TO})?(?<!\d)(?P<day2>\d{{1,2}}){_ORDINAL}\s(?:of\s)?$"
)
_GOES_ON = re.compile(rf"{_TO}\d{{1,2}}{_ORDINAL}\s{MONTH}")
"""The rest of "30 March to 2 April": the second month makes the date."""
_QUALIFIER = re.compile(r"\b(?:early|mid|late|the end of|the beginning of)[\s-]$", re.IGNORECASE)
_SEASON_AFTER = re.compile(rf",?\s(?:of\s)?(?:{_YEAR}|{_WHICH})")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{1,2})(?P<sep>[./])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4}))(?![\w/-])"
)
_PLAIN_YEAR = re.compile(
    r"(?<![\w./,:-])(?P<year>(?:1[5-9]|20)\d\d)(?:[-–/](?P<last>(?:(?:1[5-9]|20)\d)?\d{1,2}))?(?![\w/-]|[.,:]\d)"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|by|since|until|till|before|after|for|from|to|during|and|of|year|early|mid|late|through|between|our|the|its)[\s-]$",
    re.IGNORECASE,
)


def find_dates(reading: Reading) -> list[Candidate]:
    """Dates in text order. Where no year can be told, `Facts.iso` is None: it is never guessed."""
    found = [*_numeric(reading), *_with_month(reading), *_with_season(reading), *_plain_years(reading)]
    found.sort(key=lambda date: (date.start, -date.end))
    return _with_years_of_the_context(_apart(found))


def _numeric(reading: Reading) -> Iterator[Candidate]:
    for match in _NUMERIC.finditer(reading.text):
        day = Day(int(match["y"] or match["y2"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
        if day.iso():
            yield _candidate(reading, match.span(), day.iso(), "date-in-figures")


def _with_month(reading: Reading) -> Iterator[Candidate]:
    reached = 0
    for sighting in reading.sightings[Sign.MONTH]:
        if sighting.start < reached:
            continue
        date = _around_month(reading, sighting, reached)
        if date is not None:
            reached = date.end
            yield date


def _around_month(reading: Reading, sighting: Sighting, floor: int) -> Candidate | None:
    start, end, name = sighting.start, sighting.end, sighting.meaning.key
    month = month_number(name)
    after = _AFTER.match(reading.text, end)
    before = _BEFORE.search(reading.text[max(floor, start - 40) : start])
    if after is None:  # pragma: no cover - every part of the pattern may be missing
        return None
    year = _year(after["year"], after["which"], reading.date)
    if before is not None:
        if _GOES_ON.match(reading.text, end):
            return None
        return _day_first(reading, (start, end), Day(year, month), before, after)
    if after["day"] is None:
        if not after["tail"]:
            return None
        span = (_with_qualifier(reading.text, start), after.end())
        return _candidate(reading, span, Day(year, month).iso(), "month-and-year", (start, end))
    return _month_first(reading, (start, end), Day(year, month), after)


def _day_first(
    reading: Reading, place: tuple[int, int], month: Day, before: re.Match[str], after: re.Match[str]
) -> Candidate:
    # A figure after the month belongs to the date only as its year: "27 April 2.25 p.m." has none.
    yearless = after["day"] is not None
    end = place[1] if yearless else after.end()
    last = Day(0 if yearless else month.year, month.month, int(before["day2"]))
    begin = place[0] - (len(before.string) - before.start())
    iso = last.iso()
    if before["day"]:
        first_month = _month_number(before["month"]) or month.month
        iso = interval(Day(0, first_month, int(before["day"])), last)
    return _candidate(reading, (begin, end), iso or _yearless(last), "day-and-month", place)


def _month_first(reading: Reading, place: tuple[int, int], day: Day, after: re.Match[str]) -> Candidate:
    first = day._replace(day=int(after["day"]))
    iso = first.iso()
    if after["day2"]:
        month2 = _month_number(after["month2"]) or day.month
        iso = interval(first._replace(year=0), Day(day.year, month2, int(after["day2"])))
    return _candidate(reading, (place[0], after.end()), iso or _yearless(first), "month-and-day", place)


def _with_season(reading: Reading) -> Iterator[Candidate]:
    for sighting in reading.sightings[Sign.SEASON]:
        after = _SEASON_AFTER.match(reading.text, sighting.end)
        if after is None:
            continue
        year = _year(after["year"], after["which"], reading.date)
        season = reading.gazetteer.words.seasons[sighting.meaning.key]
        iso = f"{year:04}-{season}" if year else None
        yield _candidate(reading, (sighting.start, after.end()), iso, "season-and-year", sighting[:2])


def _plain_years(reading: Reading) -> Iterator[Candidate]:
    for match in _PLAIN_YEAR.finditer(reading.text):
        before = _YEAR_BEFORE.search(reading.text[max(0, match.start() - 12) : match.start()])
        if before is None:
            continue
        year, last = match["year"], match["last"]
        iso = f"{year}/{year[: 4 - len(last)]}{last}" if last else year
        span = (_with_qualifier(reading.text, match.start()), match.end())
        yield _candidate(reading, span, iso, "year", match.span())


def _with_qualifier(text: str, start: int) -> int:
    """Where the date begins if "early", "mid-" or "late" stands before it."""
    words = text[max(0, start - 20) : start]
    found = _QUALIFIER.search(words)
    return start - (len(words) - found.start()) if found else start


def _year(printed: str | None, which: str | None, date: str | None) -> int:
    """The year printed, or told by "this year" from the document's own date; 0 where neither is known."""
    if printed:
        return int(printed)
    own = year_of(date)
    steps = {"this": 0, "last": -1, "next": 1}
    return own + steps[which] if own and which in steps else 0


def _month_number(words: str | None) -> int:
    return month_number(words.strip()) if words else 0


def _yearless(day: Day) -> str | None:
    """A date that waits for its year, in EDTF's form for an unknown one."""
    return f"XXXX-{day.month:02}-{day.day:02}" if day.is_possible() else None


def _with_years_of_the_context(dates: list[Candidate]) -> list[Candidate]:
    """Year-less dates get the year of the same day named in full elsewhere in the text; otherwise they stay open."""
    known: dict[str, str] = {}
    for date in dates:
        iso = date.facts.iso
        if iso and iso[:4].isdecimal() and len(iso) == len("2005-02-25"):
            known.setdefault(iso[4:], iso)
    return [_settled(date, known) for date in dates]


def _settled(date: Candidate, known: dict[str, str]) -> Candidate:
    iso = date.facts.iso
    if iso is None or not iso.startswith("XXXX"):
        return date
    found = known.get(iso[4:])
    return date._replace(key=found or date.key, facts=Facts(iso=found))


def _candidate(
    reading: Reading, span: tuple[int, int], iso: str | None, rule: str, trigger: tuple[int, int] | None = None
) -> Candidate:
    words = " ".join(reading.text[span[0] : span[1]].split())
    key = words.casefold() if iso is None or iso.startswith("XXXX") else iso
    return Candidate(*span, EntityKind.DATE, key, rule, trigger or span, Facts(iso=iso))


def _apart(dates: list[Candidate]) -> list[Candidate]:
    """Of dates that overlap the one that begins first, so that no year is taken out of a fuller date."""
    kept: list[Candidate] = []
    for date in dates:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept
