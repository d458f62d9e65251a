"""Reads title, subtitle and kind of a document out of the lines at its head."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.text import Span

KINDS: Final = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
Placed = tuple[str, int]
"""A line and where it begins in the reading text."""

_KIND: Final = (
    r"(?i)\b(?P<kind>(?:(?:joint|final|press|media|closing|concluding|official|political|common) ){0,2}"
    r"(?:communiqu[eé]|press release|(?:press )?statement|declaration|conclusions|agreed minutes|final document"
    r"|memorandum of understanding|final act|summary of conclusions|summary|announcement|agreement|treaty|protocol"
    r"|resolution|convention))\b"
)
_QUALIFIERS: Final = (
    r"(?i)(?:(?:joint|final|press|media|closing|concluding|official|forum|chair(?:man|person)?['’]s|presidency|summit"
    r"|of|the|text)\s+)*"
)
_KIND_ONLY: Final = _QUALIFIERS + _KIND.removeprefix("(?i)") + r"[.:]?$"
_MEETING: Final = (
    r"(?i)\b(?:meeting|summit|session|conference|forum|council|assembly|visit|talks|consultations|dialogue)\b"
)
_SUBJECT: Final = r"(?i)subj(?:ect)?\s?[.:]\s*(?:(?:fwd?|re|aw|wg|tr)\s?:\s*)*(?P<title>.+)$"
_NUMBER: Final = r"\d{1,4}(?: ?(?:of|/) ?\d{1,4})?"
_PAGE_NUMBER: Final = (
    rf"(?i)^(?:page |p\. ?)?{_NUMBER}\s{{2,}}|[\s|–—-]+(?:page |p\. ?){_NUMBER}$|\s{{2,}}[–—-]? ?{_NUMBER}(?: ?[–—-])?$"
)
"""The number of the page that a running head has at its beginning or end."""
_TEXT_OF: Final = (
    r"(?i)\btext of (?:the |a |an )?(?P<title>(?:[\w-]+ ){0,2}(?:communiqu|statement|declaration).+?)(?:, \d|\.?$)"
)


class Said(NamedTuple):
    """What was read, by which rule, and of which words."""

    value: str
    rule: str
    span: Span | None = None


class Titles(NamedTuple):
    title: Said | None
    subtitle: Said | None
    kind: Said | None


def read_titles(lines: Sequence[Placed], notes: Sequence[Placed], heads: Sequence[str] = ()) -> Titles:
    """The title in the lines at the head, or in a release's notes; `kind` is in lower case, with its accent.

    A line that says what the document is *of* is its title. One that says only what it is ("Joint communiqué") makes
    a title with the meeting named above it, or leaves the title to the line below it. Where neither lines nor notes
    have any, the running heads may, which were taken out of the text.
    """
    title, rest = _title(lines) if lines else (_title_in_notes(notes), [])
    kind = _kind([*lines, *notes])
    if title is None and (title := _title_in_heads(heads)) and (named := _kind([(title.value, 0)])):
        kind = kind or named._replace(rule=title.rule, span=None)
    return Titles(title, _whole(rest[0], "line-below-title") if rest else None, kind)


def _title(lines: Sequence[Placed]) -> tuple[Said | None, list[Placed]]:
    """The title, and the lines that may stand below it as a subtitle."""
    only = [re.match(_KIND_ONLY, text) is not None for text, _ in lines]
    for place, (text, _) in enumerate(lines):
        if shapes.DOCUMENT.search(text) and not only[place]:
            return _whole(lines[place], "line-that-names-the-document"), [*lines[place + 1 :]]
    if True not in only:
        best = next((line for line in lines if re.search(_MEETING, line[0])), lines[0])
        return _whole(best, "first-line"), [line for line in lines if line is not best]
    kind = only.index(True)
    above = lines[:kind]
    meeting = next((line for line in reversed(above) if re.search(_MEETING, line[0])), above[-1] if above else None)
    if meeting is not None:
        words, span = f"{meeting[0]}: {lines[kind][0]}", Span(meeting[1], lines[kind][1] + len(lines[kind][0]))
        return Said(words, "meeting-and-kind", span), [*lines[kind + 1 :]]
    below = lines[kind + 1 :]
    if below:
        return _whole(below[0], "line-below-the-kind"), [*below[1:]]
    return _whole(lines[kind], "kind-alone"), []


def _whole(line: Placed, rule: str) -> Said:
    return Said(line[0], rule, Span(line[1], line[1] + len(line[0])))


def _title_in_notes(notes: Iterable[Placed]) -> Said | None:
    for text, start in notes:
        match = re.match(_SUBJECT, text) or re.search(_TEXT_OF, text)
        if match:
            title = match["title"].strip()
            place = start + match.start("title")
            return Said(title[:1].upper() + title[1:], "title-in-note", Span(place, place + len(match["title"])))
    return None


def _title_in_heads(heads: Iterable[str]) -> Said | None:
    for head in heads:
        words = " ".join(re.sub(_PAGE_NUMBER, "", head.strip()).split())
        if shapes.DOCUMENT.search(words) and not re.match(_KIND_ONLY, words):
            return Said(words, "running-head")
    return None


def _kind(lines: Iterable[Placed]) -> Said | None:
    for text, start in lines:
        if match := re.search(_KIND, text):
            kind = match["kind"].casefold().replace("communique", "communiqué")
            return Said(kind, "kind-named", Span(start + match.start("kind"), start + match.end("kind")))
    return None
