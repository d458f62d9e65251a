import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.growing_field import GrowingField


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(200, 400)
    return dialog


def field_in(dialog: QDialog, least: int, most: int, qtbot: QtBot) -> GrowingField:
    field = GrowingField(least, most, dialog)
    QVBoxLayout(dialog).addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return field


def test_a_field_is_as_high_as_its_words_within_its_bounds(dialog: QDialog, qtbot: QtBot) -> None:
    field = field_in(dialog, 1, 3, qtbot)
    heights = []
    for words in ("", "one", "words that need two lines or", "words " * 100, "one"):
        field.setPlainText(words)
        heights.append(field.height())
    one, line = heights[0], field.fontMetrics().lineSpacing()
    assert heights == [one, one, one + line, one + 2 * line, one]
    assert field.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    dialog.close()


def test_a_narrower_field_grows(dialog: QDialog, qtbot: QtBot) -> None:
    field = field_in(dialog, 1, 3, qtbot)
    field.setPlainText("words that need two lines or")
    before = field.height()
    dialog.resize(110, 400)
    qtbot.waitUntil(lambda: field.height() > before)
    dialog.close()


@pytest.mark.parametrize(("least", "words"), [(1, "ab"), (2, "a\nb")])
def test_return_begins_a_line_only_where_there_are_to_be_several(
    dialog: QDialog, qtbot: QtBot, least: int, words: str
) -> None:
    field = field_in(dialog, least, 4, qtbot)
    field.setFocus()
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "b")
    assert field.toPlainText() == words
    dialog.close()
