from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.notes import Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.services.note_maker import NoteMaker
from viewer.services.notes_status import NotesState, NotesStatus
from viewer.widgets.notes_panel import NotesPanel
from viewer.widgets.parts.colour_choice import ColourChoice
from viewer.widgets.parts.note_text import LARGE_PASTE, NoteText
from viewer.widgets.parts.notes_list import NotesList
from viewer.widgets.parts.tag_field import TagField
from viewer.widgets.parts.theme import DARK

TEXT = "Joint Communiqué\n\n1. The ministers met in Riverton.\n\n2. They thanked the host.\n"
NOW = "2005-02-25T10:00:00Z"
MADE = Note(NoteId("n-1"), NoteScope.DOCUMENT, "First *thoughts*", tags=("water",), changed="before")


Kind = TypeVar("Kind", bound=QWidget)


class Desk:
    """A panel whose wishes are granted, as the session grants them."""

    def __init__(self, panel: NotesPanel, notebook: Notebook) -> None:
        self.panel = panel
        self.notebook = notebook
        panel.note_written.connect(self.write)
        panel.note_deleted.connect(self.delete)
        panel.show_communique(COMMUNIQUE)
        panel.show_notebook(notebook)

    def write(self, note: Note) -> None:
        self.notebook = self.notebook.with_note(note)
        self.panel.show_notebook(self.notebook)

    def delete(self, note_id: NoteId) -> None:
        self.notebook = self.notebook.without(note_id)
        self.panel.show_notebook(self.notebook)

    @property
    def list(self) -> NotesList:
        return child(self.panel, NotesList)

    @property
    def text(self) -> NoteText:
        return child(self.panel, NoteText)

    def press(self, name: str) -> None:
        button(self.panel, name).click()

    def type(self, text: str) -> None:
        self.text.insertPlainText(text)


COMMUNIQUE: Communique = parse(Source(TEXT, "riverton.txt"))
FRESH = NoteMaker(new_id=lambda: NoteId("n-2"), now=lambda: NOW)


def child(panel: QWidget, kind: type[Kind]) -> Kind:
    found = panel.findChildren(kind)
    assert len(found) == 1
    return found[0]


def button(panel: QWidget, name: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if found.text() == name)


def open_window(panel: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()


def words_on(panel: QWidget) -> list[str]:
    """What the panel says in labels that can be seen."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()]


def bodies(desk: Desk) -> list[str]:
    model = desk.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def panel(qtbot: QtBot) -> NotesPanel:
    made = NotesPanel(now=lambda: NOW, new_id=lambda: NoteId("n-9"))
    qtbot.addWidget(made)
    made.resize(300, 480)
    return made


@pytest.fixture
def empty(panel: NotesPanel) -> Desk:
    return Desk(panel, Notebook())


@pytest.fixture
def desk(panel: NotesPanel) -> Desk:
    return Desk(panel, Notebook((MADE,)))


def test_an_empty_panel_says_how_to_begin(empty: Desk) -> None:
    assert "No notes yet. Select words in the text and press Ctrl+M, or use “New note”." in words_on(empty.panel)


def test_the_panel_counts_its_notes(desk: Desk) -> None:
    assert "1" in words_on(desk.panel)


def test_a_new_note_is_written_with_its_text_tags_and_colour(empty: Desk) -> None:
    empty.panel.start_note(FRESH.on_selection(COMMUNIQUE, Span(0, 5)))
    empty.type("Whose words?")
    child(empty.panel, TagField).setText("wording, , #Water, water")
    child(empty.panel, ColourChoice).show_colour(NoteColour.BLUE)
    empty.press("Save")
    (note,) = empty.notebook.notes
    assert (note.body, note.tags, note.colour) == ("Whose words?", ("wording", "Water"), NoteColour.BLUE)
    assert note.anchor is not None
    assert note.anchor.exact == "Joint"
    assert bodies(empty) == ["Whose words?"]


def test_ctrl_enter_saves_and_goes_back_to_the_list(empty: Desk, qtbot: QtBot) -> None:
    open_window(empty.panel, qtbot)
    empty.panel.start_note(FRESH.on_document())
    qtbot.waitUntil(empty.text.hasFocus)
    QTest.keyClicks(empty.text, "Typed")
    QTest.keyClick(empty.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bodies(empty) == ["Typed"]
    assert empty.list.hasFocus()
    assert not empty.text.isVisible()


def test_finishing_from_elsewhere_leaves_the_focus_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.edit_note(MADE.id)
    desk.panel._new_button.setFocus()
    qtbot.waitUntil(desk.panel._new_button.hasFocus)
    desk.panel.finish_editing()
    assert desk.panel._new_button.hasFocus()


def test_escape_drops_text_only_when_it_is_pressed_twice(empty: Desk, qtbot: QtBot) -> None:
    open_window(empty.panel, qtbot)
    empty.panel.start_note(FRESH.on_document())
    qtbot.waitUntil(empty.text.hasFocus)
    QTest.keyClicks(empty.text, "Typed")
    QTest.keyClick(empty.text, Qt.Key.Key_Escape)
    assert "Press Esc again to drop this text" in words_on(empty.panel)
    assert empty.text.written() == "Typed"
    QTest.keyClicks(empty.text, " on")
    QTest.keyClick(empty.text, Qt.Key.Key_Escape)
    assert empty.text.isVisible()
    QTest.keyClick(empty.text, Qt.Key.Key_Escape)
    assert not empty.text.isVisible()
    assert empty.notebook == Notebook()


def test_an_empty_new_note_vanishes(empty: Desk) -> None:
    empty.panel.start_note(FRESH.on_document())
    empty.type("  \n")
    empty.panel.finish_editing()
    assert empty.notebook == Notebook()


def test_leaving_the_editor_for_another_note_saves(desk: Desk) -> None:
    desk.panel.start_note(FRESH.on_document())
    desk.type("Half a thought")
    desk.panel.edit_note(MADE.id)
    assert [note.body for note in desk.notebook.notes] == ["First *thoughts*", "Half a thought"]
    assert desk.text.written() == "First *thoughts*"


def test_a_note_that_was_only_looked_at_is_not_written(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.panel.note_written):
        desk.panel.edit_note(MADE.id)
        desk.panel.finish_editing()


def test_what_a_file_holds_and_nobody_touched_is_left_as_it_is(panel: NotesPanel, qtbot: QtBot) -> None:
    odd = replace(MADE, body="a\r\nb", tags=("a, b", "#x", "Y", "y", "two\nlines"))
    desk = Desk(panel, Notebook((odd,)))
    with qtbot.assertNotEmitted(panel.note_written):
        panel.edit_note(odd.id)
        child(panel, TagField).editingFinished.emit()
        panel.finish_editing()
    panel.edit_note(odd.id)
    child(panel, ColourChoice).colour_chosen.emit(NoteColour.GREEN)
    panel.finish_editing()
    assert desk.notebook == Notebook((replace(odd, colour=NoteColour.GREEN, changed=NOW),))


def test_tags_that_change_elsewhere_are_not_put_back_by_a_line_nobody_touched(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.edit_note(MADE.id)
    field = child(desk.panel, TagField)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    theirs = replace(MADE, tags=("theirs",))
    desk.write(theirs)
    desk.panel.finish_editing()
    assert desk.notebook == Notebook((theirs,))


def test_an_edited_note_keeps_its_id_and_gets_a_new_time(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type(", and second")
    desk.press("Save")
    assert desk.notebook == Notebook((replace(MADE, body="First *thoughts*, and second", changed=NOW),))


def test_colour_and_tags_of_a_kept_note_are_written_at_once_and_without_its_half_typed_text(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type(" half")
    colours = child(desk.panel, ColourChoice)
    next(found for found in colours.findChildren(QAbstractButton) if found.accessibleName() == "Pink").click()
    field = child(desk.panel, TagField)
    field.setText("river")
    field.editingFinished.emit()
    (note,) = desk.notebook.notes
    assert (note.body, note.colour, note.tags) == ("First *thoughts*", NoteColour.PINK, ("river",))
    assert desk.text.written() == "First *thoughts* half"


def test_delete_asks_for_the_current_note_to_go(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.select_note(MADE.id)
    desk.list.setFocus()
    qtbot.waitUntil(desk.list.hasFocus)
    QTest.keyClick(desk.list, Qt.Key.Key_Delete)
    assert desk.notebook == Notebook()


def test_a_line_says_what_was_deleted_last_and_offers_to_take_it_back(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.show_deletions(1)
    assert "Note deleted." in words_on(desk.panel)
    desk.panel.show_deletions(2)
    assert "2 notes deleted." in words_on(desk.panel)
    with qtbot.waitSignal(desk.panel.undo_wanted):
        desk.press("Undo")
    desk.panel.show_deletions(0)
    assert not button(desk.panel, "Undo").isVisible()


def test_deleting_in_the_editor_closes_it_without_writing(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type(" never saved")
    with_text = desk.text
    desk.press("Delete")
    assert desk.notebook == Notebook()
    assert not with_text.isVisibleTo(desk.panel)


def test_an_editor_with_nothing_typed_closes_when_its_note_goes(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.delete(MADE.id)
    assert not desk.panel.is_writing
    desk.panel.finish_editing()
    assert desk.notebook == Notebook()


def test_a_note_that_vanishes_while_it_is_edited_is_saved_again(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type("!")
    desk.delete(NoteId("n-1"))
    desk.press("Save")
    assert bodies(desk) == ["First *thoughts*!"]


def test_a_note_that_changes_while_the_editor_shows_it_untouched_is_shown_anew(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.write(replace(MADE, body="Changed elsewhere"))
    assert desk.text.written() == "Changed elsewhere"


def test_text_typed_over_a_note_that_changed_elsewhere_becomes_a_note_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.edit_note(MADE.id)
    desk.type(", and mine")
    theirs = replace(MADE, body="Theirs")
    desk.write(theirs)
    assert desk.text.written() == "First *thoughts*, and mine"
    assert "Changed elsewhere: yours is a new note" in words_on(desk.panel)
    assert not button(desk.panel, "Delete").isVisibleTo(desk.panel)
    desk.panel.finish_editing()
    mine = replace(MADE, id=NoteId("n-9"), body="First *thoughts*, and mine", created=NOW, changed=NOW)
    assert desk.notebook == Notebook((theirs, mine))


def test_text_being_typed_stays_when_only_the_colour_changes_elsewhere(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type("!")
    desk.write(replace(MADE, colour=NoteColour.PINK))
    desk.panel.finish_editing()
    assert desk.notebook == Notebook((replace(MADE, body="First *thoughts*!", colour=NoteColour.PINK, changed=NOW),))


def test_enter_goes_to_the_words_and_f2_edits(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    desk.panel.select_note(MADE.id)
    desk.list.setFocus()
    qtbot.waitUntil(desk.list.hasFocus)
    with qtbot.waitSignal(desk.panel.note_chosen) as chosen:
        QTest.keyClick(desk.list, Qt.Key.Key_Return)
    assert chosen.args == ["n-1"]
    QTest.keyClick(desk.list, Qt.Key.Key_F2)
    assert desk.text.written() == "First *thoughts*"


def test_a_click_goes_to_the_words(desk: Desk, qtbot: QtBot) -> None:
    open_window(desk.panel, qtbot)
    middle = desk.list.visualRect(desk.list.model().index(0, 0)).center()
    with qtbot.waitSignal(desk.panel.note_chosen) as chosen:
        QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen.args == ["n-1"]


def test_selecting_a_note_from_outside_chooses_nothing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.panel.note_chosen):
        desk.panel.select_note(MADE.id)
    assert desk.list.current_note() == "n-1"


def test_another_document_finishes_the_note(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type("!")
    desk.panel.show_communique(parse(Source("Another", "another.txt")))
    assert desk.notebook.notes[0].body == "First *thoughts*!"


def test_a_better_reading_of_the_same_text_leaves_the_editor_alone(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    desk.type("!")
    desk.panel.show_communique(replace(COMMUNIQUE, analysed=True))
    assert desk.text.isVisibleTo(desk.panel)
    assert desk.notebook == Notebook((MADE,))


def test_a_failure_is_said_with_what_can_be_done(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.set_theme(DARK)
    desk.panel.show_status(NotesStatus(NotesState.FAILED, "The disk is full."))
    assert "The disk is full." in words_on(desk.panel)
    with qtbot.waitSignal(desk.panel.retry_wanted):
        desk.press("Try again")
    with qtbot.waitSignal(desk.panel.copy_wanted):
        desk.press("Save a copy…")
    with qtbot.waitSignal(desk.panel.folder_wanted):
        desk.press("Folder…")
    desk.panel.show_status(NotesStatus(NotesState.SAVED))
    assert words_on(desk.panel) == ["Notes", "1"], "the status line says that they are saved"
    assert not button(desk.panel, "Try again").isVisibleTo(desk.panel)


def test_a_hint_that_needs_an_answer_is_told_to_those_who_hear_the_window(empty: Desk, alerts: list[QObject]) -> None:
    empty.panel.start_note(FRESH.on_document())
    empty.type("Typed")
    empty.press("Cancel")
    (told,) = alerts
    assert isinstance(told, QWidget)
    assert told.accessibleDescription() == "Press Esc again to drop this text"


def test_notes_that_could_not_be_read_are_not_called_none(empty: Desk) -> None:
    unread = "The notes of this text could not be read."
    for state in (NotesState.READING, NotesState.FAILED):
        empty.panel.show_status(NotesStatus(state, "It is broken." if state is NotesState.FAILED else ""))
    assert unread in words_on(empty.panel)
    empty.panel.show_status(NotesStatus(NotesState.NONE))
    assert any(words.startswith("No notes yet") for words in words_on(empty.panel))
    empty.panel.show_status(NotesStatus(NotesState.FAILED, "The disk is full."))
    assert unread not in words_on(empty.panel), "a save that failed"
    empty.panel.show_status(NotesStatus(NotesState.UNREADABLE, "It is broken."))
    assert unread in words_on(empty.panel)


def test_an_open_editor_has_room_for_a_paragraph_and_gives_it_back(qtbot: QtBot) -> None:
    column = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(column)
    empty = Desk(NotesPanel(), Notebook())
    column.addWidget(QWidget())
    column.addWidget(empty.panel)
    column.resize(300, 700)
    open_window(column, qtbot)
    column.setSizes([540, 160])
    before = empty.panel.height()
    empty.panel.start_note(FRESH.on_document())
    qtbot.waitUntil(lambda: empty.text.height() >= 6 * empty.text.fontMetrics().lineSpacing())
    assert not any(words.startswith("No notes yet") for words in words_on(empty.panel))
    empty.press("Cancel")
    qtbot.waitUntil(lambda: empty.panel.height() == before)
    assert any(words.startswith("No notes yet") for words in words_on(empty.panel))


@pytest.mark.parametrize("count", [0, 1])
def test_the_panel_gives_the_focus_to_its_notes_or_to_the_button_for_a_new_one(
    panel: NotesPanel, qtbot: QtBot, count: int
) -> None:
    desk = Desk(panel, Notebook((MADE,) * count))
    open_window(panel, qtbot)
    panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    focused = QApplication.focusWidget()
    if count:
        assert focused is desk.list
        assert desk.list.current_note() == MADE.id
    else:
        assert isinstance(focused, QAbstractButton)
        assert focused.accessibleName() == "New note"


def test_new_note_offers_the_ways_the_window_gives(desk: Desk, qtbot: QtBot) -> None:
    action = QAction("On the selection", desk.panel)
    desk.panel.add_actions([action])
    open_window(desk.panel, qtbot)
    desk.panel._new_button.click()
    assert desk.panel._ways.isVisible()
    assert desk.panel._ways.actions() == [action]
    desk.panel._ways.close()


def test_a_paste_is_plain_and_a_very_large_one_is_asked_for_twice(empty: Desk) -> None:
    empty.panel.start_note(FRESH.on_document())
    html = QMimeData()
    html.setHtml("<b>bold</b><img src='/etc/hostname'>")
    html.setText("bold")
    empty.text.insertFromMimeData(html)
    assert empty.text.written() == "bold"
    large = QMimeData()
    large.setText("word " * (LARGE_PASTE // 5 + 1))
    empty.text.insertFromMimeData(large)
    assert empty.text.written() == "bold"
    assert any(words.startswith("Paste a") for words in words_on(empty.panel))
    empty.text.insertFromMimeData(large)
    assert len(empty.text.written()) > LARGE_PASTE


@pytest.mark.parametrize("body", ["a\u00a0b\u2028c\n\n  d\t😀", "<b>no</b> & &amp;", "\u202eabc"])
def test_the_text_of_a_note_comes_back_as_it_was_written(empty: Desk, body: str) -> None:
    empty.panel.start_note(FRESH.on_document())
    empty.type(body)
    empty.press("Save")
    assert empty.notebook.notes[0].body == body


def test_half_a_character_which_no_file_can_hold_is_not_kept(empty: Desk) -> None:
    empty.panel.start_note(FRESH.on_document())
    empty.type("x\ud83dy")
    empty.press("Save")
    assert empty.notebook.notes[0].body in {"xy", "x?y"}, "PySide6 6.8 puts a question mark in its place"


def test_a_body_with_line_ends_qt_folds_is_not_touched_by_a_change_of_colour(panel: NotesPanel) -> None:
    desk = Desk(panel, Notebook((replace(MADE, body="a\r\nb\u2029c"),)))
    panel.edit_note(MADE.id)
    child(panel, ColourChoice).colour_chosen.emit(NoteColour.GREEN)
    panel.finish_editing()
    assert desk.notebook.notes[0].body == "a\r\nb\u2029c"


def test_every_widget_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.panel.edit_note(MADE.id)
    for widget in desk.panel.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.objectName() != "qt_scrollarea_viewport":
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


@pytest.mark.parametrize("height", [240, 900])
def test_the_panel_is_usable_in_a_narrow_column(desk: Desk, height: int, qtbot: QtBot) -> None:
    desk.panel.show_status(NotesStatus(NotesState.SAVED))
    desk.panel.edit_note(MADE.id)
    desk.panel.resize(300, height)
    open_window(desk.panel, qtbot)
    assert desk.panel.height() == height
    assert desk.panel.width() == 300
    assert desk.list.height() > 30
