from dataclasses import replace

import pytest
from program import words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.clashes import Clash, Kept
from viewer.core.notes import Note, NoteColour, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.widgets.clash_dialog import ClashDialog
from viewer.widgets.parts.note_text import NoteText
from viewer.widgets.parts.theme import DARK

COMMUNIQUE = parse(Source("Joint Communiqué\n\nThe ministers met in Riverton.\n", "riverton.txt"))
LEFT = Note(NoteId("n-1"), NoteScope.DOCUMENT, "😀 The host\r\nof it.", changed="2005-02-25T10:00:00Z")
RIGHT = replace(LEFT, id=NoteId("n-2"), body="😀 The old host\r\nof it.", tags=("chair",), conflict_of=LEFT.id)


@pytest.fixture
def dialog(qtbot: QtBot) -> ClashDialog:
    made = ClashDialog()
    qtbot.addWidget(made)
    made.show_clash(Clash(LEFT, RIGHT), COMMUNIQUE)
    made.set_theme(DARK)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(dialog: ClashDialog) -> list[NoteText]:
    return dialog.findChildren(NoteText)


def tinted(text: NoteText) -> list[str]:
    return [tint.cursor.selectedText() for tint in text.extraSelections()]


def test_both_versions_are_shown_and_what_differs_is_said_and_marked(dialog: ClashDialog) -> None:
    assert [text.toPlainText() for text in texts(dialog)] == ["😀 The host\nof it.", "😀 The old host\nof it."]
    assert [tinted(text) for text in texts(dialog)] == [[], ["old"]]
    words = words_on(dialog)
    assert words.count("Text – differs") == words.count("Tags – differs") == 2
    assert words.count("Colour") == words.count("About") == words.count("Whole document") == 2
    assert "chair" in words
    assert "2005-02-25 10:00:00 UTC" in words


def test_keys_of_other_programs_are_named_only_where_they_differ(dialog: ClashDialog) -> None:
    assert "Other keys" not in words_on(dialog)
    dialog.show_clash(Clash(LEFT, replace(RIGHT, extra={"x_rating": "5"}, colour=NoteColour.PINK)), COMMUNIQUE)
    assert "Other keys – differs" in words_on(dialog)
    assert "x_rating" in words_on(dialog)
    assert "Colour – differs" in words_on(dialog)


@pytest.mark.parametrize(("key", "kept"), [("L", Kept.LEFT), ("R", Kept.RIGHT), ("B", Kept.BOTH)])
def test_a_key_decides(dialog: ClashDialog, qtbot: QtBot, key: str, kept: Kept) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.keySequence(dialog, f"Alt+{key}")
    assert told.args == [Clash(LEFT, RIGHT), kept]
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_neither_escape_nor_return_decides(dialog: ClashDialog, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(dialog.decided):
        QTest.keyClick(dialog, key)


def test_the_text_has_the_focus_and_everything_that_takes_it_a_name(dialog: ClashDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(texts(dialog)[0].hasFocus)
    assert texts(dialog)[0].accessibleName() == "Left: the version in place, Text – differs"
    reached = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]
    assert len(reached) == 6
    assert all(w.accessibleName() or (isinstance(w, QPushButton) and w.text()) for w in reached)


def test_the_versions_cannot_be_written_in_and_tab_leaves_them(dialog: ClashDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    left, right = texts(dialog)
    qtbot.waitUntil(left.hasFocus)
    QTest.keyClicks(left, "x")
    assert left.toPlainText() == "😀 The host\nof it."
    QTest.keyClick(left, Qt.Key.Key_Tab)
    assert right.hasFocus()
