from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.notes import Note, Notebook, NoteId, NoteScope
from viewer.core.reconcile import reconcile


def note(note_id: str, body: str) -> Note:
    return Note(NoteId(note_id), NoteScope.DOCUMENT, body)


NOTES = st.builds(note, st.sampled_from("abcd"), st.sampled_from(["one", "two", "three"]))
NOTEBOOKS = st.builds(Notebook, st.lists(NOTES, unique_by=lambda made: made.id, max_size=4).map(tuple))


class Ids:
    def __init__(self) -> None:
        self._numbers: Iterator[int] = count()

    def __call__(self) -> NoteId:
        return NoteId(f"new-{next(self._numbers)}")


def contents(notebook: Notebook) -> set[tuple[str, str]]:
    return {(made.id, made.body) for made in notebook.notes}


@given(base=NOTEBOOKS, ours=NOTEBOOKS, theirs=NOTEBOOKS)
def test_whatever_either_side_wrote_is_in_the_result(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    together = reconcile(base, ours, theirs, Ids())
    bodies = {made.body for made in together.notes}
    for written in (contents(ours) | contents(theirs)) - contents(base):
        assert written[1] in bodies
    assert len({made.id for made in together.notes}) == len(together.notes)


@given(base=NOTEBOOKS, theirs=NOTEBOOKS)
def test_where_nothing_was_written_here_the_other_side_is_taken(base: Notebook, theirs: Notebook) -> None:
    together = reconcile(base, base, theirs, Ids())
    assert together.notes[: len(theirs.notes)] == theirs.notes


def test_a_note_both_sides_changed_stays_twice() -> None:
    together = reconcile(
        Notebook((note("a", "old"),)), Notebook((note("a", "ours"),)), Notebook((note("a", "theirs"),)), Ids()
    )
    assert together == Notebook((note("a", "theirs"), replace(note("a", "ours"), id=NoteId("new-0"))))


def test_a_note_deleted_here_stays_deleted() -> None:
    base = Notebook((note("a", "old"), note("b", "kept")))
    assert reconcile(base, base.without(NoteId("a")), base, Ids()) == Notebook((note("b", "kept"),))


def test_a_note_deleted_here_and_changed_there_lives() -> None:
    base, theirs = Notebook((note("a", "old"),)), Notebook((note("a", "theirs"),))
    assert reconcile(base, Notebook(), theirs, Ids()) == theirs


def test_a_note_missing_there_is_kept() -> None:
    base = Notebook((note("a", "old"),))
    assert reconcile(base, base, Notebook(), Ids()) == base
