from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from notebook_cases import NOTE, counting_ids, opened

from viewer.core.notes import Notebook
from viewer.storage.history import keep_version, versions
from viewer.storage.note_versions import former_notes, put_back
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.state_folder import StateFolder

NOW = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
STATES = (Notebook((NOTE,)), Notebook((replace(NOTE, body="What?"),)), Notebook(()))


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "state")


@pytest.fixture
def notes_file(tmp_path: Path, state: StateFolder) -> Path:
    """A notes file that has had three states."""
    file, _ = opened(tmp_path / "Notes")
    for notebook in STATES:
        file = save_notebook(file, notebook, NotesFolder(tmp_path / "Notes"), state)
    return file.path


def test_former_versions_say_what_they_held(notes_file: Path, state: StateFolder) -> None:
    assert [one.notebook for one in former_notes(notes_file, state, counting_ids())] == [STATES[1], STATES[0]]


def test_a_version_that_cannot_be_read_says_why_and_hides_no_other(notes_file: Path, state: StateFolder) -> None:
    keep_version(state.history(notes_file), b"format: 1\nnotes: [", NOW + timedelta(days=30_000))
    broken, *others = former_notes(notes_file, state, counting_ids())
    assert broken.notebook is None
    assert broken.problem.startswith("line 3")
    assert len(others) == 2


def test_a_version_is_put_in_the_place_of_an_unreadable_file_which_is_kept(
    notes_file: Path, state: StateFolder, tmp_path: Path
) -> None:
    notes_file.write_bytes(b"notes: [")
    latest, earlier, _ = former_notes(notes_file, state, counting_ids())
    assert latest.notebook == STATES[2], "what was saved last"
    put_back(notes_file, earlier.version, state, NOW + timedelta(days=30_000))
    assert versions(state.history(notes_file))[0].path.read_bytes() == b"notes: ["
    assert opened(tmp_path / "Notes")[1] == STATES[1]


def test_a_version_is_put_where_there_is_no_file(notes_file: Path, state: StateFolder, tmp_path: Path) -> None:
    notes_file.unlink()
    put_back(notes_file, former_notes(notes_file, state, counting_ids())[2].version, state, NOW)
    assert opened(tmp_path / "Notes")[1] == STATES[0]


def test_what_cannot_be_kept_is_not_written_over(notes_file: Path, state: StateFolder) -> None:
    latest = former_notes(notes_file, state, counting_ids())[0]
    notes_file.unlink()
    notes_file.mkdir()
    with pytest.raises(IsADirectoryError):
        put_back(notes_file, latest.version, state, NOW)
    assert notes_file.is_dir()


def test_a_file_without_former_versions_has_none(tmp_path: Path, state: StateFolder) -> None:
    assert former_notes(tmp_path / "never.notes.yaml", state, counting_ids()) == []
