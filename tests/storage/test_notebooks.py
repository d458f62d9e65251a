import errno
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from notebook_cases import NOTE, opened, rewrite, saved

from viewer.core.notes import Notebook, NoteId
from viewer.storage.notebook_errors import ChangedOutsideError, NotSavedError
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_folder import NotesFolder


def test_makes_the_folder_when_there_is_something_to_save(tmp_path: Path) -> None:
    file = saved(tmp_path / "a" / "notes", NOTE)
    assert opened(tmp_path / "a" / "notes") == (file, Notebook((NOTE,)))


def test_saving_again_and_again_needs_no_reading(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    for body in ("one", "two\nlines", ""):
        file = save_notebook(file, Notebook((replace(NOTE, body=body),)))
    assert opened(tmp_path) == (file, Notebook((replace(NOTE, body=""),)))


def test_does_not_write_over_a_file_changed_by_others(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    status = file.path.stat()
    rewrite(file, "Who?", "Why?")
    os.utime(file.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    before = file.path.read_bytes()
    with pytest.raises(ChangedOutsideError, match=r"changed by another program\. Nothing was written\. Try again"):
        save_notebook(file, Notebook())
    assert file.path.read_bytes() == before


def test_does_not_bring_back_a_file_that_was_taken_away(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    file.path.unlink()
    with pytest.raises(ChangedOutsideError, match=r"no longer there\. Nothing was written\. Try again"):
        save_notebook(file, Notebook())
    assert not list(tmp_path.iterdir())


def test_does_not_bring_back_a_folder_whose_disk_was_unplugged(tmp_path: Path) -> None:
    file = saved(tmp_path / "notes", NOTE)
    (tmp_path / "notes").rename(tmp_path / "away")
    with pytest.raises(ChangedOutsideError):
        save_notebook(file, Notebook())
    assert not (tmp_path / "notes").exists()


def test_a_chosen_folder_is_made_only_where_the_one_above_it_is_there(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    file, _ = opened(disk / "notes")
    for folder in (disk / "notes", disk / "notes" / "mine"):
        with pytest.raises(NotSavedError, match=r"the folder is not there\. Bring its disk back"):
            save_notebook(file, Notebook((NOTE,)), NotesFolder(folder, chosen=True))
    assert not disk.exists()
    disk.mkdir()
    save_notebook(file, Notebook((NOTE,)), NotesFolder(disk / "notes", chosen=True))
    assert opened(disk / "notes")[1] == Notebook((NOTE,))


def test_notes_on_a_disk_that_was_unplugged_can_be_saved_when_it_is_back(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path / "disk" / "notes", chosen=True)
    file = saved(folder.path, NOTE)
    away = (tmp_path / "disk").rename(tmp_path / "away")
    with pytest.raises(NotSavedError, match="Bring its disk back") as failure:
        save_notebook(file, Notebook(), folder)
    away.rename(tmp_path / "disk")
    save_notebook(failure.value.file, Notebook(), folder)
    assert opened(folder.path)[1] == Notebook()


def test_no_more_is_saved_than_can_be_read_again(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    before = file.path.read_bytes()
    large = replace(NOTE, body="words " * (3 * 1024 * 1024))
    with pytest.raises(NotSavedError, match="larger than 16 MB, more than can be read again"):
        save_notebook(file, Notebook((large,)))
    assert file.path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="few have hard links there")
def test_a_file_with_a_second_name_is_not_parted_from_it(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    (tmp_path / "second").hardlink_to(file.path)
    with pytest.raises(NotSavedError, match="a hard link"):
        save_notebook(file, Notebook())
    assert file.path.samefile(tmp_path / "second")


def test_does_not_write_over_a_file_that_appeared(tmp_path: Path) -> None:
    file, _ = opened(tmp_path)
    file.path.write_text("mine")
    with pytest.raises(ChangedOutsideError, match="has appeared"):
        save_notebook(file, Notebook((NOTE,)))
    assert file.path.read_text() == "mine"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EACCES, "the permissions forbid it"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EIO, "the disk reports an error"),
        (errno.ENOLCK, "the system says"),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failed_save_says_why_keeps_the_old_notes_and_can_be_tried_again(
    tmp_path: Path, call: str, error: int, said: str
) -> None:
    file = saved(tmp_path, NOTE)
    before = file.path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    changed = Notebook((replace(NOTE, body="Changed"),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(NotSavedError, match=said) as failure:
            save_notebook(file, changed)
    assert str(file.path) in str(failure.value)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]
    save_notebook(failure.value.file, changed)
    assert opened(tmp_path)[1] == changed


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not synchronised there")
def test_can_be_tried_again_where_only_the_folder_could_not_be_synchronised(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    fsync = os.fsync

    def failing_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", failing_for_folders)
        with pytest.raises(NotSavedError) as failure:
            save_notebook(file, Notebook((replace(NOTE, body="Changed"),)))
    later = Notebook((replace(NOTE, body="Changed once more"),))
    save_notebook(failure.value.file, later)
    assert opened(tmp_path)[1] == later


def test_a_disk_that_cannot_be_read_even_after_the_failure_hides_nothing(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)

    def fail(*_: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", fail)
        with pytest.raises(NotSavedError) as failure:
            save_notebook(file, Notebook())
    assert failure.value.file == file


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_read_only_file_is_not_written(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    before = file.path.read_bytes()
    file.path.chmod(0o444)
    with pytest.raises(NotSavedError, match="the permissions forbid it"):
        save_notebook(file, Notebook())
    assert file.path.read_bytes() == before


def test_a_folder_where_a_file_stands_cannot_be_made(tmp_path: Path) -> None:
    file, _ = opened(tmp_path / "notes")
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(NotSavedError, match="Choose another notes folder"):
        save_notebook(file, Notebook((NOTE,)))


def test_writes_through_a_link_and_keeps_it(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    real = file.path.rename(tmp_path / "real")
    file.path.symlink_to(real)
    file = save_notebook(file, Notebook())
    assert file.path.is_symlink()
    assert "notes: []" in real.read_text("utf-8")


def test_half_a_character_becomes_a_mark(tmp_path: Path) -> None:
    saved(tmp_path, replace(NOTE, body="a\ud800b", tags=("\udfff",)))
    note = opened(tmp_path)[1].notes[0]
    assert (note.body, note.tags) == ("a\ufffdb", ("\ufffd",))


def test_what_would_not_read_back_the_same_is_not_written(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    before = file.path.read_bytes()
    for bad in (replace(NOTE, id=NoteId("")), replace(NOTE, extra={"k" * 2000: "v"}), replace(NOTE, created="\ud800")):
        with pytest.raises(NotSavedError, match="would not read back the same"):
            save_notebook(file, Notebook((bad,)))
    assert file.path.read_bytes() == before
