"""Marks the footnotes: numbered lines below a line drawn under the text that points at them, or Markdown's own."""

from collections.abc import Sequence

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.patterns import lazy_pattern

_MARK = lazy_pattern(r"\[\^(?P<name>[\w-]+)\]:\s*(?=\S)|\[?(?P<number>\d{1,3})\]?\s+(?=\S)")
_BEGINS = frozenset("[0123456789")
_POINTER = lazy_pattern(r"(?:[^\W\d_]|[,.;:)\]”\"’]|\[)(\d{1,3})(?!\d|[.,]\d)")
"""The number of a note after the word or sign that it is about: "the plan,3 and"."""


def is_footnote(text: str) -> bool:
    """Whether a paragraph that is a note begins like a footnote."""
    return text[:1] in _BEGINS and _MARK.match(text) is not None and not shapes.is_page_number(text)


def mark_footnotes(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """Mark the footnotes among the paragraphs as notes; linear in their length."""
    pointed_at: frozenset[str] | None = None
    former = 0
    for place, shape in enumerate(paragraphs):
        match = _MARK.match(shape.text) if is_footnote(shape.text) else None
        if match is None:
            former = 0
        elif match["name"]:
            kinds[place] = ParagraphKind.NOTE
        elif place and kinds[place - 1] is ParagraphKind.NOTE:
            if pointed_at is None:
                pointed_at = frozenset(number for one in paragraphs for number in _POINTER.findall(one.text))
            if match["number"] in pointed_at or int(match["number"]) == former + 1 > 1:
                kinds[place] = ParagraphKind.NOTE
                former = int(match["number"])
