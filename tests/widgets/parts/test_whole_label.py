from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.whole_label import WholeLabel


def test_a_wrapped_label_is_never_sliced_however_little_room_there_is(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    label = WholeLabel("", pane)
    column = QVBoxLayout(pane)
    column.addWidget(label)
    column.addWidget(QTextEdit(pane))
    pane.resize(300, 100)
    with qtbot.waitExposed(pane):
        pane.show()
    label.show_text("Council of Ministers of Foreign Affairs " * 5)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    before = label.height()
    pane.resize(120, 100)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > before)


def test_a_wrapped_label_gives_back_the_height_it_no_longer_needs(qtbot: QtBot) -> None:
    label = WholeLabel("Council of Ministers of Foreign Affairs " * 5)
    qtbot.addWidget(label)
    label.resize(100, 20)
    with qtbot.waitExposed(label):
        label.show()
    tall = label.minimumHeight()
    label.show_text("Council")
    assert 0 < label.minimumHeight() < tall / 4
