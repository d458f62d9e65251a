import threading

import pytest
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.widgets.crash_report import CrashReport


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def fault() -> ValueError:
    try:
        raise ValueError("<img src=/etc/hostname> went wrong")  # noqa: TRY301 - a fault with a trace
    except ValueError as error:
        return error


def boxes(window: QMainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_fault_is_printed_and_shown_once_as_text_to_copy(
    window: QMainWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    report = CrashReport(window)
    report.crashed.connect(report.show)
    error = fault()
    for _ in range(3):
        report.take(type(error), error, error.__traceback__)
    (box,) = boxes(window)
    assert "ValueError: <img src=/etc/hostname> went wrong" in box.detailedText()
    assert "test_crash_report.py" in box.detailedText()
    assert "Python 3." in box.detailedText()
    assert capsys.readouterr().err.count("Traceback") == 3
    box.close()
    qtbot.waitUntil(lambda: not boxes(window))


def test_a_fault_in_another_thread_is_told_in_the_windows_own(window: QMainWindow, qtbot: QtBot) -> None:
    report = CrashReport(window)
    report.crashed.connect(report.show)
    error = fault()
    thread = threading.Thread(target=report.take, args=(type(error), error, error.__traceback__))
    thread.start()
    thread.join()
    assert boxes(window) == []
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    boxes(window)[0].close()


def test_ctrl_c_is_no_fault(window: QMainWindow, qtbot: QtBot) -> None:
    report = CrashReport(window)
    with qtbot.assertNotEmitted(report.crashed):
        report.take(KeyboardInterrupt, KeyboardInterrupt(), None)
