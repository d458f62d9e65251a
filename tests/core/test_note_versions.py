from dataclasses import replace

from viewer.core.note_versions import Changes, brought_back, changes
from viewer.core.notes import Corrections, Note, Notebook, NoteId, NoteScope

A, B, C = (Note(NoteId(f"n-{name}"), NoteScope.DOCUMENT, name) for name in "abc")


def test_changes_are_counted_note_by_note() -> None:
    after = Notebook((replace(A, body="A"), C))
    assert changes(Notebook((A, B)), after) == Changes(added=1, changed=1, removed=1)
    assert changes(after, after) == Changes(0, 0, 0)


def test_missing_notes_come_back_changed_ones_return_and_later_ones_stay() -> None:
    corrections = Corrections({"title": "Mine"})
    current = Notebook((replace(A, body="A"), C), corrections)
    assert brought_back(current, Notebook((A, B))) == Notebook((A, C, B), corrections)


def test_bringing_back_what_is_there_changes_nothing() -> None:
    assert brought_back(Notebook((A, B)), Notebook((B,))) == Notebook((A, B))
