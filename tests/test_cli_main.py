import signal
import sys
from collections.abc import Iterator

import pytest

from viewer import __main__ as door
from viewer.arguments import Arguments
from viewer.core.errors import ViewerError


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_whatever_cannot_be_used_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: Arguments) -> int:
        raise ViewerError("Cannot open “x”: it is a folder.")

    monkeypatch.setattr(sys, "argv", ["communique", "inspect", "--json", "x"])
    monkeypatch.setattr(door, "inspect", refuse)
    assert door.main() == 2
    assert capsys.readouterr().err == "communique: Cannot open “x”: it is a folder.\n"


def test_ctrl_c_ends_the_program_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: Arguments) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["communique", "inspect", "--json", "x"])
    monkeypatch.setattr(door, "inspect", interrupt)
    assert door.main() == 130
    assert capsys.readouterr().err == ""


def test_before_the_window_is_whole_ctrl_c_ends_the_process_and_no_part_of_it() -> None:
    for found, left in (
        (signal.default_int_handler, signal.SIG_DFL),
        (signal.SIG_IGN, signal.SIG_IGN),  # as in the background of a script
    ):
        signal.signal(signal.SIGINT, found)
        door._end_at_interrupt()
        assert signal.getsignal(signal.SIGINT) is left


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_window_without_a_display_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "argv", ["communique"])
    assert door.main() == 2
    line = capsys.readouterr().err
    assert line.startswith("communique: there is no display")
    assert line.count("\n") == 1
