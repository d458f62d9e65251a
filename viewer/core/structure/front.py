"""Marks what stands before the text proper: release notes, the header of a cable, titles, the place and date."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from viewer.core.calendar import full_dates
from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.datelines import is_dateline, may_be_place
from viewer.core.structure.ends import is_annex
from viewer.core.structure.note_lines import LONGEST_LINE, begins_text, is_cable_field, is_note_line
from viewer.core.structure.series import heading_series

_LONGEST_TITLE = 320
_FRONT = 16
"""How many paragraphs, at most, may stand before the text proper begins."""
_FAR = 30
"""As far a "Begin text" may stand from the first line of a long cable header."""
_OPENING_WORDS = lazy_pattern(
    r"(?i)(?:preamble|introduction|overview|background|general(?! assembly)"
    r"|(?:summary|conclusions?)(?! (?:adopted|issued|(?:of|by) the (?:chair|presiden|council)))"
    r"|part|chapter|section|article|participants|agenda|closing|next steps|other matters"
    r"|miscellaneous)\b"
)
_BELOW_KIND = lazy_pattern(r"(?:issued|adopted|agreed|approved|signed|made)\b")
"""How a line in small letters goes on below "Joint communiqué"."""
_LEAST_FIELDS = 2


def mark_front(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """Mark the front of the text, from its first paragraph to the first of the text proper."""
    _mark_cable_header(paragraphs, kinds)
    begins = [place for place, shape in enumerate(paragraphs[:_FAR]) if begins_text(shape.text)]
    if begins:
        titled = not is_note_line(paragraphs[0].text) and kinds[0] is ParagraphKind.BODY and begins[0] > 0
        for place in range(int(titled), begins[0] + 1):
            kinds[place] = ParagraphKind.NOTE
            if _is_date_alone(paragraphs[place].text):
                _mark_dateline(paragraphs, kinds, place)
    _mark_titles(paragraphs, kinds, begins[0] + 1 if begins else 0)


def _mark_cable_header(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    fields = [place for place, shape in enumerate(paragraphs[:_FRONT]) if is_cable_field(shape.text)]
    if len(fields) >= _LEAST_FIELDS:
        kinds[fields[0] : fields[-1] + 1] = [ParagraphKind.NOTE] * (fields[-1] + 1 - fields[0])


def _mark_titles(paragraphs: Sequence[Shape], kinds: list[ParagraphKind], begin: int) -> None:
    """Titles, datelines and notes, up to the first paragraph that is none of them."""
    series = heading_series(paragraphs).keys()
    found = begin > 0 and kinds[0] is ParagraphKind.BODY
    if found:
        kinds[0] = ParagraphKind.TITLE
    for place in range(begin, min(len(paragraphs), begin + _FRONT)):
        shape = paragraphs[place]
        if kinds[place] not in (ParagraphKind.BODY, ParagraphKind.ITEM):
            continue
        if is_note_line(shape.text):
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
    named = (ParagraphKind.SUBTITLE, ParagraphKind.NOTE)
    below = place > 0 and not paragraphs[place].alone and kinds[place - 1] in named
    if below and _is_date_alone(paragraphs[place].text) and may_be_place(paragraphs[place - 1].text):
        kinds[place - 1] = ParagraphKind.DATELINE


def _is_date_alone(text: str) -> bool:
    """Whether the line is a date without its place."""
    date = next(full_dates(text), None)
    return date is not None and date.start <= 1 and is_dateline(text)


def _looks_like_title(shape: Shape, *, found: bool) -> bool:
    """Whether a line may be a title or, where one was `found`, go on with it or stand below it."""
    text = shape.text
    if len(text) > _LONGEST_TITLE or text.endswith(","):
        return False
    goes_on = found and (shapes.begins_open(text) or _BELOW_KIND.match(text))
    if shapes.begins_lower(text) and not goes_on and not shapes.in_brackets(text):
        return False
    plain = not shapes.ends_clause(text) or (shapes.ends_in_abbreviation(text) and len(text) <= LONGEST_LINE)
    return shape.heading or shape.capitals or plain


def _opens_section(paragraphs: Sequence[Shape], place: int, series: AbstractSet[int], *, found: bool) -> bool:
    """Whether a line is the first of the text's headings rather than a title or subtitle."""
    shape = paragraphs[place]
    if place in series or is_annex(shape.text):
        return True
    same_depth = shape.depth and any(later.depth == shape.depth for later in paragraphs[place + 1 :])
    if not found or same_depth:
        return bool(same_depth) and (found or not shapes.DOCUMENT.search(shape.text))
    following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    if following and is_dateline(following.text):
        return False
    if _OPENING_WORDS.match(shape.text) or shapes.CAPITAL_LETTER.match(shape.text):
        return True
    over_text = following is not None and not _looks_like_title(following, found=True)
    return shape.heading and over_text and any(later.heading for later in paragraphs[place + 1 :])
