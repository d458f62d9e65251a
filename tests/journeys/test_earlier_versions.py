"""Journey 9: notes that were lost or spoilt are brought back from what the program kept of them."""

from pathlib import Path

import pytest
from finding import part_of
from program import Program, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTreeView, QWidget

from viewer.storage.history import versions
from viewer.widgets.history_dialog import HistoryDialog
from viewer.widgets.parts.notes_list import NotesList


def write(program: Program, body: str) -> None:
    program.press("Ctrl+Shift+D", on=program.reading)
    editor = part_of(program.window.notes, QPlainTextEdit)
    QTest.keyClicks(editor, body)
    program.press("Ctrl+Return", on=editor)
    wait_until_saved(program)


def wait_until_saved(program: Program) -> None:
    program.qtbot.waitUntil(lambda: program.saved in ("Notes saved", "No notes"))


def bodies(program: Program) -> list[str]:
    return [note.body for note in program.session.notebook.notes]


def open_versions(program: Program) -> HistoryDialog:
    program.window.action("notes-history").trigger()
    dialog = part_of(program.window, HistoryDialog)
    program.qtbot.waitUntil(lambda: "Reading the earlier versions…" not in words_on(dialog))
    return dialog


def shown(dialog: HistoryDialog) -> list[tuple[str, str]]:
    model = part_of(dialog, QTreeView).model()
    return [(model.index(row, 1).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def previewed(dialog: HistoryDialog) -> list[str]:
    model = part_of(dialog, NotesList).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def restore_button(dialog: HistoryDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Restore")


def notes_file(program: Program) -> Path:
    (file,) = program.folders.notes.iterdir()
    return file


def test_without_earlier_versions_the_dialog_says_when_there_will_be_some(program: Program) -> None:
    dialog = open_versions(program)
    assert any(words.startswith("There are no earlier versions yet.") for words in words_on(dialog))
    assert not restore_button(dialog).isEnabled()
    dialog.reject()


def test_a_deleted_note_is_brought_back_by_key_and_a_later_one_stays(program: Program) -> None:
    write(program, "First")
    program.session.delete_note(program.session.notebook.notes[0].id)
    wait_until_saved(program)
    write(program, "Later")
    dialog = open_versions(program)
    assert shown(dialog) == [("0", "1 added"), ("1", "1 removed")]
    assert "This version has no notes." in words_on(dialog)
    table = part_of(dialog, QTreeView)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert previewed(dialog) == ["First"]
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_until_saved(program)
    assert sorted(bodies(program)) == ["First", "Later"]
    assert "The earlier notes are back." in program.notice
    kept = versions(program.workspace.state_folder.history(notes_file(program)))
    assert "Later" in kept[0].path.read_text("utf-8"), "what was there before"


def test_what_was_brought_back_can_be_undone_by_key(program: Program) -> None:
    write(program, "First")
    program.session.delete_note(program.session.notebook.notes[0].id)
    wait_until_saved(program)
    dialog = open_versions(program)
    restore_button(dialog).click()
    assert bodies(program) == ["First"]
    program.press("Ctrl+Z", on=program.reading)
    assert bodies(program) == []
    program.press("Ctrl+Shift+Z", on=program.reading)
    assert bodies(program) == ["First"]


def test_a_changed_note_is_again_as_it_was(program: Program) -> None:
    write(program, "First")
    program.window.notes.edit_note(program.session.notebook.notes[0].id)
    editor = part_of(program.window.notes, QPlainTextEdit)
    QTest.keyClicks(editor, " spoilt")
    dialog = open_versions(program)  # what is being written is saved first
    assert shown(dialog) == [("1", "1 changed")]
    restore_button(dialog).click()
    wait_until_saved(program)
    assert bodies(program) == ["First"]


def test_an_unreadable_file_gives_way_to_a_version_and_is_kept(program: Program) -> None:
    write(program, "First")
    write(program, "Second")
    broken = notes_file(program).read_bytes()[:-40] + b"\n<<<<<<< mine\n"
    notes_file(program).write_bytes(broken)
    write_over_broken(program)
    assert "bring back a former state" in " ".join(words_on(program.window.notes))
    dialog = open_versions(program)
    assert any(words.startswith("The notes file cannot be read as it is now.") for words in words_on(dialog))
    restore_button(dialog).click()
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")
    assert sorted(bodies(program)) == ["First", "Second", "Third"]
    kept = versions(program.workspace.state_folder.history(notes_file(program)))
    assert broken in [version.path.read_bytes() for version in kept]


def write_over_broken(program: Program) -> None:
    program.press("Ctrl+Shift+D", on=program.reading)
    editor = part_of(program.window.notes, QPlainTextEdit)
    QTest.keyClicks(editor, "Third")
    program.press("Ctrl+Return", on=editor)
    program.qtbot.waitUntil(lambda: program.saved == "Notes not readable")


def test_a_version_that_cannot_be_read_says_why_and_cannot_be_chosen(program: Program) -> None:
    write(program, "First")
    write(program, "Second")
    present, version = versions(program.workspace.state_folder.history(notes_file(program)))
    assert present.path.read_bytes() == notes_file(program).read_bytes()
    version.path.write_bytes(b"notes: [")
    dialog = open_versions(program)
    assert any(words.startswith("This version cannot be read: line ") for words in words_on(dialog))
    assert not restore_button(dialog).isEnabled()
    dialog.reject()


def test_notes_that_are_not_read_have_no_versions_to_show(program: Program, tmp_path: Path) -> None:
    program.workspace.change_notes_folder(tmp_path / "unplugged" / "Notes")
    program.application.connections.note_acts.keeper.change_folder(program.workspace.notes_folder)  # type: ignore[union-attr]
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.window.action("notes-history").trigger()
    assert "are not read yet" in program.notice


@pytest.mark.parametrize("count", [0, 2])
def test_everything_that_takes_the_focus_has_a_name(program: Program, count: int) -> None:
    for number in range(count):
        write(program, str(number))
    dialog = open_versions(program)
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
    dialog.reject()


def test_another_document_closes_the_list(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "oslo.txt"
    other.write_text("Joint statement\n\nThe ministers met in Oslo.\n", encoding="utf-8")
    dialog = open_versions(program)
    with program.qtbot.waitSignal(dialog.finished):
        program.open(other)


def test_what_was_saved_last_is_there_after_another_program_emptied_the_file(program: Program) -> None:
    write(program, "First")
    write(program, "Second")
    notes_file(program).write_bytes(b"")
    write_over_broken(program)
    restore_button(open_versions(program)).click()
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")
    assert sorted(bodies(program)) == ["First", "Second", "Third"]
