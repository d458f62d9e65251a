"""What the text says about itself, as far as its words tell without knowing names; None where it does not say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from viewer.core.calendar import MONTHS, SHORT_MONTHS, full_dates, previous_day
from viewer.core.communique import Evidence, Identity, ParagraphKind
from viewer.core.patterns import lazy_pattern
from viewer.core.recitals import is_recital
from viewer.core.structure import titles
from viewer.core.structure.datelines import before_date
from viewer.core.structure.footnotes import is_footnote
from viewer.core.structure.titles import Placed, Said
from viewer.core.text import Span

_ENGLISH = frozenset(("the", "of", "and", "to", "in", "for", "on", "with", "that", "by", "has", "have", "was", "their"))
_LANGUAGE_SAMPLE = 20_000
_OPENING = 3
"""So many of the first paragraphs may say where and when they met."""
_BODY = "Council|Committee|Commission|Assembly|Board|Cabinet|Bureau|Secretariat|Group"
_ISSUER = lazy_pattern(
    rf"(?i:\b(?:Meeting|Session|Summit|Conference)\s+of\s+the\s+(?P<body>(?:[\w’'-]+\s+){{0,3}}?(?:{_BODY})\b))"
    r"(?P<rest>[^,;:()\d]*?)(?=\s+(?i:in|at|held|on)\s|\s*[,;:()\d]|\s*$)"
)
_MONTH = "|".join((*MONTHS, *SHORT_MONTHS))
_NO_DATE = rf"(?!(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(SHORT_MONTHS)})\.? \d)"
_NAME = rf"(?P<place>{_NO_DATE}[A-Z][\w’'-]+(?:[ -](?:d[eo]\s|al-)?{_NO_DATE}[A-Z][\w’'-]+){{0,3}}(?:, D\.? ?C\.?)?)"
_MEETS = (
    r"\b(?:held|met|gathered|convened|assembled|meeting|participated|took place|visit\w*|released|issued|adopted|done"
    r"|signed|opened)\b"
)
_HELD_IN = lazy_pattern(rf"(?i:{_MEETS})[^.;]{{0,100}}?\b(?:in|at) (?:the city of )?{_NAME}")
_ISSUED_AT = lazy_pattern(rf"(?i:issued|adopted|signed|done|held|released) (?:at|in) {_NAME}")
_AT_HEAD = r"^(?:(?:In|At) [^.;,]{2,40}?,? )?(?i:on|from|between) (?:the )?(?:\d{1,2}(?: [A-Z]\w+)? (?:and|to) )?$"
_MET_ON = lazy_pattern(rf"{_AT_HEAD}|(?i:{_MEETS}[^.;]{{0,160}}$)")
_ADOPTED_ON = lazy_pattern(r"(?i)\b(?:adopted|issued|signed|done|released)\b[^.;]{0,80}$")
_TELLS_MEETING = lazy_pattern(r"(?:[Hh]aving )?(?i:met|meeting|gather(?:ed|ing)|assembl(?:ed|ing)|conven(?:ed|ing))\b")
_OF_ANOTHER = (" of ", " since ", " after ", " before ", " dated ")
_YESTERDAY = lazy_pattern(r"(?i)\b(?:issued|released|adopted|met|made public)\b[^.;]{0,40}\byesterday\b")
_ADDRESS = lazy_pattern(r"https?://[^\s<>\"”)]+")
_PLACE = lazy_pattern(
    r"(?i)(?:(?:done|issued|given|adopted|signed|published|updated|posted|dated)\b\s*)?+(?:(?:at|in)\s+)?"
    r"(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|this)\b)"
    r"(?P<place>[^\W\d_][\w’' .-]*?(?:, D\.? ?C\.?)?)(?:\s*(?:[,:]|\bon\b|\bthis\b|$)|\s[–—-](?:\s|$))"
)
_CAPITALS = r"[A-Z][\w’'.-]*(?: (?:d[aeo]s? |la |el )?[A-Z][\w’'.-]*){0,3}"
_RUN_IN = lazy_pattern(
    rf"(?:\[[^\]]{{2,20}}\] )?(?P<head>{_CAPITALS}(?:, {_CAPITALS})?, "
    rf"(?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?)(?:,? \d{{4}})?)(?: \([^()]{{2,40}}\))? ?(?:--|[—–-])\s"
)
"""The place and day that open a newspaper's report, before the agency and a dash."""


class _Part(NamedTuple):
    """A paragraph as the rules see it: its words, its kind, and where it begins in the reading text."""

    text: str
    kind: ParagraphKind
    start: int

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)


def identify(paragraphs: Sequence[Placed], kinds: Sequence[ParagraphKind], heads: Sequence[str] = ()) -> Identity:
    """Reads the identity off the paragraphs' words and kinds; where the text is silent or unclear a value is None.

    `heads` are the running heads that were taken out of the text.
    """
    every = [_Part(text, kind, start) for (text, start), kind in zip(paragraphs, kinds, strict=True)]
    parts = [part for part in every if part.kind is not ParagraphKind.NOTE or not is_footnote(part.text)]
    titled = titles.read_titles([(part.text, part.start) for part in _of(parts, titles.KINDS)], _notes(parts), heads)
    said = {
        "title": titled.title,
        "subtitle": titled.subtitle,
        "kind": titled.kind,
        "date": _first(_dates(parts)),
        "place": _first(_places(parts)),
        "issuing_body": _first(map(_issuing_body, _of(parts, titles.KINDS))),
        "source_address": _first(map(_address, _of(parts, (ParagraphKind.NOTE,)))),
        "language": _language([part.text for part in parts]),
    }
    known = {field: one for field, one in said.items() if one is not None}
    evidence = {field: Evidence(one.rule, one.span) for field, one in known.items()}
    values: dict[str, Any] = {field: one.value for field, one in known.items()}
    return Identity(**values, evidence=MappingProxyType(evidence))


def _of(parts: Iterable[_Part], kinds: Sequence[ParagraphKind]) -> list[_Part]:
    return [part for part in parts if part.kind in kinds]


def _notes(parts: Iterable[_Part]) -> list[tuple[str, int]]:
    return [(part.text, part.start) for part in parts if part.kind is ParagraphKind.NOTE]


def _opening(parts: Sequence[_Part]) -> list[_Part]:
    return _of(parts, (ParagraphKind.BODY,))[:_OPENING]


def _first(values: Iterable[Said | None]) -> Said | None:
    return next(filter(None, values), None)


def _dates(parts: Sequence[_Part]) -> Iterator[Said | None]:
    datelines, notes = _of(parts, (ParagraphKind.DATELINE,)), _of(parts, (ParagraphKind.NOTE,))
    if datelines and any(_YESTERDAY.search(part.text) for part in notes):
        yield _day_before(datelines[0])
    titled = _of(parts, titles.KINDS)
    yield from (_day_of(part, _ADOPTED_ON, "adopted-in-title") for part in titled)
    yield from (_date(part, "dateline") for part in datelines)
    yield from (_date(part, "title") for part in titled)
    yield from (_date(part, "run-in-dateline") for part in _run_in(parts))
    yield from (_day_of(part, _MET_ON, "date-of-meeting") for part in _opening(parts)[:1])
    yield from (_date(part, "release-note") for part in notes)


def _date(part: _Part, rule: str) -> Said | None:
    """The first full date in the words, ISO 8601, and of a range its last day; None where no such day exists."""
    date = next(full_dates(part.text), None)
    iso = date.day.iso() if date else None
    return Said(iso, rule, part.span(date.start, date.end)) if date and iso else None


def _day_before(part: _Part) -> Said | None:
    date = _date(part, "release-of-yesterday")
    before = previous_day(date.value) if date else None
    return date._replace(value=before) if date and before else None


def _day_of(part: _Part, lead: re.Pattern[str], rule: str) -> Said | None:
    """The first full date that the pattern `lead` finds said before it; another event's date is not the text's."""
    for date in full_dates(part.text):
        before, iso = part.text[: date.start], date.day.iso()
        if iso and not before.endswith(_OF_ANOTHER) and lead.search(before):
            return Said(iso, rule, part.span(date.start, date.end))
    return None


def _run_in(parts: Sequence[_Part]) -> Iterator[_Part]:
    """The place and day with which a newspaper's report opens its first paragraph."""
    for part in _opening(parts)[:1]:
        if match := _RUN_IN.match(part.text):
            yield part._replace(text=match["head"], start=part.start + match.start("head"))


def _places(parts: Sequence[_Part]) -> Iterator[Said | None]:
    for part in chain(_of(parts, (ParagraphKind.DATELINE,)), _run_in(parts)):
        yield _dateline_place(part)
    for part in _of(parts, titles.KINDS):
        yield _named_place(part, _ISSUED_AT, "place-in-title")
    notes = _of(parts, (ParagraphKind.NOTE,))
    told = (part for part in _opening(parts) if not only_recalls(part.text))
    for part in chain(told, notes):
        yield _named_place(part, _HELD_IN, "place-of-meeting")


def only_recalls(text: str) -> bool:
    """Whether a paragraph only recalls what was agreed elsewhere ("Recalling the Convention signed at Highport,")."""
    return is_recital(text) and _TELLS_MEETING.match(text) is None


def _dateline_place(part: _Part) -> Said | None:
    date = next(full_dates(part.text), None)
    words = before_date(part.text, date) if date else part.text
    lead = len(words) - len(words.lstrip(" ([,"))
    match = _PLACE.match(words.strip(" ([,"))
    if not match:
        return None
    return Said(
        in_plain_capitals(match["place"]), "dateline", part.span(lead + match.start("place"), lead + match.end("place"))
    )


def in_plain_capitals(place: str) -> str:
    return place.title() if place.isupper() else place


def _named_place(part: _Part, pattern: re.Pattern[str], rule: str) -> Said | None:
    match = pattern.search(part.text)
    return Said(match["place"], rule, part.span(*match.span("place"))) if match else None


def _issuing_body(part: _Part) -> Said | None:
    match = _ISSUER.search(part.text)
    return (
        Said(match["body"] + match["rest"], "body-that-met", part.span(match.start("body"), match.end()))
        if match
        else None
    )


def _address(part: _Part) -> Said | None:
    match = _ADDRESS.search(part.text) if "://" in part.text else None
    return Said(match[0].rstrip(".,;"), "address-in-note", part.span(*match.span())) if match else None


def _language(texts: Sequence[str]) -> Said | None:
    """English where one word in eight is one of its commonest; other languages are not told apart."""
    words = " ".join(texts)[:_LANGUAGE_SAMPLE].casefold().split()
    common = sum(word in _ENGLISH for word in words)
    return Said("en", "commonest-words") if common * 8 > len(words) else None
