import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from notebook_cases import NOTE, rewrite, saved

from viewer.core.drafts import Draft
from viewer.core.errors import ViewerError
from viewer.core.notes import NoteId
from viewer.storage.drafts import begin_draft, release_draft, write_draft
from viewer.storage.history import keep_version
from viewer.storage.note_check import Report, check_notes, check_own_notes
from viewer.storage.state_folder import StateFolder
from viewer.storage.temporaries import Moment

NOW = 2_000_000_000.0
NOTHING_RUNS = Moment(NOW, lambda _: False)
NOW_IN_WORDS = datetime(2026, 3, 5, tzinfo=UTC)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "Notes"


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "state")


def problems(report: Report) -> list[str]:
    return [finding.problem for finding in report.findings]


def made(folder: Path, name: str, age: float) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(b"half")
    os.utime(path, (NOW - age, NOW - age))
    return path


def draft(state: StateFolder, document: Path | None) -> Path:
    file = begin_draft(state.drafts())
    write_draft(file, Draft(NOTE), "Astana", document, "hash")
    release_draft(file)
    return file.path


def test_good_notes_are_counted_and_nothing_is_found(notes: Path, state: StateFolder) -> None:
    saved(notes, NOTE, replace(NOTE, id=NoteId("n-2")))
    report = check_notes([notes], NOTHING_RUNS, state)
    assert report == Report(1, 2, ())
    assert report.words() == "1 notes file with 2 notes: nothing to mend."


def test_a_file_that_cannot_be_read_is_told_with_line_and_column_and_what_to_do(notes: Path) -> None:
    file = saved(notes, NOTE)
    rewrite(file, 'scope: "selection"', 'scope: "chapter"')
    report = check_notes([file.path], NOTHING_RUNS)
    (finding,) = report.findings
    assert finding.words() == (
        f"{file.path}:11:10: “scope” cannot be “chapter”; write one of selection, paragraph, entity, document. "
        "Mend the file in a text editor, or bring back a former state with Notes > Earlier versions…"
    )
    assert report.summary() == "1 notes file with 0 notes: 1 thing to mend."


def test_an_anchor_out_of_order_is_found(notes: Path) -> None:
    rewrite(saved(notes, NOTE), "end: 13", "end: 3")
    assert problems(check_notes([notes], NOTHING_RUNS)) == ["an anchor that ends at 3, before its start at 4"]


def test_a_doubled_id_is_found_in_the_line_of_the_second(notes: Path) -> None:
    file = saved(notes, NOTE, replace(NOTE, id=NoteId("n-2")))
    rewrite(file, '"n-2"', '"n-1"')
    (finding,) = check_notes([notes], NOTHING_RUNS).findings
    assert finding.problem == "the id “n-1” is also that of the note in line 10"
    assert finding.place is not None
    assert 'id: "n-1"' in file.path.read_text("utf-8").splitlines()[finding.place.line - 1]


def test_two_files_on_one_text_are_found(notes: Path) -> None:
    file = saved(notes, NOTE)
    (notes / "second.notes.yaml").write_bytes(file.path.read_bytes())
    assert problems(check_notes([notes], NOTHING_RUNS)) == [f"it belongs to the same text as “{file.path.name}”"]


def test_a_copy_that_another_program_left_is_found_and_is_no_second_file(notes: Path) -> None:
    file = saved(notes, NOTE)
    copy = file.path.with_name(file.path.name.replace(".notes", ".sync-conflict-20261124-101500-ABCDEFG.notes"))
    copy.write_bytes(file.path.read_bytes())
    report = check_notes([notes], NOTHING_RUNS)
    assert [finding.path for finding in report.findings] == [copy]
    assert problems(report) == [f"it is a copy of “{file.path.name}” that another program made"]


def test_a_file_that_was_not_finished_is_found_when_it_is_old_and_its_program_ended(notes: Path) -> None:
    old = made(notes, ".~communique-77-abcd1234.tmp", age=3601)
    made(notes, ".~communique-77-abcd1235.tmp", age=3599)
    made(notes, ".~communique-77.tmp", age=9999)
    assert [finding.path for finding in check_notes([notes], NOTHING_RUNS).findings] == [old]
    assert check_notes([notes], Moment(NOW, lambda process: process == 77)).findings == ()


def test_a_draft_is_found_when_its_document_is_gone(notes: Path, state: StateFolder, tmp_path: Path) -> None:
    (tmp_path / "there.txt").touch()
    draft(state, tmp_path / "there.txt")
    gone, pasted = draft(state, tmp_path / "gone.txt"), draft(state, None)
    found = {finding.path: finding.problem for finding in check_own_notes(notes, state, NOTHING_RUNS).findings}
    assert found == {
        gone: f"a draft on “Astana”, which is not at “{tmp_path / 'gone.txt'}”",
        pasted: "a draft on “Astana”, which was never a file",
    }


def test_a_draft_that_is_being_written_is_no_trouble(notes: Path, state: StateFolder) -> None:
    file = begin_draft(state.drafts())
    write_draft(file, Draft(NOTE), "Astana", None, "hash")
    assert check_own_notes(notes, state, NOTHING_RUNS).findings == ()
    release_draft(file)


def test_a_draft_that_cannot_be_read_is_found(notes: Path, state: StateFolder) -> None:
    draft(state, None).write_bytes(b"\0")
    assert problems(check_own_notes(notes, state, NOTHING_RUNS)) == ["the character U+0000, which is not text"]


def test_a_former_version_is_found_when_it_is_not_what_was_kept(notes: Path, state: StateFolder) -> None:
    folder = state.history(notes / "a.notes.yaml")
    keep_version(folder, b"notes: [", NOW_IN_WORDS)
    assert check_own_notes(notes, state, NOTHING_RUNS).findings == (), "unreadable, but as it was"
    keep_version(folder, b"whole", NOW_IN_WORDS.replace(year=2027)).path.write_bytes(b"who")
    assert problems(check_own_notes(notes, state, NOTHING_RUNS)) == ["a former version that is not what was kept"]


def test_a_former_version_that_is_no_file_is_found(notes: Path, state: StateFolder) -> None:
    path = keep_version(state.history(notes / "a.notes.yaml"), b"whole", NOW_IN_WORDS).path
    path.unlink()
    path.mkdir()
    (problem,) = problems(check_own_notes(notes, state, NOTHING_RUNS))
    assert problem.startswith("a former version that cannot be read: a folder stands in its place")


def test_nothing_is_made_or_changed(notes: Path, state: StateFolder, tmp_path: Path) -> None:
    assert check_own_notes(notes, state, NOTHING_RUNS) == Report(0, 0, ())
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_there_cannot_be_checked(notes: Path) -> None:
    with pytest.raises(ViewerError, match="no such file or folder"):
        check_notes([notes], NOTHING_RUNS)


def test_a_name_cannot_break_its_line(notes: Path) -> None:
    file = saved(notes, NOTE)
    odd = file.path.rename(notes / "a\nb\u202e.notes.yaml")
    odd.write_bytes(b"notes: [")
    assert "a[U+000A]b[U+202E].notes.yaml:" in check_notes([notes], NOTHING_RUNS).words()
