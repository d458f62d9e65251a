import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, Slot
from pytestqt.qtbot import QtBot

from viewer.core.errors import ViewerError
from viewer.services.tasks import Task


class Desk(QObject):
    """Takes what a task brings, and where it was brought."""

    def __init__(self) -> None:
        super().__init__()
        self.brought: list[object] = []
        self.threads: list[QThread] = []

    @Slot(object)
    def take(self, thing: object) -> None:
        self.brought.append(thing)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    assert qtbot
    return Desk()


def started(work: Callable[[], object], desk: Desk) -> Task:
    task = Task(work, desk)
    task.succeeded.connect(desk.take)
    task.failed.connect(desk.take)
    task.start(QThreadPool.globalInstance())
    return task


def test_the_work_is_done_elsewhere_and_its_result_arrives_in_the_main_thread(desk: Desk, qtbot: QtBot) -> None:
    workers: list[int] = []

    def work() -> str:
        workers.append(threading.get_ident())
        return "done"

    started(work, desk)
    qtbot.waitUntil(lambda: desk.brought == ["done"])
    assert workers != [threading.get_ident()]
    assert desk.threads == [desk.thread()]


@pytest.mark.parametrize("error", [OSError("disk"), ViewerError("said")])
def test_an_error_fit_to_show_arrives_as_failed(desk: Desk, qtbot: QtBot, error: Exception) -> None:
    def work() -> None:
        raise error

    started(work, desk)
    qtbot.waitUntil(lambda: desk.brought == [error])


def test_a_fault_is_told_and_goes_on_to_the_hook_for_faults(desk: Desk, qtbot: QtBot) -> None:
    def work() -> None:
        raise RuntimeError("a fault in the program")

    with qtbot.captureExceptions() as faults:
        task = Task(work, desk)
        task.died.connect(desk.take)
        task.start(QThreadPool.globalInstance())
        qtbot.waitUntil(lambda: desk.brought == ["a fault in the program"] and len(faults) == 1)


def test_a_task_is_gone_when_it_has_ended(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(20):
        started(lambda: None, desk)
    qtbot.waitUntil(lambda: len(desk.brought) == 20 and not desk.children())


def test_a_fault_is_told_as_a_failure_where_there_are_words_for_it(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_on: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: handed_on.append(kind))

    def work() -> None:
        raise KeyError

    task = Task(work, desk, fault="A fault kept it from being done.")
    task.failed.connect(desk.take)
    task.start(QThreadPool.globalInstance())
    qtbot.waitUntil(lambda: [str(error) for error in desk.brought] == ["A fault kept it from being done."])
    qtbot.waitUntil(lambda: handed_on == [KeyError])
