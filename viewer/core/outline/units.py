"""Groups the paragraphs of a communiqué into units that an outline never parts."""

from typing import NamedTuple

from viewer.core.communique import Communique, Paragraph, ParagraphKind
from viewer.core.healing import shapes
from viewer.core.structure.series import is_mark_alone
from viewer.core.text import Span

_TITLES = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
_APART = (ParagraphKind.NOTE, ParagraphKind.DATELINE, ParagraphKind.SIGNATURE)
_SHORT_NOTE = 80
"""A shorter note (a rule, "ENDS", an archive's number) needs no section of its own; in code points."""
_LONGEST_ROW = 160


class Unit(NamedTuple):
    """Paragraphs that belong together: all below a heading, a paragraph with its list, rows without marks, a note.

    `kind` is HEADING where a heading leads, BODY for text without one, or the kind of what stands apart.
    `paragraphs` are indexes into `Communique.paragraphs`.
    """

    kind: ParagraphKind
    paragraphs: range


def units(communique: Communique, apart: range) -> list[Unit]:
    """Every paragraph after title, subtitle and the dateline below them in exactly one unit, in order.

    Those in `apart` are left out: they have a section of their own.
    """
    found: list[Unit] = []
    paragraphs = communique.paragraphs
    for place, paragraph in enumerate(paragraphs):
        if place in apart or paragraph.kind in _TITLES or (not found and paragraph.kind is ParagraphKind.DATELINE):
            continue  # a place and date above the text belong to its title
        adjoins = bool(found) and found[-1].paragraphs.stop == place
        if adjoins and _goes_on(found[-1], paragraphs[place - 1], paragraph, communique.text):
            found[-1] = Unit(found[-1].kind, range(found[-1].paragraphs.start, place + 1))
        else:
            found.append(Unit(_kind_led_by(paragraph), range(place, place + 1)))
    return found


def _kind_led_by(paragraph: Paragraph) -> ParagraphKind:
    if paragraph.run_in:
        return ParagraphKind.HEADING
    leads = paragraph.kind is ParagraphKind.HEADING or paragraph.kind in _APART
    return paragraph.kind if leads else ParagraphKind.BODY


def _goes_on(unit: Unit, before: Paragraph, paragraph: Paragraph, text: str) -> bool:
    """Whether the paragraph belongs to the unit that ends with the paragraph before it."""
    if paragraph.kind is ParagraphKind.HEADING and paragraph.level == before.level and _is_mark(before, text):
        return unit.kind is ParagraphKind.HEADING and len(unit.paragraphs) == 1
    if paragraph.kind is ParagraphKind.HEADING or paragraph.run_in:
        return False
    if paragraph.kind in _APART:
        short = paragraph.kind is ParagraphKind.NOTE and len(paragraph.span) < _SHORT_NOTE
        return unit.kind is paragraph.kind or short
    if unit.kind is ParagraphKind.HEADING:
        return True
    if unit.kind is not ParagraphKind.BODY:
        return False
    listed = _is_row(before.span.of(text)) and _is_row(paragraph.span.of(text))
    return paragraph.kind is ParagraphKind.ITEM or listed or before.span.of(text).endswith(":")


def _is_mark(paragraph: Paragraph, text: str) -> bool:
    return paragraph.kind is ParagraphKind.HEADING and is_mark_alone(paragraph.span.of(text))


def _is_row(words: str) -> bool:
    """Whether a paragraph may be a row of a list that has no marks: short, and no sentence."""
    return len(words) <= _LONGEST_ROW and not shapes.ends_clause(words)


def span_of(communique: Communique, paragraphs: range) -> Span:
    """The reading text of some neighbouring paragraphs."""
    return Span(communique.paragraphs[paragraphs.start].span.start, communique.paragraphs[paragraphs.stop - 1].span.end)
