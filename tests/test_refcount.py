import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


def test_a_call_that_returns_nothing_gives_none_back(qtbot: QtBot) -> None:
    # PySide6 6.12.0 lost a reference to None with every such call, and ended the process after some thousands.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - CALLS // 2
