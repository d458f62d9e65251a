"""Where the sentences of a stretch of text begin and end."""

from collections.abc import Iterator

from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

# It begins with the white space, which is sooner found than what must stand before it.
_SENTENCE_END = lazy_pattern(
    r"\s(?:(?:(?<=[a-z0-9)\]%][.!?]\s)|(?<=[A-Z]{2}[.!?]\s)|(?<=[.!?][\"'”’)]\s))"
    r"(?<!\bMr\.\s)(?<!\bMrs\.\s)(?<!\bDr\.\s)(?<!\bNo\.\s)\s*(?=[\"'“‘(]?[A-Z])|(?<=\n))"
)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of the reading text."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def first_sentence(text: str, span: Span) -> Span:
    return next(sentences(text, span))
