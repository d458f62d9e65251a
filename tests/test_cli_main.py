import sys

import pytest

from viewer import __main__ as door
from viewer.arguments import Arguments
from viewer.core.errors import ViewerError


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)


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
