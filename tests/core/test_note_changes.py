from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.note_changes import NoteChange, change_between, redone, undone
from viewer.core.notes import Note, Notebook, NoteColour, NoteId, NoteScope

A, B, C = (Note(NoteId(letter), NoteScope.DOCUMENT, letter.upper(), changed="before") for letter in "abc")
EDITED = replace(B, body="Better", changed="after")
ALL = Notebook((A, B, C))
WORDS = st.sampled_from(["one", "two", "three"])
NOTES = st.builds(
    Note,
    st.sampled_from([NoteId(letter) for letter in "abcd"]),
    st.just(NoteScope.DOCUMENT),
    WORDS,
    tags=st.lists(WORDS, unique=True).map(tuple),
    colour=st.sampled_from(NoteColour),
    changed=WORDS,
)
NOTEBOOKS = st.builds(Notebook, st.lists(NOTES, unique_by=lambda made: made.id, max_size=4).map(tuple))


def change(before: Notebook, after: Notebook, name: str = "") -> NoteChange:
    made = change_between(before, after, name)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (Notebook(), Notebook((A,)), "new note"),
        (ALL, ALL.without(B.id), "delete note"),
        (ALL, ALL.with_note(EDITED), "edit note"),
        (ALL, ALL.with_note(replace(B, colour=NoteColour.PINK)), "colour of note"),
        (ALL, ALL.with_note(replace(B, tags=("water",))), "tags of note"),
        (ALL, ALL.with_note(replace(B, conflict_of=A.id)), "change of note"),
        (ALL, Notebook((A,)), "change of 2 notes"),
    ],
)
def test_an_act_is_called_by_what_it_did(before: Notebook, after: Notebook, name: str) -> None:
    assert change(before, after).name == name
    assert change(before, after, "another name").name == "another name"


def test_notebooks_with_the_same_notes_differ_by_nothing() -> None:
    assert change_between(ALL, Notebook(ALL.notes)) is None


@given(NOTEBOOKS, NOTES, NOTES)
def test_acts_are_taken_back_and_done_again_one_after_the_other(book: Notebook, written: Note, gone: Note) -> None:
    states = [book, book.with_note(written), book.with_note(written).without(gone.id)]
    acts = [change_between(*pair) for pair in pairwise(states)]
    now = states[-1]
    for act, before in zip(reversed(acts), reversed(states[:-1]), strict=True):
        now = undone(now, act) if act else now
        assert now == before
    for act, after in zip(acts, states[1:], strict=True):
        now = redone(now, act) if act else now
        assert now == after


def test_notes_that_were_deleted_are_back_with_their_ids_where_they_stood() -> None:
    act = change(ALL, Notebook((C,)))
    assert undone(Notebook((C,)), act) == ALL
    assert undone(Notebook(), act) == Notebook((A, B))


def test_a_note_that_stood_after_one_that_is_gone_is_back_at_the_end() -> None:
    act = change(ALL, ALL.without(B.id))
    assert undone(Notebook((C,)), act) == Notebook((C, B))


def test_a_deleted_note_that_another_program_brought_back_is_left_as_it_is() -> None:
    act = change(ALL, ALL.without(B.id))
    theirs = ALL.with_note(EDITED)
    assert undone(theirs, act) is theirs


def test_a_note_that_was_made_goes_only_if_nothing_was_written_in_it_since() -> None:
    act = change(Notebook(), Notebook((B,)))
    assert undone(Notebook((B,)), act) == Notebook()
    assert undone(Notebook((replace(B, changed="later"),)), act) == Notebook()
    assert undone(Notebook((EDITED,)), act) == Notebook((EDITED,))


def test_deleting_again_spares_a_note_that_was_changed_meanwhile() -> None:
    act = change(ALL, ALL.without(B.id))
    assert redone(ALL, act) == ALL.without(B.id)
    assert redone(ALL.with_note(EDITED), act) == ALL.with_note(EDITED)


def test_only_the_fields_the_act_changed_go_back() -> None:
    act = change(ALL, ALL.with_note(EDITED))
    since = replace(EDITED, colour=NoteColour.GREEN, tags=("theirs",), changed="later")
    assert undone(ALL.with_note(since), act).note(B.id) == replace(since, body="B")


def test_a_field_that_was_changed_again_stays() -> None:
    act = change(ALL, ALL.with_note(replace(EDITED, colour=NoteColour.BLUE)))
    since = replace(EDITED, colour=NoteColour.BLUE, body="Theirs")
    assert undone(ALL.with_note(since), act).note(B.id) == replace(since, colour=B.colour, changed="before")


def test_tags_go_back_each_by_itself_and_in_their_order() -> None:
    tagged, retagged = replace(B, tags=("one", "two")), replace(B, tags=("two", "three"))
    act = change(Notebook((tagged,)), Notebook((retagged,)))
    assert undone(Notebook((retagged,)), act) == Notebook((tagged,))
    (found,) = undone(Notebook((replace(B, tags=("two", "three", "theirs")),)), act).notes
    assert set(found.tags) == {"one", "two", "theirs"}


def test_a_note_that_is_gone_is_not_brought_back_by_undoing_a_change_of_it() -> None:
    act = change(ALL, ALL.with_note(EDITED))
    assert undone(Notebook((A,)), act) == Notebook((A,))
    assert redone(Notebook((A,)), act) == Notebook((A,))


def test_what_only_takes_notes_away_is_told_from_the_rest() -> None:
    assert change(ALL, ALL.without(B.id)).deletes
    assert not change(ALL, ALL.with_note(EDITED)).deletes
    assert not change(ALL, ALL.with_note(EDITED).without(A.id)).deletes
