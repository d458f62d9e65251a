"""What is true of a generated text: its paragraphs, its sections, and the breaks that were put into it."""

from collections.abc import Mapping
from typing import NamedTuple


class TrueParagraph(NamedTuple):
    """A paragraph as it reads, unbroken and without markup, with its printed mark ("3. The …", "(a) to …", "- …")."""

    kind: str  # title, subtitle, heading, body, item, dateline, signature, note
    text: str
    number: int | None  # of a body or item: the printed one it stands under, or its count in an unnumbered text
    level: int  # headings: 1 is the highest rank of the text; items: 1 is the outermost; all others 0


class TrueSection(NamedTuple):
    """A section the text itself marks, by a heading or by a run-in heading (its words without the closing mark)."""

    title: str
    level: int
    first: int  # index of the heading, or of the paragraph a run-in heading opens, in `Generated.paragraphs`


class Break(NamedTuple):
    """A stretch of the text that stands where the unbroken text has `instead` (often a space or nothing).

    A "hyphen" is the hyphen and the line break: `instead` is empty where the word was divided, and "-" where the
    hyphen is the word's own. A cut between pages is up to three neighbouring stretches, of which the "page-break" alone
    stands for something; a hyphen before it has a stretch of its own.
    """

    kind: str  # wrap, hyphen, page-break, page-number, running-head, double-space
    source: tuple[int, int]  # code points of the text, the end excluded
    instead: str


class Generated(NamedTuple):
    style: str
    seed: int
    text: str  # as printed, with whatever damage the style has
    paragraphs: tuple[TrueParagraph, ...]
    sections: tuple[TrueSection, ...]
    breaks: tuple[Break, ...]  # in the order of the text, none overlapping
    folded: tuple[str, ...]  # lines of a web page's menus and footers, as printed
    identity: Mapping[str, str | None]  # title, date (ISO 8601), place, kind; None where the text does not say


def unbroken(generated: Generated) -> str:
    """The text with every break undone."""
    parts, end = [], 0
    for _, (start, after), instead in generated.breaks:
        parts += [generated.text[end:start], instead]
        end = after
    return "".join([*parts, generated.text[end:]])
