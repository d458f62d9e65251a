import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.storage.documents import LARGEST_DOCUMENT, read_beginning, read_document, read_ordinary_file

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refusal(path: Path) -> str:
    with pytest.raises(ViewerError) as refused:
        read_document(path)
    message = str(refused.value)
    assert "\n" not in message
    assert message.startswith("Cannot open “")
    assert message.endswith(".")
    return message


def test_reads_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "text"
    data = bytes(range(256)) * 9000
    path.write_bytes(data)
    assert read_document(path) == data


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert read_document(path) == b""


def test_follows_a_link_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"words")
    (tmp_path / "link").symlink_to("text")
    assert read_document(tmp_path / "link") == b"words"


def test_says_that_a_file_is_missing_and_which(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "gone.txt")
    assert "gone.txt" in refusal(tmp_path / "gone.txt")


def test_says_that_a_folder_is_one(tmp_path: Path) -> None:
    assert "it is a folder" in refusal(tmp_path)


def test_says_that_a_part_of_the_path_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "not a folder" in refusal(tmp_path / "file" / "text")


@posix_only
def test_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in refusal(tmp_path / "pipe")


@posix_only
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random", "/dev/null"])
def test_does_not_read_a_device(device: str) -> None:
    assert "a device or a pipe" in refusal(Path(device))


@posix_only
def test_does_not_connect_to_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes only
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert "between programs" in refusal(tmp_path / "socket")


def test_says_where_links_go_round_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    assert "leads back to itself" in refusal(tmp_path / "one")


def test_says_where_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("gone")
    assert "a link to a file that is not there" in refusal(tmp_path / "link")


def test_says_that_permission_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    path.touch()

    def deny(*_: object) -> int:  # root, who runs the tests in a container, is denied nothing
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    assert "no permission" in refusal(path)


def test_says_folder_where_windows_says_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    assert "it is a folder" in refusal(tmp_path)


def test_gives_the_systems_words_for_an_error_it_has_none_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(os, "open", fail)
    assert "No locks available" in refusal(tmp_path / "text")


def test_says_that_the_disk_failed_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"words")

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert "the disk reports an error" in refusal(path)


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_refuses_a_name_no_file_can_have(name: str) -> None:
    assert "no file can have this name" in refusal(Path(name))


def test_refuses_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / ("x" * 300))


def test_refuses_a_large_file_by_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("it was read"))
    assert "larger than 20 MB" in refusal(path)


def test_reads_a_file_just_as_large_as_allowed(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(LARGEST_DOCUMENT)
    assert len(read_document(path)) == LARGEST_DOCUMENT


def test_stops_reading_a_file_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    with pytest.raises(OSError, match="too large"):
        read_ordinary_file(path, 10_000_000)


def test_reads_a_beginning_of_a_large_file_only(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"0123456789" * 1000)
    assert read_beginning(path, 15) == b"012345678901234"
    assert read_beginning(path, 20_000) == b"0123456789" * 1000


def test_leaves_no_file_open(tmp_path: Path) -> None:
    open_files = Path("/proc/self/fd")
    if not open_files.is_dir():
        pytest.skip("only Linux lists a program's open files")
    before = len(list(open_files.iterdir()))
    for path in (tmp_path, Path("/dev/null"), tmp_path / "gone"):
        refusal(path)
    assert len(list(open_files.iterdir())) == before


def test_shows_a_hostile_name_inert(tmp_path: Path) -> None:
    assert "evil[U+202E][U+000A]txt" in refusal(tmp_path / "evil\u202e\ntxt")


def test_opens_a_file_whose_name_is_not_utf8(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux takes any bytes for a name")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"words")
    assert read_document(path) == b"words"
    assert shown_name(path.name) == "caf\ufffd.txt"
