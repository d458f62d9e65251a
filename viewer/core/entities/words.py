"""The words of a text with their places, for rules that walk from word to word."""

from bisect import bisect_left, bisect_right

from viewer.core.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w(?<!\w['’].)(?:(?<=[^\W\d_])\.(?:[^\W\d_]\.)+|\w*(?:['’](?!s\b)\w+)*)")
_SENTENCE_END = lazy_pattern(r"[.!?;\n](?:(?<=[;\n])|(?<=[^\W_]{2}.)(?=[\s”’\"']))")


class Words:
    """The words of one text, by number; the text between two words is a gap; `capitals` begin with a capital letter.

    "U.S." is one word, "SCO's" is the word "SCO" and the gap "'s ", "six-party" two words and the gap "-".
    """

    __slots__ = ("_sentence_ends", "capitals", "ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        places = [place for match in _WORD.finditer(text) for place in match.span()]
        self.starts = places[::2]
        self.ends = places[1::2]
        self.capitals = [index for index, start in enumerate(self.starts) if text[start].isupper()]
        self._sentence_ends = [match.start() for match in _SENTENCE_END.finditer(text)]

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        """The word of that number; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def gap(self, index: int) -> str:
        """The text between a word and the one before it; a newline outside the text, which no rule crosses."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.starts) else "\n"

    def first_from(self, position: int) -> int:
        """The number of the first word that begins at or after a position."""
        return bisect_left(self.starts, position)

    def last_before(self, position: int) -> int:
        """The number of the last word that ends at or before a position; -1 if there is none."""
        return bisect_right(self.ends, position) - 1

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence that holds a position begins and ends; an initial's full stop ends none."""
        after = bisect_left(self._sentence_ends, position)
        start = self._sentence_ends[after - 1] + 1 if after else 0
        return start, self._sentence_ends[after] if after < len(self._sentence_ends) else len(self.text)
