from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from viewer.services.notes_watch import NotesWatch


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[NotesWatch]:
    assert qtbot
    made = NotesWatch()
    yield made
    delete(made)


def test_a_file_that_is_replaced_again_and_again_is_noticed_each_time(
    watch: NotesWatch, qtbot: QtBot, tmp_path: Path
) -> None:
    path, other = tmp_path / "a.notes.yaml", tmp_path / "b"
    path.write_text("one")
    watch.follow(path)
    for words in ("two", "three"):
        with qtbot.waitSignal(watch.stirred, timeout=5000):
            other.write_text(words)
            other.replace(path)


def test_a_file_that_appears_is_noticed(watch: NotesWatch, qtbot: QtBot, tmp_path: Path) -> None:
    watch.follow(tmp_path / "a.notes.yaml")
    with qtbot.waitSignal(watch.stirred, timeout=5000):
        (tmp_path / "a.notes.yaml").write_text("one")


def test_a_file_that_is_followed_no_more_is_let_go(watch: NotesWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.notes.yaml"
    path.write_text("one")
    watch.follow(path)
    watch.follow(None)
    with qtbot.assertNotEmitted(watch.stirred, wait=700):
        path.write_text("two")


def test_many_changes_in_a_row_are_one(watch: NotesWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.notes.yaml"
    watch.follow(path)
    told: list[None] = []
    watch.stirred.connect(lambda: told.append(None))
    with qtbot.waitSignal(watch.stirred, timeout=5000):
        for number in range(50):
            path.write_text(str(number))
    assert told == [None]
