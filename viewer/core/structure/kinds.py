"""Tells what each paragraph is: title, subtitle, heading, body, item, dateline, signature or note."""

from collections.abc import Sequence

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.structure.ends import mark_ends
from viewer.core.structure.front import mark_front
from viewer.core.structure.headings import mark_headings


def classify(paragraphs: Sequence[Shape]) -> list[ParagraphKind]:
    """The kind of each paragraph, by what it looks like and where it stands; linear in their number."""
    kinds = [_by_itself(shape) for shape in paragraphs]
    mark_ends(paragraphs, kinds)
    mark_front(paragraphs, kinds)
    mark_headings(paragraphs, kinds)
    _mark_numbered_body(paragraphs, kinds)
    return kinds


def _by_itself(shape: Shape) -> ParagraphKind:
    if shapes.is_rule(shape.text) or shapes.is_page_number(shape.text):
        return ParagraphKind.NOTE
    return ParagraphKind.ITEM if shapes.list_mark(shape.text) else ParagraphKind.BODY


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
