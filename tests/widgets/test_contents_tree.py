import pytest
from finding import part_of
from named_text import entity_named, statement, text_alone
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.qmodels.contents_model import ContentsModel
from viewer.qmodels.roles import Role
from viewer.services.document_session import EntitySelection
from viewer.widgets.contents_tree import ContentsTree
from viewer.widgets.parts.quiet_tree import QuietTree
from viewer.widgets.parts.theme import DARK


@pytest.fixture
def communique() -> Communique:
    return statement()


@pytest.fixture
def tree(qtbot: QtBot, communique: Communique) -> ContentsTree:
    made = ContentsTree()
    qtbot.addWidget(made)
    made.show_communique(communique)
    made.resize(300, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def view(tree: ContentsTree) -> QuietTree:
    return part_of(tree, QuietTree)


def model(tree: ContentsTree) -> ContentsModel:
    return part_of(tree, ContentsModel)


def click(tree: ContentsTree, index: QModelIndex, *, arrow: bool = False) -> None:
    rect = view(tree).visualRect(index)
    place = QPoint(rect.left() - 8, rect.center().y()) if arrow else rect.center()
    QTest.mouseClick(view(tree).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def selected(tree: ContentsTree) -> list[str]:
    return [index.data() for index in view(tree).selectionModel().selectedIndexes()]


def minister(communique: Communique, current: int = 0) -> EntitySelection:
    return EntitySelection(entity_named(communique, "A. Žižka"), current)


def test_sections_are_open_to_their_rows_and_entities_to_their_groups(tree: ContentsTree) -> None:
    shown, contents = view(tree), model(tree)
    assert shown.isExpanded(contents.index(0, 0))
    assert shown.isExpanded(contents.section_index(2)), "a section that holds a section is open"
    assert not shown.isExpanded(contents.section_index(1))
    assert shown.isExpanded(contents.index(1, 0))
    assert not shown.isExpanded(contents.index(0, 0, contents.index(1, 0)))


def test_a_click_on_a_section_asks_to_go_there(qtbot: QtBot, tree: ContentsTree, communique: Communique) -> None:
    with qtbot.waitSignal(tree.place_chosen) as asked:
        click(tree, model(tree).section_index(1))
    assert asked.args == [communique.sections[0].span]


def test_a_click_on_the_arrow_only_opens(qtbot: QtBot, tree: ContentsTree) -> None:
    section = model(tree).section_index(1)
    with qtbot.assertNotEmitted(tree.place_chosen):
        click(tree, section, arrow=True)
    assert view(tree).isExpanded(section)


def test_a_click_on_a_group_opens_and_closes_it(tree: ContentsTree) -> None:
    group = model(tree).index(0, 0, model(tree).index(1, 0))
    click(tree, group)
    assert view(tree).isExpanded(group)
    click(tree, group)
    assert not view(tree).isExpanded(group)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_mention_asks_for_it(qtbot: QtBot, tree: ContentsTree, communique: Communique, key: Qt.Key) -> None:
    selection = minister(communique, 2)
    view(tree).expand(model(tree).entity_index(selection.entity.id))
    tree.show_selection(selection)
    with qtbot.waitSignal(tree.mention_chosen) as asked:
        QTest.keyClick(view(tree), key)
    assert asked.args == [selection.mention]


def test_an_entity_is_asked_for_once_however_it_is_clicked(tree: ContentsTree, communique: Communique) -> None:
    tree.show_selection(minister(communique))
    asked: list[str] = []
    tree.entity_chosen.connect(asked.append)
    row = model(tree).entity_index(minister(communique).entity.id)
    click(tree, row)
    QTest.mouseDClick(
        view(tree).viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view(tree).visualRect(row).center(),
    )
    assert asked == [minister(communique).entity.id]


def test_a_choice_made_elsewhere_selects_the_row_and_asks_nothing(
    qtbot: QtBot, tree: ContentsTree, communique: Communique
) -> None:
    view(tree).clearFocus()
    with qtbot.assertNotEmitted(tree.entity_chosen), qtbot.assertNotEmitted(tree.mention_chosen):
        tree.show_selection(minister(communique))
    assert selected(tree) == ["A. Žižka"]
    assert view(tree).currentIndex().parent().data() == "Ministers"
    assert not view(tree).hasFocus()


def test_a_choice_made_elsewhere_opens_the_group_and_not_the_entity(tree: ContentsTree, communique: Communique) -> None:
    view(tree).clearFocus()
    tree.show_selection(minister(communique))
    chosen = view(tree).currentIndex()
    assert chosen.parent().data() == "Ministers"
    assert view(tree).isExpanded(chosen.parent())
    assert not view(tree).isExpanded(chosen)


def test_a_choice_made_elsewhere_selects_the_name_where_it_can_be_seen(
    tree: ContentsTree, communique: Communique
) -> None:
    view(tree).clearFocus()
    section = model(tree).section_index(1)
    view(tree).expand(section)
    tree.show_selection(minister(communique))
    assert view(tree).currentIndex().parent() == section
    view(tree).collapse(section)
    view(tree).expand(model(tree).entity_index(minister(communique).entity.id).parent())
    tree.show_selection(minister(communique))
    assert view(tree).currentIndex().parent().data() == "Ministers"


@pytest.mark.parametrize(("spare", "scrolled"), [(-9, False), (9, True)])
def test_a_choice_made_elsewhere_leaves_the_section_being_read_in_view(
    tree: ContentsTree, communique: Communique, spare: int, *, scrolled: bool
) -> None:
    official = EntitySelection(entity_named(communique, "R. Brown"), 0)
    view(tree).clearFocus()
    view(tree).expandAll()
    section, name = model(tree).section_index(1), model(tree).mention_index(official.entity.id, 0)
    view(tree).collapse(section)
    together = view(tree).visualRect(section).united(view(tree).visualRect(name)).height()
    tree.resize(300, tree.height() - view(tree).viewport().height() + together + spare)
    tree.show_paragraph(1)
    tree.show_selection(official)
    assert view(tree).currentIndex() == name
    assert view(tree).sees(section)
    assert view(tree).sees(name) is scrolled


def test_a_reader_who_comes_by_key_sees_the_current_row(
    qtbot: QtBot, tree: ContentsTree, communique: Communique
) -> None:
    view(tree).clearFocus()
    tree.resize(300, 120)
    tree.show_selection(minister(communique))
    assert not view(tree).sees(view(tree).currentIndex())
    tree.activateWindow()
    tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: view(tree).sees(view(tree).currentIndex()))


def test_an_open_entity_shows_the_mention_the_reader_is_at(tree: ContentsTree, communique: Communique) -> None:
    selection = minister(communique, 1)
    view(tree).expand(model(tree).entity_index(selection.entity.id))
    tree.show_selection(selection)
    assert view(tree).currentIndex().data(Role.MENTION) == selection.mention


def test_a_reader_who_chose_an_entity_under_a_section_stays_there(
    qtbot: QtBot, tree: ContentsTree, communique: Communique
) -> None:
    section = model(tree).section_index(1)
    view(tree).expand(section)
    view(tree).setFocus()
    qtbot.waitUntil(view(tree).hasFocus)
    click(tree, model(tree).index(1, 0, section))
    tree.show_selection(minister(communique))
    assert view(tree).currentIndex().parent() == section


def test_forgetting_the_choice_clears_the_selection(tree: ContentsTree, communique: Communique) -> None:
    tree.show_selection(minister(communique))
    tree.show_selection(None)
    assert selected(tree) == []


def test_a_right_click_picks_the_entity_and_asks_for_its_menu(
    qtbot: QtBot, tree: ContentsTree, communique: Communique
) -> None:
    tree.show_selection(minister(communique))
    place = view(tree).visualRect(view(tree).currentIndex()).center()
    globally = view(tree).viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, globally)
    with qtbot.waitSignals([tree.entity_picked, tree.menu_requested]), qtbot.assertNotEmitted(tree.entity_chosen):
        QApplication.sendEvent(view(tree).viewport(), event)


def test_the_menu_key_opens_the_menu_at_the_current_row(
    qtbot: QtBot, tree: ContentsTree, communique: Communique
) -> None:
    tree.show_selection(minister(communique))
    row = view(tree).visualRect(view(tree).currentIndex())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(tree.menu_requested) as asked:
        QApplication.sendEvent(view(tree).viewport(), event)
    assert asked.args == [view(tree).viewport().mapToGlobal(row.center())]


def test_reading_on_marks_the_section_and_leaves_the_selection(tree: ContentsTree, communique: Communique) -> None:
    tree.show_selection(minister(communique))
    tree.show_paragraph(1)
    tree.show_paragraph(3)
    assert model(tree).section_index(3).data(Role.MARKED)
    assert not model(tree).section_index(1).data(Role.MARKED)
    assert selected(tree) == ["A. Žižka"]


def test_a_closed_section_is_marked_for_the_one_within_it(tree: ContentsTree) -> None:
    outer = model(tree).section_index(2)
    view(tree).collapse(outer)
    tree.show_paragraph(3)
    assert outer.data(Role.MARKED)
    assert not view(tree).isExpanded(outer)
    view(tree).expand(outer)
    assert model(tree).section_index(3).data(Role.MARKED)


def test_reading_brings_its_section_into_view(tree: ContentsTree) -> None:
    tree.resize(300, 110)
    view(tree).scrollToBottom()
    tree.show_paragraph(1)
    assert view(tree).viewport().rect().contains(view(tree).visualRect(model(tree).section_index(1)))


def test_nothing_open_a_text_being_read_and_an_empty_text_are_told_apart(qtbot: QtBot) -> None:
    tree = ContentsTree()
    qtbot.addWidget(tree)
    said = [view(tree).accessibleDescription()]
    tree.show_communique(text_alone("Title", "Body.", "End"))
    said.append(view(tree).accessibleDescription())
    tree.show_communique(text_alone("", ""))
    said.append(view(tree).accessibleDescription())
    assert "Open a communiqué" in said[0]
    assert "once the text has been looked through" in said[1]
    assert said[2] == "This text is empty."


def test_it_draws_in_either_theme_at_any_width(tree: ContentsTree, communique: Communique) -> None:
    view(tree).expandAll()
    tree.show_selection(minister(communique, 1))
    light = tree.grab().toImage()
    tree.set_theme(DARK)
    assert tree.grab().toImage() != light
    tree.resize(60, 600)
    assert not tree.grab().isNull()
