from dataclasses import replace

import pytest
from named_text import statement
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton
from pytestqt.qtbot import QtBot

from viewer.core.communique import Identity
from viewer.widgets.parts.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    return line


def test_the_encoding_stands_on_a_button_that_opens_the_menu(line: StatusLine) -> None:
    popup, menu = QToolButton.ToolButtonPopupMode.InstantPopup, QMenu(line)
    (button,) = (one for one in line.findChildren(QToolButton) if one.popupMode() is popup)
    assert button.isHidden()
    line.offer_encodings(menu)
    line.show_encoding("cp1251 (a guess)")
    assert not button.isHidden()
    assert button.menu() is menu
    assert (line.encoding, button.accessibleName()) == ("cp1251 (a guess)", "Encoding: cp1251 (a guess)")
    assert button.text() == "cp1251 (a guess) ▾"
    assert button.toolTip().startswith("The file was read as cp1251 (a guess).")
    line.show_encoding("")
    assert button.isHidden()


def test_only_the_words_of_the_button_of_encodings_say_that_it_opens_a_menu(line: StatusLine) -> None:
    popup = QToolButton.ToolButtonPopupMode.InstantPopup
    (button,) = (one for one in line.findChildren(QToolButton) if one.popupMode() is popup)
    line.offer_encodings(QMenu(line))
    option = QStyleOptionToolButton()
    button.initStyleOption(option)
    features = option.features
    assert not features & QStyleOptionToolButton.ToolButtonFeature.HasMenu


def test_what_is_not_named_is_not_counted(line: StatusLine) -> None:
    line.show_document(replace(statement(), analysed=True, entities=(), mentions=()), "zenda.txt")
    assert line.words[2] == "No people, states or organisations"


@pytest.mark.parametrize(("language", "said"), [("en", False), (None, True), ("ru", True)])
def test_a_text_that_is_not_english_is_said_to_be_read_only_in_part(
    line: StatusLine, language: str | None, *, said: bool
) -> None:
    line.show_document(replace(statement(), identity=Identity(language=language)), "zenda.txt")
    assert ("not in English" in line.words[1]) is said
