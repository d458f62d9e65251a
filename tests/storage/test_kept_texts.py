import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from viewer.storage.kept_texts import Kept, free_path, keep_text
from viewer.storage.notes_folder import NotesFolder

TITLE = "Joint Communiqué of the Ministers"
TEXT = "Joint Communiqué\n\nThe ministers met.\u00a0\u202e\n\n\nThey parted."


@pytest.fixture
def folder(tmp_path: Path) -> NotesFolder:
    return NotesFolder(tmp_path / "Documents" / "Communiqués")


def test_a_text_is_kept_word_for_word_under_its_title(folder: NotesFolder) -> None:
    kept = keep_text(folder, TITLE, TEXT)
    assert kept == Kept(folder.path / "joint-communique-of-the-ministers.txt")
    assert kept.path.read_bytes() == TEXT.encode()
    assert list(folder.path.iterdir()) == [kept.path]


def test_another_text_of_that_title_gets_a_number(folder: NotesFolder) -> None:
    paths = [keep_text(folder, TITLE, f"{TEXT}{number}").path.name for number in range(3)]
    stem = "joint-communique-of-the-ministers"
    assert paths == [f"{stem}.txt", f"{stem}-2.txt", f"{stem}-3.txt"]
    assert free_path(folder.path, TITLE).name == f"{stem}-4.txt"


def test_a_long_title_is_cut_between_words(folder: NotesFolder) -> None:
    title = "Joint Communiqué of the Third Ministerial Dialogue between Chile and New Zealand"
    assert free_path(folder.path, title).name == "joint-communique-of-the-third-ministerial-dialogue-between.txt"
    assert free_path(folder.path, 70 * "x").name == f"{60 * 'x'}.txt"


def test_the_same_text_is_not_kept_twice(folder: NotesFolder) -> None:
    first = keep_text(folder, TITLE, TEXT)
    assert keep_text(folder, "Another title", TEXT) == Kept(first.path, already=True)
    assert list(folder.path.iterdir()) == [first.path]


def test_a_folder_of_that_name_is_left_alone(folder: NotesFolder) -> None:
    taken = folder.path / "joint-communique-of-the-ministers.txt"
    taken.mkdir(parents=True)
    assert keep_text(folder, TITLE, TEXT).path.name == "joint-communique-of-the-ministers-2.txt"
    assert taken.is_dir()


def test_a_dangling_link_of_that_name_is_not_written_through(folder: NotesFolder, tmp_path: Path) -> None:
    folder.path.mkdir(parents=True)
    (folder.path / "communique.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert keep_text(folder, "Коммюнике", TEXT).path.name == "communique-2.txt"
    assert not (tmp_path / "elsewhere.txt").exists()


@pytest.mark.parametrize(("title", "name"), [("", "communique.txt"), ("Con", "con-text.txt"), ("../x", "x.txt")])
def test_a_title_that_makes_no_name_gets_one(folder: NotesFolder, title: str, name: str) -> None:
    assert keep_text(folder, title, TEXT).path == folder.path / name


def test_a_full_disk_leaves_nothing_behind(folder: NotesFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.make()

    def refuse(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        keep_text(folder, TITLE, TEXT)
    assert list(folder.path.iterdir()) == []


def test_a_chosen_folder_whose_disk_is_missing_is_not_made_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keep_text(NotesFolder(tmp_path / "disk" / "texts", chosen=True), TITLE, TEXT)
    assert not (tmp_path / "disk").exists()


def test_files_that_cannot_be_compared_are_passed_over(folder: NotesFolder) -> None:
    (folder.path / f"{'x' * 5}.txt").mkdir(parents=True)
    os.mkfifo(folder.path / "pipe.txt")
    assert keep_text(folder, TITLE, "").already is False
