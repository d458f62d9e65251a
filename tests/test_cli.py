import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import __version__
from viewer.arguments import Arguments
from viewer.cli import parse_arguments
from viewer.storage.resources import bundled_communique

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def communique(*arguments: str | bytes | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | environment,
    )


def refusal(run: subprocess.CompletedProcess[bytes]) -> str:
    """The one line a refused command prints."""
    assert run.returncode == 2
    assert run.stdout == b""
    line = run.stderr.decode()
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert line.startswith("communique: ")
    return line.removeprefix("communique: ").strip()


# What may be asked


@pytest.mark.parametrize(
    ("argv", "arguments"),
    [
        ([], Arguments()),
        (["a.txt"], Arguments(file=Path("a.txt"))),
        (["./inspect"], Arguments(file=Path("./inspect"))),
        (["--", "-a.txt"], Arguments(file=Path("-a.txt"))),
        (["inspect", "--json", "a.txt"], Arguments(file=Path("a.txt"), inspect=True)),
        (["inspect", "a.txt", "--json"], Arguments(file=Path("a.txt"), inspect=True)),
        (["check-notes"], Arguments(check=())),
        (["check-notes", "a", "b"], Arguments(check=(Path("a"), Path("b")))),
        (["--screenshot", "o.png"], Arguments(screenshot=Path("o.png"))),
        (
            ["--screenshot", "o.png", "a.txt", "--theme", "dark", "--size", "1280x800", "--select", "S. Lavrov"],
            Arguments(
                file=Path("a.txt"),
                screenshot=Path("o.png"),
                theme="dark",
                size=(1280, 800),
                select="S. Lavrov",
            ),
        ),
    ],
)
def test_understands_what_is_asked(argv: list[str], arguments: Arguments) -> None:
    assert parse_arguments(argv) == arguments


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["a.txt", "b.txt"], "unrecognized arguments: b.txt"),
        (["--colour"], "--colour"),
        (["inspect"], "required: --json, FILE"),
        (["inspect", "a.txt"], "required: --json"),
        (["inspect", "--json"], "required: FILE"),
        (["--screenshot"], "expected one argument"),
        (["--screenshot", "o.png", "--theme", "sepia"], "“sepia” is neither light nor dark"),
        (["--screenshot", "o.png", "--size", "large"], "“large” is not a size such as 1280x800"),
        (["--screenshot", "o.png", "--size", "0x10"], "“0x10” is not a size"),
        (["--screenshot", "o.png", "--size", "99999x10"], "“99999x10” is not a size"),
        (["--screenshot", ""], "“” is not a name for the picture, such as window.png"),
        (["--screenshot", "victim.txt"], "“victim.txt” is not a name for the picture"),
        (["--screenshot", "/dev/full"], "“/dev/full” is not a name for the picture"),
        (["--theme", "dark"], "go with --screenshot"),
        (["--size", "10x10", "a.txt"], "go with --screenshot"),
    ],
)
def test_says_in_one_line_what_was_not_understood(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(argv)
    assert ended.value.code == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""


def test_a_picture_is_not_to_be_written_over_the_text_it_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "window.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "link.txt").symlink_to(path)
    with pytest.raises(SystemExit):
        parse_arguments(["--screenshot", str(path), str(tmp_path / "link.txt")])
    assert "would write over the text to open" in capsys.readouterr().err


def test_help_names_every_way_to_start() -> None:
    run = communique("--help")
    assert run.returncode == 0
    for words in ("communique [FILE]", "inspect --json FILE", "--screenshot OUT.png", "--theme", "--size", "--select"):
        assert words in run.stdout.decode()


def test_help_is_printed_where_a_terminal_lacks_its_letters() -> None:
    run = communique("--help", PYTHONIOENCODING="ascii")
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"communiqu?" in run.stdout


def test_says_its_version() -> None:
    run = communique("--version")
    assert (run.returncode, run.stdout.split()) == (0, [b"communique", __version__.encode()])


# Inspect


def test_inspect_prints_what_was_recognised() -> None:
    run = communique("inspect", "--json", bundled_communique())
    assert (run.returncode, run.stderr) == (0, b"")
    inspected = json.loads(run.stdout)
    assert inspected["document"]["title"].startswith("Meeting of the Council of Ministers")
    text = inspected["document"]["text"]
    mentions = [mention for entity in inspected["entities"] for mention in entity["mentions"]]
    assert mentions
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in mentions)


def test_inspect_knows_the_names_of_a_folder_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("The Pelorus Concord met in Port Ames.", encoding="utf-8")
    (tmp_path / "organisations.yaml").write_text("Pelorus Concord: {}", encoding="utf-8")
    (tmp_path / "places.yaml").write_text("towns: [Port Ames]", encoding="utf-8")
    run = communique("inspect", "--json", "--gazetteers", tmp_path, text)
    assert run.returncode == 0
    assert [entity["name"] for entity in json.loads(run.stdout)["entities"]] == ["Pelorus Concord"]
    assert run.stderr.decode().startswith("communique: left out: places.yaml, line 1: “towns” is none of ")
    assert run.stderr.count(b"\n") == 1


def test_a_folder_of_gazetteers_that_is_none_is_refused(tmp_path: Path) -> None:
    run = communique("inspect", "--json", "--gazetteers", tmp_path / "nowhere", "text.txt")
    assert "nowhere” is not a folder" in refusal(run)


def test_inspect_knows_no_qt() -> None:
    code = (
        "import sys; sys.argv[1:] = ['inspect', '--json', sys.argv[1]]\n"
        "from viewer.__main__ import main\n"
        "assert main() == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    subprocess.run(
        [sys.executable, "-c", code, bundled_communique()], check=True, timeout=60, stdout=subprocess.DEVNULL
    )


def test_a_start_of_the_window_reads_no_options_parser_and_no_yaml() -> None:
    code = (
        "import sys\nfrom viewer.__main__ import parse_arguments\n"
        "parse_arguments([]), parse_arguments(['a.txt'])\n"
        "import viewer.core.structure.parse, viewer.formats.plain_text\n"
        "import viewer.storage.resources, viewer.storage.documents\n"
        "heavy = {'argparse', 'yaml', 'json', 'logging', 'tempfile', 'charset_normalizer', 'importlib.metadata'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_document_is_a_document(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty").write_bytes(data)
    run = communique("inspect", "--json", tmp_path / "empty")
    assert (run.returncode, run.stderr) == (0, b"")
    assert json.loads(run.stdout)["paragraphs"] == []


def test_another_encoding_is_inspected_as_guessed(tmp_path: Path) -> None:
    text = "Совместное коммюнике\n\nМинистры иностранных дел встретились в Астане 25 февраля 2005 года.\n"
    (tmp_path / "text").write_bytes(text.encode("cp1251"))
    run = communique("inspect", "--json", tmp_path / "text")
    assert "Министры иностранных дел" in json.loads(run.stdout)["document"]["text"]


def test_output_is_utf8_whatever_the_terminal_is() -> None:
    run = communique("inspect", "--json", bundled_communique(), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.returncode == 0
    json.loads(run.stdout.decode())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(communique("inspect", "--json", tmp_path / "gone.txt"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "it is a folder" in refusal(communique("inspect", "--json", tmp_path))


@posix_only
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in refusal(communique("inspect", "--json", tmp_path / "pipe"))


@posix_only
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random"])
def test_a_device_is_refused_and_not_read(device: str) -> None:
    assert "a device or a pipe" in refusal(communique("inspect", "--json", device))


@posix_only
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes only
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert "between programs" in refusal(
            communique("inspect", "--json", tmp_path / "socket", PYTHONPATH=os.pathsep.join(sys.path))
        )


def test_links_in_a_circle_and_into_nothing_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "dangling").symlink_to("gone")
    assert "leads back to itself" in refusal(communique("inspect", "--json", tmp_path / "one"))
    assert "a link to a file that is not there" in refusal(communique("inspect", "--json", tmp_path / "dangling"))


@posix_only
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("words")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("run by root, whom no permission stops")
    assert "no permission" in refusal(communique("inspect", "--json", path))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"\x7fELF\x02\x01\x01\0", b"words\0and\0\0more", bytes(range(1, 256)) * 4]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert "it is " in refusal(communique("inspect", "--json", tmp_path / "file"))


@posix_only
def test_a_file_of_200_mb_is_refused_in_little_memory(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    run = subprocess.run(
        [sys.executable, "-m", "viewer", "inspect", "--json", tmp_path / "large"],
        capture_output=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20)),
    )
    assert "larger than 20 MB" in refusal(run)


def test_names_no_file_can_have_are_refused(tmp_path: Path) -> None:
    assert "too long" in refusal(communique("inspect", "--json", tmp_path / ("x" * 300)))


def test_a_hostile_name_is_shown_inert(tmp_path: Path) -> None:
    line = refusal(communique("inspect", "--json", tmp_path / "evil\u202e\n\x1b[31mtxt"))
    assert "evil[U+202E][U+000A][U+001B][31mtxt" in line


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes for a name")
def test_a_name_that_is_not_utf8_is_opened_and_shown_with_a_mark(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    assert "caf\ufffd.txt" in refusal(communique("inspect", "--json", path))
    Path(os.fsdecode(path)).write_text("Words.")
    assert communique("inspect", "--json", path).returncode == 0


@posix_only
def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments in (["inspect", "--json", bundled_communique()], ["--help"]):
        run = subprocess.run(
            [sys.executable, "-m", "viewer", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
        assert run.stderr == b""
    os.close(writing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "viewer", "inspect", "--json", bundled_communique()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 1)
    assert b"Cannot write the result" in run.stderr
