"""Finds the preamble: the clauses that say from what the authors set out, before the clauses that say what they do."""

from collections.abc import Sequence

from viewer.core.communique import Paragraph, ParagraphKind
from viewer.core.healing import shapes
from viewer.core.recitals import ends_clause, is_recital

_FEWEST = 2
"""One recital alone may be no more than an unfinished sentence."""
_LONGEST_ENACTMENT = 120
_LONGEST_FOOT = 5  # paragraphs
_CLAUSES = (ParagraphKind.BODY, ParagraphKind.ITEM)


def preamble(paragraphs: Sequence[Paragraph], text: str) -> range:
    """The preamble in numbers of paragraphs: who speaks, the recitals, "Have agreed as follows:"; empty without one.

    It stands before the first heading. No sentence ends in it, but the foot of a page may stand in the middle.
    """
    start = recitals = last = 0
    for place, one in enumerate(paragraphs):
        words = one.span.of(text)
        if _is_clause(one, words):
            if is_recital(words):
                recitals, last = recitals + 1, place
        elif recitals >= _FEWEST:
            if one.kind is ParagraphKind.HEADING or not _goes_on(paragraphs[place + 1 : place + _LONGEST_FOOT], text):
                break
        elif one.kind is ParagraphKind.HEADING:
            return range(0)
        else:
            start, recitals = place + 1, 0
    if recitals < _FEWEST:
        return range(0)
    return range(start, last + 1 + any(_enacts(one, one.span.of(text)) for one in paragraphs[last + 1 : last + 2]))


def _is_clause(paragraph: Paragraph, words: str) -> bool:
    return paragraph.kind in _CLAUSES and not paragraph.run_in and ends_clause(words)


def _goes_on(following: Sequence[Paragraph], text: str) -> bool:
    """Whether one of the next paragraphs is a recital still."""
    return any(one.kind in _CLAUSES and is_recital(words) for one in following for words in [one.span.of(text)])


def _enacts(paragraph: Paragraph, words: str) -> bool:
    """Whether a line like "Declare as follows:" leads from the recitals to the clauses below them."""
    leads = paragraph.kind is ParagraphKind.BODY and words.endswith(":") and len(words) <= _LONGEST_ENACTMENT
    return leads and not shapes.list_mark(words)
