from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.clashes import Clash, Kept, clash_of, clashes, decided, differing_words
from viewer.core.notes import Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.text import Span

FIRST = Note(NoteId("n-0"), NoteScope.DOCUMENT, "first")
LEFT = Note(NoteId("n-1"), NoteScope.DOCUMENT, "theirs", created="long ago", changed="yesterday")
RIGHT = replace(LEFT, id=NoteId("n-2"), body="ours", tags=("water",), changed="today", conflict_of=LEFT.id)
BOOK = Notebook((LEFT, RIGHT, FIRST))
CLASH = Clash(LEFT, RIGHT)


def test_a_clash_is_found_by_either_of_its_versions() -> None:
    assert clash_of(BOOK, LEFT.id) == clash_of(BOOK, RIGHT.id) == CLASH
    assert clash_of(BOOK, FIRST.id) is None
    assert list(clashes(BOOK)) == [CLASH]


def test_a_copy_whose_note_is_gone_or_never_was_is_no_clash() -> None:
    correction = replace(RIGHT, id=NoteId("n-3"), conflict_of=NoteId("corrections"))
    itself = replace(LEFT, id=NoteId("n-4"), conflict_of=NoteId("n-4"))
    assert list(clashes(Notebook((RIGHT, correction, itself)))) == []


def test_the_fields_that_differ_are_named() -> None:
    assert CLASH.differing == ("body", "tags")
    assert Clash(LEFT, replace(LEFT, colour=NoteColour.PINK, changed="later")).differing == ("colour",)


def test_one_version_that_is_kept_stands_in_the_place_of_the_note() -> None:
    assert decided(BOOK, CLASH, Kept.LEFT) == Notebook((LEFT, FIRST))
    kept = replace(RIGHT, id=LEFT.id, conflict_of=NoteId(""))
    assert decided(BOOK, CLASH, Kept.RIGHT) == Notebook((kept, FIRST))


def test_both_versions_that_are_kept_are_two_notes() -> None:
    made = decided(BOOK, CLASH, Kept.BOTH)
    assert made == Notebook((LEFT, replace(RIGHT, conflict_of=NoteId("")), FIRST))
    assert list(clashes(made)) == []


def marked(left: str, right: str) -> tuple[list[str], list[str]]:
    ours, theirs = differing_words(left, right)
    return [span.of(left) for span in ours], [span.of(right) for span in theirs]


def test_the_words_that_only_one_version_has_are_marked() -> None:
    assert marked("The host of the meeting.", "The old host of a meeting!") == (["the", "."], ["old", "a", "!"])
    assert marked("same words", "same  words") == ([], [])
    assert marked("", "all of it") == ([], ["all of it"])


def test_of_very_long_versions_all_is_marked() -> None:
    left, right = "word " * 3_000, "word " * 3_001
    assert marked(left, right) == ([left], [right])


@given(st.text(alphabet="ab .😀", max_size=30), st.text(alphabet="ab .😀", max_size=30))
def test_what_is_not_marked_is_the_same_in_both(left: str, right: str) -> None:
    ours, theirs = differing_words(left, right)
    assert unmarked(left, ours) == unmarked(right, theirs)


def unmarked(text: str, marks: list[Span]) -> str:
    """The signs of a text outside the marks."""
    return "".join(sign for at, sign in enumerate(text) if not any(at in mark for mark in marks) and not sign.isspace())
