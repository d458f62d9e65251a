"""Tells the recitals of a declaration: clauses that say from what its authors set out ("Recalling the treaty,")."""

from viewer.core import vocabulary
from viewer.core.healing import shapes

_ENDS = (",", ";", ", and", "; and")
_NOTE_MARKS = "0123456789*"
"""After the comma they point at a note."""


def ends_clause(words: str) -> bool:
    """Whether the sentence of the words goes on in the next paragraph."""
    return words.rstrip(_NOTE_MARKS).endswith(_ENDS)


def is_recital(words: str) -> bool:
    """Whether a clause begins with a participle or its like: "Recalling", "Deeply concerned", "Having considered"."""
    parts = [word.strip("*_,").casefold() for word in shapes.without_mark(words).split(None, 2)[:2]]
    lead = parts[-1] if parts[0].endswith("ly") else parts[0]
    return ends_clause(words) and (lead.endswith("ing") or lead in vocabulary.RECITAL_WORDS)
