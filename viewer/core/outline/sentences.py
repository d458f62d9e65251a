"""Where the sentences of a stretch of text begin and end."""

import re
from collections.abc import Iterator

from viewer.core.text import Span

_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z0-9)\]%][.!?])|(?<=[A-Z]{2}[.!?])|(?<=[.!?][\"'”’)]))(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bNo\.)"
    r"\s+(?=[\"'“‘(]?[A-Z])|\n"
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
