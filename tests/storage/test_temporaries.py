import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.storage.temporaries import Moment, is_alive, temporary_for, unfinished

NOW = 2_000_000_000.0


def test_a_new_temporary_file_is_one_of_this_process_and_is_told_from_the_readers_own(tmp_path: Path) -> None:
    path = temporary_for(tmp_path / "a.notes.yaml")
    own = tmp_path / "a.notes.yaml.tmp"
    for file in (path, own):
        file.touch()
        os.utime(file, (NOW - 3601, NOW - 3601))
    assert list(unfinished([path, own], Moment(NOW, lambda process: process != os.getpid()))) == [path]
    assert list(unfinished([path, own], Moment(NOW, lambda process: process == os.getpid()))) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such question")
def test_a_process_that_has_ended_is_not_alive() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    assert not is_alive(ended.pid)
    assert is_alive(os.getpid())
