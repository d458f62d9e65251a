"""Groups the paragraphs of a communiqué into units that an outline never parts, and ranks its own headings."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from viewer.core.communique import Communique, Paragraph, ParagraphKind
from viewer.core.repairs import RepairKind
from viewer.core.structure import shapes
from viewer.core.text import Span

_TITLES = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
_APART = (ParagraphKind.NOTE, ParagraphKind.DATELINE, ParagraphKind.SIGNATURE)
_SHORT_NOTE = 80
"""A shorter note (a rule, "ENDS", an archive's number) needs no section of its own; in code points."""
_LONGEST_ROW = 160
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_NAMED_PART = re.compile(r"(?:part|chapter|annex|appendix|section|title)\b", re.IGNORECASE)


class Unit(NamedTuple):
    """Paragraphs that belong together: all below a heading, a paragraph with its list, rows without marks, a note.

    `kind` is HEADING where a heading leads, BODY for text without one, or the kind of what stands apart.
    `paragraphs` are indexes into `Communique.paragraphs`.
    """

    kind: ParagraphKind
    paragraphs: range


def units(communique: Communique) -> list[Unit]:
    """Every paragraph after title, subtitle and the dateline below them in exactly one unit, in order."""
    found: list[Unit] = []
    paragraphs = communique.paragraphs
    for place, paragraph in enumerate(paragraphs):
        if paragraph.kind in _TITLES or (not found and paragraph.kind is ParagraphKind.DATELINE):
            continue  # a place and date above the text belong to its title
        adjoins = bool(found) and found[-1].paragraphs.stop == place
        if adjoins and _goes_on(found[-1], paragraphs[place - 1], paragraph, communique.text):
            found[-1] = Unit(found[-1].kind, range(found[-1].paragraphs.start, place + 1))
        else:
            leads = paragraph.kind is ParagraphKind.HEADING or paragraph.kind in _APART
            found.append(Unit(paragraph.kind if leads else ParagraphKind.BODY, range(place, place + 1)))
    return found


def _goes_on(unit: Unit, before: Paragraph, paragraph: Paragraph, text: str) -> bool:
    """Whether the paragraph belongs to the unit that ends with the paragraph before it."""
    if paragraph.kind is ParagraphKind.HEADING:
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


def _is_row(words: str) -> bool:
    """Whether a paragraph may be a row of a list that has no marks: short, and no sentence."""
    return len(words) <= _LONGEST_ROW and not shapes.ends_clause(words)


def span_of(communique: Communique, paragraphs: range) -> Span:
    """The reading text of some neighbouring paragraphs."""
    return Span(communique.paragraphs[paragraphs.start].span.start, communique.paragraphs[paragraphs.stop - 1].span.end)


def heading_levels(headings: Sequence[Paragraph], communique: Communique) -> list[int]:
    """The level of each heading, from 1: the shapes that occur, in their customary order, are the levels.

    No heading stands more than one level below the one before it.
    """
    ranks = [_rank(heading, communique) for heading in headings]
    order = {rank: level for level, rank in enumerate(sorted(set(ranks)), start=1)}
    levels: list[int] = []
    for rank in ranks:
        levels.append(min(order[rank], levels[-1] + 1 if levels else 1))
    return levels


def _rank(heading: Paragraph, communique: Communique) -> tuple[int, int]:
    """What a heading's shape is worth: Markdown's number signs, then capitals and parts, numbers by depth, the rest."""
    words = heading.span.of(communique.text)
    for repair in heading.repairs:
        marks = repair.source.of(communique.source.text).strip()
        if repair.kind is RepairKind.MARKUP_REMOVED and set(marks) == {"#"}:
            return (0, len(marks))
    if _NAMED_PART.match(words):
        return (1, 0)
    if shapes.in_capitals(words) or (words[:1].isupper() and shapes.ROMAN.match(words)):
        return (2, 0)
    if number := _NUMBER.match(words):
        return (3, number[0].count("."))
    return (4 if shapes.CAPITAL_LETTER.match(words) else 5, 0)
