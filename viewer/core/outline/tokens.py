"""A stretch of the reading text as words with their places; a name recognised is one word."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from viewer.core.mentions import Mention
from viewer.core.outline.words import Word, name_word, read_word
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

_LONGEST_NAME = 60
"""A longer name is read word by word, so that it can be shortened."""
_TOKEN = lazy_pattern(r"\w[\w’'./&+-]*|[^\w\s]")
_POSSESSIVE = lazy_pattern(r"['’](?:s\b| (?=\w))")
_OWNER_MARK = read_word("of")


class Tokens(NamedTuple):
    """Words and the places in the reading text where they start, in text order; a token is known by its number.

    Two flat sequences rather than one of tokens: a long text has some hundred thousand of them.
    """

    words: Sequence[Word]
    starts: Sequence[int]

    def end(self, number: int) -> int:
        """Where a token ends in the reading text."""
        return self.starts[number] + len(self.words[number].text)

    def printed(self, text: str, numbers: range) -> str:
        """The reading text from the first to the last of some neighbouring tokens."""
        return text[self.starts[numbers.start] : self.end(numbers.stop - 1)] if numbers else ""

    def first_from(self, position: int) -> int:
        """The number of the first token that starts at or after a position."""
        return bisect_left(self.starts, position)

    def within(self, span: Span, most: int) -> "Tokens":
        """The tokens inside a span, at most so many; one over the span's end is none of them."""
        first, last = self.first_from(span.start), self.first_from(span.end)
        while last > first and self.end(last - 1) > span.end:
            last -= 1
        last = min(last, first + most)
        return Tokens(self.words[first:last], self.starts[first:last])


def tokenise(text: str, span: Span, mentions: Iterable[Mention]) -> Tokens:
    """The tokens of a stretch of the reading text; each outermost mention, taken in order, is one token."""
    words: list[Word] = []
    starts = array("q")
    at = span.start
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        if at <= start and end <= span.end and end - start <= _LONGEST_NAME:
            _add_plain(text, at, start, words, starts)
            words.append(name_word(text[start:end], mention.entity))
            starts.append(start)
            at = end
            if _POSSESSIVE.match(text, at, span.end):
                at += 1 + (text[at + 1 : at + 2] == "s")
                words.append(_OWNER_MARK._replace(text=text[end:at]))
                starts.append(end)
    _add_plain(text, at, span.end, words, starts)
    return Tokens(words, starts)


def _add_plain(text: str, start: int, end: int, words: list[Word], starts: "array[int]") -> None:
    for match in _TOKEN.finditer(text, start, end):
        words.append(read_word(match[0]))
        starts.append(match.start())
