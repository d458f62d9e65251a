"""Fixtures that every test gets: no test touches the reader's own files, none leaves anything behind."""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

# Before Qt reads it: no test opens a window on the developer's desktop. Real windows are opened by the tests in
# real_window/, in processes and on a display of their own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hypothesis import settings
from program import Program, Start
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.core.entities.pipeline import Recogniser, Recognition
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.storage.gazetteers import load_lexicon

Recognise = Callable[..., Recognition]

# Examples are not timed: another process on the same machine would fail them. On CI they are the same at every run.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for each test, beside its `tmp_path` and not inside it."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's home, empty, for this test alone; for the processes it starts as well."""
    home = next(homes)
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (("CONFIG", ".config"), ("CACHE", ".cache"), ("DATA", ".local/share"), ("STATE", ".state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    return home


@pytest.fixture(autouse=True)
def _nothing_left_behind(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or leaves a window open. Qt's own warnings: see pyproject."""
    yield
    logged = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in windows:
        widget.close()  # so that the next test does not fail for it
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()  # the offscreen one would outlive Python, and fall over what Python made
    assert [record.getMessage() for record in logged if record.levelno >= logging.WARNING] == []
    assert windows == []


@pytest.fixture
def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QObject]:
    """What screen readers are alerted to, in order."""
    told: list[QObject] = []

    def take(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Alert:
            told.append(event.object())

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return told


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return Recogniser(load_lexicon().lexicon)


@pytest.fixture(scope="session")
def recognise(recogniser: Recogniser) -> Recognise:
    """Recognises a text written for the test, as if it bore `date`."""

    def _recognise(text: str, date: str | None = None) -> Recognition:
        communique = parse(Source(text, "test"))
        return recogniser.recognise(replace(communique, identity=communique.identity._replace(date=date)))

    return _recognise


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    """Starts the real program on a file, or on the bundled communiqué, and waits until its window is complete.

    Called again, it starts it anew: settings and notes are those the former left. Its end fails the test where work
    is still under way in one of the program's own thread pools.
    """
    running: list[Program] = []

    def _start(path: Path | None = None) -> Program:
        for former in running:
            former.end()
        running[:] = [Program(tmp_path, qtbot, path)]
        running[0].open_window()
        return running[0]

    yield _start
    for program in running:
        program.end()


@pytest.fixture
def program(start: Start) -> Program:
    """The real program with the bundled communiqué open, recognised, and its notes read."""
    return start(None)
