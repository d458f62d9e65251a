import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from viewer.core.anchor import describe
from viewer.core.notes import Corrections, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.reconcile import Reconciled
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.services import note_keeper, notes_copier
from viewer.services.document_session import DocumentSession
from viewer.services.note_keeper import NoteKeeper
from viewer.services.notes_status import NotesState, NotesStatus
from viewer.storage.history import versions
from viewer.storage.notebook_errors import ChangedOutsideError
from viewer.storage.notebook_reader import read_notebook
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.state_folder import StateFolder

COMMUNIQUE = parse(Source("Joint Communiqué\n\n1. The ministers met in Riverton.\n", "riverton.txt"))
FIRST = Note(
    NoteId("n-00000000000000000001"),
    NoteScope.SELECTION,
    "Which *ministers*?\n\nAll of them.",
    describe(COMMUNIQUE, Span(0, 5)),
    tags=("people",),
    colour=NoteColour.GREEN,
    created="2005-02-25T10:00:00Z",
    changed="2005-02-25T10:00:00Z",
)
SECOND = Note(NoteId("n-00000000000000000002"), NoteScope.DOCUMENT, "The whole of it")
NINE = tuple(replace(SECOND, id=NoteId(f"n-{number}"), body=str(number)) for number in range(9))


class Desk:
    """A session whose notes are kept in a folder."""

    def __init__(self, folder: NotesFolder, state: StateFolder) -> None:
        self._ids: Iterator[int] = count(100)
        self.session = DocumentSession(COMMUNIQUE, None)
        self.keeper = NoteKeeper(self.session, folder, state, new_id=self.new_id)
        self.said: list[NotesStatus] = []
        self.keeper.status_changed.connect(self.said.append)

    def new_id(self) -> NoteId:
        return NoteId(f"n-{next(self._ids):020x}")

    def state(self) -> NotesState:
        return self.keeper.status.state

    @property
    def reason(self) -> str:
        return self.keeper.status.reason

    @property
    def bodies(self) -> list[str]:
        return [note.body for note in self.session.notebook.notes]


class Opener:
    """Opens the same document again and again, and closes every keeper at the end."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.state = StateFolder(folder.parent / "state")
        self.qtbot = qtbot
        self.open: list[Desk] = []

    def __call__(self, folder: Path | None = None, *, chosen: bool = False) -> Desk:
        desk = Desk(NotesFolder(folder or self.folder, chosen), self.state)
        self.open.append(desk)
        desk.keeper.read()
        self.wait(desk)
        return desk

    def wait(self, desk: Desk) -> None:
        at_work = (NotesState.READING, NotesState.SAVING)
        self.qtbot.waitUntil(lambda: desk.state() not in at_work)

    def write(self, desk: Desk, *notes: Note) -> None:
        for note in notes:
            desk.session.write_note(note)
        self.wait(desk)

    @property
    def file(self) -> Path:
        (file,) = self.folder.iterdir()
        return file


@pytest.fixture
def open_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    opener = Opener(tmp_path / "Notes", qtbot)
    yield opener
    for desk in opener.open:
        desk.keeper.finish()
        delete(desk.keeper)  # here, and not by whichever thread collects the garbage


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))

    monkeypatch.setattr(os, "replace", refuse)


def in_trash(open_desk: Opener) -> tuple[Note, ...]:
    """The notes that were thrown away, at one time."""
    (path,) = (open_desk.state.path / "trash").glob("*/*.notes.yaml")
    return read_notebook(path.read_text("utf-8"), lambda: NoteId("")).notebook.notes


def break_down(*_: object) -> NoReturn:
    raise RuntimeError("a fault in the program")


def test_a_document_without_notes_says_so_and_leaves_no_file(open_desk: Opener) -> None:
    assert open_desk().state() is NotesState.NONE
    assert not open_desk.folder.exists()


def test_notes_come_back_when_the_document_is_opened_again(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST, SECOND)
    assert desk.state() is NotesState.SAVED
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_saved_is_said_only_after_saving(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    assert [status.state for status in desk.said] == [
        NotesState.READING,
        NotesState.NONE,
        NotesState.SAVING,
        NotesState.SAVED,
    ]


def test_reading_writes_nothing(open_desk: Opener) -> None:
    open_desk.write(open_desk(), FIRST)
    before = open_desk.file.stat()
    desk = open_desk()
    assert not desk.keeper.unsaved
    assert NotesState.SAVING not in [status.state for status in desk.said]
    after = open_desk.file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_last_of_many_quick_changes_is_what_the_disk_has(open_desk: Opener) -> None:
    desk = open_desk()
    for length in range(30):
        desk.session.write_note(replace(FIRST, body="x" * length))
    desk.session.write_note(SECOND)
    assert desk.keeper.finish()
    assert open_desk().bodies == ["x" * 29, SECOND.body]


def test_a_note_written_while_the_notes_are_read_is_kept_beside_them(open_desk: Opener) -> None:
    open_desk.write(open_desk(), FIRST)
    desk = Desk(NotesFolder(open_desk.folder), open_desk.state)
    open_desk.open.append(desk)
    desk.keeper.read()
    desk.session.write_note(SECOND)
    assert desk.keeper.finish()
    assert desk.session.notebook == Notebook((FIRST, SECOND))
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_a_better_reading_of_the_text_saves_nothing(open_desk: Opener, qtbot: QtBot) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    with qtbot.assertNotEmitted(desk.keeper.status_changed):
        desk.session.show_communique(replace(COMMUNIQUE, analysed=True))


def test_a_full_disk_keeps_the_notes_says_why_and_trying_again_saves_them(
    open_desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    before = open_desk.file.read_bytes()
    with monkeypatch.context() as full:
        fill_the_disk(full)
        open_desk.write(desk, SECOND)
        assert desk.state() is NotesState.FAILED
        assert str(open_desk.file) in desk.reason
        assert desk.keeper.unsaved
        assert open_desk.file.read_bytes() == before
        assert not desk.keeper.finish()
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    assert open_desk().bodies == [FIRST.body, SECOND.body]


def test_the_next_change_tries_again_by_itself(open_desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    with monkeypatch.context() as full:
        fill_the_disk(full)
        open_desk.write(desk, FIRST)
    open_desk.write(desk, SECOND)
    assert desk.state() is NotesState.SAVED


def test_taking_back_what_could_not_be_saved_mends_the_state(
    open_desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    with monkeypatch.context() as full:
        fill_the_disk(full)
        open_desk.write(desk, FIRST)
        desk.session.delete_note(FIRST.id)
        assert desk.state() is NotesState.NONE


def test_a_notes_folder_that_is_a_file_loses_nothing(open_desk: Opener) -> None:
    open_desk.folder.write_text("not a folder", encoding="utf-8")
    desk = open_desk()
    open_desk.write(desk, FIRST)
    assert desk.state() is NotesState.FAILED
    assert desk.keeper.unsaved
    assert open_desk.folder.read_text(encoding="utf-8") == "not a folder"
    open_desk.folder.unlink()
    desk.keeper.retry()
    open_desk.wait(desk)
    assert open_desk().bodies == [FIRST.body]


def test_an_unreadable_file_is_left_alone_and_new_notes_wait_for_it(open_desk: Opener) -> None:
    open_desk.write(open_desk(), FIRST)
    good = open_desk.file.read_bytes()
    broken = good + b"\n<<<<<<< mine\n"
    open_desk.file.write_bytes(broken)
    desk = open_desk()
    assert desk.state() is NotesState.UNREADABLE
    assert desk.keeper.status.path == open_desk.file
    assert str(open_desk.file) in desk.reason
    open_desk.write(desk, SECOND)
    assert "not saved" in desk.reason
    assert not desk.keeper.finish()
    assert open_desk.file.read_bytes() == broken
    open_desk.file.write_bytes(good)
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_a_file_changed_outside_is_not_written_over_and_both_sides_are_kept(open_desk: Opener) -> None:
    desk, other = open_desk(), open_desk()
    open_desk.write(desk, FIRST)
    other.keeper.read()
    open_desk.wait(other)
    open_desk.write(other, replace(FIRST, body="Theirs"), SECOND)
    open_desk.write(desk, replace(FIRST, body="Ours"))
    assert desk.state() is NotesState.SAVED
    assert desk.bodies == ["Theirs", "Ours", SECOND.body]
    assert desk.session.notebook.notes[1].conflict_of == FIRST.id
    assert open_desk().session.notebook == desk.session.notebook


def test_what_was_brought_together_is_told_where_both_sides_clash_or_notes_are_gone(open_desk: Opener) -> None:
    desk, other = open_desk(), open_desk()
    told: list[Reconciled] = []
    desk.keeper.brought_together.connect(told.append)
    open_desk.write(desk, *NINE)
    other.keeper.read()
    open_desk.wait(other)
    other.session.delete_note(NINE[0].id)
    open_desk.wait(other)
    open_desk.write(desk, replace(NINE[1], body="Ours"))
    assert [made.vanished for made in told] == [(NINE[0],)]
    assert desk.bodies == ["Ours", *"2345678"]
    assert open_desk().session.notebook == desk.session.notebook
    assert [note.body for note in in_trash(open_desk)] == ["0"]


def test_notes_that_the_trash_cannot_keep_stay_in_the_notebook(open_desk: Opener) -> None:
    desk, other = open_desk(), open_desk()
    told: list[Reconciled] = []
    desk.keeper.brought_together.connect(told.append)
    open_desk.write(desk, *NINE)
    other.keeper.read()
    open_desk.wait(other)
    other.session.delete_note(NINE[0].id)
    open_desk.wait(other)
    (open_desk.state.path / "trash").write_text("a file in the folder's place", "utf-8")
    open_desk.write(desk, replace(NINE[1], body="Ours"))
    assert desk.bodies == ["0", "Ours", *"2345678"]
    assert [made.vanished for made in told] == [(NINE[0],)]
    assert desk.state() is NotesState.SAVED


def test_a_note_changed_while_others_are_thrown_away_is_kept(open_desk: Opener) -> None:
    desk, other = open_desk(), open_desk()
    open_desk.write(desk, *NINE)
    other.keeper.read()
    open_desk.wait(other)
    other.session.delete_note(NINE[0].id)
    open_desk.wait(other)
    desk.keeper.read()
    desk.keeper._pool.waitForDone()
    QCoreApplication.sendPostedEvents(desk.keeper, QEvent.Type.MetaCall.value)
    desk.session.write_note(replace(NINE[0], body="Touched"))
    open_desk.wait(desk)
    assert desk.bodies == [*"12345678", "Touched"]


def test_many_notes_that_are_gone_at_once_are_put_back_and_told(open_desk: Opener) -> None:
    desk = open_desk()
    told: list[Reconciled] = []
    desk.keeper.brought_together.connect(told.append)
    open_desk.write(desk, *NINE)
    text = open_desk.file.read_text("utf-8")
    open_desk.file.write_text(text[: text.index('- id: "n-5"')], "utf-8")
    open_desk.write(desk, FIRST)
    assert [len(made.vanished) for made in told] == [4]
    assert [note.body for note in in_trash(open_desk)] == ["5", "6", "7", "8"]
    assert desk.bodies == [*"012345678", FIRST.body]
    assert open_desk().session.notebook == desk.session.notebook


def test_a_file_that_changes_again_and_again_is_told_in_the_end(
    open_desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)

    def overtaken(*_: object) -> NoReturn:
        raise ChangedOutsideError("another program is at it. Try again.")

    with monkeypatch.context() as busy:
        busy.setattr(note_keeper, "save_notes", overtaken)
        open_desk.write(desk, SECOND)
        assert desk.state() is NotesState.FAILED
        assert "Try again" in desk.reason
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_the_versions_before_and_after_a_save_are_kept(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    before = open_desk.file.read_bytes()
    open_desk.write(desk, SECOND)
    kept = versions(open_desk.state.history(open_desk.file))
    assert [version.path.read_bytes() for version in kept] == [open_desk.file.read_bytes(), before]


@pytest.mark.parametrize("work", ["read_notes", "save_notes"])
def test_a_fault_in_the_work_is_said_and_trying_again_reads_and_saves(
    open_desk: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, work: str
) -> None:
    open_desk.write(open_desk(), FIRST)
    with monkeypatch.context() as broken, qtbot.captureExceptions() as faults:
        broken.setattr(note_keeper, work, break_down)
        desk = open_desk()
        open_desk.write(desk, SECOND)
        assert desk.state() is NotesState.FAILED
        assert "A fault in this program" in desk.reason
        assert not desk.keeper.finish()
        qtbot.waitUntil(lambda: len(faults) == 2)  # of the first try and of the last; each is reported after it is told
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    assert open_desk().bodies == [FIRST.body, SECOND.body]


def test_a_fault_in_copying_is_said(open_desk: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    desk = open_desk()
    monkeypatch.setattr(notes_copier, "copy_notes", break_down)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(desk.keeper.copy_failed) as failed:
        desk.keeper.save_copy(open_desk.folder / "copy.notes.yaml")
        qtbot.waitUntil(lambda: len(faults) == 1)
    assert failed.args is not None
    assert "A fault in this program" in failed.args[0]


def test_trying_again_where_all_is_well_does_nothing(open_desk: Opener, qtbot: QtBot) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    with qtbot.assertNotEmitted(desk.keeper.status_changed):
        desk.keeper.retry()


def test_a_copy_holds_the_notes_that_could_not_be_saved(open_desk: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    open_desk.folder.write_text("not a folder", encoding="utf-8")
    desk = open_desk()
    open_desk.write(desk, FIRST)
    (tmp_path / "Elsewhere").mkdir()
    copy = tmp_path / "Elsewhere" / "copy.notes.yaml"
    with qtbot.waitSignal(desk.keeper.copy_saved) as saved:
        desk.keeper.save_copy(copy)
    assert saved.args == [copy]
    assert open_desk(tmp_path / "Elsewhere").session.notebook == Notebook((FIRST,))
    assert desk.keeper.unsaved


def test_notes_that_are_in_a_copy_may_be_let_go_until_they_change(
    open_desk: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    open_desk.folder.write_text("not a folder", encoding="utf-8")
    desk = open_desk()
    open_desk.write(desk, FIRST)
    assert not desk.keeper.finish()
    desk.keeper.save_copy(tmp_path / "copy.yaml")
    assert desk.keeper.finish()
    assert (tmp_path / "copy.yaml").exists(), "it waited for the copy"
    open_desk.write(desk, SECOND)
    assert not desk.keeper.finish()
    with qtbot.waitSignal(desk.keeper.copy_failed):
        desk.keeper.save_copy(tmp_path / "no such folder" / "copy.yaml")
    assert not desk.keeper.finish()


def test_notes_of_a_chosen_folder_whose_disk_is_unplugged_wait_for_it(open_desk: Opener, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    open_desk.write(open_desk(disk / "Notes", chosen=True), FIRST)
    away = disk.rename(tmp_path / "away")
    desk = open_desk(disk / "Notes", chosen=True)
    assert desk.state() is NotesState.FAILED, "not “no notes”"
    assert "Bring its disk back" in desk.reason
    open_desk.write(desk, SECOND)
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.state() is NotesState.FAILED
    assert desk.keeper.unsaved
    assert not disk.exists()
    away.rename(disk)
    desk.keeper.retry()
    open_desk.wait(desk)
    assert desk.session.notebook == Notebook((FIRST, SECOND))
    assert desk.state() is NotesState.SAVED


def test_a_file_that_was_taken_away_is_made_anew_whole(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    open_desk.file.unlink()
    open_desk.write(desk, SECOND)
    assert desk.state() is NotesState.SAVED
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_two_windows_that_each_write_a_first_note_keep_both_in_one_file(open_desk: Opener) -> None:
    one, other = open_desk(), open_desk()
    open_desk.write(one, FIRST)
    open_desk.write(other, SECOND)
    assert other.state() is NotesState.SAVED
    assert open_desk.file
    assert open_desk().session.notebook == Notebook((FIRST, SECOND))


def test_a_copy_is_never_written_over_the_notes_file_itself(open_desk: Opener, qtbot: QtBot) -> None:
    open_desk.write(open_desk(), FIRST)
    open_desk.file.write_bytes(b"notes: [")
    desk = open_desk()
    with qtbot.waitSignal(desk.keeper.copy_failed) as failed:
        desk.keeper.save_copy(open_desk.file)
    assert failed.args is not None
    assert "Choose another name" in failed.args[0]
    assert open_desk.file.read_bytes() == b"notes: ["


def test_another_folder_has_its_own_notes_and_takes_those_that_were_not_saved(
    open_desk: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "Elsewhere"
    open_desk.write(open_desk(elsewhere), SECOND)
    desk = open_desk()
    open_desk.write(desk, FIRST)
    third = replace(SECOND, id=NoteId("n-00000000000000000003"), body="Not saved")
    with monkeypatch.context() as full:
        fill_the_disk(full)
        open_desk.write(desk, third)
    desk.keeper.change_folder(NotesFolder(elsewhere, chosen=True))
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    assert desk.session.notebook == Notebook((SECOND, third))
    assert open_desk().session.notebook == Notebook((FIRST,))
    assert open_desk(elsewhere).session.notebook == Notebook((SECOND, third))


def test_a_change_of_folder_waits_for_the_save_under_way(open_desk: Opener, tmp_path: Path) -> None:
    desk = open_desk()
    desk.session.write_note(FIRST)
    desk.keeper.change_folder(NotesFolder(tmp_path / "Elsewhere", chosen=True))
    assert desk.keeper.finish()
    assert desk.session.notebook == Notebook()
    assert open_desk().session.notebook == Notebook((FIRST,))


def test_corrections_without_notes_are_saved_and_come_back(open_desk: Opener) -> None:
    desk = open_desk()
    desk.session.correct(Corrections({"title": "Another"}))
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED
    again = open_desk()
    assert again.state() is NotesState.SAVED
    assert again.session.communique.identity.title == "Another"
    again.session.correct(Corrections())
    open_desk.wait(again)
    assert again.state() is NotesState.NONE


def test_corrections_made_before_the_file_was_read_are_brought_together_field_by_field(open_desk: Opener) -> None:
    desk = open_desk()
    desk.session.correct(Corrections({"title": "Theirs", "chair": "Theirs"}))
    open_desk.wait(desk)
    desk = Desk(NotesFolder(open_desk.folder), open_desk.state)
    open_desk.open.append(desk)
    desk.session.correct(Corrections({"title": "Ours"}))
    desk.keeper.read()
    open_desk.wait(desk)
    assert desk.session.corrections.identity == {"title": "Theirs", "chair": "Theirs"}
    assert desk.bodies == ["title: Ours"]


def test_a_file_follows_the_text_it_belongs_to_and_is_not_written_without_need(
    open_desk: Opener,
) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    other = parse(Source(COMMUNIQUE.source.text.replace("Riverton", "Rivertown"), "riverton.txt"))
    desk.session.show_communique(other)
    open_desk.wait(desk)
    assert f'text_sha256: "{other.source.sha256}"' in open_desk.file.read_text("utf-8")
    before = open_desk.file.stat()
    desk.session.show_communique(parse(other.source._replace(name="again")))
    open_desk.wait(desk)
    assert (open_desk.file.stat().st_ino, open_desk.file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_another_text_without_notes_makes_no_file(open_desk: Opener) -> None:
    desk = open_desk()
    desk.session.show_communique(parse(Source("Another text", "riverton.txt")))
    open_desk.wait(desk)
    assert not open_desk.folder.exists()


def test_corrections_that_are_saved_stay_in_the_former_folder(open_desk: Opener, tmp_path: Path) -> None:
    desk = open_desk()
    desk.session.correct(Corrections({"title": "Another"}))
    open_desk.wait(desk)
    desk.keeper.change_folder(NotesFolder(tmp_path / "New", chosen=True))
    open_desk.wait(desk)
    assert desk.session.corrections == Corrections()
    assert desk.state() is NotesState.NONE


def test_what_another_program_writes_is_taken_in_when_the_file_is_looked_at(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    text = open_desk.file.read_text("utf-8")
    open_desk.file.write_text(text.replace("Which *ministers*?", "Which of them?"), "utf-8")
    desk.keeper.look()
    open_desk.qtbot.waitUntil(lambda: desk.bodies == ["Which of them?\n\nAll of them."])
    open_desk.wait(desk)
    assert desk.state() is NotesState.SAVED


def test_a_file_that_is_looked_at_and_has_not_changed_is_not_read(open_desk: Opener, qtbot: QtBot) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    desk.said.clear()
    desk.keeper.look()
    qtbot.waitUntil(desk.keeper.finish)
    assert desk.said == []


def test_a_file_that_is_gone_is_told_and_made_anew_when_it_is_tried_again(open_desk: Opener) -> None:
    desk = open_desk()
    open_desk.write(desk, FIRST)
    open_desk.file.unlink()
    desk.keeper.look()
    open_desk.qtbot.waitUntil(lambda: desk.state() is NotesState.FAILED)
    assert "no longer there" in desk.reason
    assert desk.bodies == [FIRST.body]
    desk.keeper.retry()
    open_desk.wait(desk)
    assert open_desk().session.notebook == Notebook((FIRST,))


def test_another_windows_note_is_noticed_without_being_asked_for(open_desk: Opener) -> None:
    one, other = open_desk(), open_desk()
    open_desk.write(one, FIRST)
    other.keeper.look()
    open_desk.qtbot.waitUntil(lambda: other.bodies == [FIRST.body] or other.keeper.status.state is NotesState.NONE)
    open_desk.write(other, SECOND)
    open_desk.qtbot.waitUntil(lambda: one.bodies == [FIRST.body, SECOND.body])
