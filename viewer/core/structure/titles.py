"""Reads title, subtitle and kind of a document out of the lines at its head."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

KINDS: Final = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
Placed = tuple[str, int]
"""A line and where it begins in the reading text."""

_NO_BODY: Final = r"(?! (?:organi[sz]ation|secretariat|council|committee|commission|office|department)\b)"
"""A treaty organisation, or a convention's secretariat, is no document."""
_KIND = lazy_pattern(
    r"(?i)\b(?P<kind>(?:(?:joint|final|press|media|closing|concluding|official|political|common) ){0,2}"
    r"(?:communiqu[eé]|press release|statement|declaration|conclusions|agreed minutes|final document"
    r"|memorandum of understanding|final act|summary of conclusions|summary|announcement|agreement|treaty|protocol"
    rf"|resolution|convention))\b{_NO_BODY}"
)
_QUALIFIERS: Final = frozenset(
    {
        *("joint", "final", "press", "media", "closing", "concluding", "official", "forum", "presidency", "summit"),
        *("chair's", "chairman's", "chairperson's", "of", "the", "text"),
    }
)
"""What may stand before the kind of a document where a line says nothing but its kind."""
_NO_TITLE = lazy_pattern(
    r"(?i)\b(?:treaty|charter|agreement|protocol) "
    r"(?:organi[sz]ation|secretariat|council|committee|commission|office|department)\b"
)
_OF_BODIES: Final = ("treaty ", "charter ", "agreement ", "protocol ")
_LOOSE = lazy_pattern(r"(?i)\b(?:documents?|text|release)\b")
"""Words that the head of an archive, a collection or a press office has as well as a title."""
_LETTER = lazy_pattern(r"(?i)(?:identical )?(?:letters?|notes? verbales?) dated\b")
_GOES_ON = lazy_pattern(
    r"(?i)(?:of|by|between|on|from|at|to|for|after|concerning|regarding|following|issued|adopted|agreed|made|signed)\b"
)
_COUNTED = lazy_pattern(
    r"(?i)(?:\d+(?:st|nd|rd|th)|[a-z-]*(?:th|first|second|third)) (?:[\w-]+ )?(?:meeting|session|summit|conference)$"
)
_MEETING = lazy_pattern(
    r"(?i)\b(?:meeting|summit|session|conference|forum|council|assembly|visit|talks|consultations|dialogue)\b"
)
_RESOLUTION = lazy_pattern(r"\d{1,4}(?:/\d{1,4}| \([IVXLC\d]+\))\. (?P<title>[A-Z].*)$")
_SPACED = lazy_pattern(
    r"(?i)(?P<first>joint|final)?(?P<middle>.*?)"
    r"(?P<kind>communiqu[eé]|statement|declaration|agreement|protocol|treaty|resolution|conclusions)$"
)
_SUBJECT = lazy_pattern(r"(?i)subj(?:ect)?\s?[.:]\s*(?:(?:fwd?|re|aw|wg|tr)\s?:\s*)*(?P<title>.+)$")
_NUMBER: Final = r"\d{1,4}(?: ?(?:of|/) ?\d{1,4})?"
_PAGE_NUMBER = lazy_pattern(
    rf"(?i)^(?:page |p\. ?)?{_NUMBER}\s{{2,}}|[\s|–—-]+(?:page |p\. ?){_NUMBER}$|\s{{2,}}[–—-]? ?{_NUMBER}(?: ?[–—-])?$"
)
"""The number of the page that a running head has at its beginning or end."""
_TEXT_OF = lazy_pattern(
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


class _Line(NamedTuple):
    """A line's words, without blanks between letters and brackets around them, and where it is printed."""

    words: str
    span: Span


def read_titles(placed: Sequence[Placed], notes: Sequence[Placed], heads: Sequence[str] = ()) -> Titles:
    """The title in the lines at the head, or in a release's notes; `kind` is in lower case, with its accent.

    A line that says what the document is *of* is its title. One that says only what it is ("Joint communiqué") makes
    a title with the words that go on below it, or with the meeting named above it, or leaves it to the line below.
    Where neither lines nor notes have any, the running heads may, which were taken out of the text.
    """
    lines = [_Line(_plain(text), Span(start, start + len(text))) for text, start in placed]
    title, rest = _title(lines) if lines else (None, [])
    if title is None or title.rule == "first-line":
        title = _title_in_notes(notes) or title
    kind = _kind([*placed, *notes])
    if title is None and (title := _title_in_heads(heads)) and (named := _kind([(title.value, 0)])):
        kind = kind or named._replace(rule=title.rule, span=None)
    return Titles(title, _whole(rest[0], "line-below-title") if rest else None, kind)


def _plain(text: str) -> str:
    return text[1:-1] if shapes.in_brackets(text) else _unspaced(text)


def _unspaced(text: str) -> str:
    """The words of a line that was typed with a blank after every letter, if they are a kind of document."""
    letters = text[::2]
    match = _SPACED.match(letters) if text[1::2] == " " * (len(letters) - 1) else None
    return " ".join(filter(None, match.groups())) if match else text


def _title(lines: Sequence[_Line]) -> tuple[Said, list[_Line]]:
    """The title, and the lines that may stand below it as a subtitle."""
    only = [_is_kind(line.words) for line in lines]
    named = [place for place, line in enumerate(lines) if not only[place] and _names_document(line.words)]
    sure = next((place for place in named if _names_document(_LOOSE.sub("", lines[place].words))), None)
    if sure is not None:
        return _of_document(lines, sure)
    if True in only:
        return _of_kind(lines, only.index(True))
    if named:
        return _of_document(lines, named[0])
    best = _meeting(lines) or lines[0]
    return _whole(best, "first-line"), [line for line in lines if line is not best]


def _names_document(words: str) -> bool:
    if any(name in words.casefold() for name in _OF_BODIES):
        words = _NO_TITLE.sub("", words)
    return shapes.DOCUMENT.search(words) is not None or _LETTER.match(words) is not None


def _of_document(lines: Sequence[_Line], place: int) -> tuple[Said, list[_Line]]:
    """The line that names the document; of a resolution printed with its number and its subject, the subject."""
    below = [*lines[place + 1 :]]
    for line in below if "adopted" in lines[place].words else ():
        if match := _RESOLUTION.match(line.words):
            span = Span(line.span.start + match.start("title"), line.span.end)
            return Said(match["title"], "subject-of-resolution", span), [one for one in below if one is not line]
    return _whole(lines[place], "line-that-names-the-document"), below


def _of_kind(lines: Sequence[_Line], place: int) -> tuple[Said, list[_Line]]:
    """The title of a document whose kind stands on a line by itself."""
    kind, above, below = lines[place], lines[:place], [*lines[place + 1 :]]
    if below and below[0].span.start == kind.span.end + 1 and _GOES_ON.match(below[0].words):
        words = f"{kind.words} {below[0].words}"
        return Said(words, "kind-and-line-below", Span(kind.span.start, below[0].span.end)), below[1:]
    meeting = _meeting(reversed(above)) or (above[-1] if above else None)
    if meeting is not None:
        first, words = meeting, meeting.words
        if _COUNTED.match(words) and meeting is not above[0]:
            first = above[above.index(meeting) - 1]
            words = f"{first.words}, {words}"
        return Said(f"{words}: {kind.words}", "meeting-and-kind", Span(first.span.start, kind.span.end)), below
    if below:
        return _whole(below[0], "line-below-the-kind"), below[1:]
    return _whole(kind, "kind-alone"), []


def _meeting(lines: Iterable[_Line]) -> _Line | None:
    return next((line for line in lines if _MEETING.search(line.words)), None)


def _whole(line: _Line, rule: str) -> Said:
    return Said(line.words, rule, line.span)


def _title_in_notes(notes: Iterable[Placed]) -> Said | None:
    for text, start in notes:
        match = _SUBJECT.match(text) or _TEXT_OF.search(text)
        if match and not _is_kind(match["title"]):
            title = match["title"].strip()
            place = start + match.start("title")
            return Said(title[:1].upper() + title[1:], "title-in-note", Span(place, place + len(match["title"])))
    return None


def _title_in_heads(heads: Iterable[str]) -> Said | None:
    for head in heads:
        words = " ".join(_PAGE_NUMBER.sub("", head.strip()).split())
        if shapes.DOCUMENT.search(words) and not _is_kind(words):
            return Said(words, "running-head")
    return None


def _is_kind(words: str) -> bool:
    """Whether the words say what a document is and nothing else."""
    match = _KIND.search(words)
    if match is None or words[match.end() :] not in ("", ".", ":"):
        return False
    return _QUALIFIERS.issuperset(words[: match.start()].casefold().replace("’", "'").split())


def _kind(lines: Iterable[Placed]) -> Said | None:
    for text, start in lines:
        words = _unspaced(text)
        if match := _KIND.search(words):
            kind = match["kind"].casefold().replace("communique", "communiqué")
            place = match.span("kind") if words == text else (0, len(text))
            return Said(kind, "kind-named", Span(start + place[0], start + place[1]))
    return None
