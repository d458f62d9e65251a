"""Journey 4, where it breaks off: what was being written when the program ended is there at the next start."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from finding import part_of
from program import Program, Start, words_on
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from viewer.widgets.acts import draft_acts
from viewer.widgets.parts.tag_field import TagField

PAUSE = draft_acts._PAUSE
HERE_AGAIN = "What you were writing when the program ended is here again."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_acts, "_PAUSE", 0)


def editor(program: Program) -> QPlainTextEdit:
    return part_of(program.window.notes, QPlainTextEdit)


def drafts(program: Program) -> list[Path]:
    return sorted((program.folders.state / "drafts").glob("*.draft.yaml"))


def drafted(program: Program) -> list[str]:
    """The bodies of the drafts on the disk, read by another reader than the program's own."""
    return [yaml.safe_load(path.read_text("utf-8"))["notes"][0]["body"].strip() for path in drafts(program)]


def begin(program: Program, body: str) -> None:
    """Begin a note on the document, and type until the disk has it as a draft."""
    program.press("Ctrl+Shift+D", on=program.reading)
    go_on(program, body, whole=body)


def go_on(program: Program, more: str, whole: str) -> None:
    QTest.keyClicks(editor(program), more)
    program.qtbot.waitUntil(lambda: whole in drafted(program))


def end_as_by_a_crash(program: Program) -> Callable[[], None]:
    """End the program without what it would do at its end; calling the answer puts its drafts on the disk again."""
    files = {path: path.read_bytes() for path in drafts(program)}
    program.window.action("discard-writing").trigger()
    program.end()

    def put_back() -> None:
        for path, data in files.items():
            path.write_bytes(data)

    return put_back


def crash(program: Program) -> None:
    end_as_by_a_crash(program)()


def write(program: Program, body: str) -> None:
    program.press("Ctrl+Shift+D", on=program.reading)
    QTest.keyClicks(editor(program), body)
    program.press("Ctrl+Return", on=editor(program))
    program.qtbot.waitUntil(lambda: program.saved == "Notes saved")


def edit_first(program: Program) -> None:
    program.window.notes.edit_note(program.session.notebook.notes[0].id)


def bodies(program: Program) -> list[str]:
    return [note.body for note in program.session.notebook.notes]


def wait_until_resumed(program: Program, body: str) -> None:
    program.qtbot.waitUntil(lambda: program.window.notes.is_writing)
    assert editor(program).toPlainText() == body


def test_what_is_typed_is_on_the_disk_as_a_draft_and_gone_when_the_note_is_saved(program: Program) -> None:
    begin(program, "Half")
    go_on(program, " a note", whole="Half a note")
    assert not program.folders.notes.exists()
    program.press("Ctrl+Return", on=editor(program))
    program.qtbot.waitUntil(lambda: drafts(program) == [])
    assert program.saved == "Notes saved"


def test_a_draft_is_written_within_two_seconds_of_a_key_however_many_follow(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PAUSE < 2_000
    pause = program.application.connections.note_acts.drafts._pause  # type: ignore[union-attr]
    pause.setInterval(PAUSE)
    begun, start = list[int](), pause.start

    def begin_and_note() -> None:
        begun.append(pause.interval())
        start()

    monkeypatch.setattr(pause, "start", begin_and_note)
    program.press("Ctrl+Shift+D", on=program.reading)
    QTest.keyClicks(editor(program), "Half a note")
    assert begun == [PAUSE], "no key puts it off"
    assert drafts(program) == []
    pause.timeout.emit()
    program.qtbot.waitUntil(lambda: drafted(program) == ["Half a note"])


def test_a_draft_is_there_again_at_the_next_start_and_is_saved_as_a_note(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    again = start(None)
    wait_until_resumed(again, "Half a note")
    assert again.notice == HERE_AGAIN
    assert again.actions_offered == ["Discard"]
    assert bodies(again) == []
    again.press("Ctrl+Return", on=editor(again))
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert bodies(again) == ["Half a note"]
    again.qtbot.waitUntil(lambda: again.notice == "")


def test_a_draft_that_is_discarded_is_gone(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    again = start(None)
    wait_until_resumed(again, "Half a note")
    again.press_button(again.window.notice, "Discard")
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert not again.window.notes.is_writing
    assert bodies(again) == []


def test_what_was_typed_and_taken_back_is_no_draft(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    editor(program).clear()
    program.qtbot.waitUntil(lambda: drafts(program) == [])
    go_on(program, "Another", whole="Another")
    editor(program).clear()
    program.end()
    assert drafts(program) == []
    assert bodies(start(None)) == []


def test_a_draft_that_is_here_again_is_dropped_by_escape_only_when_it_is_pressed_twice(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    again = start(None)
    wait_until_resumed(again, "Half a note")
    again.press("Esc", on=editor(again))
    assert "Press Esc again to drop this text" in words_on(again.window.notes)
    again.press("Esc", on=editor(again))
    again.qtbot.waitUntil(lambda: drafts(again) == [])


def test_a_second_crash_loses_nothing_of_the_first(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    again = start(None)
    wait_until_resumed(again, "Half a note")
    go_on(again, " more", whole="Half a note more")
    crash(again)
    wait_until_resumed(start(None), "Half a note more")


def test_a_draft_of_a_note_is_gone_on_with_in_that_note(start: Start) -> None:
    program = start(None)
    write(program, "First")
    edit_first(program)
    go_on(program, " and second", whole="First and second")
    crash(program)
    again = start(None)
    wait_until_resumed(again, "First and second")
    again.press("Ctrl+Return", on=editor(again))
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert bodies(again) == ["First and second"]


def test_tags_that_were_being_typed_are_here_again_too(start: Start) -> None:
    program = start(None)
    begin(program, "Half")
    QTest.keyClicks(part_of(program.window.notes, TagField), "water, trade")
    program.qtbot.waitUntil(lambda: "trade" in drafts(program)[0].read_text("utf-8"))
    crash(program)
    again = start(None)
    wait_until_resumed(again, "Half")
    assert part_of(again.window.notes, TagField).text() == "water, trade"


def test_a_note_that_was_changed_since_is_not_written_over(start: Start) -> None:
    program = start(None)
    write(program, "First")
    edit_first(program)
    go_on(program, " and second", whole="First and second")
    put_back = end_as_by_a_crash(program)
    other = start(None)
    edit_first(other)
    editor(other).selectAll()
    QTest.keyClicks(editor(other), "Newer")
    other.press("Ctrl+Return", on=editor(other))
    other.end()
    put_back()
    again = start(None)
    wait_until_resumed(again, "First and second")
    again.press("Ctrl+Return", on=editor(again))
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert bodies(again) == ["Newer", "First and second"]


def test_a_draft_that_the_notes_hold_already_is_put_away_without_a_word(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    data = drafts(program)[0].read_bytes()
    program.press("Ctrl+Return", on=editor(program))
    program.end()
    left = program.folders.state / "drafts" / "0.draft.yaml"
    left.write_bytes(data)
    again = start(None)
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert not again.window.notes.is_writing
    assert again.notice == ""


def test_several_drafts_come_one_after_the_other(start: Start) -> None:
    program = start(None)
    begin(program, "One")
    one = drafts(program)[0].read_bytes()
    program.window.action("discard-writing").trigger()
    begin(program, "Two")
    program.qtbot.waitUntil(lambda: drafted(program) == ["Two"])
    crash(program)
    (program.folders.state / "drafts" / "0.draft.yaml").write_bytes(one)
    again = start(None)
    wait_until_resumed(again, "One")
    again.press("Ctrl+Return", on=editor(again))
    wait_until_resumed(again, "Two")
    assert again.notice == HERE_AGAIN
    again.press("Ctrl+Return", on=editor(again))
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert bodies(again) == ["One", "Two"]


def test_a_draft_waits_for_its_own_document(start: Start, tmp_path: Path) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    other = tmp_path / "oslo.txt"
    other.write_text("Joint statement\n\nThe ministers met in Oslo.\n", encoding="utf-8")
    again = start(other)
    assert not again.window.notes.is_writing
    again.window.action("sample").trigger()
    again.qtbot.waitUntil(lambda: again.session.path != other)
    wait_until_resumed(again, "Half a note")


def test_a_draft_that_cannot_be_read_is_left_alone(start: Start) -> None:
    program = start(None)
    begin(program, "Half a note")
    crash(program)
    broken = program.folders.state / "drafts" / "broken.draft.yaml"
    broken.write_bytes(b"\0\0\0")
    again = start(None)
    wait_until_resumed(again, "Half a note")
    assert broken.read_bytes() == b"\0\0\0"


def test_a_note_that_the_disk_refuses_stays_a_draft_until_it_is_saved(start: Start) -> None:
    program = start(None)
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    begin(program, "Half a note")
    program.press("Ctrl+Return", on=editor(program))
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    assert drafted(program) == ["Half a note"]
    crash_without_saving(program)
    again = start(None)
    wait_until_resumed(again, "Half a note")
    again.folders.notes.unlink()
    again.press("Ctrl+Return", on=editor(again))
    assert drafted(again) == ["Half a note"]
    again.press_button(again.window.notes, "Try again")
    again.qtbot.waitUntil(lambda: drafts(again) == [])
    assert bodies(again) == ["Half a note"]


def crash_without_saving(program: Program) -> None:
    files = {path: path.read_bytes() for path in drafts(program)}
    program.end()  # the question is answered: let go
    for path, data in files.items():
        path.write_bytes(data)


def test_notes_that_are_let_go_leave_no_draft(program: Program) -> None:
    program.folders.notes.write_text("a file in the folder's place", encoding="utf-8")
    begin(program, "Half a note")
    program.press("Ctrl+Return", on=editor(program))
    program.qtbot.waitUntil(lambda: program.saved == "Notes not saved")
    program.answer(QMessageBox.StandardButton.Discard)
    program.window.close()
    assert drafts(program) == []


def test_a_full_disk_is_said_once_and_the_next_key_tries_again(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        program.press("Ctrl+Shift+D", on=program.reading)
        QTest.keyClicks(editor(program), "Half")
        program.qtbot.waitUntil(lambda: "would be lost if the program ended now" in program.notice)
        assert drafts(program) == []
    go_on(program, " a note", whole="Half a note")


def test_the_session_manager_is_not_kept_from_ending_and_finds_the_draft_on_the_disk(program: Program) -> None:
    program.window.notes.note_edited.disconnect()  # nothing but the end of the session writes it
    program.press("Ctrl+Shift+D", on=program.reading)
    QTest.keyClicks(editor(program), "Half a note")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(None)
    assert drafted(program) == ["Half a note"]


def test_discarding_where_nothing_is_written_says_so(program: Program) -> None:
    program.window.action("discard-writing").trigger()
    assert program.notice == "No note is being written."
