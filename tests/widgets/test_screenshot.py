import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from viewer.core.notes import Anchor, Note, Notebook, NoteId, NoteScope
from viewer.formats.plain_text import to_source
from viewer.storage.notebooks import open_notebook, save_notebook
from viewer.storage.notes_folder import NotesFolder
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


def test_the_readers_own_notes_are_not_in_the_picture(tmp_path: Path, own_folders: Path) -> None:
    document = tmp_path / "oslo.txt"
    document.write_text("STATEMENT\n\nThe ministers met in Oslo.\n", encoding="utf-8")
    source = to_source(document.read_bytes(), document.name)
    folder = NotesFolder(own_folders / "Documents" / "Communique Notes")
    file, _ = open_notebook(folder, source, "STATEMENT", document, lambda: NoteId("n-1"))
    note = Note(NoteId("n-1"), NoteScope.SELECTION, "Private", Anchor(11, 20, "The minis", "", ""))
    save_notebook(file, Notebook((note,)), folder)
    assert draw(tmp_path / "picture.png", str(document), "--theme", "light").returncode == 0
    image = QImage(str(tmp_path / "picture.png"))
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert LIGHT.note(note.colour).name() not in colours


def test_an_earlier_picture_is_written_over_and_nothing_else_is(tmp_path: Path) -> None:
    text, picture = tmp_path / "text.png", tmp_path / "picture.PNG"
    text.write_text("STATEMENT", encoding="utf-8")
    for _ in range(2):
        assert draw(picture).returncode == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert draw(text).returncode == 2
    assert text.read_text(encoding="utf-8") == "STATEMENT"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--select", "Nobody <b>\u202e"], "“Nobody <b>[U+202E]” is not named in this communiqué."),
        (["missing.txt"], "there is no such file"),
        (["--size", "10x10"], "The window cannot be drawn at 10x10: it needs at least 720x480 pixels."),
        (["--size", "1280x479"], "it needs at least"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(tmp_path: Path, options: list[str], reason: str) -> None:
    run = draw(tmp_path / "picture.png", *options)
    assert run.returncode == 2
    assert reason in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "picture.png").exists()


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "full.png").symlink_to("/dev/full")
    (tmp_path / "new.png").symlink_to("no such folder/new.png")
    for name, reason in (("full.png", "not an ordinary file"), ("new.png", "No such file or directory")):
        run = draw(tmp_path / name)
        assert run.returncode == 2
        assert f"{name}”: {reason}" in run.stderr
        assert run.stderr.count("\n") == 1
