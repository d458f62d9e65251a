import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from viewer.widgets.parts.theme import DARK, LIGHT


def draw(picture: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "viewer", "--screenshot", str(picture), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_window_is_drawn_at_the_size_and_in_the_theme_asked_for(tmp_path: Path, theme: type(LIGHT)) -> None:  # type: ignore[valid-type]
    picture = tmp_path / "picture.png"
    run = draw(picture, "--theme", theme.name, "--size", "1100x700", "--select", "lavrov")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1100, 700)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1100, 2) for y in range(0, 700, 2)}
    assert {theme.paper.lower(), theme.current.lower()} <= colours  # the page, and the chosen name on it


def test_drawing_changes_nothing_of_the_readers_own(tmp_path: Path, own_folders: Path) -> None:
    assert draw(tmp_path / "picture.png").returncode == 0
    left = {path.name for path in own_folders.rglob("*") if path.is_file()}
    assert not [name for name in left if name.endswith((".ini", ".yaml"))]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--select", "Nobody <b>\u202e"], "“Nobody <b>[U+202E]” is not named in this communiqué."),
        (["missing.txt"], "there is no such file"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(tmp_path: Path, options: list[str], reason: str) -> None:
    run = draw(tmp_path / "picture.png", *options)
    assert run.returncode == 2
    assert reason in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "picture.png").exists()


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    run = draw(tmp_path / "no such folder" / "picture.png")
    assert run.returncode == 2
    assert "could not be written" in run.stderr
