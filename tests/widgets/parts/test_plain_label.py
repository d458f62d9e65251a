from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.pane_header import PaneHeader
from viewer.widgets.parts.plain_label import PlainLabel


def test_markup_is_shown_and_hidden_characters_are_written_out(qtbot: QtBot) -> None:
    label = PlainLabel("<img src=/etc/hostname>\u202e\x00")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<img src=/etc/hostname>[U+202E][U+0000]"


def test_a_text_that_would_fill_the_pane_is_cut(qtbot: QtBot) -> None:
    label = PlainLabel("a" * 5000)
    qtbot.addWidget(label)
    assert label.text() == "a" * 400 + "…"


def test_a_header_shows_its_caption_and_count_left_of_a_button(qtbot: QtBot) -> None:
    header, button = PaneHeader("Entities"), QPushButton("Add")
    qtbot.addWidget(header)
    header.show_count("25")
    header.add_button(button)
    header.resize(300, 32)
    header.grab()
    caption, count = header.findChildren(PlainLabel)
    assert (caption.text(), count.text()) == ("Entities", "25")
    assert caption.x() < count.x() < button.x()
