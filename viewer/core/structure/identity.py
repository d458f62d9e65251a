"""What the text says about itself, as far as its words tell without knowing names; None where it does not say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from viewer.core.calendar import MONTHS, full_dates, previous_day
from viewer.core.communique import Evidence, Identity, ParagraphKind
from viewer.core.patterns import lazy_pattern
from viewer.core.structure import titles
from viewer.core.structure.titles import Placed, Said
from viewer.core.text import Span

_ENGLISH = frozenset(("the", "of", "and", "to", "in", "for", "on", "with", "that", "by", "has", "have", "was", "their"))
_LANGUAGE_SAMPLE = 20_000
_OPENING = 3
"""So many of the first paragraphs may say where and when they met."""
_BODY = "Council|Committee|Commission|Assembly|Board|Cabinet|Bureau|Secretariat|Group"
# Patterns in words, compiled at first use: most texts end in a dateline and never need them.
_ISSUER = lazy_pattern(
    rf"(?i:\b(?:Meeting|Session|Summit|Conference)\s+of\s+the\s+(?P<body>(?:[\w’'-]+\s+){{0,3}}?(?:{_BODY})\b))"
    r"(?P<rest>[^,;:()\d]*?)(?=\s+(?i:in|at|held|on)\s|[,;:()]|\s*\d|\s*$)"
)
_NAME = r"(?P<place>[A-Z][\w’'-]+(?:[ -](?:d[eo]\s|al-)?[A-Z][\w’'-]+){0,3}(?:, D\.? ?C\.?)?)"
_MEETS = (
    r"\b(?:held|met|gathered|convened|assembled|meeting|participated|took place|visit\w*|released|issued|adopted|done"
    r"|signed|opened)\b"
)
_HELD_IN = rf"(?i:{_MEETS})[^.;]{{0,100}}?\b(?:in|at) (?:the city of )?{_NAME}"
_ISSUED_AT = rf"(?i:issued|adopted|signed|done|held|released) (?:at|in) {_NAME}"
_HELD_ON = lazy_pattern(rf"(?i){_MEETS}[^.;]{{0,160}}$")
_OF_ANOTHER = (" of ", " since ", " after ", " before ", " dated ")
_YESTERDAY = lazy_pattern(r"(?i)\b(?:issued|released|adopted|met|made public)\b[^.;]{0,40}\byesterday\b")
_ADDRESS = lazy_pattern(r"https?://[^\s<>\"”)]+")
_PLACE = lazy_pattern(
    r"(?i)(?:(?:done|issued|given|adopted|signed|released)\s+)?(?:(?:at|in)\s+)?"
    r"(?P<place>[^\W\d_][\w’' .-]*?(?:, D\.? ?C\.?)?)\s*(?:,|\bon\b|\bthis\b|$)"
)


class _Part(NamedTuple):
    """A paragraph as the rules see it: its words, its kind, and where it begins in the reading text."""

    text: str
    kind: ParagraphKind
    start: int

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)


def identify(paragraphs: Sequence[Placed], kinds: Sequence[ParagraphKind]) -> Identity:
    """Reads the identity off the paragraphs' words and kinds; where the text is silent or unclear a value is None."""
    parts = [_Part(text, kind, start) for (text, start), kind in zip(paragraphs, kinds, strict=True)]
    titled = titles.read_titles([(part.text, part.start) for part in _of(parts, titles.KINDS)], _notes(parts))
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
    yield from (_date(part, "dateline") for part in datelines)
    yield from (_date(part, "title") for part in _of(parts, titles.KINDS))
    yield from map(_meeting_date, _opening(parts)[:1])
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


def _meeting_date(part: _Part) -> Said | None:
    """The date on which a paragraph says that somebody met; another event's date is not the text's."""
    for date in full_dates(part.text):
        lead, iso = part.text[: date.start], date.day.iso()
        met = lead == "On " or (not lead.endswith(_OF_ANOTHER) and _HELD_ON.search(lead))
        if met and iso:
            return Said(iso, "date-of-meeting", part.span(date.start, date.end))
    return None


def _places(parts: Sequence[_Part]) -> Iterator[Said | None]:
    for part in _of(parts, (ParagraphKind.DATELINE,)):
        yield _dateline_place(part)
    for part in _of(parts, titles.KINDS):
        yield _named_place(part, _ISSUED_AT, "place-in-title")
    notes = _of(parts, (ParagraphKind.NOTE,))
    for part in chain(_opening(parts), notes):
        yield _named_place(part, _HELD_IN, "place-of-meeting")


def _dateline_place(part: _Part) -> Said | None:
    date = next(full_dates(part.text), None)
    words = part.text[: date.start] if date else part.text
    lead = len(words) - len(words.lstrip(" ([,"))
    match = _PLACE.match(words.strip(" ([,"))
    if not match:
        return None
    place = match["place"].title() if match["place"].isupper() else match["place"]
    return Said(place, "dateline", part.span(lead + match.start("place"), lead + match.end("place")))


def _named_place(part: _Part, pattern: str, rule: str) -> Said | None:
    for match in re.finditer(pattern, part.text):
        if match["place"].split()[0] not in MONTHS:
            return Said(match["place"], rule, part.span(*match.span("place")))
    return None


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
