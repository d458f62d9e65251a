"""What happens to bad notes files, and on bad disks; what is said of a file's text: test_notebook_reader."""

import errno
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from notebook_cases import NOTE, SOURCE, opened, refusal, rewrite, saved

from viewer.core.notes import Notebook, NoteId
from viewer.storage import notebooks
from viewer.storage.atomic import write_atomically
from viewer.storage.history import versions
from viewer.storage.notebook_errors import ChangedOutsideError, NotSavedError
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.state_folder import StateFolder

CHANGED = Notebook((replace(NOTE, body="Changed"),))
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.mark.parametrize("file", ["empty", "zeroed", "cut off"])
def test_a_file_spoilt_by_a_power_cut_is_never_written_over(tmp_path: Path, file: str) -> None:
    before = saved(tmp_path, NOTE)
    whole = before.path.read_bytes()
    spoilt = {"empty": b"", "zeroed": bytes(len(whole)), "cut off": whole[: len(whole) // 2]}[file]
    before.path.write_bytes(spoilt)
    refusal(tmp_path)
    with pytest.raises(ChangedOutsideError):
        save_notebook(before, CHANGED)
    assert before.path.read_bytes() == spoilt


def test_notes_that_are_text_are_refused(tmp_path: Path) -> None:
    rewrite(saved(tmp_path), "notes: []", "notes: many")
    assert "“notes:” is not a list" in refusal(tmp_path)


def test_a_byte_order_mark_is_kept(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    file.path.write_bytes(b"\xef\xbb\xbf" + file.path.read_bytes())
    save_notebook(opened(tmp_path)[0], CHANGED)
    assert file.path.read_bytes().startswith(b"\xef\xbb\xbf#")
    assert opened(tmp_path)[1] == CHANGED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_file_in_utf16_is_refused(tmp_path: Path, encoding: str) -> None:
    file = saved(tmp_path, NOTE)
    file.path.write_bytes(file.path.read_text("utf-8").encode(encoding))
    assert "line 1" in refusal(tmp_path)


@pytest.mark.parametrize("character", ["\x7f", "\x80", "\x9f", "\ufffe"])
def test_a_character_that_is_no_text_is_refused_where_it_stands(tmp_path: Path, character: str) -> None:
    rewrite(saved(tmp_path, NOTE), "Who?", f"Who{character}?")
    assert f"line 22, column 13: the character U+{ord(character):04X}" in refusal(tmp_path)


def test_an_unknown_key_behind_a_special_space_is_refused(tmp_path: Path) -> None:
    rewrite(saved(tmp_path, NOTE), "  scope:", "  \u00a0scope:")
    assert "indent with ordinary spaces" in refusal(tmp_path)


def test_a_merge_key_is_refused(tmp_path: Path) -> None:
    rewrite(saved(tmp_path, NOTE), "  scope:", "  <<: {a: b}\n  scope:")
    assert "a merge key (<<)" in refusal(tmp_path)


def test_a_note_of_a_megabyte_on_one_line_is_saved(tmp_path: Path) -> None:
    long = replace(NOTE, body="words " * 170_000)
    saved(tmp_path, long)
    assert opened(tmp_path)[1].notes == (long,)


def test_ten_thousand_notes_are_saved_and_found_again(tmp_path: Path) -> None:
    notes = tuple(replace(NOTE, id=NoteId(f"n-{number}"), body=f"Note {number}") for number in range(10_000))
    saved(tmp_path, *notes)
    assert opened(tmp_path)[1].notes == notes


@posix_only
@pytest.mark.parametrize(
    ("error", "said"), [(errno.EACCES, "the permissions forbid it"), (errno.EROFS, "the disk can only be read")]
)
def test_a_folder_that_cannot_be_written_keeps_its_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    file = saved(tmp_path, NOTE)
    real = os.open

    def refuse(path: Path, flags: int, *more: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(error, os.strerror(error), str(path))
        return real(path, flags, *more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(NotSavedError, match=said):
            save_notebook(file, CHANGED)
    assert [path.name for path in tmp_path.iterdir()] == [file.path.name]
    assert opened(tmp_path)[1].notes == (NOTE,)


def test_a_folder_renamed_while_its_notes_are_open_is_not_made_anew(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path / "notes", chosen=True)
    file = saved(folder.path, NOTE)
    folder.path.rename(tmp_path / "renamed")
    with pytest.raises(ChangedOutsideError, match="no longer there"):
        save_notebook(file, CHANGED, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["renamed"]


def test_other_bytes_of_the_same_size_and_time_are_noticed(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    status = file.path.stat()
    rewrite(file, "Who?", "Whom")
    os.utime(file.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.path.stat().st_size == status.st_size
    with pytest.raises(ChangedOutsideError, match="changed by another program"):
        save_notebook(file, CHANGED)
    assert opened(tmp_path)[1].notes[0].body == "Whom"


def test_what_an_editor_saves_while_we_wait_for_the_disk_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(tmp_path / "notes", NOTE)
    real = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        real(descriptor)
        file.path.write_text("of the editor")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", save_meanwhile)
        with pytest.raises(ChangedOutsideError, match="changed by another program"):
            save_notebook(file, CHANGED, state=StateFolder(tmp_path / "state"))
    assert file.path.read_text() == "of the editor"
    assert [path.name for path in (tmp_path / "notes").iterdir()] == [file.path.name]


def test_a_clock_that_jumps_changes_nothing_but_the_names_of_former_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, state = saved(tmp_path / "notes", NOTE), StateFolder(tmp_path / "state")
    held = []
    for year in (2026, 1970, 2099, 2026):
        held.append(file.path.read_bytes())
        clock = type(
            "Clock", (datetime,), {"now": classmethod(lambda _, tz, year=year: datetime(year, 1, 1, tzinfo=tz))}
        )
        monkeypatch.setattr(notebooks, "datetime", clock)
        notebook = Notebook((replace(NOTE, body=f"Version {len(held)}"),))
        file = save_notebook(file, notebook, state=state)
        assert opened(tmp_path / "notes")[1] == notebook
    held.append(file.path.read_bytes())
    assert {version.path.read_bytes() for version in versions(state.history(file.path))} == set(held)


@pytest.mark.parametrize("data", [b"", b"garbage", b"99999\nanother-host\n"])
def test_whatever_an_old_lock_holds_does_not_matter(tmp_path: Path, data: bytes) -> None:
    file, state = saved(tmp_path / "notes", NOTE), StateFolder(tmp_path / "state")
    file = save_notebook(file, CHANGED, state=state)
    (lock,) = (tmp_path / "state" / "locks").iterdir()
    lock.write_bytes(data)
    save_notebook(file, Notebook(), state=state)
    assert opened(tmp_path / "notes")[1] == Notebook()


@pytest.mark.parametrize("part", ["locks", "history"])
def test_where_the_former_version_cannot_be_kept_that_folder_is_named_and_nothing_is_written(
    tmp_path: Path, part: str
) -> None:
    file, state = saved(tmp_path / "notes", NOTE), tmp_path / "state"
    state.mkdir()
    (state / part).write_text("a file where a folder should be")
    with pytest.raises(NotSavedError, match="what they were before cannot be kept in “") as failure:
        save_notebook(file, CHANGED, state=StateFolder(state))
    assert f"“{state}”: " in str(failure.value)
    assert opened(tmp_path / "notes")[1].notes == (NOTE,)
    (state / part).unlink()
    save_notebook(failure.value.file, CHANGED, state=StateFolder(state))
    assert opened(tmp_path / "notes")[1] == CHANGED


def test_a_notes_folder_that_is_a_file_is_not_blamed_on_the_programs_own_folder(tmp_path: Path) -> None:
    file, _ = opened(tmp_path / "notes")
    (tmp_path / "notes").write_text("a file in the folder's place")
    with pytest.raises(NotSavedError, match="a file stands where the folder should be"):
        save_notebook(file, CHANGED, NotesFolder(tmp_path / "notes"), StateFolder(tmp_path / "state"))


def temporary(folder: Path, process: int, *, hours: float) -> Path:
    """A file left by a program in the middle of writing."""
    path = folder / f".~communique-{process}-0123abcd.tmp"
    path.write_text("half a")
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def ended_process() -> int:
    """The number of a program that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@posix_only
def test_what_dead_programs_left_is_swept_after_an_hour(tmp_path: Path) -> None:
    dead = ended_process()
    mine = tmp_path / "mine.tmp"
    mine.write_text("mine")
    temporary(tmp_path, dead, hours=2)
    running = temporary(tmp_path, os.getppid(), hours=2)
    write_atomically(tmp_path / "file", b"x")
    assert sorted(tmp_path.iterdir()) == sorted([running, mine, tmp_path / "file"])
    young = temporary(tmp_path, dead, hours=0.5)
    write_atomically(tmp_path / "file", b"y")
    assert young.exists()


@pytest.mark.parametrize("name", ["JOINT-Communiqué", "JOINT-Communique\u0301", "CON", "x" * 60])
def test_a_file_is_known_by_its_text_whatever_becomes_of_its_name(tmp_path: Path, name: str) -> None:
    file = saved(tmp_path, NOTE)
    renamed = file.path.rename(tmp_path / f"{name}.notes.yaml")
    file, notebook = opened(tmp_path)
    assert (file.path, notebook.notes) == (renamed, (NOTE,))
    save_notebook(file, CHANGED)
    assert [path.name for path in tmp_path.iterdir()] == [renamed.name]
    assert SOURCE.sha256 in renamed.read_text("utf-8")
