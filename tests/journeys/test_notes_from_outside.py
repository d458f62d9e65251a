"""Journey: another program changes the notes file while it is open; the reader is told and has the last word."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from finding import part_of
from program import Program
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from viewer.core.notes import Notebook, NoteId
from viewer.core.reconcile import Reconciled
from viewer.qmodels.notes_model import NoteRole
from viewer.widgets.clash_dialog import ClashDialog
from viewer.widgets.parts.notes_list import NotesList

BODIES = [f"Note {number}" for number in range(10)]


@pytest.fixture
def written(program: Program) -> Program:
    """The program with ten notes on the disk."""
    window = program.window
    for body in BODIES:
        window.action("note-document").trigger()
        part = window.notes._editor
        assert part is not None
        part._text.insertPlainText(body)
        part.finish()
    program.wait_for_notes()
    return program


def notes_file(program: Program) -> Path:
    (file,) = program.folders.notes.iterdir()
    return file


def take_out(program: Program, *bodies: str) -> None:
    """Take notes out of the file, as another program does, and have the program read it."""
    file = notes_file(program)
    text = file.read_text("utf-8")
    head, *notes = re.split(r"^(?=- id:)", text, flags=re.MULTILINE)
    left = [note for note in notes if not any(f'"{body}"' in note for body in bodies)]
    assert len(notes) - len(left) == len(bodies)
    file.write_text("".join((head, *left)), "utf-8")
    change(program)


def change(program: Program) -> None:
    """Do something that is saved, which finds that the file has changed."""
    program.window.action("note-document").trigger()
    part = program.window.notes._editor
    assert part is not None
    part._text.insertPlainText("Written here")
    part.finish()
    program.wait_for_notes()


def bodies(program: Program) -> list[str]:
    return [note.body for note in program.session.notebook.notes]


def test_a_note_removed_outside_is_told_and_restored_by_an_act_that_can_be_undone(written: Program) -> None:
    take_out(written, "Note 3")
    assert "Note 3" not in bodies(written)
    assert written.notice == "1 note was removed outside this program."
    written.press_button(written.window.notice, "Restore")
    assert "Note 3" in bodies(written)
    assert not written.window.action("restore-notes").isVisible()
    written.press("Ctrl+Z", on=written.reading)
    assert "Note 3" not in bodies(written)
    assert written.window.action("redo").text() == "&Redo restore 1 note"


def test_many_missing_notes_are_put_back_and_can_be_removed_after_all(written: Program) -> None:
    take_out(written, *BODIES[2:6])
    assert written.notice == "4 notes were missing from the file and were put back."
    assert set(BODIES) <= set(bodies(written))
    written.press_button(written.window.notice, "Remove them")
    assert not set(BODIES[2:6]) & set(bodies(written))
    assert not written.window.action("remove-notes").isVisible()
    written.window.action("undo").trigger()
    assert set(BODIES) <= set(bodies(written))


def test_a_note_that_was_put_back_and_written_in_stays(written: Program) -> None:
    take_out(written, *BODIES[2:6])
    window = written.window
    window.notes.edit_note(next(n.id for n in written.session.notebook.notes if n.body == "Note 4"))
    assert window.notes._editor is not None
    window.notes._editor._text.insertPlainText(", kept")
    window.notes.finish_editing()
    window.action("remove-notes").trigger()
    assert "Note 4, kept" in bodies(written)
    assert not {"Note 2", "Note 3", "Note 5"} & set(bodies(written))


def test_what_is_removed_twice_is_restored_together(written: Program) -> None:
    take_out(written, "Note 3")
    take_out(written, "Note 5")
    assert written.notice == "2 notes were removed outside this program."
    written.window.action("restore-notes").trigger()
    assert set(BODIES) <= set(bodies(written))
    assert written.notice == ""


def test_another_document_has_nothing_to_restore(written: Program) -> None:
    take_out(written, "Note 3")
    written.open_text("Joint statement\n\nThe ministers met in Oslo.\n")
    assert not written.window.action("restore-notes").isVisible()
    assert written.notice != "1 note was removed outside this program."


def clash(program: Program) -> None:
    """Change one note here and in the file."""
    file = notes_file(program)
    file.write_text(file.read_text("utf-8").replace('"Note 3"', '"Theirs"'), "utf-8")
    note = next(note for note in program.session.notebook.notes if note.body == "Note 3")
    program.window.notes.edit_note(note.id)
    part = program.window.notes._editor
    assert part is not None
    part._text.selectAll()
    part._text.insertPlainText("Ours")
    part.finish()
    program.wait_for_notes()


def chooser(program: Program) -> ClashDialog:
    dialog = program.window.findChild(ClashDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_clash_is_told_compared_and_decided_by_an_act_that_can_be_undone(written: Program) -> None:
    clash(written)
    assert written.notice == "Another program changed the same note. Both versions are kept: compare them."
    before = bodies(written)
    assert {"Theirs", "Ours"} <= set(before)
    written.press_button(written.window.notice, "Compare…")
    written.press_button(chooser(written), "Keep the &right")
    assert "Theirs" not in bodies(written)
    assert bodies(written).index("Ours") == 3
    written.press("Ctrl+Z", on=written.reading)
    assert bodies(written) == before
    assert written.window.action("redo").text() == "&Redo choice of version"


def test_corrections_that_clash_and_several_versions_are_told_in_their_own_words(written: Program) -> None:
    one, two, *_ = written.session.notebook.notes
    copies = (
        replace(one, id=NoteId("c-1"), body="Ours", conflict_of=one.id),
        replace(two, id=NoteId("c-2"), body="Ours", conflict_of=two.id),
        replace(one, id=NoteId("c-3"), body="title: Ours", conflict_of=NoteId("corrections")),
    )
    book = Notebook((one, two, *copies))
    assert written.application.connections is not None
    tell = written.application.connections.note_acts._merges.tell
    tell(Reconciled(book, (copies[2].id,)))
    assert written.notice == "Another program corrected the same thing. What you wrote there is kept as a note."
    assert written.actions_offered == []
    tell(Reconciled(book, (copies[0].id, copies[1].id)))
    assert written.notice.startswith("Another program changed 2 of the same notes.")
    assert written.actions_offered == ["Compare…"]
    tell(Reconciled(book, (copies[0].id,), (replace(one, id=NoteId("gone")),)))
    assert written.notice == (
        "1 note was removed outside this program. "
        "Another program changed the same note. Both versions are kept: compare them."
    )
    assert written.actions_offered == ["Restore"]


def test_the_menu_of_a_note_offers_to_compare_as_long_as_it_has_another_version(written: Program) -> None:
    clash(written)
    listed = part_of(written.window.notes, NotesList)
    compare = next(action for action in listed.actions() if action.text() == "Compare versions…")
    copy = next(note for note in written.session.notebook.notes if note.body == "Ours")
    assert not compare.isVisible()
    written.window.notes.select_note(copy.id)
    assert compare.isVisible()
    compare.trigger()
    written.press_button(chooser(written), "Keep &both")
    assert not compare.isVisible()


def test_the_mark_on_the_copy_opens_the_chooser(written: Program) -> None:
    clash(written)
    listed = part_of(written.window.notes, NotesList)
    model = listed.model()
    copy = next(i for i in (model.index(row, 0) for row in range(model.rowCount())) if i.data(NoteRole.OTHER_VERSION))
    assert copy.data(NoteRole.OTHER_VERSION) == "Other version of “Theirs”"
    listed.scrollTo(copy)
    row = listed.visualRect(copy)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=row.center() + QPoint(0, row.height() // 2 - 3))
    assert written.window.findChild(ClashDialog) is None
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(40, 14))
    written.press_button(chooser(written), "Keep &both")
    assert written.notice == ""
    assert {"Theirs", "Ours"} <= set(bodies(written))
    assert not any(note.conflict_of for note in written.session.notebook.notes)


def test_a_version_that_changes_while_it_is_compared_is_shown_anew(written: Program) -> None:
    clash(written)
    written.window.action("compare-versions").trigger()
    notebook = written.session.notebook
    theirs = next(note for note in notebook.notes if note.body == "Theirs")
    written.session.show_notebook(notebook.with_note(replace(theirs, body="Theirs, again")))
    written.press_button(chooser(written), "Keep the &right")
    assert "Theirs, again" in bodies(written)
    written.press_button(chooser(written), "Keep the &left")
    assert "Ours" not in bodies(written)


def test_comparing_where_there_is_no_clash_says_so(written: Program) -> None:
    written.window.action("compare-versions").trigger()
    assert written.notice == "No note here has two versions."
