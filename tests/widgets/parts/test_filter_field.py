from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.filter_field import FilterField


def test_a_filter_can_be_cleared_by_mouse_once_it_holds_a_letter(qtbot: QtBot) -> None:
    field = FilterField("Filter names")
    qtbot.addWidget(field)
    assert not field.isClearButtonEnabled()
    QTest.keyClicks(field, "a")
    assert field.isClearButtonEnabled()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
