import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.foot_line import FootLine, without_folders
from viewer.widgets.parts.plain_label import PlainLabel


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The notes in “/home/r/My notes/a.yaml” cannot be read.", "The notes in “a.yaml” cannot be read."),
        ("The notes in “C:\\Users\\r\\a.yaml” are gone.", "The notes in “a.yaml” are gone."),
        ("The folder “C:\\Users\\r\\Notes” is gone.",) * 2,
        ("The folder “/notes/” is gone.",) * 2,
        ("The folder “/dev/null” cannot be read.",) * 2,
        ("“/home/r/.config” is gone.",) * 2,
        ("“colour” cannot be “red/blue”.", "“colour” cannot be “red/blue”."),
        (f"“/n/{'a' * 30}{'b' * 30}.yaml”", f"“{'a' * 24}…{'b' * 19}.yaml”"),
    ],
)
def test_files_are_named_without_their_folders_and_shortly(words: str, shown: str) -> None:
    assert without_folders(words) == shown


def foot_in(window: QWidget, words: str) -> FootLine:
    """An alarm below something that wants the whole height for itself."""
    foot = FootLine("Alarm", window)
    foot.add_button("Try again", "")
    greedy = QWidget(window)
    greedy.setMinimumHeight(300)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(greedy, 1)
    column.addWidget(foot)
    foot.show_alarm(words)
    return foot


@pytest.mark.parametrize(("height", "scrolls"), [(1100, False), (480, True)])
def test_a_long_reason_is_shown_whole_or_scrolls_but_is_never_sliced(
    qtbot: QtBot, height: int, *, scrolls: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, height)
    foot = foot_in(window, "Mend the line, or try again. " * 13)
    with qtbot.waitExposed(window):
        window.show()
    label, area = foot.findChildren(PlainLabel)[0], foot.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert (area.verticalScrollBar().maximum() > 0) is scrolls
    assert (label.height() > area.viewport().height()) is scrolls


def test_the_tooltip_has_the_whole_words(qtbot: QtBot) -> None:
    foot = FootLine("Alarm")
    qtbot.addWidget(foot)
    foot.show_alarm("“/home/r/a.yaml” <b>cannot</b> be read.")
    (label,) = foot.findChildren(PlainLabel)
    assert label.text() == "“a.yaml” <b>cannot</b> be read."
    assert "/home/r/a.yaml” &lt;b&gt;cannot" in label.toolTip()
    foot.show_alarm("")
    assert foot.isHidden()
