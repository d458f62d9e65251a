"""The reader looks at what was mended in a text, goes there, and switches it off and on again."""

from dataclasses import replace
from pathlib import Path

import pytest
from finding import part_of
from program import Program, Start
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QTreeView

from viewer.core.notes import Corrections
from viewer.core.repairs import RepairKind, Suspicion, SuspicionKind
from viewer.core.text import Span
from viewer.qmodels.roles import Role
from viewer.widgets.parts.folds import fold_places
from viewer.widgets.parts.waves import wave_places
from viewer.widgets.repairs_dialog import RepairsDialog

WEB_PAGE = """Home | About us | News | Contact
Share on Facebook
Print this page

JOINT COMMUNIQUE

1. The Ministers met  in Oslo on 3 May 2031 and discussed trade and culture, and the matters which they had

- 3 -

discussed at length before. They also agreed to meet again next year in the city of Santiago.

Share on Twitter
Related articles
Cookie policy
"""
JOINED = "the matters which they had discussed at length before"


@pytest.fixture
def web(start: Start, tmp_path: Path) -> Program:
    path = tmp_path / "web.txt"
    path.write_text(WEB_PAGE, encoding="utf-8")
    return start(path)


def list_of(program: Program) -> RepairsDialog:
    program.press("Ctrl+Shift+R", on=program.reading)
    dialog = part_of(program.window, RepairsDialog)
    program.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def tree(dialog: RepairsDialog) -> QTreeView:
    return part_of(dialog, QTreeView)


def row(dialog: RepairsDialog, kind: RepairKind | SuspicionKind) -> QModelIndex:
    model = tree(dialog).model()
    groups = (model.index(number, 0) for number in range(model.rowCount()))
    rows = (model.index(0, 0, group) for group in groups)
    return next(index for index in rows if index.data(Role.REPAIR).kind is kind)


def is_ticked(index: QModelIndex) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def choose(dialog: RepairsDialog, kind: RepairKind | SuspicionKind) -> None:
    index = row(dialog, kind)
    tree(dialog).expand(index.parent())
    tree(dialog).setCurrentIndex(index)


def button(program: Program) -> QToolButton:
    """What the status line says of repairs."""
    found = [one for one in program.window.status.findChildren(QToolButton) if "repair" in one.text()]
    assert len(found) == 1
    return found[0]


def wait_for_text(program: Program, words: str, *, gone: bool = False) -> None:
    program.qtbot.waitUntil(lambda: (words in program.communique.text) is not gone)
    program.wait_for_notes()


def test_the_status_line_counts_the_repairs_and_opens_their_list(web: Program) -> None:
    assert button(web).text() == "5 repairs"
    assert "(Ctrl+Shift+R)" in button(web).toolTip()
    QTest.mouseClick(button(web), Qt.MouseButton.LeftButton)
    assert part_of(web.window, RepairsDialog).isVisible()


def test_a_text_that_needs_no_repair_says_so(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "whole.txt"
    path.write_text("JOINT STATEMENT\n\nThe ministers met in Oslo.\n", encoding="utf-8")
    program = start(path)
    dialog = list_of(program)
    assert tree(dialog).accessibleDescription().startswith("Nothing needed mending: the text reads as the file has it")
    assert tree(dialog).model().rowCount() == 0
    shown = [one.text() for one in program.window.status.findChildren(QToolButton) if one.isVisible()]
    assert shown == ["UTF-8 ▾"]


def test_return_goes_to_the_place_and_the_list_stays(web: Program) -> None:
    dialog = list_of(web)
    choose(dialog, RepairKind.JOINED_PAGE_BREAK)
    web.press("Return", on=tree(dialog))
    assert web.theme_tints(web.reading.theme.current) == ["had discussed"]
    assert dialog.isVisible()


def test_a_repair_is_switched_off_by_space_and_on_again(web: Program, tmp_path: Path) -> None:
    dialog = list_of(web)
    assert JOINED in web.communique.text
    choose(dialog, RepairKind.JOINED_PAGE_BREAK)
    QTest.keyClick(tree(dialog), Qt.Key.Key_Space)
    wait_for_text(web, JOINED, gone=True)
    assert not is_ticked(row(dialog, RepairKind.JOINED_PAGE_BREAK))
    assert button(web).text() == "4 of 5 repairs"
    assert tree(dialog).currentIndex() == row(dialog, RepairKind.JOINED_PAGE_BREAK)
    QTest.keyClick(tree(dialog), Qt.Key.Key_Space)
    wait_for_text(web, JOINED)
    assert is_ticked(row(dialog, RepairKind.JOINED_PAGE_BREAK))
    assert (tmp_path / "web.txt").read_text(encoding="utf-8") == WEB_PAGE


def test_a_click_on_the_box_switches_and_one_on_the_words_does_not(web: Program) -> None:
    dialog = list_of(web)
    choose(dialog, RepairKind.COLLAPSED_SPACES)
    place = tree(dialog).visualRect(row(dialog, RepairKind.COLLAPSED_SPACES))
    QTest.mouseClick(tree(dialog).viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert is_ticked(row(dialog, RepairKind.COLLAPSED_SPACES))
    QTest.mouseClick(tree(dialog).viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(8, 12))
    wait_for_text(web, "met  in Oslo")
    assert not is_ticked(row(dialog, RepairKind.COLLAPSED_SPACES))


def test_everything_is_switched_off_and_on(web: Program) -> None:
    dialog = list_of(web)
    web.press_button(dialog, "Switch all &off")
    wait_for_text(web, "Related articles")
    assert "- 3 -" in web.communique.text
    assert button(web).text() == "0 of 5 repairs"
    web.press_button(dialog, "Switch all o&n")
    wait_for_text(web, "Related articles", gone=True)
    assert button(web).text() == "5 repairs"


def test_whole_kinds_are_noted_in_short_and_one_of_them_is_switched_on_again(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "spaced.txt"
    path.write_text(
        "JOINT STATEMENT\n\n" + "1. The ministers  met in Oslo and spoke  of trade.\n" * 50, encoding="utf-8"
    )
    program = start(path)
    dialog = list_of(program)
    program.press_button(dialog, "Switch all &off")
    wait_for_text(program, "ministers  met")
    (notes,) = program.folders.notes.glob("*.yaml")
    assert 'switched_off_kinds: ["collapsed-spaces"]' in notes.read_text(encoding="utf-8")
    assert len(notes.read_text(encoding="utf-8")) < 500
    choose(dialog, RepairKind.COLLAPSED_SPACES)
    QTest.keyClick(tree(dialog), Qt.Key.Key_Space)
    wait_for_text(program, "ministers met")
    assert program.communique.text.count("ministers  met") == 49
    assert program.communique.text.count("spoke  of") == 50
    again = start(path)
    wait_for_text(again, "ministers  met")
    assert again.communique.text == program.communique.text


def test_what_is_switched_off_stays_off_when_the_text_is_opened_again(web: Program, start: Start) -> None:
    dialog = list_of(web)
    choose(dialog, RepairKind.REMOVED_PAGE_NUMBER)
    QTest.keyClick(tree(dialog), Qt.Key.Key_Space)
    wait_for_text(web, "- 3 -")
    path = web.session.path
    again = start(path)
    wait_for_text(again, "- 3 -")


def test_another_document_takes_the_place_of_the_former_in_the_list(web: Program, tmp_path: Path) -> None:
    dialog = list_of(web)
    path = tmp_path / "whole.txt"
    path.write_text("JOINT STATEMENT\n\nThe ministers met in Oslo.\n", encoding="utf-8")
    web.open(path)
    assert tree(dialog).model().rowCount() == 0
    web.open(tmp_path / "web.txt")
    assert tree(dialog).model().rowCount() == 4


def test_folded_lines_are_brought_back_by_a_click_and_gone_to(web: Program) -> None:
    (fold, place), *_ = list(fold_places(web.reading))
    QTest.mouseClick(web.reading.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    wait_for_text(web, "Share on Facebook")
    assert (fold.after, fold.lines) == (-1, 3)
    assert web.sees(web.span("Share on Facebook"))
    assert "Related articles" not in web.communique.text, "what is folded away elsewhere stays so"


def test_lines_that_were_brought_back_are_folded_away_by_a_click_at_the_same_place(web: Program) -> None:
    folded = web.communique.text
    for words, gone in (("Share on Facebook", False), ("Share on Facebook", True)):
        _, place = next(fold_places(web.reading))
        QTest.mouseClick(web.reading.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
        wait_for_text(web, words, gone=gone)
    assert web.communique.text == folded
    assert web.session.corrections == Corrections()


def test_the_menu_folds_away_the_shown_lines_that_the_caret_is_in(web: Program) -> None:
    _, place = next(fold_places(web.reading))
    QTest.mouseClick(web.reading.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    wait_for_text(web, "Share on Facebook")
    web.reading.setTextCursor(web.reading.cursor_at(web.span("on Facebook")))
    web.window.action("switch-repair").trigger()
    wait_for_text(web, "Share on Facebook", gone=True)


def test_the_menu_offers_to_switch_off_the_repair_it_is_opened_on(web: Program) -> None:
    start = web.span("discussed at length").start
    caret = web.reading.cursorRect(web.reading.cursor_at(Span(start, start)))
    open_menu_at(web, caret.center() - QPoint(2, 0))
    assert web.window.action("switch-repair") in web.open_menu().actions()
    web.open_menu().close()
    web.window.action("switch-repair").trigger()
    wait_for_text(web, JOINED, gone=True)


def test_the_menu_offers_nothing_of_the_kind_elsewhere(web: Program) -> None:
    open_menu_at(web, web.point(web.span("Santiago")))
    menu = web.open_menu()
    assert web.window.action("switch-repair") not in menu.actions()
    menu.close()


LINKED = """JOINT STATEMENT

1. The ministers met in [the capital](https://example.org/oslo) on 3 May 2031 and spoke of trade and of other matters.
"""


@pytest.fixture
def linked(start: Start, tmp_path: Path) -> Program:
    path = tmp_path / "linked.txt"
    path.write_text(LINKED, encoding="utf-8")
    QGuiApplication.clipboard().setText("something else")
    return start(path)


def test_the_address_of_a_link_is_copied_from_the_menu_on_its_words(linked: Program) -> None:
    open_menu_at(linked, linked.point(linked.span("the capital")))
    menu, copy = linked.open_menu(), linked.window.action("copy-link")
    assert copy in menu.actions()
    menu.close()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org/oslo"
    assert "https://example.org/oslo" in linked.notice
    open_menu_at(linked, linked.point(linked.span("ministers")))
    assert copy not in linked.open_menu().actions()
    linked.open_menu().close()


def test_the_menu_bar_copies_the_link_at_the_caret_whatever_was_pointed_at_before(linked: Program) -> None:
    open_menu_at(linked, linked.point(linked.span("the capital")))
    linked.open_menu().close()
    linked.reading.setTextCursor(linked.reading.cursor_at(linked.span("spoke")))
    linked.window.menu("Edit").aboutToShow.emit()
    linked.window.action("copy-link").trigger()
    assert linked.notice.startswith("There is no link here")
    assert QGuiApplication.clipboard().text() == "something else"
    linked.reading.reveal(linked.span("capital"))
    linked.window.action("copy-link").trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org/oslo"


def test_the_repair_at_the_caret_is_switched_off_from_the_menu_bar(web: Program) -> None:
    web.reading.setTextCursor(web.reading.cursor_at(web.span("discussed at length")))
    web.reading.reveal(web.span("discussed at length"))
    web.window.action("switch-repair").trigger()
    wait_for_text(web, JOINED, gone=True)


def test_where_nothing_was_repaired_the_command_says_so(web: Program) -> None:
    web.reading.reveal(web.span("Santiago"))
    web.window.action("switch-repair").trigger()
    assert web.notice.startswith("There is no repair here")


def test_suspected_words_are_marked_listed_and_never_changed(web: Program) -> None:
    span = web.span("culture")
    glued = Suspicion(SuspicionKind.GLUED_WORDS, span, "“cult” and “ure” are words")
    read = web.session.recognised
    anew = tuple(entity for entity in read.entities)  # a reading that found suspicions found the names itself
    web.session.show_communique(replace(read, suspicions=(glued,), entities=anew))
    assert [one for one, _ in wave_places(web.reading)] == [glued]
    assert button(web).text() == "5 repairs · 1 suspected"
    dialog = list_of(web)
    assert row(dialog, SuspicionKind.GLUED_WORDS).data(Qt.ItemDataRole.CheckStateRole) is None
    web.window.action("mark-suspected").trigger()
    assert not list(wave_places(web.reading))


def test_a_list_of_suspicions_alone_speaks_of_nothing_else(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "glued.txt"
    path.write_text("JOINT STATEMENT\n\nThe presidents metwith the ministers of theRepublic.\n", encoding="utf-8")
    dialog = list_of(start(path))
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Words that look damaged" in said
    assert "mended" not in said
    assert [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()] == ["&Close"]


def test_the_list_closes_by_escape_and_is_kept(web: Program) -> None:
    dialog = list_of(web)
    QTest.keyClick(tree(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert list_of(web) is dialog


def open_menu_at(program: Program, place: QPoint) -> None:
    viewport = program.reading.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
