"""Tells what each paragraph is: title, subtitle, heading, body, item, dateline, signature or note."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from viewer.core.calendar import full_dates
from viewer.core.communique import ParagraphKind
from viewer.core.structure import shapes

_LONGEST_TITLE = 320
_LONGEST_HEADING = 100
_MOST_HEADINGS_TOGETHER = 2
"""More short lines together are a list, say of names, unless capitals or mark-up make them headings."""
_LONGEST_DATELINE = 90
_MOST_DATELINE_WORDS = 6
_FRONT = 8
"""How many paragraphs, at most, may stand before the text proper begins."""

_RELEASE_NOTE = re.compile(
    r"(?:the )?(?:full )?(?:text of the )?following (?:is|are|was|were|(?:joint |press )?(?:text|statement|"
    r"communiqu[eé]|declaration|document|release)\b.{0,40}\b(?:was|were|is|has been)) .{0,60}"
    r"\b(?:text|released|issued|adopted|statement|communiqu[eé]|declaration|version|translation)\b"
    r"|the (?:full )?text of the following .{0,60}\b(?:adopted|released|issued|agreed|follows)\b"
    r"|(?:press|media|news) (?:release|statement)\b[^.]{0,60}$|for (?:immediate|further) (?:release|information)\b"
    r"|(?:media )?contacts?:|sources?:|unofficial translation|(?:check against|subject to) |embargo(?:ed)?\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:begin(?:s|ning)?|start)(?: of)?(?: the)?(?: text)?[.:]*$|(?:text|quote) begins[.:]*$", re.IGNORECASE
)
_ENDS = re.compile(
    r"(?:ends?|unquote)(?: of)?(?: the)?(?: text)?[.:]*$|(?:text|quote) ends[.:]*$|-? ?30 ?-?$", re.IGNORECASE
)
_ARCHIVE = re.compile(r"\[[^\]]+\]$")
_SIGNATURE = re.compile(
    r"(?:\(?signed\)?|/s/|for the (?:government|delegation|kingdom|republic|people|united|state|federa|union|secretar)"
    r"|on behalf of ).{0,120}$",
    re.IGNORECASE,
)
_DATELINE_WORDS = frozenset(
    ("adopted", "at", "by", "day", "done", "given", "in", "issued", "on", "released", "signed", "the", "this")
)
_TIME_WORDS = frozenset(("a.m", "am", "gmt", "hours", "hrs", "p.m", "pm", "utc"))
_LONGEST_SIGNATURE = 120
_TITLED = re.compile(r"communiqu|statement|declaration|meeting|summit|conference|session|release", re.IGNORECASE)
_HEADING_WORDS = re.compile(
    r"(?:preamble|introduction|summary|overview|background|general|conclusions?|annex|appendix|part|chapter|section"
    r"|participants|agenda|closing|next steps|other matters|miscellaneous)\b",
    re.IGNORECASE,
)


class Shape(NamedTuple):
    """What the rules look at: a paragraph's words, whether it stands alone in its block, how it is marked and set."""

    text: str
    alone: bool = True
    heading: bool = False
    """A Markdown heading, or a paragraph that is bold from end to end."""
    depth: int = 0
    """How many number signs a Markdown heading has."""
    indent: int = 0
    """Blanks before its first line."""
    apart: bool = False
    """A line that was to be taken out of the text, and that the reader wants to keep."""


def classify(shapes_: Sequence[Shape]) -> tuple[ParagraphKind, ...]:
    """The kind of each paragraph, by what it looks like and where it stands; linear in their number."""
    kinds = _by_themselves(shapes_)
    _mark_release_notes(shapes_, kinds)
    _mark_titles(shapes_, kinds)
    _mark_signatures(shapes_, kinds)
    _mark_headings(shapes_, kinds)
    _mark_numbered_body(shapes_, kinds)
    return tuple(kinds)


def _by_themselves(paragraphs: Sequence[Shape]) -> list[ParagraphKind]:
    last = len(paragraphs) - 1
    return [
        ParagraphKind.NOTE if shape.apart else _kind_alone(shape.text, at_edge=place < _FRONT or place > last - _FRONT)
        for place, shape in enumerate(paragraphs)
    ]


def _kind_alone(text: str, *, at_edge: bool) -> ParagraphKind:
    if shapes.is_rule(text) or shapes.is_page_number(text) or (at_edge and _RELEASE_NOTE.match(text)):
        return ParagraphKind.NOTE
    if at_edge and is_dateline(text):
        return ParagraphKind.DATELINE
    if at_edge and _SIGNATURE.match(text):
        return ParagraphKind.SIGNATURE
    return ParagraphKind.ITEM if shapes.list_mark(text) else ParagraphKind.BODY


def is_dateline(text: str) -> bool:
    """Whether the words are a place and a date and nothing more ("Done at Astana, February 25, 2005")."""
    if len(text) > _LONGEST_DATELINE:
        return False
    date = next(full_dates(text), None)
    if not date:
        return False
    before, after = text[: date.start].split(), text[date.end :].split()
    return (
        len(before) <= _MOST_DATELINE_WORDS
        and all(_in_dateline(word, _DATELINE_WORDS) for word in before)
        and all(_in_dateline(word, _TIME_WORDS) for word in after)
        and not _TITLED.search(text)
    )


def _in_dateline(word: str, allowed: frozenset[str]) -> bool:
    """Whether the word is a name, a number, or one of a dateline's few other words."""
    bare = word.strip("([,.;)]-–—/")
    return not bare[:1].islower() or bare in allowed


def _mark_release_notes(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """What stands between the first line and "Begin text", and after "Ends", belongs to the release."""
    for place, shape in enumerate(paragraphs[:_FRONT]):
        if _BEGINS.match(shape.text):
            kinds[1 : place + 1] = [ParagraphKind.NOTE] * place
            kinds[place] = ParagraphKind.NOTE
    for place in range(max(1, len(paragraphs) - _FRONT), len(paragraphs)):
        if _ENDS.match(paragraphs[place].text) or _ARCHIVE.match(paragraphs[place].text):
            kinds[place] = ParagraphKind.NOTE


def _mark_titles(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    found = 0
    for place, shape in enumerate(paragraphs[:_FRONT]):
        if found and kinds[place] is ParagraphKind.ITEM:
            break
        if kinds[place] is not ParagraphKind.BODY:
            continue
        if not _looks_like_title(shape) or (found and _opens_section(paragraphs, place)):
            break
        kinds[place] = ParagraphKind.SUBTITLE if found else ParagraphKind.TITLE
        found += 1


def _mark_signatures(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """The short lines at the end of the text, from the first that says who signs, are all signatures."""
    place = len(paragraphs)
    apart = (ParagraphKind.NOTE, ParagraphKind.DATELINE, ParagraphKind.SIGNATURE)
    while place and (kinds[place - 1] in apart or _is_signing(paragraphs[place - 1].text, kinds[place - 1])):
        place -= 1
    block = range(place, len(paragraphs))
    signed = next((at for at in block if _SIGNATURE.match(paragraphs[at].text)), len(paragraphs))
    for at in range(signed, len(paragraphs)):
        if kinds[at] not in apart:
            kinds[at] = ParagraphKind.SIGNATURE


def _is_signing(text: str, kind: ParagraphKind) -> bool:
    short = len(text) <= _LONGEST_SIGNATURE and not shapes.ends_sentence(text) and not text.endswith(":")
    return short and kind is not ParagraphKind.ITEM


def _opens_section(paragraphs: Sequence[Shape], place: int) -> bool:
    """Whether a line after the title is the first of the text's headings rather than a subtitle."""
    shape = paragraphs[place]
    if _HEADING_WORDS.match(shape.text) or shapes.CAPITAL_LETTER.match(shape.text):
        return True
    over_text = place + 1 < len(paragraphs) and not _looks_like_title(paragraphs[place + 1])
    return shape.heading and over_text and any(later.heading for later in paragraphs[place + 1 :])


def _looks_like_title(shape: Shape) -> bool:
    text = shape.text
    if len(text) > _LONGEST_TITLE or shapes.begins_lower(text):
        return False
    return shape.heading or shapes.in_capitals(text) or not (shapes.ends_clause(text) or text.endswith(","))


def _mark_headings(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    plain = [kind in (ParagraphKind.BODY, ParagraphKind.ITEM) for kind in kinds]
    looks = [p and _looks_like_heading(shape) for p, shape in zip(plain, paragraphs, strict=True)]
    end = 0
    for looks_so, group in groupby(looks):
        run = range(end, end := end + len(list(group)))
        for place in run if looks_so else ():
            if _heads_text(paragraphs, run, place):
                kinds[place] = ParagraphKind.HEADING


def _heads_text(paragraphs: Sequence[Shape], run: range, place: int) -> bool:
    """Whether a line that looks like a heading, in a run of such lines, has text to head."""
    if place + 1 == len(paragraphs) or (len(run) > _MOST_HEADINGS_TOGETHER and not _plainly_heading(paragraphs[place])):
        return False
    return place + 1 < run.stop or _leads_on(paragraphs[place + 1])


def _plainly_heading(shape: Shape) -> bool:
    return shape.heading or shapes.in_capitals(shapes.without_mark(shape.text))


def _looks_like_heading(shape: Shape) -> bool:
    if shape.heading:
        return True
    text = shape.text
    if len(text) > _LONGEST_HEADING or shapes.BULLET.match(text):
        return False
    words = shapes.without_mark(text)
    if shapes.in_capitals(words):
        return True
    plain = not shapes.ends_clause(words) and not words.endswith((",", "-"))
    return shape.alone and plain and not shapes.begins_lower(words)


def _leads_on(following: Shape) -> bool:
    """Whether text follows, not another row of the same list."""
    return shapes.ends_clause(following.text) or len(following.text) > _LONGEST_HEADING


def _mark_numbered_body(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """A numbered whole sentence is a paragraph of the text, unless a colon announced a list."""
    announced = False
    for place, shape in enumerate(paragraphs):
        if kinds[place] is ParagraphKind.ITEM:
            numbered = shapes.NUMBER.match(shape.text) is not None
            if numbered and not announced and (shapes.ends_sentence(shape.text) or shape.text.endswith(":")):
                kinds[place] = ParagraphKind.BODY
        if kinds[place] is not ParagraphKind.ITEM:
            announced = shape.text.endswith(":")
