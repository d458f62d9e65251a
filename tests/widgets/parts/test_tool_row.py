import pytest
from finding import part_of
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.tool_row import ToolRow

TOOLS = ("1 of 23", "Why?", "2 notes", "Add")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with one row of tools."""
    made = QWidget()
    qtbot.addWidget(made)
    ToolRow(*(QPushButton(text, made) for text in TOOLS))
    with qtbot.waitExposed(made):
        made.show()
    return made


def tool(window: QWidget, text: str) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == text)


def corners(window: QWidget) -> list[tuple[QPoint, QPoint]]:
    """Where each tool stands in its row: its top left and its bottom right corner."""
    row = part_of(window, ToolRow)
    found = (tool(window, text) for text in TOOLS)
    return [(one.mapTo(row, one.rect().topLeft()), one.mapTo(row, one.rect().bottomRight())) for one in found]


def rows(window: QWidget) -> int:
    return len({top_left.y() for top_left, _ in corners(window)})


@pytest.mark.parametrize("roomy", [True, False])
def test_tools_stand_in_one_row_where_they_fit_and_else_in_two(window: QWidget, qtbot: QtBot, *, roomy: bool) -> None:
    row = part_of(window, ToolRow)
    for width in (row.minimumSizeHint().width(), 600) if roomy else (600, row.minimumSizeHint().width()):
        row.resize(width, 80)
    qtbot.waitUntil(lambda: rows(window) == (1 if roomy else 2))
    places = corners(window)
    assert all(row.rect().contains(corner) for place in places for corner in place)
    assert places[1][1].x() < places[2][0].x() < places[2][1].x() < places[3][0].x()


def test_a_tool_that_comes_later_finds_its_place(window: QWidget, qtbot: QtBot) -> None:
    row, late = part_of(window, ToolRow), tool(window, "2 notes")
    whole = row.sizeHint().width()
    late.hide()
    qtbot.waitUntil(lambda: row.sizeHint().width() < whole)
    row.resize(row.sizeHint().width(), 80)
    late.show()
    qtbot.waitUntil(lambda: rows(window) == 2)
