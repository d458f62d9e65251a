"""A text full of mark-up: everywhere it is shown as text, and nothing in it is followed."""

import pytest
from finding import part_of
from program import Program
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QTreeView, QWidget

from viewer.core.text import Span

TEXT = """JOINT <img src=/etc/hostname> STATEMENT

The Minister of Foreign Affairs of Norway A. Berg met the <img src=/etc/hostname> Commission in Oslo.

The <script>open('/etc/hostname')</script> Commission and A. Berg thanked <b>Chile</b>. See [Oslo](file:///etc/hostname).
"""


@pytest.fixture
def hostile(program: Program) -> Program:
    program.open_text(TEXT)
    return program


def test_the_mark_up_is_on_screen_as_text(hostile: Program) -> None:
    for words in ("<img src=/etc/hostname>", "<script>open('/etc/hostname')</script>", "<b>Chile</b>"):
        assert words in hostile.reading.document().toRawText()
        assert hostile.sees(hostile.span(words))
    assert "<img src=/etc/hostname>" in hostile.window.windowTitle()


def test_no_label_tooltip_or_row_reads_it_as_mark_up(hostile: Program) -> None:
    for entity in hostile.communique.entities:
        hostile.session.choose_entity(entity.id)
        for label in hostile.window.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or "<img" not in label.text()
        for widget in hostile.window.findChildren(QWidget):
            assert "<img" not in widget.toolTip()
    panes = (hostile.window.contents, hostile.window.sidebar, hostile.window.card)
    shown = "".join(tip for pane in panes for tip in tips(part_of(pane, QTreeView)))
    assert "&lt;img src=/etc/hostname&gt;" in shown
    assert "<img" not in shown


def test_the_hover_card_shows_it_as_text(hostile: Program) -> None:
    for entity in hostile.communique.entities:
        place = hostile.point(entity.mentions[0].span)
        viewport = hostile.reading.viewport()
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
        assert QToolTip.text()
        assert "<img" not in QToolTip.text()
        assert "<script" not in QToolTip.text()
    QToolTip.hideText()
    hostile.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_click_on_a_link_goes_nowhere(hostile: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", followed.append)
    hostile.click(Span(hostile.communique.text.rindex("Oslo"), hostile.communique.text.rindex("Oslo") + 1))
    assert followed == []
    assert hostile.reading.anchorAt(QPoint(200, 200)) == ""


def tips(tree: QTreeView) -> list[str]:
    model = tree.model()
    found: list[str] = []

    def walk(above: QModelIndex) -> None:
        for row in range(model.rowCount(above)):
            index = model.index(row, 0, above)
            found.append(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
            walk(index)

    walk(QModelIndex())
    assert found
    return found
