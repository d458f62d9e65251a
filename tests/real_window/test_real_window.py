"""The program as a process of its own in a real window, driven by real key and mouse events."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from viewer.widgets.interrupts import are_ignored

pytestmark = [
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is missing: apt install xvfb"),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is missing: apt install xdotool"),
]

PATIENCE = 60  # seconds for a machine that is busy with something else
SIZE = "1280x800"  # of the display, which the window fills
MIDDLE = 618  # the middle of the text column in a window of its first size, in pixels from the left
NAME = "Organization for the Prohibition of Chemical Weapons"
# Far more than a window holds, and no place on a line that is not inside a word.
BETWEEN = [f"tranquillity{letter * 50}" for letter in "bcdfghjklmpqrstvwxyz" * 4]
TEXT = "\n\n".join(["STATEMENT", f"The {NAME} met.", *BETWEEN, f"The {NAME} closed.", *BETWEEN[:20]])


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of the tests' own, which chooses its number itself."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        yield f":{os.read(reader, 16).decode().strip()}"
        os.close(reader)
        server.terminate()


class Window:
    """The program's window, seen from outside: a process, a title, a file of notes."""

    def __init__(self, display: str, home: Path, document: Path) -> None:
        self._environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.notes_folder = home / "Documents" / "Communique Notes"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "viewer", str(document)],
            env=self._environ,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.id = self.do("search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)).split()[0]
        self.do("windowfocus", "--sync", self.id)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def do(self, *command: str) -> str:
        """Let xdotool do something; events arrive in the order they are sent."""
        run = subprocess.run(
            ["xdotool", *command], env=self._environ, capture_output=True, text=True, check=True, timeout=PATIENCE
        )
        return run.stdout

    @property
    def title(self) -> str:
        return self.do("getwindowname", self.id)

    def click(self, y: int, times: int = 1) -> None:
        self.do("mousemove", str(MIDDLE), str(y), "click", "--repeat", str(times), "--delay", "20", "1")

    def write_note(self, way: str, body: str) -> None:
        self.do("key", way)
        self.do("type", "--delay", "2", body)
        self.do("key", "ctrl+Return")

    def drafts(self) -> list[str]:
        """What is set aside of a note that is being written."""
        files = Path(os.environ["XDG_STATE_HOME"], "communique", "drafts").glob("[!.]*.draft.yaml")
        return [yaml.safe_load(file.read_text(encoding="utf-8"))["notes"][0]["body"].strip() for file in files]

    def notes(self) -> list[dict[str, Any]]:
        """The notes on the disk; the file is only ever whole."""
        files = list(self.notes_folder.glob("[!.]*.yaml"))
        notes: list[dict[str, Any]] = yaml.safe_load(files[0].read_text(encoding="utf-8"))["notes"] if files else []
        return notes


@pytest.fixture
def open_window(display: str, own_folders: Path, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    """Opens a window on a statement, always the same."""
    document = tmp_path / "statement.txt"
    document.write_text(TEXT, encoding="utf-8")
    opened: list[Window] = []

    def _open() -> Window:
        opened.append(Window(display, own_folders, document))
        return opened[-1]

    yield _open
    for one in opened:
        one.kill()


@pytest.fixture
def window(open_window: Callable[[], Window]) -> Window:
    return open_window()


def comes(condition: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Whether the condition comes true in this time: another process answers to nothing but being asked again."""
    end = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return met


def test_a_reader_walks_the_mentions_writes_notes_and_closes_the_window(window: Window) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))

    # A name is clicked: the note is on it. Until the names are recognised, neither does anything.
    for _ in range(20):
        click_the_first_paragraph(window)
        window.write_note("ctrl+shift+e", "Who leads it?")
        if comes(lambda: bool(window.notes()), seconds=3):
            break
    (note,) = window.notes()
    assert (note["scope"], note["body"].strip(), note["entity"]["form"]) == ("entity", "Who leads it?", NAME)

    # N goes to the next mention, far down: the word in the middle of the window is one of the text's last.
    click_the_first_paragraph(window)
    window.do("key", "n")
    window.click(y=500, times=2)
    window.write_note("ctrl+m", "Among the last words")
    assert comes(lambda: len(window.notes()) == 2)
    second = window.notes()[1]
    assert (second["scope"], second["body"].strip()) == ("selection", "Among the last words")
    assert second["anchor"]["exact"] in BETWEEN
    assert second["anchor"]["start"] > TEXT.index(NAME, 200) - 1000

    window.do("key", "ctrl+q")
    _, errors = window.process.communicate(timeout=PATIENCE)
    assert window.process.returncode == 0
    assert errors == ""


def test_the_keys_undo_typing_in_a_field_and_acts_elsewhere(window: Window) -> None:
    """Which keys undo and redo in a field is another thing on each platform, and not what it is offscreen."""
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.write_note("ctrl+shift+d", "First")
    assert comes(lambda: len(window.notes()) == 1)
    window.do("key", "ctrl+shift+d")
    window.do("type", "--delay", "2", "Typed")
    window.do("key", "ctrl+z")
    window.do("key", "ctrl+y")
    window.do("key", "ctrl+Return")
    assert comes(lambda: len(window.notes()) == 2)
    assert window.notes()[1]["body"].strip() == "Typed"
    window.do("key", "ctrl+z")
    window.do("key", "ctrl+z")
    assert comes(lambda: window.notes() == [])
    window.do("key", "ctrl+shift+z")
    assert comes(lambda: [note["body"].strip() for note in window.notes()] == ["First"])


def test_what_is_being_written_when_the_window_is_closed_is_on_the_disk(window: Window) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.do("key", "ctrl+shift+d")
    window.do("type", "--delay", "2", "Not finished")
    window.do("key", "ctrl+q")
    _, errors = window.process.communicate(timeout=PATIENCE)
    assert (window.process.returncode, errors) == (0, "")
    assert [note["body"].strip() for note in window.notes()] == ["Not finished"]


@pytest.mark.skipif(are_ignored(), reason="Ctrl+C is not meant for tests that a script runs in the background")
def test_ctrl_c_in_the_terminal_closes_an_idle_window_and_keeps_what_is_being_written(window: Window) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.do("key", "ctrl+shift+d")
    window.do("type", "--delay", "2", "Not finished")
    assert comes(lambda: window.drafts() == ["Not finished"])  # the signal may overtake the keys
    window.process.send_signal(signal.SIGINT)
    _, errors = window.process.communicate(timeout=PATIENCE)
    assert (window.process.returncode, errors) == (0, "")
    assert [note["body"].strip() for note in window.notes()] == ["Not finished"]


def test_what_was_being_written_when_the_process_was_killed_is_here_again(
    open_window: Callable[[], Window],
) -> None:
    window = open_window()
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.do("key", "ctrl+shift+d")
    window.do("type", "--delay", "2", "Not finished")
    assert comes(lambda: window.drafts() == ["Not finished"])
    window.kill()
    assert window.notes() == []

    again = open_window()
    assert comes(lambda: again.title.startswith("STATEMENT"))
    for _ in range(20):  # until the draft is in the editor, nobody heeds this key
        again.do("key", "ctrl+Return")
        if comes(lambda: bool(again.notes()), seconds=1):
            break
    assert [note["body"].strip() for note in again.notes()] == ["Not finished"]
    assert comes(lambda: again.drafts() == [])


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_logout_closes_the_window_and_keeps_what_is_being_written(window: Window, ending: signal.Signals) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.do("key", "ctrl+shift+d")
    window.do("type", "--delay", "2", "Not finished")
    assert comes(lambda: window.drafts() == ["Not finished"])
    window.process.send_signal(ending)
    _, errors = window.process.communicate(timeout=PATIENCE)
    assert (window.process.returncode, errors) == (0, "")
    assert [note["body"].strip() for note in window.notes()] == ["Not finished"]
    assert window.drafts() == []


def test_a_logout_while_a_question_is_open_leaves_what_is_being_written_as_a_draft(window: Window) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.notes_folder.parent.mkdir(exist_ok=True)
    window.notes_folder.write_text("a file in the folder's place", encoding="utf-8")
    window.write_note("ctrl+shift+d", "Not to be saved")
    assert comes(lambda: window.drafts() == ["Not to be saved"])
    for _ in range(20):  # the first opens the question
        window.process.send_signal(signal.SIGTERM)
        if comes(lambda: window.process.poll() is not None, seconds=1):
            break
    assert window.process.returncode == -signal.SIGTERM
    assert window.drafts() == ["Not to be saved"]


def test_the_window_closes_well_with_copied_words_on_the_clipboard(window: Window) -> None:
    assert comes(lambda: window.title.startswith("STATEMENT"))
    window.click(y=500, times=2)
    window.do("key", "ctrl+c")
    window.do("key", "ctrl+q")
    _, errors = window.process.communicate(timeout=PATIENCE)
    assert (window.process.returncode, errors) == (0, "")


def click_the_first_paragraph(window: Window) -> None:
    """Click where the first paragraph's one line may stand, whatever the fonts; beside it a click does nothing."""
    for y in range(110, 200, 8):
        window.click(y)
