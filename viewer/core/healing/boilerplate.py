"""Finds what a web page puts around a text: menus, breadcrumbs, buttons, notices, links, footers.

Careful rather than thorough: without at least two things that only a web page has, nothing is taken away.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from viewer.core.healing import page_controls, shapes
from viewer.core.healing.lines import Drop, Line
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import RepairKind
from viewer.core.text import Span

_BARS = lazy_pattern(r"\s+[|·•/>]\s+|\s*[|»›→]\s*")
_LINK = lazy_pattern(r"!?\[(?P<words>[^\[\]\n]{0,300})\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MEETING = lazy_pattern(r"summit|conference|session|meeting|visit (?:of|to|by)", re.IGNORECASE)
_DATED = lazy_pattern(r"\b(?:19|20)\d\d\b")
_SENTENCE = 60  # code points from which a line that ends like a sentence is text
_LONGEST = 240  # code points of a control, a breadcrumb with a long title among them
_LONGEST_PART = 60
_MOST_TEXT_AFTER = 3
# fmt: off
_SIGNS = (
    "skip", "jump to", "menu", "navigation", "search", "log in", "login", "sign in", "sign up", "account",
    "password", "subscribe", "newsletter", "rss", "connect", "follow us", "share", "tweet", "facebook", "twitter",
    "linkedin", "whatsapp", "youtube", "instagram", "flickr", "mail", "copy link", "print", "download", "pdf",
    "text size", "font size", "listen", "translate", "language", "cookie", "accept", "reject", "manage", "privacy",
    "terms", "accessibility", "site map", "sitemap", "©", "(c)", "copyright", "rights reserved", "to top",
    "top of", "back to", "related", "also", "read", "more", "latest", "previous", "next", "updated", "modified",
    "reviewed", "powered by", "website", "filed under", "advertisement", "loading", "was this page", "problem",
    "javascript", "](", "home",
)
# fmt: on
"""Without one of these in a short line there is nothing of a web page, and the long patterns are not even compiled."""
_WHY = "a web page's own words, not the text's"


class _Control(IntEnum):
    """How sure it is that a line is one of a page's controls."""

    NONE = 0
    DOUBTFUL = 1
    PLAIN = 2


def find_boilerplate(lines: Sequence[Line]) -> list[Drop]:
    """The lines of a web page around its text, in runs; nothing where too little tells a web page."""
    short = "\n".join(line.text for line in lines if len(line.text) <= _SENTENCE).casefold()
    if not any(sign in short for sign in _SIGNS):
        return []
    controls = [_control(line.text) for line in lines]
    plain = controls.count(_Control.PLAIN)
    if not (plain > 1 or (plain and len(lines) - controls.count(_Control.NONE) > _MOST_TEXT_AFTER)):
        return []
    texts = [place for place, line in enumerate(lines) if not controls[place] and _is_text(line.text)]
    if not texts:
        return []
    folded = {place for place in range(texts[0], texts[-1]) if controls[place] is _Control.PLAIN}
    folded |= set(_front(lines, controls, texts[0])) | set(_end(lines, controls, texts))
    return list(_runs(lines, folded))


def _control(line: str) -> _Control:
    """Whether the line is one of a page's buttons, a breadcrumb, a row of links or a notice about cookies."""
    if len(line) > _LONGEST and not (len(line) <= 4 * _LONGEST and page_controls.NOTICE.search(line)):
        return _Control.NONE
    links = list(_LINK.finditer(line)) if "](" in line else []
    bare = shapes.without_bullet(_LINK.sub(lambda link: link["words"], line) if links else line).strip(" #*_>-–[]")
    if not bare:
        return _Control.PLAIN if links else _Control.NONE
    if len(bare) > _SENTENCE and page_controls.NOTICE.search(bare):
        return _Control.PLAIN
    known = _named(bare)
    if not known and (parts := [part for part in _BARS.split(bare) if part])[1:]:
        known = _in_bars(bare, parts)
    if not known and links and _links_only(line, links) and not _names_document(bare):
        known = _Control.DOUBTFUL
    return _Control.PLAIN if known and links and _links_only(line, links) else known


def _named(words: str) -> _Control:
    if page_controls.PLAIN.match(words):
        return _Control.PLAIN
    return (
        _Control.DOUBTFUL
        if page_controls.DOUBTFUL.match(words) or page_controls.LANGUAGE.match(words)
        else _Control.NONE
    )


def _in_bars(words: str, parts: Sequence[str]) -> _Control:
    """What a row of words between bars is: a menu if half of them are known, a path if the first is."""
    known = [_named(part) for part in parts if len(part) <= _LONGEST_PART]
    if len([one for one in known if one]) * 2 >= len(parts):
        return _Control.PLAIN
    path = any(sign in words for sign in "»›>→") or " / " in words
    return _Control.PLAIN if path and known and known[0] else _Control.NONE


def _links_only(line: str, links: Sequence[re.Match[str]]) -> bool:
    rest = line
    for link in links:
        rest = rest.replace(link[0], "")
    return not any(map(str.isalnum, rest))


def _is_text(line: str) -> bool:
    bare = _LINK.sub(lambda link: link["words"], line) if "](" in line else line
    return len(bare) >= _SENTENCE and (shapes.ends_clause(bare) or len(bare) > 2 * _SENTENCE)


def _front(lines: Sequence[Line], controls: Sequence[_Control], text: int) -> Iterator[int]:
    """Before the text: what stands above its title, and the controls between title and text."""
    found = [place for place in range(text) if controls[place]]
    if not found:
        return
    title = _title(lines, controls, text)
    yield from found
    if found[0] < title:
        yield from (place for place in range(title) if not _tells_of_text(lines[place].text))
    beneath = [place for place in found if place > title]
    if len(beneath) > 1:
        between = range(beneath[0], beneath[-1])
        yield from (place for place in between if not _tells_of_text(lines[place].text))


def _title(lines: Sequence[Line], controls: Sequence[_Control], text: int) -> int:
    """The place of the line that is the text's title, or else of the last line before the text that may be."""
    plain = [place for place in range(text) if not controls[place]]
    marked = [place for place in plain if lines[place].text.startswith("#")]
    named = [place for place in plain if _names_document(lines[place].text)]
    last_control = max(place for place in range(text) if controls[place])
    after = [place for place in plain if place > last_control]
    return next(iter([*marked, *named, *after, *plain[-1:]]), text)


def _tells_of_text(line: str) -> bool:
    """Whether a line among a page's controls tells of the document: its date, its kind."""
    return len(line) <= 2 * _SENTENCE and bool(_DATED.search(line) or _names_document(line))


def _end(lines: Sequence[Line], controls: Sequence[_Control], texts: Sequence[int]) -> range:
    """After the text: from the first control on, all to the end, as long as little running text follows."""
    latest = texts[-_MOST_TEXT_AFTER - 1 :]
    last = max(place for place, control in enumerate(controls) if control is _Control.PLAIN)  # the end has one
    for place in range(texts[0], last + 1):
        following = sum(text > place for text in latest)
        if controls[place] and following <= _MOST_TEXT_AFTER and _rows_follow(lines, controls, place):
            return range(place, len(lines))
    return range(0)


def _rows_follow(lines: Sequence[Line], controls: Sequence[_Control], start: int) -> bool:
    """Whether what follows has a plain control, and is otherwise controls and short rows, but for a quarter."""
    rows = [bool(controls[place]) or not _is_text(lines[place].text) for place in range(start, len(lines))]
    return _Control.PLAIN in controls[start:] and sum(rows) * 4 >= 3 * len(rows)


def _names_document(line: str) -> bool:
    return bool(shapes.DOCUMENT.search(line) or _MEETING.search(line))


def _runs(lines: Sequence[Line], folded: set[int]) -> Iterator[Drop]:
    start = None
    for place in range(len(lines) + 1):
        if place in folded and start is None:
            start = place
        elif place not in folded and start is not None:
            source = Span(lines[start].span.start, lines[place - 1].span.end)
            yield Drop(RepairKind.FOLDED_BOILERPLATE, source, _WHY)
            start = None
