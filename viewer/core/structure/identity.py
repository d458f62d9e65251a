"""What the text says about itself: title, date, place, issuing body and language, None where it does not say."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from viewer.core.calendar import full_dates
from viewer.core.communique import Identity, ParagraphKind

_ENGLISH = frozenset(("the", "of", "and", "to", "in", "for", "on", "with", "that", "by", "has", "have", "was", "their"))
_LANGUAGE_SAMPLE = 20_000
_BODY = "Council|Committee|Commission|Assembly|Board|Cabinet|Bureau|Secretariat|Group"
_ISSUER = re.compile(
    rf"(?i:\b(?:Meeting|Session|Summit|Conference)\s+of\s+the\s+(?P<body>(?:[\w’'-]+\s+){{0,3}}?(?:{_BODY})\b))"
    r"(?P<rest>[^,;:()\d]*?)(?=\s+(?i:in|at|held|on)\s|[,;:()]|\s*\d|\s*$)",
)
# Patterns in words, compiled at first use: most texts end in a dateline and never need them.
_MEETS = r"\b(?:held|met|gathered|convened|meeting|participated|took place|visit)\b"
_HELD_IN = rf"{_MEETS}[^.;]{{0,60}}?\bin\s+(?P<place>[A-Z][\w’'-]+(?:[ -](?:d[eo]\s|al-)?[A-Z][\w’'-]+){{0,3}})"
_HELD_ON = rf"{_MEETS}[^.;]{{0,160}}$"
_OF_ANOTHER = (" of ", " since ", " after ", " before ")
_PLACE = re.compile(
    r"(?:(?:done|issued|given|adopted|signed|released)\s+)?(?:(?:at|in)\s+)?"
    r"(?P<place>[^\W\d_][\w’' .-]*?)\s*(?:,|\bon\b|$)",
    re.IGNORECASE,
)


def identify(texts: Sequence[str], kinds: Sequence[ParagraphKind]) -> Identity:
    """Reads the identity off the paragraphs' words and kinds; where the text is silent or unclear a value is None."""
    of_kind = {kind: [text for text, k in zip(texts, kinds, strict=True) if k is kind] for kind in ParagraphKind}
    datelines, notes = of_kind[ParagraphKind.DATELINE], of_kind[ParagraphKind.NOTE]
    titles = of_kind[ParagraphKind.TITLE] + of_kind[ParagraphKind.SUBTITLE]
    opening = of_kind[ParagraphKind.BODY][:1]
    return Identity(
        title=next(iter(of_kind[ParagraphKind.TITLE]), None),
        subtitle=next(iter(of_kind[ParagraphKind.SUBTITLE]), None),
        date=_first(chain(map(_date, datelines + titles), map(_meeting_date, opening), map(_date, notes))),
        place=_first(chain(map(_dateline_place, datelines), map(_meeting_place, opening + notes))),
        issuing_body=_first(map(_issuing_body, titles)),
        language=_language(texts),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def _date(text: str) -> str | None:
    """The first full date in the words, ISO 8601, and of a range its last day; None where no such day exists."""
    date = next(full_dates(text), None)
    return date.day.iso() if date else None


def _meeting_date(text: str) -> str | None:
    """The date on which a paragraph says that somebody met; another event's date is not the text's."""
    for date in full_dates(text):
        lead = text[: date.start]
        if lead == "On ":
            return date.day.iso()
        if not lead.endswith(_OF_ANOTHER) and re.search(_HELD_ON, lead):
            return date.day.iso()
    return None


def _dateline_place(text: str) -> str | None:
    date = next(full_dates(text), None)
    match = _PLACE.match(text[: date.start].strip(" ([,")) if date else None
    if not match:
        return None
    return match["place"].title() if match["place"].isupper() else match["place"]


def _meeting_place(text: str) -> str | None:
    match = re.search(_HELD_IN, text)
    return match["place"] if match else None


def _issuing_body(text: str) -> str | None:
    match = _ISSUER.search(text)
    return match["body"] + match["rest"] if match else None


def _language(texts: Sequence[str]) -> str | None:
    """English where one word in eight is one of its commonest; other languages are not told apart."""
    words = " ".join(texts)[:_LANGUAGE_SAMPLE].casefold().split()
    common = sum(word in _ENGLISH for word in words)
    return "en" if common * 8 > len(words) else None
