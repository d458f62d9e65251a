from collections.abc import Mapping
from dataclasses import replace

import pytest
from named_text import statement
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique, Evidence, Identity
from viewer.core.edition import EDITABLE
from viewer.core.notes import Corrections
from viewer.core.text import Span
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.property_row import PropertyRow
from viewer.widgets.parts.theme import DARK
from viewer.widgets.properties_dialog import PropertiesDialog

IDENTITY = Identity(
    title="Joint statement",
    place="Zenda",
    date="2031-05-03",
    evidence={"title": Evidence("first-line", Span(2, 17)), "date": Evidence("dateline")},
)


@pytest.fixture
def communique() -> Communique:
    return replace(statement(), identity=IDENTITY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Of the smallest size."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(720, 480)
    return window


@pytest.fixture
def dialog(window: QWidget, communique: Communique, qtbot: QtBot) -> PropertiesDialog:
    dialog = PropertiesDialog(QMenu(window), window)
    dialog.show_properties(communique, Corrections())
    dialog.show_file("/texts/zenda.txt", "cp1251 (a guess)")
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def row(dialog: PropertiesDialog, name: str) -> PropertyRow:
    return next(row for row in dialog.rows if row.name == name)


def put(dialog: PropertiesDialog, name: str, words: str) -> None:
    field = row(dialog, name).field
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, words)


def labels(dialog: PropertiesDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible()]


def test_every_field_that_can_be_put_right_has_its_row(dialog: PropertiesDialog) -> None:
    assert tuple(row.name for row in dialog.rows) == EDITABLE
    letters = [row.label.text().partition("&")[2][:1].lower() for row in dialog.rows]
    assert len(set(letters) - {""}) == len(EDITABLE)
    dialog.close()


def test_says_where_each_value_comes_from_and_what_file_it_is(dialog: PropertiesDialog, communique: Communique) -> None:
    shown, text = labels(dialog), communique.text
    for words in (
        "From the lines at the head of the text: “Joint statement”",
        "From the dateline",
        "From the text",
        "Not said in the text",
        "cp1251 (a guess)",
        "/texts/zenda.txt",
        f"5 paragraphs · {len(text.split())} words · {len(text)} characters",
    ):
        assert words in shown
    dialog.close()


def test_going_to_the_evidence_asks_for_its_words(dialog: PropertiesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.place_wanted) as wanted:
        row(dialog, "title")._show.click()
    assert wanted.args == [Span(2, 17)]
    dialog.close()


def test_return_in_a_line_agrees_and_tells_all_that_was_written(dialog: PropertiesDialog, qtbot: QtBot) -> None:
    put(dialog, "title", "Final statement")
    put(dialog, "chair", "A. Rassendyll")
    with qtbot.waitSignal(dialog.corrected) as told, qtbot.waitSignal(dialog.finished):
        QTest.keyClick(row(dialog, "chair").field, Qt.Key.Key_Return)
    assert told.args == [{"title": "Final statement", "chair": "A. Rassendyll"}]


def test_agreeing_to_what_was_not_changed_tells_nothing(dialog: PropertiesDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.corrected):
        dialog.accept()


def test_escape_lets_go_of_what_was_written(dialog: PropertiesDialog, qtbot: QtBot) -> None:
    put(dialog, "title", "Final statement")
    with qtbot.assertNotEmitted(dialog.corrected), qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_earlier_edits_stay_beside_new_ones(dialog: PropertiesDialog, communique: Communique, qtbot: QtBot) -> None:
    dialog.show_properties(communique, Corrections({"place": "Strelsau"}))
    put(dialog, "chair", "A. Rassendyll")
    with qtbot.waitSignal(dialog.corrected) as told:
        dialog.accept()
    assert told.args == [{"place": "Strelsau", "chair": "A. Rassendyll"}]


def test_a_date_that_cannot_be_read_keeps_the_dialog_open_and_has_the_focus(
    dialog: PropertiesDialog, qtbot: QtBot
) -> None:
    put(dialog, "date", "soon")
    with qtbot.assertNotEmitted(dialog.corrected):
        dialog.accept()
    assert dialog.isVisible()
    assert row(dialog, "date").field.hasFocus()
    assert any(words.startswith("“soon” is not a date that can be read.") for words in labels(dialog))
    dialog.close()


def test_a_document_that_gives_way_keeps_what_makes_a_value(dialog: PropertiesDialog, qtbot: QtBot) -> None:
    put(dialog, "date", "soon")
    put(dialog, "chair", "A. Rassendyll")
    told: list[Mapping[str, str]] = []
    dialog.corrected.connect(told.append)
    with qtbot.waitSignal(dialog.finished):
        dialog.finish()
    assert told == [{"chair": "A. Rassendyll"}]


def test_the_smallest_window_has_room_for_it_and_tab_reaches_every_field(dialog: PropertiesDialog) -> None:
    dialog.set_theme(DARK)
    dialog.activateWindow()
    dialog.rows[0].field.setFocus()
    assert dialog.height() <= 480
    assert dialog.width() <= 720
    area = dialog.findChildren(QScrollArea)[0]
    reached = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            top = focused.mapTo(area.viewport(), focused.rect().topLeft()).y()
            assert 0 <= top < area.viewport().height()
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = [row.field for row in dialog.rows]
    assert [widget for widget in dict.fromkeys(reached) if widget in order] == order
    dialog.close()


def test_a_pasted_text_has_neither_file_nor_encoding(dialog: PropertiesDialog) -> None:
    dialog.show_file("", "")
    assert "None yet: this text was pasted" in labels(dialog)
    assert not next(b for b in dialog.findChildren(QPushButton) if b.text() == "Change").isEnabled()
    dialog.close()
