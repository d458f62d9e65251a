from pathlib import Path

import pytest
from notebook_cases import NOTE, opened, saved

from viewer.storage.conflict_copies import conflict_copies

NAME = "joint-communique--e32bca53.notes.yaml"


@pytest.mark.parametrize(
    "copy",
    [
        "joint-communique--e32bca53.notes.sync-conflict-20261124-101500-ABCDEFG.yaml",
        "joint-communique--e32bca53.notes (Ada's conflicted copy 2026-11-24).yaml",
        "joint-communique--e32bca53.notes-safeBackup-0001.yaml",
        "joint-communique--e32bca53.notes (1).yaml",
        "joint-communique--e32bca53.sync-conflict-20261124-101500-ABCDEFG.notes.yaml",
    ],
)
def test_the_copies_of_a_file_are_known_by_the_mark_in_their_names(tmp_path: Path, copy: str) -> None:
    for name in (NAME, copy):
        (tmp_path / name).touch()
    assert conflict_copies(tmp_path / NAME) == [tmp_path / copy]


@pytest.mark.parametrize(
    "other",
    [
        "joint-communique--e32bca54.notes.yaml",
        "joint-communique--e32bca53.notes.sync-conflict-20261124-101500-ABCDEFG.yaml.tmp",
        "joint-communique--e32bca53.notes of mine.yaml",
        "another--11111111.notes.sync-conflict-20261124-101500-ABCDEFG.yaml",
        "readme.yaml",
    ],
)
def test_other_files_are_no_copies(tmp_path: Path, other: str) -> None:
    for name in (NAME, other):
        (tmp_path / name).touch()
    assert conflict_copies(tmp_path / NAME) == []


def test_a_copy_is_no_notes_file_of_its_own(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    copy = file.path.with_name(file.path.name.replace(".notes", ".sync-conflict-20261124-101500-ABCDEFG.notes"))
    copy.write_bytes(file.path.read_bytes())
    assert opened(tmp_path)[0].path == file.path
    assert conflict_copies(file.path) == [copy]
