import pytest
from finding import part_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from viewer.widgets.parts import notice_bar
from viewer.widgets.parts.foot_line import FootLine
from viewer.widgets.parts.notice_bar import NoticeBar
from viewer.widgets.parts.theme import LIGHT

ALERT = "Cannot open the file."


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def said(bar: NoticeBar) -> str:
    return "" if bar.isHidden() else bar.words


def press(bar: NoticeBar, text: str) -> None:
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_hint_goes_with_the_next_thing_done_and_an_alert_stays(bar: NoticeBar) -> None:
    bar.hint("Choose a name first.")
    bar.pass_by()
    assert said(bar) == ""
    bar.say(ALERT, alert=True)
    bar.pass_by()
    assert said(bar) == ALERT


def test_a_hint_goes_in_time_and_a_message_with_an_action_stays(
    bar: NoticeBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_bar, "_LEAST_TIME", 1)
    monkeypatch.setattr(notice_bar, "_TIME_OF_LETTER", 0)
    bar.say("Not kept yet.", command="save-text", action="Save…")
    bar.hint("Choose a name first.")
    assert said(bar) == "Choose a name first."
    qtbot.waitUntil(lambda: said(bar) == "Not kept yet.")
    assert bar.findChildren(QPushButton)[0].text() == "Save…"
    bar.clear()
    bar.say("A copy is in another folder.")
    qtbot.waitUntil(lambda: said(bar) == "")


def test_a_hint_takes_no_alerts_place_but_what_happened_does(bar: NoticeBar) -> None:
    bar.say(ALERT, command="open", action="Open another…", alert=True)
    bar.hint("Choose a name first.")
    assert said(bar) == ALERT
    bar.say("A copy is in another folder.")
    assert said(bar) == "A copy is in another folder."


def test_a_hint_that_is_dismissed_brings_back_what_stood_there(bar: NoticeBar) -> None:
    bar.say("Not kept yet.", command="save-text", action="Save…")
    bar.hint("Choose a name first.")
    press(bar, "Dismiss")
    assert said(bar) == "Not kept yet."
    press(bar, "Dismiss")
    assert said(bar) == ""


def test_the_action_asks_for_its_command_and_ends_the_message(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.say(ALERT, command="open", action="Open another…", alert=True)
    with qtbot.waitSignal(bar.acted) as acted:
        press(bar, "Open another…")
    assert acted.args == ["open"]
    assert said(bar) == ""


def test_an_alert_is_told_by_its_colours(bar: NoticeBar) -> None:
    bar.set_theme(LIGHT)
    words = part_of(bar, QLabel)
    for alert, ink in ((True, LIGHT.alert), (False, LIGHT.text)):
        bar.say(ALERT, alert=alert)
        assert words.palette().windowText().color() == QColor(ink)


def test_notices_and_alarms_are_told_to_screen_readers(
    bar: NoticeBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[object, QAccessible.Event]] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append((event.object(), event.type()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    alarm = FootLine("State of the notes")
    qtbot.addWidget(alarm)
    bar.hint("Choose a name first.")
    alarm.show_alarm("The notes are not saved.")
    alarm.show_alarm("The notes are not saved still.")
    kinds = (QAccessible.Event.Alert, QAccessible.Event.Announcement)
    assert told == [(part, kind) for part in (bar, alarm) for kind in kinds]


def test_a_message_is_withdrawn_when_what_it_offers_is_done(bar: NoticeBar) -> None:
    bar.say("Not kept yet.", command="save-text", action="Save…")
    bar.withdraw("another-command")
    assert said(bar) == "Not kept yet."
    bar.hint("Choose a name first.")
    bar.withdraw("save-text")
    assert said(bar) == "Choose a name first."
    bar.pass_by()
    assert said(bar) == ""
    bar.say("Not kept yet.", command="save-text", action="Save…")
    bar.withdraw("save-text")
    assert said(bar) == ""
