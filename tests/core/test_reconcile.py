from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.notes import Anchor, Corrections, Note, Notebook, NoteId, NoteScope, RepairPointer
from viewer.core.reconcile import reconcile, reconcile_corrections


def note(note_id: str, body: str) -> Note:
    return Note(NoteId(note_id), NoteScope.DOCUMENT, body)


NOTES = st.builds(note, st.sampled_from("abcd"), st.sampled_from(["one", "two", "three"]))
NOTEBOOKS = st.builds(Notebook, st.lists(NOTES, unique_by=lambda made: made.id, max_size=4).map(tuple))

OFF = st.builds(
    RepairPointer,
    st.sampled_from(["joined-line", "of-tomorrow"]),
    st.sampled_from([Anchor(at, at + 1, "\n", "a", "b") for at in range(3)]),
)
CORRECTIONS = st.builds(
    Corrections,
    st.dictionaries(st.sampled_from(["title", "date", "of_tomorrow"]), st.sampled_from(["", "one", "two", "three"])),
    st.lists(OFF, unique=True, max_size=3).map(tuple),
    st.sampled_from(["", "cp1251", "koi8-r"]),
    switched_off_kinds=st.lists(st.sampled_from(["joined-line", "of-tomorrow", "mark-up"]), unique=True).map(tuple),
    switched_on=st.lists(OFF, unique=True, max_size=3).map(tuple),
)


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


@given(base=CORRECTIONS, ours=CORRECTIONS, theirs=CORRECTIONS)
def test_a_field_only_one_side_changed_is_taken_from_that_side_and_ours_where_both_did(
    base: Corrections, ours: Corrections, theirs: Corrections
) -> None:
    together = reconcile_corrections(base, ours, theirs)
    if theirs == Corrections():
        assert together == ours
        return
    for field in {*base.identity, *ours.identity, *theirs.identity}:
        side = theirs if ours.identity.get(field) == base.identity.get(field) else ours
        assert together.identity.get(field) == side.identity.get(field)
    assert together.encoding == (theirs if ours.encoding == base.encoding else ours).encoding


@given(base=CORRECTIONS, ours=CORRECTIONS, theirs=CORRECTIONS.filter(lambda made: made != Corrections()))
def test_a_repair_is_off_where_a_side_switched_it_off_and_on_where_a_side_took_that_back(
    base: Corrections, ours: Corrections, theirs: Corrections
) -> None:
    whole = reconcile_corrections(base, ours, theirs)
    for field in ("switched_off", "switched_off_kinds", "switched_on"):
        was, mine, their = (set(getattr(made, field)) for made in (base, ours, theirs))
        together = getattr(whole, field)
        assert set(together) == (was & mine & their) | (mine - was) | (their - was)
        assert len(set(together)) == len(together)


@given(base=CORRECTIONS, theirs=CORRECTIONS.filter(lambda made: made != Corrections()))
def test_where_nothing_was_corrected_here_the_other_sides_corrections_are_taken(
    base: Corrections, theirs: Corrections
) -> None:
    assert reconcile_corrections(base, base, theirs) == theirs


@given(ours=CORRECTIONS)
def test_corrections_that_a_file_lost_are_kept(ours: Corrections) -> None:
    together = reconcile(Notebook((), ours), Notebook((), ours), Notebook(), Ids())
    assert together == Notebook((), ours)
