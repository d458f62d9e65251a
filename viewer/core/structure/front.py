"""Marks what stands before the text proper: release notes, the header of a cable, titles, the place and date."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from viewer.core.calendar import full_dates
from viewer.core.communique import ParagraphKind
from viewer.core.structure import shapes
from viewer.core.structure.datelines import is_dateline, may_be_place
from viewer.core.structure.ends import is_annex
from viewer.core.structure.series import heading_series
from viewer.core.structure.shapes import Shape

_LONGEST_TITLE = 320
_LONGEST_LINE = 120
_FRONT = 16
"""How many paragraphs, at most, may stand before the text proper begins."""
_FAR = 30
"""As far a "Begin text" may stand from the first line of a long cable header."""
_DOCUMENT = (
    r"(?:text|statement|communiqu[eé]|declaration|document|release|conclusions|announcement|summary|version|minutes)"
)
_RELEASE_NOTE = re.compile(
    rf"(?:the )?following (?:is|are|was|were)\b.{{0,90}}\b(?:{_DOCUMENT}|translation|released|issued|adopted)\b"
    rf"|(?:the )?following (?:[\w-]+ ){{0,3}}{_DOCUMENT}\b.{{0,200}}?\b(?:was|were|is|has been|have been)\b"
    rf"|(?:the )?(?:full |complete )?text of (?:the|a|an|this)\b.{{0,200}}\b(?:adopted|released|issued|agreed|follows)\b"
    r"|\[?\(?released (?:simultaneously |to the press )?(?:in|by|to|at)\b",
    re.IGNORECASE,
)
_NOTE_LINE = re.compile(
    r"(?:press|media|news) (?:release|statement|note|communication|information)(?:\s+(?:no\.?|nr\.?|#)?\s*[\w/.-]*\d[\w/.-]*)?$"
    r"|for (?:immediate|general|further) (?:release|distribution|information|use)\b.{0,40}$|embargo(?:ed)?\b.{0,80}$"
    r"|(?:media |press )?(?:contacts?|enquiries|inquiries|queries):|for (?:more|further) information\b|sources?:|not for (?:publication|release)|(?:check against|as) deliver\w+$|as adopted$"
    r"|(?:unofficial|provisional|informal|courtesy|official)\b.{0,30}\b(?:translation|text|version)\b.{0,40}$"
    r"|(?:translat(?:ed|ion)|original)\b(?: from| of|:).{0,60}$|(?:english|french|russian|spanish) only$|advance copy$"
    r"|subject to (?:change|revision).{0,40}$|(?:transmitted|circulated) (?:by|at|for)\b.{0,80}$",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"(?:ministry (?:of|for)|office of|department of|press (?:service|office|section|department)|information (?:office|service"
    r"|department)|spokes(?:person|man|woman)|secretariat of|permanent mission|embassy of|the white house|bureau of)\b.{0,80}$"
    r"|.{2,80}\b(?:press (?:service|office|section|department)|information (?:service|office)|spokesperson|news service)$"
    r"|.{0,60}\b(?:p\.? ?o\.? box|tel(?:ephone|\.)?:|fax:|e-?mail:|https?://|www\.).{0,120}$",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"[A-Z0-9][A-Z0-9.()-]*/[\w.()/-]{1,40}(?: \([\w ]+\))?$|[A-Z]{2,6}\(\d{4}\)\d+(?:/\w+)*$"
    r"|(?i:(?:no|nr|ref|doc(?:ument)?)\b\.?:?\s*(?:no\.?\s*)?[\w/.-]*\d[\w/.-]*$)"
)
"""A document's number among the papers of a body."""
_CABLE_FIELD = re.compile(
    r"(?i:(?:from|to|info|origin|destination|date|subject|subj|ref|reference|tags|precedence|telegram(?: no)?|sent"
    r"|received|repeated|drafted by|e\.?o\.?(?: \d+)?)\s?[.:])|(?:FM|TO|INFO) [A-Z]|[RPOZ] \d{6}Z|\d{6}Z [A-Z]{3} \d\d"
    r"|(?i:(?:(?:incoming|outgoing|inward|outward) )?(?:telegram|cablegram|cable|savingram)(?:\b(?: no\.?)? ?\d.{0,80})?$"
    r"|(?:most )?immediate$|priority$|routine$|flash$|urgent$|(?:un)?classified$|confidential$|secret$|restricted$"
    r"|limited official use$|en clair$)"
)
_BEGINS = re.compile(
    r"(?:begin(?:s|ning)?|start)(?: of)?(?: the)?(?: text)?[.:]*$|(?:text|quote|message) begins[.:]*$|quote[.:]*$",
    re.IGNORECASE,
)
_OPENING_WORDS = re.compile(
    r"(?:preamble|introduction|summary|overview|background|general|conclusions?|annex|appendix|part|chapter|section"
    r"|article|participants|agenda|closing|next steps|other matters|miscellaneous)\b",
    re.IGNORECASE,
)
_LEAST_FIELDS = 2


def mark_front(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """Mark the front of the text, from its first paragraph to the first of the text proper."""
    _mark_cable_header(paragraphs, kinds)
    begins = [place for place, shape in enumerate(paragraphs[:_FAR]) if _BEGINS.match(shape.text)]
    if begins:
        titled = not _is_note_line(paragraphs[0].text) and kinds[0] is ParagraphKind.BODY and begins[0] > 0
        for place in range(int(titled), begins[0] + 1):
            kinds[place] = ParagraphKind.NOTE
    _mark_titles(paragraphs, kinds, begins[0] + 1 if begins else 0)


def _mark_cable_header(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    fields = [place for place, shape in enumerate(paragraphs[:_FRONT]) if _is_cable_field(shape.text)]
    if len(fields) >= _LEAST_FIELDS:
        kinds[fields[0] : fields[-1] + 1] = [ParagraphKind.NOTE] * (fields[-1] + 1 - fields[0])


def _is_cable_field(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and not text.endswith(".") and _CABLE_FIELD.match(text) is not None


def _is_note_line(text: str) -> bool:
    """Whether the line belongs to the release, not to the text: what it is, who released it, its number."""
    bare = text[1:-1] if shapes.in_brackets(text) else text
    if _RELEASE_NOTE.match(bare) or _NOTE_LINE.match(bare):
        return True
    return len(text) <= _LONGEST_LINE and bool(_SYMBOL.match(text) or _LETTERHEAD.match(text) or _is_cable_field(text))


def _mark_titles(paragraphs: Sequence[Shape], kinds: list[ParagraphKind], begin: int) -> None:
    """Titles, datelines and notes, up to the first paragraph that is none of them."""
    series = heading_series(paragraphs).keys()
    found = ParagraphKind.TITLE in kinds[:begin] or (begin > 0 and kinds[0] is ParagraphKind.BODY)
    if found:
        kinds[0] = ParagraphKind.TITLE
    for place in range(begin, min(len(paragraphs), begin + _FRONT)):
        shape = paragraphs[place]
        if kinds[place] not in (ParagraphKind.BODY, ParagraphKind.ITEM):
            continue
        if _is_note_line(shape.text):
            kinds[place] = ParagraphKind.NOTE
        elif is_dateline(shape.text):
            _mark_dateline(paragraphs, kinds, place)
        elif (
            (found and kinds[place] is ParagraphKind.ITEM)
            or not _looks_like_title(shape, found=found)
            or _opens_section(paragraphs, place, series, found=found)
        ):
            return
        else:
            kinds[place] = ParagraphKind.SUBTITLE if found else ParagraphKind.TITLE
            found = True


def _mark_dateline(paragraphs: Sequence[Shape], kinds: list[ParagraphKind], place: int) -> None:
    """A date, with its place on the same line or on the one above it in the same block."""
    kinds[place] = ParagraphKind.DATELINE
    date = next(full_dates(paragraphs[place].text))
    alone = date.start <= 1 and place > 0 and not paragraphs[place].alone
    if alone and kinds[place - 1] is ParagraphKind.SUBTITLE and may_be_place(paragraphs[place - 1].text):
        kinds[place - 1] = ParagraphKind.DATELINE


def _looks_like_title(shape: Shape, *, found: bool) -> bool:
    """Whether a line may be a title or, where one was `found`, go on with it or stand below it."""
    text = shape.text
    if len(text) > _LONGEST_TITLE or text.endswith(","):
        return False
    if shapes.begins_lower(text) and not (found and shapes.begins_open(text)) and not shapes.in_brackets(text):
        return False
    plain = not shapes.ends_clause(text) or (shapes.ends_in_abbreviation(text) and len(text) <= _LONGEST_LINE)
    return shape.heading or shape.capitals or plain


def _opens_section(paragraphs: Sequence[Shape], place: int, series: AbstractSet[int], *, found: bool) -> bool:
    """Whether a line is the first of the text's headings rather than a title or subtitle."""
    shape = paragraphs[place]
    if place in series or is_annex(shape.text):
        return True
    if not found and re.search(_DOCUMENT, shape.text, re.IGNORECASE):
        return False
    if shape.depth and any(later.depth == shape.depth for later in paragraphs[place + 1 :]):
        return True
    if not found:
        return False
    if _OPENING_WORDS.match(shape.text) or shapes.CAPITAL_LETTER.match(shape.text):
        return True
    over_text = place + 1 < len(paragraphs) and not _looks_like_title(paragraphs[place + 1], found=True)
    return shape.heading and over_text and any(later.heading for later in paragraphs[place + 1 :])
