import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from viewer.storage import state_folder
from viewer.storage.state_folder import StateFolder

HOLDER = """
import sys
from pathlib import Path
from viewer.storage.state_folder import StateFolder

with StateFolder(Path(sys.argv[1])).lock(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(state: Path, notes: Path) -> "subprocess.Popen[str]":
    """Another program that holds the lock until its input ends."""
    made = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(state), str(notes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "held\n"
    return made


def test_who_wants_the_lock_waits_for_the_one_who_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_folder, "_PATIENCE", 0.05)
    state, notes = tmp_path / "state", tmp_path / "a.notes.yaml"
    with holder(state, notes) as other:
        with pytest.raises(TimeoutError), StateFolder(state).lock(notes):
            pass
        with StateFolder(state).lock(tmp_path / "b.notes.yaml"):
            pass
        other.communicate("")
    with StateFolder(state).lock(notes):
        pass


def test_the_lock_ends_with_the_program_that_held_it(tmp_path: Path) -> None:
    with holder(tmp_path / "state", tmp_path / "a.notes.yaml") as other:
        other.kill()
        other.wait()
        with StateFolder(tmp_path / "state").lock(tmp_path / "a.notes.yaml"):
            pass


def test_a_link_and_its_file_have_one_lock_and_one_history(tmp_path: Path) -> None:
    notes = tmp_path / "a.notes.yaml"
    notes.touch()
    link = tmp_path / "link.yaml"
    link.symlink_to(notes)
    state = StateFolder(tmp_path / "state")
    assert state.history(link) == state.history(notes)
    assert state.history(notes) != state.history(tmp_path / "b.notes.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="few have links there")
def test_two_names_of_one_file_never_get_two_locks_because_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "a.notes.yaml")

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "lstat", fail)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)), StateFolder(tmp_path / "state").lock(link):
        pass
