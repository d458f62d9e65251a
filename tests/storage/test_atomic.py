import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from viewer.storage import atomic
from viewer.storage.atomic import make_folder, make_folders, write_atomically

OLD = b"the old words\n" * 100
NEW = b"the new words, more of them\n" * 200

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "notes.yaml"
    path.write_bytes(OLD)
    return path


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


class FailingDisk:
    """Lets every call of the system through but one, which fails."""

    CALLS = ("stat", "access", "open", "write", "fstat", "chmod", "fsync", "close", "replace")

    def __init__(self, failing: int, error: int) -> None:
        self.failing = failing
        self.error = error
        self.calls = 0

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._through(name, getattr(os, name)))

    def _through(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            self.calls += 1
            if self.calls != self.failing:
                return real(*arguments, **options)
            if name == "close":  # the system closes the file even where it reports an error
                real(*arguments)
            raise OSError(self.error, os.strerror(self.error))

        return call


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("step", range(1, 20))
def test_whatever_step_fails_the_file_is_whole_and_nothing_is_left(target: Path, step: int, error: int) -> None:
    disk = FailingDisk(step, error)
    with pytest.MonkeyPatch.context() as patch:
        disk.install(patch)
        try:
            write_atomically(target, NEW)
            failed = False
        except OSError:
            failed = True
    assert target.read_bytes() == NEW if not failed else target.read_bytes() in {OLD, NEW}
    assert not leftovers(target.parent)
    assert failed == (disk.calls >= step), "an error went unreported"


def test_the_steps_tried_above_are_all_there_are(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = FailingDisk(0, 0)
    disk.install(monkeypatch)
    write_atomically(target, NEW)
    assert 8 <= disk.calls < 20


@posix_only
def test_a_program_that_dies_at_any_step_leaves_the_file_whole(target: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from viewer.storage.atomic import write_atomically
target, new = Path(sys.argv[1]), sys.stdin.buffer.read()
for step in range(1, 20):
    if os.fork() == 0:
        calls = 0
        def dying(real):
            def call(*arguments, **options):
                global calls
                calls += 1
                if calls == step:
                    os._exit(9)
                return real(*arguments, **options)
            return call
        for name in ("open", "write", "fsync", "close", "replace"):
            setattr(os, name, dying(getattr(os, name)))
        write_atomically(target, new)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.wait()[1])
    left = target.read_bytes()
    print(status, left == new, len(left))
"""
    run = subprocess.run(
        [sys.executable, "-c", script, str(target)], input=NEW, capture_output=True, check=True, timeout=60
    )
    outcomes = {tuple(line.split()) for line in run.stdout.decode().splitlines()}
    assert outcomes == {("9", "False", str(len(OLD))), ("9", "True", str(len(NEW))), ("0", "True", str(len(NEW)))}


def test_writes_all_where_the_system_takes_a_few_bytes_at_a_time(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_new_file_is_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").read_bytes() == b""


def test_says_so_where_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "file", NEW)
    assert not list(tmp_path.iterdir())


def test_writes_through_a_link_and_keeps_it(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(target)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert not leftovers(link.parent)


@posix_only
def test_a_link_the_disk_cannot_read_is_not_taken_for_a_file(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", fail)
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == OLD


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "new")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "new").read_bytes() == NEW


def test_links_that_go_round_in_a_circle_are_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(tmp_path / "one", NEW)


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_keeps_the_permissions(target: Path, mode: int) -> None:
    target.chmod(mode)
    write_atomically(target, NEW)
    assert target.stat().st_mode & 0o777 == mode


@posix_only
def test_does_not_replace_a_read_only_file(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert not leftovers(target.parent)


@posix_only
def test_does_not_replace_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(OSError, match="not an ordinary file"):
            write_atomically(tmp_path / name, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "pipe"]


@posix_only
def test_does_not_part_a_file_from_its_second_name(target: Path, tmp_path: Path) -> None:
    (tmp_path / "second").hardlink_to(target)
    with pytest.raises(OSError, match="a second name"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert target.samefile(tmp_path / "second")


def test_writes_a_file_whose_name_is_as_long_as_the_system_allows(tmp_path: Path) -> None:
    longest = tmp_path / ("x" * 255)
    for data in (OLD, NEW):
        write_atomically(longest, data)
        assert longest.read_bytes() == data


def windows_error(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]  # only Windows declares it
    return error


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(atomic.time, "sleep", waited.append)  # type: ignore[attr-defined]  # a module it imports
    return waited


@pytest.mark.parametrize("code", [5, 32, 33])
def test_waits_for_a_virus_scanner(
    target: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], code: int
) -> None:
    replace = os.replace
    errors = [windows_error(code)] * 3

    def held(source: Path, destination: Path) -> None:
        if errors:
            raise errors.pop()
        replace(source, destination)

    monkeypatch.setattr(os, "replace", held)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert len(pauses) == 3


def test_gives_up_on_a_file_that_stays_held(target: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    def held(*_: Path) -> None:
        raise windows_error(32)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert not leftovers(target.parent)
    assert 2 < sum(pauses) < 3


def test_a_file_system_that_cannot_synchronise_folders_is_no_error(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refusing_folders(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 - no path, a descriptor
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refusing_folders)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_makes_a_folder_and_those_above_it(tmp_path: Path) -> None:
    make_folders(tmp_path / "a" / "b" / "c")
    make_folders(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_makes_one_folder_only_where_the_one_above_it_is_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "a")
    make_folder(tmp_path / "a")
    with pytest.raises(FileNotFoundError):
        make_folder(tmp_path / "b" / "c")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_drive_that_is_missing_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")

    monkeypatch.setattr(Path, "is_dir", lambda _: False)  # of the root, too: as of Z:\\ while its disk is unplugged
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FileNotFoundError):
        make_folders(Path("/a").absolute())
