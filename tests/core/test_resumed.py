from dataclasses import replace

from viewer.core.drafts import Draft, Resumed, resumed
from viewer.core.notes import Note, Notebook, NoteId, NoteScope

KEPT = Note(NoteId("n-1"), NoteScope.DOCUMENT, "First", tags=("one",), changed="before")
TYPED = replace(KEPT, body="First and second")
OTHER_ID = NoteId("n-2")


def going_on(draft: Draft, *notes: Note) -> Resumed | None:
    return resumed(draft, Notebook(notes), lambda: OTHER_ID)


def test_a_new_note_is_gone_on_with_as_a_new_note() -> None:
    assert going_on(Draft(TYPED)) == Resumed(replace(TYPED, body="", tags=()), TYPED, new=True)


def test_a_note_that_is_as_the_draft_began_is_gone_on_with() -> None:
    assert going_on(Draft(TYPED, "First"), replace(KEPT, changed="since")) == Resumed(
        replace(KEPT, changed="since"), replace(TYPED, changed="since"), new=False
    )


def test_a_note_that_was_changed_since_is_left_and_the_draft_becomes_another() -> None:
    way = going_on(Draft(TYPED, "First"), replace(KEPT, body="Newer"))
    assert way is not None
    assert (way.new, way.written) == (True, replace(TYPED, id=OTHER_ID))


def test_a_new_note_that_was_saved_and_changed_since_is_left_too() -> None:
    way = going_on(Draft(TYPED), replace(KEPT, body="Newer"))
    assert way is not None
    assert way.written.id == OTHER_ID


def test_a_note_that_was_deleted_is_written_again() -> None:
    way = going_on(Draft(TYPED, "First"))
    assert way is not None
    assert (way.new, way.written) == (True, TYPED)


def test_what_the_notes_hold_already_is_not_gone_on_with() -> None:
    assert going_on(Draft(TYPED, "First"), TYPED) is None


def test_a_new_note_with_nothing_in_it_is_not_gone_on_with() -> None:
    assert going_on(Draft(replace(KEPT, body=" \n", tags=()))) is None
    assert going_on(Draft(replace(KEPT, body=""))) is not None, "it has a tag"
