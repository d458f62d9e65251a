import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.short_label import ShortLabel

WORDS = "Joint Statement on the Navigation of the Northern Canal"


@pytest.fixture
def label(qtbot: QtBot) -> ShortLabel:
    made = ShortLabel()
    qtbot.addWidget(made)
    made.setText(WORDS)
    return made


def hint(label: ShortLabel) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2))))
    return QToolTip.text()


def test_words_that_do_not_fit_end_in_an_ellipsis_and_are_whole_in_the_hint(label: ShortLabel) -> None:
    label.resize(120, 20)
    label.show()
    assert label.shown.endswith("…")
    assert label.text() == WORDS
    assert hint(label) == WORDS


def test_words_that_fit_are_whole_and_need_no_hint(label: ShortLabel) -> None:
    label.resize(2000, 20)
    label.show()
    assert label.shown == WORDS
    assert hint(label) == ""
