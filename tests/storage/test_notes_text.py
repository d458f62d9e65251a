"""A notes file changed in place: only what changed is written anew."""

from dataclasses import replace
from difflib import ndiff

import pytest
from hand_written import BY_HAND
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.core.mentions import EntityKind
from viewer.core.notes import Anchor, Corrections, EntityPointer, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import NotebookText, read_notebook
from viewer.storage.notes_text import new_notes_text, read_notes_text, reads_back, with_content

DOCUMENT = DocumentBlock("d-1", "Communiqué", "../a.txt", "0" * 64)


def no_id() -> NoteId:
    raise AssertionError("every note has its id")


def changed(text: str, *changes: Note, without: str = "") -> str:
    """The text of a file after some of its notes were changed or added, and one was deleted."""
    content, written = read_notes_text(text, no_id)
    notebook = content.notebook
    for note in changes:
        notebook = notebook.with_note(note)
    if without:
        notebook = notebook.without(NoteId(without))
    after = replace(content, notebook=notebook)
    text_after = with_content(written, after)
    assert reads_back(written, text_after, after)
    assert read_notebook(text_after.whole(), no_id) == after
    return text_after.whole()


def note_of(text: str, note_id: str) -> Note:
    note = read_notebook(text, no_id).notebook.note(NoteId(note_id))
    assert note is not None
    return note


def differences(before: str, after: str) -> list[str]:
    return [line.rstrip() for line in ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]


def test_a_file_that_is_read_is_the_same_text() -> None:
    assert read_notes_text(BY_HAND, no_id)[1].whole() == BY_HAND


@pytest.mark.parametrize(
    ("note_id", "change", "lines"),
    [
        ("n-1", {"body": "Who?"}, ["-   body: Who was in the chair?", '+   body: "Who?"']),
        ("n-1", {"colour": NoteColour.PINK}, ['+   colour: "pink"']),
        (
            "n-1",
            {"body": "One\nTwo"},
            ["-   body: Who was in the chair?", "+   body: |-", "+     One", "+     Two"],
        ),
        ("n-2", {"tags": ("place",)}, ['-   tags: [place, "Kazakhstan"]   # two', '+   tags: ["place"]   # two']),
        (
            "n-2",
            {"body": "Here.\nThere.\n"},
            ["-     It was in Astana.", "+     Here.", "-", "-     # no comment", "-", "+     There."],
        ),
        ("n-3", {"body": "shorter"}, ['-   body: "short"', '+   body: "shorter"']),
    ],
)
def test_only_the_lines_of_what_changed_are_written_anew(
    note_id: str, change: dict[str, object], lines: list[str]
) -> None:
    after = changed(BY_HAND, replace(note_of(BY_HAND, note_id), **change))  # type: ignore[arg-type]
    assert sorted(differences(BY_HAND, after)) == sorted(lines)
    for comment in ("# keep", "# two", "# What I think:", "# The end.", "# The first that I wrote."):
        assert comment in after


def test_a_new_note_stands_after_the_others_as_they_are_indented() -> None:
    indented = BY_HAND.replace("- id: n-1", "  - id: n-1").replace('- id: "n-2"', '  - id: "n-2"')
    for field in ("body: Who", "x_mood", "scope", "tags", "anchor", "# What", "body: |", "  It was", "  # no"):
        indented = indented.replace(f"\n  {field}", f"\n    {field}")
    indented = indented.replace('- id: n-3\n  body: "short"\n', "")
    after = changed(indented, Note(NoteId("n-4"), NoteScope.DOCUMENT, "Last."))
    assert after.index('\n  - id: "n-4"') < after.index("# The end.")


def test_a_deleted_note_leaves_the_comments_above_it() -> None:
    after = changed(BY_HAND, without="n-1")
    assert "n-1" not in after
    assert "# The first that I wrote." in after


WITHOUT_MOOD = BY_HAND.replace("  x_mood: curious   # of another program\n", "")


def test_an_empty_line_does_not_become_the_end_of_another_notes_text() -> None:
    after = changed(WITHOUT_MOOD, replace(note_of(WITHOUT_MOOD, "n-1"), body="One\n\n"))
    assert "    One\n\n# About the place.\n" in after
    after = changed(WITHOUT_MOOD, replace(note_of(BY_HAND, "n-1"), body="One\n\n", extra={}), without="n-2")
    assert "    One\n\n- id: n-3\n" in after
    assert "# About the place.\n" in after


def test_a_deep_comment_does_not_become_the_text_of_another_note() -> None:
    deep = WITHOUT_MOOD.replace("  # About the place.", "      # About the place.")
    after = changed(deep, replace(note_of(deep, "n-1"), body="One\ntwo\n"))
    assert "    One\n    two\n# About the place.\n" in after


def test_what_a_note_is_about_is_said_when_it_no_longer_goes_without_saying() -> None:
    after = changed(BY_HAND, replace(note_of(BY_HAND, "n-3"), anchor=Anchor(4, 9, "third", "", "")))
    assert note_of(after, "n-3").scope is NoteScope.DOCUMENT


def test_a_note_with_blanks_in_strange_places_is_written_anew_as_a_whole() -> None:
    strange = BY_HAND.replace("chair?\n", "chair?\n      \n")
    after = changed(strange, replace(note_of(strange, "n-1"), body="a\nb\n"))
    assert note_of(after, "n-1").extra == {"x_mood": "curious"}


def test_the_last_note_deleted_and_the_first_one_made() -> None:
    text = "format: 1\ndocument: {id: d-1}\nnotes:\n- id: n-1\n  body: x\n"
    empty = changed(text, without="n-1")
    assert empty.endswith("notes: []\n")
    assert changed(empty, Note(NoteId("n-2"), NoteScope.DOCUMENT, "y")).count("- id:") == 1


@pytest.mark.parametrize("notes", ["", "notes:\n", "notes: ~\n", "notes: []\n", "notes: [{id: n-1, body: x}]\n"])
def test_a_note_is_added_however_the_list_begins(notes: str) -> None:
    text = f"format: 1\ndocument:\n  id: d-1\n{notes}corrections:\n  encoding: cp1251\n# mine\n"
    after = changed(text, Note(NoteId("n-2"), NoteScope.DOCUMENT, "y"))
    assert "# mine" in after


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_the_file_are_kept(end: str) -> None:
    text = BY_HAND.replace("\n", end)
    after = changed(
        text, replace(note_of(text, "n-1"), body="One\nTwo\n"), Note(NoteId("n-4"), NoteScope.DOCUMENT, "y")
    )
    assert after.replace(end, "").count("\n") == after.replace(end, "").count("\r") == 0


def test_a_file_without_a_last_line_end_gets_one_where_a_line_follows() -> None:
    text = "format: 1\ndocument:\n  id: d-1\nnotes:\n- id: n-1\n  body: x"
    assert changed(text, Note(NoteId("n-2"), NoteScope.DOCUMENT, "y")).count("- id:") == 2


def test_corrections_and_document_change_without_a_note() -> None:
    content, written = read_notes_text(BY_HAND, no_id)
    notebook = replace(content.notebook, corrections=Corrections({"title": "Mine"}))
    after = replace(content, notebook=notebook, document=replace(content.document, text_sha256="11"))
    text = with_content(written, after)
    assert reads_back(written, text, after)
    assert sorted(differences(BY_HAND, text.whole())) == sorted(
        ['-     text_sha256: "00"', '+     text_sha256: "11"', "+ corrections:", "+   identity:", '+     title: "Mine"']
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NOTES = st.builds(
    Note,
    st.sampled_from([NoteId(f"n-{number}") for number in range(5)]),
    st.sampled_from(NoteScope),
    WORDS,
    st.none() | st.builds(Anchor, st.just(0), st.integers(0, 9), WORDS, WORDS, WORDS),
    st.none() | st.builds(EntityPointer, st.sampled_from(EntityKind), WORDS),
    st.lists(WORDS, max_size=3).map(tuple),
    st.sampled_from(NoteColour),
    WORDS,
    WORDS,
    extra=st.dictionaries(st.sampled_from(["x_a", "x b"]), WORDS, max_size=2),
)
NOTEBOOKS = st.builds(Notebook, st.lists(NOTES, unique_by=lambda made: made.id, max_size=5).map(tuple))


@settings(deadline=None)
@given(before=NOTEBOOKS, after=NOTEBOOKS, end=st.sampled_from(["\n", "\r\n"]))
def test_any_notebook_becomes_any_other(before: Notebook, after: Notebook, end: str) -> None:
    text = with_content(new_notes_text(DOCUMENT), NotebookText(DOCUMENT, before, {})).whole().replace("\n", end)
    content, written = read_notes_text(text, no_id)
    assert content.notebook == before
    wanted = NotebookText(DOCUMENT, after, {})
    changed_text = with_content(written, wanted)
    assert read_notebook(changed_text.whole(), no_id) == wanted
    assert reads_back(written, changed_text, wanted)
    assert with_content(changed_text, wanted) == changed_text
