from dataclasses import replace

import pytest
from hypothesis import given
from merging import (
    CORRECTIONS,
    NOTEBOOKS,
    WHOLE,
    Ids,
    check_again_changes_nothing,
    check_no_correction_is_lost,
    check_nothing_is_lost,
    check_sides_may_be_changed,
)

from viewer.core.notes import Corrections, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.reconcile import is_many, reconcile


def note(note_id: str, body: str) -> Note:
    return Note(NoteId(note_id), NoteScope.DOCUMENT, body)


@given(base=NOTEBOOKS, ours=NOTEBOOKS, theirs=NOTEBOOKS)
def test_every_value_that_either_side_changed_is_in_the_note_or_in_its_copy(
    base: Notebook, ours: Notebook, theirs: Notebook
) -> None:
    check_nothing_is_lost(base, ours, theirs)


@given(base=WHOLE, ours=WHOLE, theirs=WHOLE)
def test_every_corrected_value_is_in_the_corrections_or_in_a_note(
    base: Notebook, ours: Notebook, theirs: Notebook
) -> None:
    check_no_correction_is_lost(base, ours, theirs)


@given(base=NOTEBOOKS, ours=NOTEBOOKS, theirs=NOTEBOOKS)
def test_it_does_not_matter_which_side_comes_first_but_where_they_clash(
    base: Notebook, ours: Notebook, theirs: Notebook
) -> None:
    check_sides_may_be_changed(base, ours, theirs)


@given(base=WHOLE, ours=WHOLE, theirs=WHOLE)
def test_what_was_brought_together_stays_so(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    check_again_changes_nothing(base, ours, theirs)


@given(base=NOTEBOOKS, ours=NOTEBOOKS, theirs=NOTEBOOKS)
def test_notes_are_gone_only_where_a_side_let_them_go_and_the_other_left_them_alone(
    base: Notebook, ours: Notebook, theirs: Notebook
) -> None:
    together, _, vanished = reconcile(base, ours, theirs, Ids())
    for made in base.notes:
        if together.note(made.id) is None:
            assert made in (ours.note(made.id) or made, theirs.note(made.id) or made)
            assert (made in vanished) == (ours.note(made.id) is not None)


@given(base=NOTEBOOKS, theirs=NOTEBOOKS)
def test_where_nothing_was_written_here_the_other_side_is_taken(base: Notebook, theirs: Notebook) -> None:
    together, copies, vanished = reconcile(base, base, theirs, Ids())
    assert together == theirs
    assert copies == ()
    assert {made.id for made in vanished} == {made.id for made in base.notes} - {made.id for made in theirs.notes}


@given(base=NOTEBOOKS, ours=NOTEBOOKS)
def test_what_the_disk_has_already_is_not_brought_together_again(base: Notebook, ours: Notebook) -> None:
    assert reconcile(base, ours, ours, Ids()) == (ours, (), ())


def test_two_fields_of_one_note_go_together() -> None:
    was = note("a", "old")
    ours, theirs = replace(was, body="new"), replace(was, colour=NoteColour.BLUE)
    together = reconcile(Notebook((was,)), Notebook((ours,)), Notebook((theirs,)), Ids())
    assert together == (Notebook((replace(was, body="new", colour=NoteColour.BLUE),)), (), ())


def test_tags_are_brought_together_one_by_one() -> None:
    was = replace(note("a", "old"), tags=("peace", "trade"))
    ours, theirs = replace(was, tags=("peace", "water")), replace(was, tags=("peace", "trade", "grain"))
    together = reconcile(Notebook((was,)), Notebook((ours,)), Notebook((theirs,)), Ids()).notebook
    assert set(together.notes[0].tags) == {"peace", "water", "grain"}


def test_one_field_that_both_changed_stays_as_the_disk_has_it_and_ours_becomes_a_copy() -> None:
    together = reconcile(
        Notebook((note("a", "old"),)), Notebook((note("a", "ours"),)), Notebook((note("a", "theirs"),)), Ids()
    )
    copy = replace(note("a", "ours"), id=NoteId("new-0"), conflict_of=NoteId("a"))
    assert together == (Notebook((note("a", "theirs"), copy)), (copy.id,), ())


def test_a_note_deleted_here_stays_deleted() -> None:
    base = Notebook((note("a", "old"), note("b", "kept")))
    assert reconcile(base, base.without(NoteId("a")), base, Ids()).notebook == Notebook((note("b", "kept"),))


def test_a_note_deleted_here_and_changed_there_lives() -> None:
    base, theirs = Notebook((note("a", "old"),)), Notebook((note("a", "theirs"),))
    assert reconcile(base, Notebook(), theirs, Ids()).notebook == theirs


def test_a_note_changed_here_and_missing_there_lives() -> None:
    base, ours = Notebook((note("a", "old"),)), Notebook((note("a", "ours"),))
    assert reconcile(base, ours, Notebook(), Ids()) == (ours, (), ())


def test_a_note_missing_there_has_vanished() -> None:
    base = Notebook((note("a", "old"),))
    assert reconcile(base, base, Notebook(), Ids()) == (Notebook(), (), base.notes)


@pytest.mark.parametrize(
    ("vanished", "of", "many"), [(1, 5, False), (2, 5, True), (20, 200, False), (21, 200, True), (0, 0, False)]
)
def test_a_fifth_of_the_notes_or_twenty_are_many(vanished: int, of: int, *, many: bool) -> None:
    assert is_many(vanished, of) is many


def test_a_correction_that_both_made_differently_is_kept_as_a_note() -> None:
    base, ours, theirs = (Notebook((), Corrections({"title": title})) for title in ("old", "ours", "theirs"))
    together, copies, _ = reconcile(base, ours, theirs, Ids())
    assert together.corrections == theirs.corrections
    assert [(made.id, made.body, made.scope) for made in together.notes] == [
        (copies[0], "title: ours", NoteScope.DOCUMENT)
    ]


def brought_together(base: Corrections, ours: Corrections, theirs: Corrections) -> Notebook:
    return reconcile(Notebook((), base), Notebook((), ours), Notebook((), theirs), Ids()).notebook


def corrected(base: Corrections, ours: Corrections, theirs: Corrections) -> Corrections:
    return brought_together(base, ours, theirs).corrections


@given(base=CORRECTIONS, ours=CORRECTIONS, theirs=CORRECTIONS.filter(lambda made: made != Corrections()))
def test_a_field_only_one_side_changed_is_taken_from_that_side(
    base: Corrections, ours: Corrections, theirs: Corrections
) -> None:
    together = corrected(base, ours, theirs)
    for name in {*base.identity, *ours.identity, *theirs.identity}:
        was, mine, their = (side.identity.get(name) for side in (base, ours, theirs))
        if was in (mine, their):
            assert together.identity.get(name) == (their if mine == was else mine)


@given(base=CORRECTIONS, ours=CORRECTIONS, theirs=CORRECTIONS.filter(lambda made: made != Corrections()))
def test_a_repair_is_off_where_a_side_switched_it_off_and_on_where_a_side_took_that_back(
    base: Corrections, ours: Corrections, theirs: Corrections
) -> None:
    whole = corrected(base, ours, theirs)
    for field in ("switched_off", "switched_off_kinds", "switched_on"):
        was, mine, their = (set(getattr(made, field)) for made in (base, ours, theirs))
        together = getattr(whole, field)
        assert set(together) == (was & mine & their) | (mine - was) | (their - was)
        assert len(set(together)) == len(together)


@given(base=CORRECTIONS, theirs=CORRECTIONS.filter(lambda made: made != Corrections()))
def test_where_nothing_was_corrected_here_the_other_sides_corrections_are_taken(
    base: Corrections, theirs: Corrections
) -> None:
    assert corrected(base, base, theirs) == theirs


@given(ours=CORRECTIONS)
def test_corrections_that_a_file_lost_are_kept(ours: Corrections) -> None:
    together = reconcile(Notebook((), ours), Notebook((), ours), Notebook(), Ids())
    assert together.notebook == Notebook((), ours)
