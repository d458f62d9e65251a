"""Stage: dates in all written forms, resolved to ISO 8601 or EDTF where the text or its own date allows."""

import re
from collections.abc import Iterator

from viewer.core.calendar import ORDINAL, Day, month_number
from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.years import Printed, Which, resolved, two_of, with_tense
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

_GAP = r"[^\S\n]"  # white space of one paragraph
_TO = rf"{_GAP}?(?:[-–—]|{_GAP}(?:and|AND|to|TO|until|through){_GAP}){_GAP}?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_WHICH = (
    r"(?:(?:of )?(?:the\s)?(?P<which>this|last|next|the\ssame|current|previous)\syear\b"
    r"|(?<!,\s)(?P<late>last|next)\b(?!\s(?!in\b|at\b|and\b|or\b|to\b|by\b|with\b|between\b|was\b|were\b|the\b)[a-z]))"
)

_AFTER = lazy_pattern(
    rf"(?:\.(?={_GAP}\d))?(?:{_GAP}(?P<day>\d{{1,2}}){ORDINAL}(?!\d|,\d|\.\d)"
    rf"(?:{_TO}(?P<month2>{_MONTH}\s)?(?P<day2>\d{{1,2}}){ORDINAL}(?!\d))?)?"
    rf"(?P<tail>,?{_GAP}?(?:of )?{_YEAR}|,?{_GAP}{_WHICH})?"
)
# Patterns in words, compiled at first use: every start of the program pays for the others.
_BEFORE = lazy_pattern(
    rf"(?:(?P<day>\d{{1,2}}){ORDINAL}(?P<month>\s{_MONTH})?{_TO}(?:the\s)?)?"
    rf"(?<!\d)(?P<day2>\d{{1,2}}){ORDINAL}{_GAP}(?i:day{_GAP})?(?i:of )?$"
)
_GOES_ON = lazy_pattern(rf"{_TO}\d{{1,2}}{ORDINAL}\s(?P<month>{_MONTH})")
"""The rest of "30 March to 2 April": the second month makes the date."""
_QUALIFIER = lazy_pattern(
    r"\b(?:early|mid|late|the\s(?:end|beginning|middle|start|close)\sof|the\s(?:first|second)\shalf\sof)[\s-]$",
    re.IGNORECASE,
)
_TO_MONTH = lazy_pattern(rf"{_TO}(?P<month>{_MONTH})\.?(?P<tail>,?{_GAP}(?:of )?{_YEAR}|,?{_GAP}{_WHICH})?")
"""The rest of a range of months: "September to December 2002"."""
_LEADS_IN = frozenset("in since until till by during from throughout before after early late mid".split())  # noqa: SIM905
_TELLS_WHICH = frozenset({"this", "last", "next"})
_TELLS_AFTER_ARTICLE = frozenset({"same", "current", "coming", "previous"})
_BY_SMALL_WORDS = "told-by-this-or-last"
_SEASON_AFTER = lazy_pattern(rf",?{_GAP}(?:of )?(?:{_YEAR}|{_WHICH})", re.IGNORECASE)
_NUMERIC = lazy_pattern(
    r"(?<![\w./-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?:(?P<first>\d{1,2})\.?\s?[-–]\s?)?(?P<d2>\d{1,2})(?P<sep>[./])(?P<m2>\d{1,2}|[IVX]{1,4})(?P=sep)(?P<y2>\d{4}))(?![\w/-])"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_QUARTER = lazy_pattern(
    rf"(?i:\b(?:(?P<order>first|second|third|fourth|last|1st|2nd|3rd|4th)\squarter\sof"
    rf"\s(?:{_YEAR}|(?P<own>(?:the|this)\syear))|Q(?P<number>[1-4])[\s/,]+(?P<year2>(?:19|20)\d\d))\b)"
)
_ORDERS = ("first", "second", "third", "fourth")
_NUMBERED = lazy_pattern(r"\b(?:[Rr]esolutions?|[Nn]os?\.|[Aa]rticles?|[Pp]aragraphs?|[Dd]ocuments?)\s[^.;\n]{0,60}$")
_PLAIN_YEAR = lazy_pattern(
    r"(?<![\w./,:-])(?P<year>(?:1[5-9]|20)\d\d)(?:[-–/](?P<last>(?:(?:1[5-9]|20)\d)?\d{1,2}))?(?![\w/-]|[.,:]\d)"
)
_YEAR_AFTER = _LEADS_IN | frozenset("for to and of year through between our the its".split())  # noqa: SIM905
_LONGEST_DAY = 15
"""So far before a month a day's figure stands: "21st day of"."""
_LONGEST_LEAD = 40
"""How far before a month its day may begin."""


def find_dates(reading: Reading) -> list[Candidate]:
    """Dates in text order. What cannot be told is not guessed: `Facts.iso` has no year, or is None."""
    found = [
        *_numeric(reading),
        *_with_month(reading),
        *_with_season(reading),
        *_quarters(reading),
        *_plain_years(reading),
        *_told(reading),
    ]
    found.sort(key=lambda date: (date.start, -date.end))
    dates = [with_tense(reading, date) for whole in _apart(found) for date in two_of(reading, whole)]
    return [_candidate(reading, date, iso, rule) for date, iso, rule in resolved(dates, reading.date)]


def _matches(hint: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern that looks behind it matches, tried only where its hint does, which is much sooner found."""
    reached = 0
    for place in re.finditer(hint, text):
        match = pattern.match(text, place.start()) if place.start() >= reached else None
        if match is not None:
            reached = match.end()
            yield match


def _numeric(reading: Reading) -> Iterator[Printed]:
    for match in _matches(r"\d{1,4}\.?\s?[-–/.]", _NUMERIC, reading.text):
        day = _in_figures(match)
        if day is not None:
            first = Day(0, 0, int(match["first"])) if match["first"] else None
            yield Printed(*match.span(), "date-in-figures", match.span(), day, first)


def _in_figures(match: re.Match[str]) -> Day | None:
    """The day in figures, None where there is none: day before month, unless only the other order makes a day."""
    if match["y"]:
        day = Day(int(match["y"]), int(match["m"]), int(match["d"]))
        return day if day.iso() else None
    month = match["m2"]
    if not month.isdecimal():
        return Day(int(match["y2"]), _ROMAN.index(month) + 1, int(match["d2"])) if month in _ROMAN else None
    first, second, year = int(match["d2"]), int(month), int(match["y2"])
    days = (Day(year, second, first), *([Day(year, first, second)] if match["sep"] == "/" else []))
    return next((day for day in days if day.iso() and day.month), None)


def _with_month(reading: Reading) -> Iterator[Printed]:
    reached = 0
    for sighting in reading.sightings[Sign.MONTH]:
        if sighting.start < reached:
            continue
        date = _around_month(reading, sighting, reached)
        if date is not None:
            reached = date.end
            yield date


def _around_month(reading: Reading, sighting: Sighting, floor: int) -> Printed | None:
    place = (sighting.start, sighting.end)
    after = _AFTER.match(reading.text, sighting.end)
    if after is None:  # pragma: no cover - every part of the pattern may be missing
        return None
    month = Day(int(after["year"] or 0), month_number(sighting.meaning.key))
    lead = reading.text[max(floor, place[0] - _LONGEST_LEAD) : place[0]]
    before = _BEFORE.search(lead) if any(map(str.isdigit, lead[-_LONGEST_DAY:])) else None
    if before is not None:
        return (
            None
            if _GOES_ON.match(reading.text[place[1] : place[1] + _LONGEST_LEAD])
            else _day_first(place, month, before, after)
        )
    if after["day"] is not None:
        return _month_first(place, month, after)
    return _month_alone(reading, place, month, after)


def _day_first(place: tuple[int, int], month: Day, before: re.Match[str], after: re.Match[str]) -> Printed:
    # A figure after the month belongs to the date only as its year: "27 April 2.25 p.m." has none.
    yearless = after["day"] is not None
    end = place[1] if yearless else after.end()
    last = Day(0 if yearless else month.year, month.month, int(before["day2"]))
    begin = place[0] - (len(before.string) - before.start())
    first = None
    if before["day"]:
        first = Day(0, _month_number(before["month"]) or month.month, int(before["day"]))
    which = (None, False) if yearless else _which(after)
    return Printed(begin, end, "day-and-month", place, last, first, *which)


def _month_first(place: tuple[int, int], month: Day, after: re.Match[str]) -> Printed:
    day = month._replace(day=int(after["day"]))
    if not after["day2"]:
        return Printed(place[0], after.end(), "month-and-day", place, day, None, *_which(after))
    last = Day(month.year, _month_number(after["month2"]) or month.month, int(after["day2"]))
    return Printed(place[0], after.end(), "month-and-day", place, last, day._replace(year=0), *_which(after))


def _month_alone(reading: Reading, place: tuple[int, int], month: Day, after: re.Match[str]) -> Printed | None:
    """A month with its year, one that "last" or "next" tells, one after "in"; or the first of a range of months."""
    if after["tail"]:
        start = _with_qualifier(reading.text, place[0])
        return Printed(start, after.end(), "month-and-year", place, month, None, *_which(after))
    start, before = _word_before(reading, place[0])
    until = _TO_MONTH.match(reading.text, place[1])
    if until and month_number(until["month"]) and (until["tail"] or before in _LEADS_IN):
        last = Day(int(until["year"] or 0), month_number(until["month"]))
        return Printed(place[0], until.end(), "months", place, last, month, *_which(until))
    if before in _TELLS_WHICH:
        return Printed(start, place[1], "month-told-by-this-or-last", place, month, None, Which.of(before), True)
    if before in _LEADS_IN or _with_qualifier(reading.text, place[0]) < place[0]:
        return Printed(_with_qualifier(reading.text, place[0]), place[1], "month-alone", place, month)
    return None


def _word_before(reading: Reading, position: int) -> tuple[int, str]:
    """Where the word right before a position starts, and the word in small letters; empty where there is none."""
    words = reading.words
    index = words.last_before(position)
    if index < 0 or reading.text[words.ends[index] : position] not in {" ", "-"}:
        return position, ""
    return words.starts[index], words[index].lower()


def _which(after: re.Match[str]) -> tuple[Which | None, bool]:
    """What the words after a month or a season say of its year, and whether they mean the nearest: "March last"."""
    return Which.of(after["which"] or after["late"]), after["late"] is not None


def _with_season(reading: Reading) -> Iterator[Printed]:
    for sighting in reading.sightings[Sign.SEASON]:
        season = Day(0, reading.lexicon.words.seasons[sighting.meaning.key])
        after = _SEASON_AFTER.match(reading.text, sighting.end)
        start, before = _word_before(reading, sighting.start)
        if after is not None:
            season = season._replace(year=int(after["year"] or 0))
            start = _with_qualifier(reading.text, sighting.start)
            yield Printed(start, after.end(), "season-and-year", sighting[:2], season, None, *_which(after))
        elif before in _TELLS_WHICH:
            rule, which = "season-told-by-this-or-last", Which.of(before)
            yield Printed(start, sighting.end, rule, sighting[:2], season, None, which, True)


def _quarters(reading: Reading) -> Iterator[Printed]:
    told = "quarter of" in reading.text or re.search(r"\bQ[1-4]", reading.text)
    for match in _QUARTER.finditer(reading.text) if told else ():
        order = (match["order"] or "").casefold()
        number = int(match["number"] or order[:1]) if match["number"] or order[:1].isdecimal() else 0
        number = number or (_ORDERS.index(order) + 1 if order in _ORDERS else len(_ORDERS))
        last = Day(int(match["year"] or match["year2"] or 0), number * 3)
        which = Which.THIS if match["own"] else None
        yield Printed(*match.span(), "quarter", match.span(), last, Day(0, number * 3 - 2), which)


def _plain_years(reading: Reading) -> Iterator[Printed]:
    for match in _matches(r"[12]\d{3}", _PLAIN_YEAR, reading.text):
        _, before = _word_before(reading, match.start())
        if before not in _YEAR_AFTER or _NUMBERED.search(reading.text[max(0, match.start() - 80) : match.start()]):
            continue
        year, last = match["year"], match["last"]
        start = _with_qualifier(reading.text, match.start())
        first = Day(int(year)) if last else None
        until = Day(int(f"{year[: 4 - len(last)]}{last}" if last else year))
        yield Printed(start, match.end(), "year", match.span(), until, first)


def _told(reading: Reading) -> Iterator[Printed]:
    """Years and months that only small words tell: "this year", "the end of the year", "the 3rd of the same month"."""
    words = reading.words
    for unit in ("year", "month"):
        at = reading.text.find(unit)
        while at >= 0:
            index = words.first_from(at)
            if words[index] == unit and not (words.gap(index + 1) == " " and words[index + 1][:1].isdigit()):
                yield from _told_by(reading, index)
            at = reading.text.find(unit, at + 1)


def _told_by(reading: Reading, index: int) -> Iterator[Printed]:
    """The year or month whose word has that number, told by the words before it."""
    words = reading.words
    before, article = words[index - 1].lower(), words[index - 2].lower()
    if words.gap(index) != " ":
        return
    definite = before in _TELLS_AFTER_ARTICLE and article == "the"
    begin = index - 1 - definite
    place = (words.starts[begin], words.ends[index])
    start = _with_qualifier(reading.text, place[0])
    if definite or (before in _TELLS_WHICH and article not in {"the", "past"}):
        day = _day_of(reading, begin)
        which = Which.of(before) or Which.THIS
        first = words.starts[begin - 2] if day else start
        month = words[index] == "month"
        yield Printed(first, place[1], _BY_SMALL_WORDS, place, Day(0, 0, day), None, which, tells_month=month)
    elif before == "the" and start < place[0] and words[index] == "year":
        yield Printed(start, place[1], _BY_SMALL_WORDS, place, Day(), None, Which.THIS)


def _day_of(reading: Reading, index: int) -> int:
    """The day in "the 3rd of" before a word; 0 if there is none."""
    words = reading.words
    figure = words[index - 2].rstrip("sthndr") if words[index - 1] == "of" else ""
    return int(figure) if figure.isdecimal() and len(figure) < 3 else 0


def _with_qualifier(text: str, start: int) -> int:
    """Where the date begins if "early", "mid-" or "the end of" stands before it."""
    words = text[max(0, start - 24) : start]
    found = _QUALIFIER.search(words)
    return start - (len(words) - found.start()) if found else start


def _month_number(words: str | None) -> int:
    return month_number(words.strip()) if words else 0


def _candidate(reading: Reading, date: Printed, iso: str | None, rule: str) -> Candidate:
    words = " ".join(reading.text[date.start : date.end].split())
    return Candidate(date.start, date.end, EntityKind.DATE, iso or words.casefold(), rule, date.trigger, Facts(iso=iso))


def _apart(dates: list[Printed]) -> list[Printed]:
    """Of dates that overlap the one that begins first, so that no year is taken out of a fuller date."""
    kept: list[Printed] = []
    for date in dates:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept
