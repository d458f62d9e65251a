"""Marks the text's own headings: lines in capitals, numbered in a row, marked up, or short and alone above text."""

from collections.abc import Sequence
from itertools import groupby

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.healing.wrapping import LIST_ENDS
from viewer.core.structure.ends import is_annex
from viewer.core.structure.series import heading_series, is_mark_alone, is_topic

_LONGEST = 100
_FIGURES = "0123456789"
"""After a comma they point at a note."""
_MOST_TOGETHER = 2
"""More short lines together are a list, say of names, unless capitals, mark-up or a row of marks make them headings."""


def mark_headings(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """Mark the headings among what is body or item so far."""
    series = heading_series(paragraphs)
    looks = [
        kind in (ParagraphKind.BODY, ParagraphKind.ITEM) and (place in series or _looks_like_heading(paragraphs, place))
        for place, kind in enumerate(kinds)
    ]
    end = 0
    for looks_so, group in groupby(looks):
        run = range(end, end := end + len(list(group)))
        few = looks_so and sum(not _plainly_heading(paragraphs[place]) for place in run) <= _MOST_TOGETHER
        for place in run if looks_so else ():
            if place in series or _heads_text(paragraphs, run, place, few=few):
                kinds[place] = ParagraphKind.HEADING
    for place in range(1, len(paragraphs) - 1):
        below_mark = kinds[place - 1] is ParagraphKind.HEADING and is_mark_alone(paragraphs[place - 1].text)
        if below_mark and kinds[place] is ParagraphKind.BODY and _may_head(paragraphs[place].text):
            kinds[place] = ParagraphKind.HEADING


def _heads_text(paragraphs: Sequence[Shape], run: range, place: int, *, few: bool) -> bool:
    """Whether a line that looks like a heading, in a run of such lines, few of them plain, has text to head."""
    shape = paragraphs[place]
    if place + 1 == len(paragraphs) or not (few or _plainly_heading(shape)):
        return False
    if _goes_on_list(paragraphs, place) and not _plainly_heading(shape):
        return False
    below = place + 1 + (place + 2 < len(paragraphs) and shapes.is_rule(paragraphs[place + 1].text))
    return place + 1 < run.stop or _leads_on(paragraphs[below]) or is_annex(shape.text)


def _plainly_heading(shape: Shape) -> bool:
    return shape.heading or shape.capitals


def _goes_on_list(paragraphs: Sequence[Shape], place: int) -> bool:
    """Whether the line is one more row of the list above it, or the first of one that is announced."""
    if place == 0 or shapes.list_mark(paragraphs[place].text) is None:
        return False
    before = paragraphs[place - 1].text
    return before.endswith(":") or shapes.list_mark(before) is not None


def _looks_like_heading(paragraphs: Sequence[Shape], place: int) -> bool:
    shape = paragraphs[place]
    if shape.heading or is_annex(shape.text):
        return True
    text = shape.text
    if len(text) > _LONGEST or shapes.BULLET.match(text) or text.casefold().endswith(LIST_ENDS):
        return False
    words = shapes.without_mark(text)
    if words.endswith(":"):
        topic = is_topic(words)
        return topic and (shape.capitals or (shape.alone and not _lists(paragraphs[place + 1 : place + 2])))
    if shape.capitals:
        goes_on = text == words and place > 0 and paragraphs[place - 1].text.endswith(",")
        return not words.endswith(",") and not goes_on
    return shape.alone and _may_head(words)


def _may_head(words: str) -> bool:
    """Whether the words are no sentence, nor part of one, nor a document's number."""
    if shapes.is_figures(words):
        return False
    open_end = shapes.ends_clause(words) or words.rstrip(_FIGURES).endswith(",") or words[-1:] == "-"
    return len(words) <= _LONGEST and not open_end and not shapes.begins_lower(words)


def _lists(following: Sequence[Shape]) -> bool:
    return any(shapes.opens_list_row(shape.text) for shape in following)


def _leads_on(following: Shape) -> bool:
    """Whether text follows, not another row of the same list."""
    return shapes.ends_clause(following.text) or len(following.text) > _LONGEST
