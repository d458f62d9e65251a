"""Journey 4: a note is written, kept on the disk, found again, changed and taken away."""

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from finding import part_of
from program import Program, Start, words_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit

from viewer.core.notes import Notebook, NoteColour
from viewer.widgets.parts.colour_choice import ColourChoice
from viewer.widgets.parts.filter_field import FilterField
from viewer.widgets.parts.foot_line import FootLine
from viewer.widgets.parts.notes_list import NotesList
from viewer.widgets.parts.tag_field import TagField
from viewer.widgets.paste_dialog import PasteDialog

QUOTE = "chaired by the Kazakh side"
OTHER = "Joint statement\n\nThe ministers met in Oslo.\n"


def notes_file(program: Program) -> Path:
    (file,) = program.folders.notes.iterdir()
    return file


class KeptNote(NamedTuple):
    """A note as the file has it, read by another reader than the program's own."""

    scope: str
    body: str
    quote: str
    start: int
    tags: list[str]
    colour: str


def on_disk(program: Program) -> list[KeptNote]:
    content = yaml.safe_load(notes_file(program).read_text(encoding="utf-8"))
    return [_kept(note) for note in content["notes"]]


def _kept(note: dict[str, Any]) -> KeptNote:
    anchor = note.get("anchor") or {"exact": "", "start": 0}
    words = note["body"].strip(), anchor["exact"], anchor["start"]
    return KeptNote(note["scope"], *words, note.get("tags", []), note["colour"])


def editor(program: Program) -> QPlainTextEdit:
    return part_of(program.window.notes, QPlainTextEdit)


def write(program: Program, quote: str, body: str) -> None:
    """Select words, press Ctrl+M, type, press Ctrl+Enter."""
    program.select(quote)
    program.press("Ctrl+M", on=program.reading)
    assert editor(program).hasFocus()
    QTest.keyClicks(editor(program), body)
    program.press("Ctrl+Return", on=editor(program))


def note_list(program: Program) -> NotesList:
    return part_of(program.window.notes, NotesList)


def bodies(program: Program) -> list[str]:
    return [note.body for note in program.session.notebook.notes]


def click_note(program: Program, row: int = 0) -> None:
    listed = note_list(program)
    place = listed.visualRect(listed.model().index(row, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fill_the_disk(patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", refuse)


def markers(program: Program, quote: str, colour: NoteColour = NoteColour.YELLOW) -> list[QPoint]:
    """Where the right margin beside the words is painted in a note's colour, in pixels of the text's viewport."""
    view, middle = program.reading.viewport(), program.point(program.span(quote)).y()
    picture, wanted = program.reading.grab().toImage(), program.reading.theme.note(colour)
    edge = view.width() - int(program.reading.document().rootFrame().frameFormat().rightMargin())
    beside = (QPoint(x, y) for x in range(edge, view.width()) for y in range(middle - 20, middle + 20))
    return [place for place in beside if picture.pixelColor(place) == wanted]


def test_a_note_on_selected_words_is_a_readable_file_on_the_disk(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    program.wait_for_notes()
    assert program.saved == "Notes saved"
    (note,) = on_disk(program)
    assert (note.body, note.quote) == ("Whose side?", QUOTE)
    assert program.communique.source.text.index(QUOTE) == note.start
    assert program.communique.source.sha256 in notes_file(program).read_text(encoding="utf-8")


def test_saved_is_said_only_when_the_disk_has_the_note(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    said_before = []
    fsync = os.fsync

    def look_then_sync(descriptor: int) -> None:
        said_before.append(program.saved)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", look_then_sync)
    write(program, QUOTE, "Whose side?")
    assert program.saved == "Saving notes"
    program.wait_for_notes()
    assert program.saved == "Notes saved"
    assert said_before
    assert "Notes saved" not in said_before


def test_a_note_is_there_again_at_the_next_start_with_its_mark_in_the_margin(start: Start) -> None:
    program = start(None)
    write(program, QUOTE, "Whose side?")
    again = start(None)
    assert bodies(again) == ["Whose side?"]
    again.reading.reveal(again.span(QUOTE))
    assert markers(again, QUOTE)
    click_note(again)
    assert again.sees(again.span(QUOTE))
    assert QUOTE in again.theme_tints(again.reading.theme.current)


def test_a_click_on_the_mark_in_the_margin_chooses_the_note(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    program.wait_for_notes()
    note_list(program).clearSelection()
    with program.qtbot.waitSignal(program.session.note_selected) as chosen:
        QTest.mouseClick(program.reading.viewport(), Qt.MouseButton.LeftButton, pos=markers(program, QUOTE)[0])
    assert chosen.args == [program.session.notebook.notes[0].id]


def test_the_other_ways_of_making_a_note(program: Program) -> None:
    program.session.choose_entity(program.entity("S. Lavrov").id)
    for keys, body in (("Ctrl+Shift+M", "paragraph"), ("Ctrl+Shift+E", "entity"), ("Ctrl+Shift+D", "document")):
        program.press(keys, on=program.reading)
        QTest.keyClicks(editor(program), body)
        program.press("Ctrl+Return", on=editor(program))
    program.wait_for_notes()
    assert [(note.scope, note.body) for note in on_disk(program)] == [
        ("paragraph", "paragraph"),
        ("entity", "entity"),
        ("document", "document"),
    ]
    assert "1 note" in [button.text() for button in program.window.card.findChildren(type(program.window.card._count))]


def test_a_note_without_words_or_name_to_stand_on_says_what_to_do(program: Program) -> None:
    program.press("Ctrl+M", on=program.reading)
    assert "Select the words first" in program.notice
    program.press("Ctrl+Shift+E", on=program.reading)
    assert "Choose a name first" in program.notice


def test_a_note_is_edited_recoloured_and_tagged(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    click_note(program)
    program.press("F2", on=note_list(program))
    editor(program).selectAll()
    QTest.keyClicks(editor(program), "The host's side.")
    tags = part_of(program.window.notes, TagField)
    QTest.mouseClick(tags, Qt.MouseButton.LeftButton)
    QTest.keyClicks(tags, "chair, host")
    green = next(
        button
        for button in part_of(program.window.notes, ColourChoice)._buttons.values()
        if button.toolTip() == "Green"
    )
    QTest.mouseClick(green, Qt.MouseButton.LeftButton)
    program.press("Ctrl+Return", on=editor(program))
    program.wait_for_notes()
    (note,) = on_disk(program)
    assert (note.body, note.tags, note.colour) == ("The host's side.", ["chair", "host"], "green")
    assert markers(program, QUOTE, NoteColour.GREEN)
    assert not markers(program, QUOTE)


def test_ctrl_shift_v_pastes_plain_text_into_a_field_and_opens_nothing(program: Program) -> None:
    before = program.session
    QGuiApplication.clipboard().setText("pasted")
    program.press("Ctrl+Shift+D", on=program.reading)
    tags, names = part_of(program.window.notes, TagField), part_of(program.window.sidebar, FilterField)
    for field in (editor(program), tags, names):
        field.setFocus()
        program.qtbot.waitUntil(field.hasFocus)
        program.press("Ctrl+Shift+V")
    assert (editor(program).toPlainText(), tags.text(), names.text()) == ("pasted",) * 3
    program.workspace.pool.waitForDone()
    assert program.session is before
    program.press("Ctrl+Shift+V", on=program.reading)
    dialog = part_of(program.window, PasteDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_note_is_deleted_and_brought_back(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    click_note(program)
    program.press("Del", on=note_list(program))
    program.wait_for_notes()
    assert on_disk(program) == []
    assert not markers(program, QUOTE)
    program.press_button(program.window.notes, "Undo")
    program.wait_for_notes()
    assert [note.body for note in on_disk(program)] == ["Whose side?"]


def test_notes_belong_to_their_document(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "oslo.txt"
    other.write_text(OTHER, encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.open(other)
    assert bodies(program) == []
    write(program, "met in Oslo", "When?")
    program.window.action("sample").trigger()
    program.qtbot.waitUntil(lambda: program.session.path != other)
    program.wait_until_read()
    assert bodies(program) == ["Whose side?"]
    assert len(list(program.folders.notes.iterdir())) == 2


def test_what_is_being_written_is_kept_when_another_document_is_opened(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "oslo.txt"
    other.write_text(OTHER, encoding="utf-8")
    program.select(QUOTE)
    program.press("Ctrl+M", on=program.reading)
    QTest.keyClicks(editor(program), "Not finished")
    program.choose_file(other)
    program.press("Ctrl+O", on=program.reading)
    program.wait_for(other)
    assert [note.body for note in on_disk(program)] == ["Not finished"]


def test_what_is_being_written_is_kept_when_the_window_is_closed(start: Start) -> None:
    program = start(None)
    program.select(QUOTE)
    program.press("Ctrl+M", on=program.reading)
    QTest.keyClicks(editor(program), "Not finished")
    program.press("Ctrl+Q", on=program.reading)
    assert not program.window.isVisible()
    assert bodies(start(None)) == ["Not finished"]


def test_a_notes_file_that_cannot_be_read_is_never_written_over(start: Start) -> None:
    program = start(None)
    write(program, QUOTE, "Whose side?")
    program.end()
    good = notes_file(program).read_bytes()
    broken = good + b"<<<<<<< mine\n"
    notes_file(program).write_bytes(broken)
    again = start(None)
    assert again.saved == "Notes not readable"
    assert "cannot be read" in " ".join(words_on(again.window.notes))
    assert str(notes_file(again)) in part_of(again.window.notes, FootLine).accessibleDescription()
    write(again, QUOTE, "A second one")
    assert "What you have written since is not saved." in " ".join(words_on(again.window.notes))
    assert notes_file(again).read_bytes() == broken
    notes_file(again).write_bytes(good)
    again.press_button(again.window.notes, "Try again")
    again.qtbot.waitUntil(lambda: again.saved == "Notes saved")
    assert sorted(note.body for note in on_disk(again)) == ["A second one", "Whose side?"]


def test_a_full_disk_keeps_the_note_says_so_and_trying_again_saves_it(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        fill_the_disk(full)
        write(program, QUOTE, "Whose side?")
        program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
        assert "the disk is full" in " ".join(words_on(program.window.notes))
        assert bodies(program) == ["Whose side?"]
    program.press_button(program.window.notes, "Try again")
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")
    assert [note.body for note in on_disk(program)] == ["Whose side?"]


def test_a_notes_folder_that_cannot_be_made_keeps_the_note_and_says_so(program: Program) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    assert "a file stands where the folder should be" in " ".join(words_on(program.window.notes))
    assert str(program.folders.notes) in part_of(program.window.notes, FootLine).accessibleDescription()
    program.folders.notes.unlink()
    program.press_button(program.window.notes, "Try again")
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="run by root, whom no permission stops")
def test_a_read_only_notes_folder_keeps_the_note_and_says_so(program: Program) -> None:
    program.folders.notes.mkdir(mode=0o500)
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    assert "the permissions forbid it" in " ".join(words_on(program.window.notes))
    assert bodies(program) == ["Whose side?"]
    program.folders.notes.chmod(0o700)
    program.press_button(program.window.notes, "Try again")
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")


def test_a_copy_is_saved_elsewhere_when_the_disk_is_full(program: Program, tmp_path: Path) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.choose_file(tmp_path / "copy.yaml")
    program.press_button(program.window.notes, "Save a copy…")
    program.qtbot.waitUntil(lambda: "A copy of the notes is in" in program.notice)
    assert "Whose side?" in (tmp_path / "copy.yaml").read_text(encoding="utf-8")


def test_closing_goes_on_when_a_copy_of_the_notes_is_saved(program: Program, tmp_path: Path) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.answer(QMessageBox.StandardButton.Save)
    program.choose_file(tmp_path / "copy.yaml")
    program.press("Ctrl+Q", on=program.reading)
    assert not program.window.isVisible()
    assert "Whose side?" in (tmp_path / "copy.yaml").read_text(encoding="utf-8")


def test_a_copy_that_cannot_be_saved_lets_nothing_go(program: Program, tmp_path: Path) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    (tmp_path / "copy.yaml").symlink_to("no such folder/copy.yaml")
    program.answer(QMessageBox.StandardButton.Save)
    program.choose_file(tmp_path / "copy.yaml")
    program.press("Ctrl+Q", on=program.reading)
    assert program.window.isVisible()
    assert "could not be saved" in program.notice


def test_notes_let_go_for_another_document_are_asked_about_once(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "oslo.txt"
    other.write_text(OTHER, encoding="utf-8")
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.answer(QMessageBox.StandardButton.Discard)
    program.choose_file(other)
    program.press("Ctrl+O", on=program.reading)
    program.wait_for(other)


def test_the_status_line_says_that_a_note_is_being_written(program: Program) -> None:
    assert program.saved == "No notes"
    program.press("Ctrl+Shift+D", on=program.reading)
    QTest.keyClicks(editor(program), "Half a note")
    assert program.saved == "Writing a note"
    program.press("Ctrl+Return", on=editor(program))
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")
    program.press("Ctrl+Shift+D", on=program.reading)
    program.press("Esc", on=editor(program))
    assert program.saved == "Notes saved"


def test_a_notes_folder_that_cannot_be_opened_says_why_and_offers_another(program: Program, tmp_path: Path) -> None:
    program.workspace.change_notes_folder(tmp_path / "unplugged" / "Notes")
    program.window.action("notes-folder").trigger()
    assert "Bring its disk back, or choose another notes folder" in program.notice
    assert program.actions_offered == ["Change folder…"]
    assert not (tmp_path / "unplugged").exists()


def test_closing_with_unsaved_notes_asks_first(program: Program) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.answer(QMessageBox.StandardButton.Cancel)
    program.press("Ctrl+Q", on=program.reading)
    assert program.window.isVisible()
    assert bodies(program) == ["Whose side?"]
    program.answer(QMessageBox.StandardButton.Discard)
    program.press("Ctrl+Q", on=program.reading)
    assert not program.window.isVisible()


def test_opening_another_document_with_unsaved_notes_asks_first(program: Program) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    before = program.session
    write(program, QUOTE, "Whose side?")
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.answer(QMessageBox.StandardButton.Cancel)
    program.window.action("sample").trigger()
    program.workspace.pool.waitForDone()
    assert program.session is before


def test_notes_can_be_kept_in_another_folder(program: Program, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Elsewhere"
    elsewhere.mkdir()
    program.choose_file(elsewhere)
    program.window.action("change-notes-folder").trigger()
    program.wait_for_notes()
    write(program, QUOTE, "Whose side?")
    program.wait_for_notes()
    assert len(list(elsewhere.iterdir())) == 1
    assert not program.folders.notes.exists()
    assert program.workspace.settings.notes_folder == str(elsewhere)


def undo_says(program: Program) -> tuple[str, ...]:
    """What Edit > Undo and Redo say that they would do, once the menu is open."""
    edit = program.window.menu("Edit")
    edit.aboutToShow.emit()
    actions = [program.window.action(command) for command in ("undo", "redo")]
    words = tuple(f"{action.text()}{'' if action.isEnabled() else ' (grey)'}" for action in actions)
    edit.aboutToHide.emit()
    return words


def test_acts_on_notes_are_undone_and_done_again_by_key(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    note_list(program).setFocus()
    program.press("Del", on=note_list(program))
    assert undo_says(program) == ("&Undo delete note", "&Redo (grey)")
    program.press("Ctrl+Z", on=program.reading)
    assert bodies(program) == ["Whose side?"]
    assert undo_says(program) == ("&Undo new note", "&Redo delete note")
    program.press("Ctrl+Z", on=program.reading)
    assert bodies(program) == []
    assert undo_says(program) == ("&Undo (grey)", "&Redo new note")
    program.press("Ctrl+Shift+Z", on=program.reading)
    assert bodies(program) == ["Whose side?"]
    program.press("Ctrl+Y", on=program.reading)
    assert bodies(program) == []


def test_several_deleted_notes_come_back_one_after_the_other(program: Program) -> None:
    for body in ("One", "Two"):
        write(program, QUOTE, body)
    for note in program.session.notebook.notes:
        note_list(program).delete_wanted.emit(note.id)
    assert "2 notes deleted." in words_on(program.window.notes)
    program.press_button(program.window.notes, "Undo")
    assert bodies(program) == ["Two"]
    program.press_button(program.window.notes, "Undo")
    assert sorted(bodies(program)) == ["One", "Two"]
    assert "Note deleted." not in words_on(program.window.notes)


def test_ctrl_z_in_a_field_undoes_typing_there_before_acts_on_notes(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    program.press("Ctrl+Shift+D", on=program.reading)
    QTest.keyClicks(editor(program), "typed")
    assert undo_says(program)[0] == "&Undo typing"
    program.press("Ctrl+Z", on=editor(program))
    assert editor(program).toPlainText() == ""
    assert bodies(program) == ["Whose side?"]
    program.press("Ctrl+Y", on=editor(program))
    assert editor(program).toPlainText() == "typed"
    program.press("Ctrl+Z", on=editor(program))
    program.press("Ctrl+Z", on=editor(program))
    assert bodies(program) == []


def test_the_filter_of_names_undoes_its_typing_too(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    names = part_of(program.window.sidebar, FilterField)
    names.setFocus()
    QTest.keyClicks(names, "x")
    program.press("Ctrl+Z", on=names)
    assert names.text() == ""
    program.press("Ctrl+Z", on=names)
    assert bodies(program) == []


def test_an_act_that_was_overtaken_from_outside_is_said_to_stay(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    (note,) = program.session.notebook.notes
    program.session.show_notebook(Notebook((replace(note, body="Changed elsewhere"),)))
    program.press("Ctrl+Z", on=program.reading)
    assert program.notice == "“New note” stays as it is: all of it was changed again since."
    assert bodies(program) == ["Changed elsewhere"]


def test_another_document_has_acts_of_its_own(program: Program) -> None:
    write(program, QUOTE, "Whose side?")
    program.open_text(OTHER)
    assert undo_says(program) == ("&Undo (grey)", "&Redo (grey)")
