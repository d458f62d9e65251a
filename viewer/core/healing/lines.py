"""The lines of a source text, and how lines become the drafts of paragraphs: plain values of the healing."""

from typing import NamedTuple

from viewer.core.repairs import RepairKind
from viewer.core.text import Span


class Line(NamedTuple):
    """One line of the source without the blanks around it.

    `indent` counts the blanks before it on its page, `block` the blank lines above it and `page` the form feeds.
    """

    span: Span
    text: str
    indent: int = 0
    block: int = 0
    page: int = 0


class Drop(NamedTuple):
    """Neighbouring lines that are no part of the text: why, and where they stand in the source."""

    kind: RepairKind
    source: Span
    reason: str


class Join(NamedTuple):
    """How two lines were made one: why, what stands between them now, and whether the first loses its hyphen."""

    kind: RepairKind
    glue: str
    reason: str
    drops_hyphen: bool = False


class Draft(NamedTuple):
    """A paragraph to be: its lines, the joins between them, and whether it stands alone between blank lines.

    `depth` is that of a heading which the source underlines, 0 without one.
    """

    lines: tuple[Line, ...]
    joins: tuple[Join, ...] = ()
    alone: bool = True
    depth: int = 0


def read_lines(text: str) -> list[Line]:
    """Every line that has more than blanks, in order."""
    lines: list[Line] = []
    start = block = page = 0
    for raw in text.split("\n"):
        if "\f" in raw:
            page += raw.count("\f")
            block += 1
        words = raw.strip()
        if words:
            blanks = raw[: len(raw) - len(raw.lstrip())]
            first = start + len(blanks)
            indent = len(blanks.rpartition("\f")[2])
            lines.append(Line(Span(first, first + len(words)), words, indent, block, page))
        else:
            block += 1
        start += len(raw) + 1
    return lines
