"""Light mark-up in plain text: *italic*, **bold**, _italic_, # headings, [links](…), escapes, and nothing that only
looks so.
"""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.communique import EmphasisStyle
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

_EMPHASIS = lazy_pattern(
    r"(?<![\w*_\\])(?P<mark>\*{1,2}|_{1,2})(?=[\w\"'“‘«(\[])[^*_]++(?<![\s\\])(?P=mark)(?![\w*_])",
)
_HEADING = lazy_pattern(r"#{1,6}\s++(?=[^#]*\w)")
_LINK = lazy_pattern(
    r"!?\[\s*(?P<words>[^\[\]\s](?:[^\[\]\n]{0,298}[^\[\]\s])?)\s*\]"
    r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)"
)
_ESCAPE = lazy_pattern(r"\\(?=[.*_#()\[\]+>!-])")


class Mark(NamedTuple):
    """One piece of mark-up: the whole of it, what to take away of it, and the words it emphasises, if it does.

    Positions are those of the text as it was marked.
    """

    span: Span
    removed: tuple[Span, ...]
    reason: str
    style: EmphasisStyle | None = None
    words: Span | None = None


class Markup(NamedTuple):
    """The mark-up of a paragraph, in order, without overlaps; `depth` is how many number signs make it a heading."""

    marks: tuple[Mark, ...] = ()
    depth: int = 0


def find_markup(text: str) -> Markup:
    """The mark-up of one paragraph. An asterisk or underscore counts only in a well-formed, word-bounded pair."""
    if not any(sign in text for sign in "*_[\\") and not text.startswith("#"):
        return Markup()
    heading = _heading(text)
    found = sorted([*heading, *_emphasis(text), *_links(text), *_escapes(text)], key=lambda mark: mark.span.start)
    return Markup(tuple(_apart(found)), text[: heading[0].removed[0].end].count("#") if heading else 0)


def _apart(found: list[Mark]) -> Iterator[Mark]:
    """The marks of which no removed stretch is in a removed stretch of another."""
    taken: list[Span] = []
    for mark in found:
        if not any(one.overlaps(other) for one in mark.removed for other in taken[-8:]):
            taken += mark.removed
            yield mark


def _emphasis(text: str) -> Iterator[Mark]:
    for match in _EMPHASIS.finditer(text) if "*" in text or "_" in text else ():
        width = len(match["mark"])
        words = Span(match.start() + width, match.end() - width)
        style = EmphasisStyle.BOLD if width > 1 else EmphasisStyle.ITALIC
        removed = Span(match.start(), words.start), Span(words.end, match.end())
        yield Mark(Span(*match.span()), removed, "marks of emphasis", style, words)


def _links(text: str) -> Iterator[Mark]:
    for match in _LINK.finditer(text) if "](" in text else ():
        words = match.span("words")
        yield Mark(Span(*match.span()), (Span(match.start(), words[0]), Span(words[1], match.end())), "a link")


def _escapes(text: str) -> Iterator[Mark]:
    for match in _ESCAPE.finditer(text) if "\\" in text else ():
        yield Mark(Span(match.start(), match.end() + 1), (Span(*match.span()),), "a backslash before a sign")


def _heading(text: str) -> list[Mark]:
    """The number signs of a heading, before it and perhaps after it, each with the blanks next to the words."""
    opening = _HEADING.match(text)
    if not opening:
        return []
    removed = [Span(0, opening.end())]
    words = text.rstrip("#")
    if words not in (text, words.rstrip()):
        removed.append(Span(len(words.rstrip()), len(text)))
    return [Mark(Span(0, removed[-1].end), tuple(removed), "the number signs of a heading")]
