import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.widgets.interrupts import Interrupts, are_ignored, heeded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, a process cannot send itself this signal")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    before = signal.getsignal(signal.SIGINT)
    interrupts = Interrupts(made)
    yield made
    interrupts.end()
    assert signal.getsignal(signal.SIGINT) is before


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_in_the_terminal_closes_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    interrupt()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_program_in_the_background_of_a_script_is_known(window: QMainWindow) -> None:
    assert window
    assert not are_ignored()
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    assert are_ignored()
    signal.signal(signal.SIGINT, ours)


def test_ctrl_c_leaves_a_question_that_is_open_to_the_reader(window: QMainWindow, qtbot: QtBot) -> None:
    question = QMessageBox(window)
    question.open()
    (interrupts,) = window.findChildren(Interrupts)
    with qtbot.waitSignal(interrupts._notifier.activated):
        interrupt()
    assert window.isVisible()
    question.close()
    interrupt()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_request_to_end_tells_what_must_be_on_the_disk_before_it_closes_the_window(
    window: QMainWindow, qtbot: QtBot
) -> None:
    (interrupts,) = window.findChildren(Interrupts)
    interrupts.end()
    before = signal.getsignal(signal.SIGTERM)
    other = Interrupts(window, heeded())
    shown: list[bool] = []
    other.ending.connect(lambda: shown.append(window.isVisible()))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert shown == [True]
    other.end()
    assert signal.getsignal(signal.SIGTERM) is before


def test_signals_that_are_not_meant_for_the_program_are_not_heeded() -> None:
    ours = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    assert signal.SIGHUP not in heeded()
    signal.signal(signal.SIGHUP, ours)
