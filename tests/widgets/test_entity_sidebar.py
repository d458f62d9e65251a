from dataclasses import replace

import pytest
from finding import part_of
from named_text import entity_named, statement, text_alone
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.qmodels.roles import Role
from viewer.services.document_session import EntitySelection
from viewer.widgets.entity_sidebar import EntitySidebar
from viewer.widgets.parts.filter_field import FilterField
from viewer.widgets.parts.pane_header import PaneHeader
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.quiet_tree import QuietTree


@pytest.fixture
def communique() -> Communique:
    return statement()


@pytest.fixture
def sidebar(qtbot: QtBot, communique: Communique) -> EntitySidebar:
    made = EntitySidebar()
    qtbot.addWidget(made)
    made.show_communique(communique)
    made.resize(300, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def view(sidebar: EntitySidebar) -> QuietTree:
    return part_of(sidebar, QuietTree)


def field(sidebar: EntitySidebar) -> FilterField:
    return part_of(sidebar, FilterField)


def shown(sidebar: EntitySidebar) -> list[str]:
    """The names that stand in the list, whether their groups are open or not."""
    model = view(sidebar).model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, group).data() for group in groups for row in range(model.rowCount(group))]


def row(sidebar: EntitySidebar, name: str) -> QModelIndex:
    model = view(sidebar).model()
    start = model.index(0, 0)
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    return model.match(start, Qt.ItemDataRole.DisplayRole, name, 1, flags)[0]


def open_groups(sidebar: EntitySidebar) -> list[str]:
    model = view(sidebar).model()
    groups = [model.index(at, 0) for at in range(model.rowCount())]
    return [group.data() for group in groups if view(sidebar).isExpanded(group)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ZIZKA", ["A. Žižka"]),
        ("foreign minister", ["A. Žižka"]),
        ("bc", ["Border Commission"]),
        ("ruritania", ["A. Žižka", "Ruritania"]),
        ("zénda", ["Zenda"]),
        ("(", []),
        ("2031", ["<b>4 May 2031</b>"]),
    ],
)
def test_the_filter_forgives_case_accents_and_order(sidebar: EntitySidebar, typed: str, found: list[str]) -> None:
    field(sidebar).setText(typed)
    assert shown(sidebar) == found


def test_the_head_counts_the_names_a_filter_leaves(sidebar: EntitySidebar) -> None:
    def counted() -> str:
        return part_of(sidebar, PaneHeader).findChildren(PlainLabel)[1].text()

    assert counted() == "6"
    field(sidebar).setText("žižka")
    assert counted() == "1 of 6"
    field(sidebar).setText("nobody")
    assert counted() == "0 of 6"
    field(sidebar).clear()
    assert counted() == "6"


def test_a_filter_that_finds_nothing_says_so(sidebar: EntitySidebar) -> None:
    field(sidebar).setText("xyz")
    assert view(sidebar).accessibleDescription() == "No name matches “xyz”."


def test_escape_empties_the_filter_and_every_name_is_back(sidebar: EntitySidebar) -> None:
    everything = shown(sidebar)
    QTest.keyClicks(field(sidebar), "bc")
    assert shown(sidebar) != everything
    QTest.keyClick(field(sidebar), Qt.Key.Key_Escape)
    assert shown(sidebar) == everything


def test_a_filter_opens_its_groups_and_its_end_restores_what_was_open(sidebar: EntitySidebar) -> None:
    before = open_groups(sidebar)
    assert "Places" not in before
    field(sidebar).setText("zenda")
    assert open_groups(sidebar) == ["Places"]
    field(sidebar).clear()
    assert open_groups(sidebar) == before


def test_a_group_the_reader_closed_stays_closed_after_a_filter(sidebar: EntitySidebar) -> None:
    view(sidebar).collapse(row(sidebar, "Ministers"))
    field(sidebar).setText("zizka")
    field(sidebar).clear()
    assert "Ministers" not in open_groups(sidebar)


def test_opening_everything_by_key_is_kept(sidebar: EntitySidebar) -> None:
    view(sidebar).setCurrentIndex(row(sidebar, "Places"))
    QTest.keyClick(view(sidebar), Qt.Key.Key_Asterisk)
    field(sidebar).setText("bc")
    field(sidebar).clear()
    assert "Places" in open_groups(sidebar)


def test_down_goes_from_the_filter_into_the_list_and_enter_chooses(
    qtbot: QtBot, sidebar: EntitySidebar, communique: Communique
) -> None:
    sidebar.focus_filter()
    qtbot.waitUntil(field(sidebar).hasFocus)
    QTest.keyClick(field(sidebar), Qt.Key.Key_Down)
    qtbot.waitUntil(view(sidebar).hasFocus)
    with qtbot.waitSignal(sidebar.entity_chosen) as asked:
        QTest.keyClick(view(sidebar), Qt.Key.Key_Return)
    assert asked.args == [entity_named(communique, "A. Žižka").id]


def test_keys_that_move_in_the_list_pick_the_name_and_letters_move_nothing(
    qtbot: QtBot, sidebar: EntitySidebar, communique: Communique
) -> None:
    view(sidebar).setCurrentIndex(row(sidebar, "States"))
    with qtbot.waitSignal(sidebar.entity_picked) as picked, qtbot.assertNotEmitted(sidebar.entity_chosen):
        QTest.keyClick(view(sidebar), Qt.Key.Key_Down)
    assert picked.args == [entity_named(communique, "Ruritania").id]
    with qtbot.assertNotEmitted(sidebar.entity_picked):
        QTest.keyClick(view(sidebar), Qt.Key.Key_B)
    assert view(sidebar).currentIndex() == row(sidebar, "Ruritania")


def test_enter_in_the_filter_chooses_the_first_name_left(
    qtbot: QtBot, sidebar: EntitySidebar, communique: Communique
) -> None:
    field(sidebar).setText("bc")
    with qtbot.waitSignal(sidebar.entity_chosen) as asked:
        QTest.keyClick(field(sidebar), Qt.Key.Key_Return)
    assert asked.args == [entity_named(communique, "Border Commission").id]


def test_enter_in_an_empty_filter_chooses_nothing(qtbot: QtBot, sidebar: EntitySidebar) -> None:
    with qtbot.assertNotEmitted(sidebar.entity_chosen):
        QTest.keyClick(field(sidebar), Qt.Key.Key_Return)


def test_a_click_asks_for_the_entity(qtbot: QtBot, sidebar: EntitySidebar, communique: Communique) -> None:
    place = view(sidebar).visualRect(row(sidebar, "Ruritania")).center()
    with qtbot.waitSignal(sidebar.entity_chosen) as asked:
        QTest.mouseClick(view(sidebar).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert asked.args == [entity_named(communique, "Ruritania").id]


def test_a_choice_made_elsewhere_opens_its_group_and_asks_nothing(
    qtbot: QtBot, sidebar: EntitySidebar, communique: Communique
) -> None:
    with qtbot.assertNotEmitted(sidebar.entity_chosen):
        sidebar.show_selection(EntitySelection(entity_named(communique, "Zenda"), 0))
    assert view(sidebar).currentIndex().data() == "Zenda"
    assert "Places" in open_groups(sidebar)


def test_the_chosen_entity_is_selected_again_when_the_filter_lets_it_through(
    sidebar: EntitySidebar, communique: Communique
) -> None:
    sidebar.show_selection(EntitySelection(entity_named(communique, "Ruritania"), 0))
    field(sidebar).setText("zenda")
    assert view(sidebar).selectionModel().selectedIndexes() == []
    field(sidebar).clear()
    assert [index.data() for index in view(sidebar).selectionModel().selectedIndexes()] == ["Ruritania"]


def test_a_right_click_picks_without_choosing(qtbot: QtBot, sidebar: EntitySidebar) -> None:
    place = view(sidebar).visualRect(row(sidebar, "Ruritania")).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(5, 7))
    with qtbot.assertNotEmitted(sidebar.entity_chosen), qtbot.waitSignal(sidebar.menu_requested) as asked:
        QApplication.sendEvent(view(sidebar).viewport(), event)
    assert asked.args == [QPoint(5, 7)]


def test_a_group_has_no_menu(qtbot: QtBot, sidebar: EntitySidebar) -> None:
    place = view(sidebar).visualRect(row(sidebar, "States")).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place)
    with qtbot.assertNotEmitted(sidebar.menu_requested):
        QApplication.sendEvent(view(sidebar).viewport(), event)


def test_a_text_without_names_says_so(sidebar: EntitySidebar) -> None:
    sidebar.show_communique(replace(text_alone("Title", "Body.", "End"), analysed=True))
    assert view(sidebar).accessibleDescription() == "No names were found in this text."


def test_tooltips_of_hostile_names_hold_no_markup(sidebar: EntitySidebar) -> None:
    tip = row(sidebar, "<b>4 May 2031</b>").data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_each_row_says_its_kind_for_the_mark(sidebar: EntitySidebar) -> None:
    assert row(sidebar, "Zenda").data(Role.ENTITY_KIND) == "place"
