import pytest
from finding import part_of
from program import Program, Start
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QSplitter, QTreeView

from viewer.core.mentions import EntityKind
from viewer.widgets.appearance import SIZES
from viewer.widgets.parts.theme import DARK, LIGHT


def sizes(program: Program) -> list[list[int]]:
    return [splitter.sizes() for splitter in (program.window._columns, program.window._right)]


def test_the_layout_is_there_again_at_the_next_start(start: Start) -> None:
    program = start(None)
    program.window.resize(790, 700)  # within the offscreen screen, which is small
    for place, handle in ((150, 1), (550, 2)):
        program.window._columns.moveSplitter(place, handle)
    program.window._right.moveSplitter(300, 2)
    program.press("Ctrl+3", on=program.reading)
    program.qtbot.waitUntil(lambda: sizes(program)[1][1] == 0)
    before = sizes(program)
    again = start(None)
    assert (again.window.width(), again.window.height()) == (790, 700)
    assert not again.window.card.isVisible()
    assert not again.window.action("show-card").isChecked()
    assert again.window.sidebar.isVisible()
    for seen, kept in zip(sizes(again), before, strict=True):
        assert seen == pytest.approx(kept, abs=1)
    again.press("Ctrl+3", on=again.reading)
    again.qtbot.waitUntil(lambda: again.window.card.height() > 60)


def test_an_empty_card_leaves_its_height_to_the_names(program: Program) -> None:
    program.window.resize(1280, 800)
    names = part_of(program.window.sidebar, QTreeView)
    assert names.viewport().height() >= 12 * names.sizeHintForRow(0)
    assert program.window.card.height() < 80
    low = sizes(program)[1]
    program.session.choose_entity(program.entity("S. Lavrov").id)
    high = sizes(program)[1]
    assert high[1] > 200
    assert high[2] == low[2], "the notes stay where they are"
    program.session.forget_entity()
    assert sizes(program)[1] == low


def test_a_name_chosen_at_the_foot_of_the_list_stays_in_view_when_the_card_grows(program: Program) -> None:
    program.window.resize(1280, 800)
    names = program.window.sidebar.list
    last = names.indexAt(QPoint(40, names.viewport().height() - 30))
    assert names.sees(last)
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=names.visualRect(last).center())
    program.qtbot.waitUntil(lambda: program.window.card.height() > 200)
    assert names.currentIndex() == last
    assert names.sees(last)


def test_heights_set_by_hand_are_kept_whether_something_is_on_the_card_or_not(start: Start) -> None:
    program = start(None)
    program.window.resize(790, 700)  # within the offscreen screen, which is small
    right = program.window._right
    program.session.choose_entity(program.entity("S. Lavrov").id)
    right.moveSplitter(150, 1)
    chosen = right.sizes()
    assert chosen[0] == 150
    program.session.forget_entity()
    right.moveSplitter(sum(right.sizes()[:2]) - 15, 2)  # the card cannot get lower: the names do
    lower = right.sizes()
    program.session.choose_entity(program.entity("S. Lavrov").id)
    assert right.sizes()[1] == pytest.approx(chosen[1], abs=2)
    program.session.forget_entity()
    assert right.sizes() == pytest.approx(lower, abs=2)
    again = start(None)
    assert again.window._right.sizes() == pytest.approx(lower, abs=2)
    again.session.choose_entity(again.entity("S. Lavrov").id)
    assert again.window._right.sizes()[1] == pytest.approx(chosen[1], abs=2)


def test_an_empty_card_alone_or_without_the_names_leaves_no_gap(program: Program) -> None:
    window, right = program.window, program.window._right
    program.press("Ctrl+2", on=program.reading)
    program.qtbot.waitUntil(lambda: right.sizes()[0] == 0)
    assert right.sizes()[1] < 80
    assert right.sizes()[2] > 200
    program.press("Ctrl+4", on=program.reading)
    program.qtbot.waitUntil(lambda: window.card.height() == right.height())
    program.press("Ctrl+2", on=program.reading)
    program.qtbot.waitUntil(lambda: window.card.height() < 80)


def test_the_layout_can_be_reset(program: Program) -> None:
    first = sizes(program)
    program.window._columns.moveSplitter(400, 1)
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+4"):
        program.press(keys, on=program.reading)
    program.window.action("reset-layout").trigger()
    assert sizes(program) == first
    panes = ("contents", "sidebar", "card", "notes")
    assert all(getattr(program.window, pane).isVisible() for pane in panes)
    assert all(program.window.action(f"show-{name}").isChecked() for name in program.window.places)


def test_columns_grow_with_the_window_to_their_most_until_one_is_set_by_hand(program: Program) -> None:
    columns = program.window._columns
    for width, sides in ((1280, (264, 308)), (1920, (380, 420)), (1280, (264, 308))):
        program.window.resize(width, 700)
        assert (columns.sizes()[0], columns.sizes()[2]) == sides
    columns.moveSplitter(300, 1)
    program.window.resize(1920, 700)
    assert (columns.sizes()[0], columns.sizes()[2]) == (300, 308)


def test_columns_never_set_by_hand_grow_at_the_next_start_too(start: Start) -> None:
    start(None).window.resize(790, 700)  # within the offscreen screen, which is small
    again = start(None)
    again.window.resize(1920, 700)
    assert again.window._columns.sizes()[0] == 380


@pytest.mark.parametrize(
    ("keys", "pane"), [("Ctrl+1", "contents"), ("Ctrl+2", "sidebar"), ("Ctrl+3", "card"), ("Ctrl+4", "notes")]
)
def test_every_pane_can_be_hidden_and_shown_by_key(program: Program, keys: str, pane: str) -> None:
    widget = getattr(program.window, pane)
    program.press(keys, on=program.reading)
    assert not widget.isVisible()
    program.press(keys, on=program.reading)
    assert widget.isVisible()


def test_the_text_takes_the_room_of_hidden_panes(program: Program) -> None:
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"):
        program.press(keys, on=program.reading)
    program.qtbot.waitUntil(lambda: program.reading.width() == program.window.width())


def test_f6_walks_the_panes_that_are_shown_and_shift_f6_back(program: Program) -> None:
    window = program.window
    program.press("Ctrl+3", on=program.reading)
    program.reading.setFocus()
    walked = []
    for keys in ("F6", "F6", "F6", "F6", "Shift+F6"):
        program.press(keys)
        focused = QApplication.focusWidget()
        assert focused is not None
        panes = (window.contents, window.reading, window.sidebar, window.notes)
        walked.append(next(pane for pane in panes if pane is focused or pane.isAncestorOf(focused)))
    assert walked == [window.sidebar, window.notes, window.contents, window.reading, window.contents]


def test_a_theme_is_chosen_kept_and_repaints_everything(start: Start) -> None:
    program = start(None)
    program.window.action("theme-dark").trigger()
    assert paper(program) == DARK.paper
    again = start(None)
    assert paper(again) == DARK.paper
    assert again.window.action("theme-dark").isChecked()
    again.window.action("theme-light").trigger()
    assert paper(again) == LIGHT.paper


def test_the_theme_follows_the_system_unless_one_is_chosen(program: Program) -> None:
    program.application.appearance.follow_system(True)
    assert paper(program) == DARK.paper
    program.window.action("theme-light").trigger()
    assert paper(program) == LIGHT.paper
    program.window.action("theme-system").trigger()
    assert paper(program) == DARK.paper
    program.application.appearance.follow_system(False)
    assert paper(program) == LIGHT.paper


def paper(program: Program) -> str:
    """The colour that is painted in the page's upper left corner."""
    return program.reading.grab().toImage().pixelColor(3, 3).name().upper()


def test_the_size_of_the_text_is_changed_by_key_within_limits_and_kept(start: Start) -> None:
    program = start(None)
    program.press("Ctrl++", on=program.reading)
    assert program.reading.text_font.pointSizeF() == 13
    for _ in SIZES:
        program.press("Ctrl+=", on=program.reading)
    assert program.reading.text_font.pointSizeF() == max(SIZES)
    program = start(None)
    assert program.reading.text_font.pointSizeF() == max(SIZES)
    for _ in SIZES:
        program.press("Ctrl+-", on=program.reading)
    assert program.reading.text_font.pointSizeF() == min(SIZES)
    program.press("Ctrl+0", on=program.reading)
    assert program.reading.text_font.pointSizeF() == 12


def test_marks_of_a_kind_are_switched_off_and_stay_off(start: Start) -> None:
    program = start(None)
    program.window.action("mark-date").trigger()
    again = start(None)
    assert not again.window.action("mark-date").isChecked()
    again.window.action("mark-date").trigger()
    colour = QColor(again.reading.theme.kind(EntityKind.DATE)).name()
    mark = again.reading.cursor_at(again.entity("summer 2005").mentions[0].span).charFormat()
    assert mark.underlineColor().name() == colour


def test_settings_that_make_no_sense_are_taken_for_the_defaults(start: Start) -> None:
    program = start(None)
    program.workspace.change_settings(
        program.workspace.settings._replace(theme="sepia", text_points="large", columns="?", window="?")
    )
    assert program.reading.text_font.pointSizeF() == 12
    assert paper(program) == LIGHT.paper
    assert paper(start(None)) == LIGHT.paper


def test_f11_fills_the_screen_and_gives_it_back(program: Program) -> None:
    program.press("F11", on=program.reading)
    assert program.window.isFullScreen()
    program.press("F11", on=program.reading)
    assert not program.window.isFullScreen()


def test_f11_gives_a_maximised_window_back_as_it_was(program: Program) -> None:
    program.window.showMaximized()
    for full in (True, False):
        program.press("F11", on=program.reading)
        assert program.window.isFullScreen() is full
        assert program.window.isMaximized()


def test_copy_takes_the_words_selected_where_the_reader_is(program: Program) -> None:
    program.reading.setTextCursor(program.reading.cursor_at(program.span("S. Lavrov")))
    program.window.action("note-document").trigger()
    QTest.keyClicks(program.window.focusWidget(), "My note")
    for keys, copied in (("Shift+Home", "My note"), ("End", "S. Lavrov")):  # without a selection, the text's
        program.press(keys)
        program.window.action("copy").trigger()
        assert QApplication.clipboard().text() == copied
    program.press("Ctrl+Shift+F", on=program.reading)
    QTest.keyClicks(program.window.focusWidget(), "sco")
    program.press("Shift+Home")
    program.window.action("copy").trigger()
    assert QApplication.clipboard().text() == "sco"


def test_copy_takes_the_words_selected_in_a_notice(program: Program) -> None:
    program.window.notice.say("Copy the communiqué first.")
    words = part_of(program.window.notice, QLabel)
    words.setFocus()
    words.setSelection(0, 4)
    program.window.action("copy").trigger()
    assert QApplication.clipboard().text() == "Copy"


def test_help_opens_the_keys_and_what_the_program_is(program: Program) -> None:
    for keys, command, words in (("F1", "keys", "Open a communiqué from a file"), ("", "about", "uses the network")):
        if keys:
            program.press(keys, on=program.reading)
        else:
            program.window.action(command).trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        assert any(words in label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()


def test_a_notice_is_put_away_by_its_button(program: Program) -> None:
    program.press("Ctrl+M", on=program.reading)
    assert program.notice
    program.press_button(program.window.notice, "Dismiss")
    assert program.notice == ""


def test_a_large_paste_is_asked_about_first(program: Program) -> None:
    before = program.session
    QApplication.clipboard().setText("The ministers met. " * 60_000)
    program.answer(QMessageBox.StandardButton.No)
    program.press("Ctrl+Shift+V", on=program.reading)
    assert program.session is before


def test_many_mentions_can_be_read_beside_the_answer_why(program: Program) -> None:
    program.window.resize(1280, 800)
    program.window.reset_layout()
    program.session.choose_entity(program.entity("Shanghai Cooperation Organization").id)
    program.press_button(program.window.card, "Why?")
    rows = part_of(program.window.card, QTreeView)
    program.qtbot.waitUntil(lambda: rows.viewport().height() >= 4 * rows.sizeHintForRow(0))
    names = part_of(program.window.sidebar, QTreeView)
    assert names.viewport().height() >= 6 * names.sizeHintForRow(0)


def test_the_splitters_leave_no_pane_without_width(program: Program) -> None:
    program.window.resize(program.window.minimumSizeHint())
    for splitter in program.window.findChildren(QSplitter):
        assert all(size > 0 for size in splitter.sizes())


def test_every_pane_is_named_for_those_who_hear_it(program: Program) -> None:
    for part in (program.reading, program.window.notice, program.window.status, program.window.notes):
        assert part.accessibleName()
    for command in program.window.toolbar.actions():
        assert program.window.toolbar.widgetForAction(command).accessibleName()
    assert program.window.focusPolicy() is Qt.FocusPolicy.NoFocus
