"""Light mark-up in plain text: finds *italic*, **bold**, _italic_ and # headings, and nothing that only looks so."""

import re
from typing import NamedTuple

from viewer.core.communique import EmphasisStyle
from viewer.core.text import Span

_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,2}|_)(?=[\w\"'“‘«(\[])[^*_]++(?<!\s)(?P=mark)(?![\w*_])",
)
_HEADING = re.compile(r"#{1,6}\s+(?=[^#]*\w)")


class Markup(NamedTuple):
    """What to take away from a paragraph, and what the marks said.

    `removed` counts the text as it was marked, in order; `emphasis` counts the text with the marks gone.
    """

    removed: tuple[Span, ...] = ()
    emphasis: tuple[tuple[Span, EmphasisStyle], ...] = ()
    depth: int = 0
    """How many number signs make it a heading; 0 where none do."""


def find_markup(text: str) -> Markup:
    """The mark-up of one paragraph. An asterisk or underscore counts only in a well-formed, word-bounded pair."""
    if "*" not in text and "_" not in text and not text.startswith("#"):
        return Markup()
    hashes = _hashes(text)
    gone = len(hashes[0]) if hashes else 0
    removed: list[Span] = []
    emphasis: list[tuple[Span, EmphasisStyle]] = []
    for match in _EMPHASIS.finditer(text):
        width = len(match["mark"])
        style = EmphasisStyle.BOLD if match["mark"] == "**" else EmphasisStyle.ITALIC
        removed += (Span(match.start(), match.start() + width), Span(match.end() - width, match.end()))
        emphasis.append((Span(match.start() - gone, match.end() - gone - 2 * width), style))
        gone += 2 * width
    return Markup(
        (*hashes[:1], *removed, *hashes[1:]), tuple(emphasis), text[: hashes[0].end].count("#") if hashes else 0
    )


def _hashes(text: str) -> tuple[Span, ...]:
    """The number signs of a heading, before it and perhaps after it, each with the blanks next to the words."""
    opening = _HEADING.match(text)
    if not opening:
        return ()
    words = text.rstrip("#")
    if words == text or words == words.rstrip():
        return (Span(0, opening.end()),)
    return (Span(0, opening.end()), Span(len(words.rstrip()), len(text)))
