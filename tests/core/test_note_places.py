from dataclasses import replace

from viewer.core.anchor import describe
from viewer.core.note_places import notes_by_paragraph
from viewer.core.notes import Anchor, Note, Notebook, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

COMMUNIQUE = parse(Source("Statement\n\nThe ministers met.\n\nThe \U0001f54a ministers thanked the host.\n", "a", "0"))


def note(number: int, words: str) -> Note:
    start = COMMUNIQUE.text.index(words)
    anchor = describe(COMMUNIQUE, Span(start, start + len(words)))
    return Note(NoteId(f"n-{number}"), NoteScope.SELECTION, words, anchor)


def test_notes_stand_beside_the_paragraph_their_words_begin_in_in_the_notebooks_order() -> None:
    last, first, other = note(1, "host"), note(2, "thanked"), note(3, "met")
    assert notes_by_paragraph(COMMUNIQUE, Notebook((last, first, other))) == {1: (other,), 2: (last, first)}


def test_notes_without_a_place_stand_beside_no_paragraph() -> None:
    whole = Note(NoteId("n-1"), NoteScope.DOCUMENT, "all")
    lost = replace(note(2, "met"), anchor=Anchor(0, 5, "Lost!", "before ", " after"))
    assert notes_by_paragraph(COMMUNIQUE, Notebook((whole, lost))) == {}
