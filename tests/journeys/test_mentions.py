"""Journey 2: from an entity to its mentions, and from a mention to its entity."""

from operator import attrgetter

import pytest
from finding import part_of
from program import Program, row_of, selected_text
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView

from viewer.core.mentions import Entity
from viewer.core.text import Span
from viewer.qmodels.roles import Role, RowKind
from viewer.widgets.commands import Where, commands_at
from viewer.widgets.parts.quiet_tree import QuietTree

ASTANA = "Astana"


@pytest.fixture
def astana(program: Program) -> Entity:
    """A place the bundled communiqué names three times."""
    found = program.entity(ASTANA)
    assert len(found.mentions) == 3
    return found


def at(program: Program, entity: Entity, index: int) -> None:
    """Everything shows that the reader is at this mention of the entity."""
    window, mention = program.window, entity.mentions[index]
    assert program.session.selection is not None
    assert program.session.selection.current == index
    assert f"{index + 1} of {len(entity.mentions)}" in program.card
    assert entity.name in program.card
    assert selected_text(window.sidebar) == entity.name
    assert program.sees(mention.span)
    assert program.current_words == program.communique.words(mention.span)


def test_choosing_a_name_shows_its_first_mention_and_again_the_next(program: Program, astana: Entity) -> None:
    row = row_of(program.window.sidebar, RowKind.ENTITY, ASTANA)
    for index in (0, 1, 2, 0):
        program.click_row(program.window.sidebar, row)
        at(program, astana, index)
    assert selected_text(program.window.contents) == ASTANA


def test_a_mention_far_down_is_scrolled_to_a_third_from_the_top(program: Program) -> None:
    program.window.resize(1280, 500)
    elections = program.entity("February 27, 2005")
    assert not program.sees(elections.mentions[0].span)
    program.click_row(program.window.sidebar, row_of(program.window.sidebar, RowKind.ENTITY, elections.name))
    at(program, elections, 0)
    height = program.reading.viewport().height()
    assert height // 4 < program.point(elections.mentions[0].span).y() < height // 2


def test_n_and_shift_n_walk_the_mentions_round_the_end(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.reading.setFocus()
    for keys, index in (("N", 1), ("N", 2), ("N", 0), ("Shift+N", 2), ("Shift+N", 1)):
        program.press(keys)
        at(program, astana, index)


@pytest.mark.parametrize("pane", ["contents", "sidebar.list", "card"])
def test_n_shift_n_and_escape_work_wherever_names_are_read(program: Program, astana: Entity, pane: str) -> None:
    widget = attrgetter(pane)(program.window)
    program.session.choose_entity(astana.id)
    widget.setFocus()
    for keys, index in (("N", 1), ("N", 2), ("Shift+N", 1)):
        program.press(keys)
        at(program, astana, index)
        assert widget.hasFocus() or widget.focusProxy().hasFocus()
    program.press("Esc")
    assert program.session.selection is None
    assert program.reading.hasFocus() is (pane == "card"), "an empty card has nothing to focus"


@pytest.mark.parametrize("pane", ["contents", "sidebar"])
def test_arrow_keys_show_the_card_of_a_name_and_return_goes_there(program: Program, astana: Entity, pane: str) -> None:
    program.window.resize(1280, 500)
    widget = getattr(program.window, pane)
    tree = part_of(widget, QTreeView)
    name = row_of(widget, RowKind.ENTITY, ASTANA) if pane == "sidebar" else listed(program, ASTANA)
    tree.expand(name.parent())
    tree.setCurrentIndex(tree.indexAbove(name))
    tree.setFocus()
    program.reading.verticalScrollBar().setValue(program.reading.verticalScrollBar().maximum())
    before = program.reading.verticalScrollBar().value()
    program.press("Down")
    assert ASTANA in program.card
    assert tree.hasFocus()
    assert tree.currentIndex() == name
    assert program.reading.verticalScrollBar().value() == before
    for index in (0, 1):
        program.press("Return")
        at(program, astana, index)


def test_arrow_keys_over_mentions_in_the_tree_show_them_in_the_card(program: Program, astana: Entity) -> None:
    tree = part_of(program.window.contents, QTreeView)
    name = listed(program, ASTANA)
    tree.expand(name.parent())
    tree.expand(name)
    tree.setCurrentIndex(name)
    tree.setFocus()
    for place in ("1 of 3", "2 of 3", "3 of 3"):
        program.press("Down")
        assert place in program.card
    assert tree.currentIndex().data(Role.MENTION) == astana.mentions[2]


def test_n_without_a_choice_says_what_to_do(program: Program) -> None:
    program.reading.setFocus()
    for _ in range(2):
        program.press("N")
        assert "Choose a name first" in program.notice
    program.session.choose_entity(program.entity(ASTANA).id)
    assert program.notice == ""


def test_n_is_a_letter_where_names_are_filtered(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.press("Ctrl+Shift+F", on=program.reading)
    program.press("N")
    at(program, astana, 0)


def test_the_buttons_of_the_card_walk_the_mentions(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.press_button(program.window.card, "›")
    at(program, astana, 1)
    program.press_button(program.window.card, "‹")
    program.press_button(program.window.card, "‹")
    at(program, astana, 2)


def test_a_click_on_a_mention_in_the_text_selects_it_everywhere(program: Program) -> None:
    program.click("S. Lavrov")
    lavrov = program.entity("S. Lavrov")
    at(program, lavrov, 0)
    assert selected_text(program.window.contents) == "S. Lavrov"
    assert "Minister of Foreign Affairs · Russia" in " ".join(program.card)


def test_a_click_on_the_second_mention_is_at_the_second(program: Program, astana: Entity) -> None:
    program.click(astana.mentions[1].span)
    at(program, astana, 1)


def test_a_click_on_words_that_name_nothing_changes_nothing(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.click("was held on")
    at(program, astana, 0)


def test_return_chooses_the_name_at_the_caret(program: Program) -> None:
    program.reading.setFocus()
    start = program.span("Li Zhaoxing").start
    program.reading.setTextCursor(program.reading.cursor_at(Span(start, start)))
    program.press("Return")
    at(program, program.entity("Li Zhaoxing"), 0)


def test_choosing_in_the_tree_selects_everywhere(program: Program, astana: Entity) -> None:
    contents = program.window.contents
    program.click_row(contents, listed(program, ASTANA))
    at(program, astana, 0)


def test_choosing_a_mention_in_the_tree_goes_there(program: Program, astana: Entity) -> None:
    contents, tree = program.window.contents, part_of(program.window.contents, QTreeView)
    name = listed(program, ASTANA)
    tree.expand(name)
    program.click_row(contents, tree.model().index(2, 0, name))
    at(program, astana, 2)


def test_choosing_a_section_in_the_tree_goes_to_its_beginning(program: Program) -> None:
    contents, tree = program.window.contents, part_of(program.window.contents, QTreeView)
    last = program.communique.sections[-1]
    program.click_row(contents, row_of(contents, RowKind.SECTION, last.title))
    assert program.sees(last.span)
    assert tree.currentIndex().data() == last.title


def test_scrolling_moves_the_mark_in_the_tree_and_the_paragraph_in_the_status_line(program: Program) -> None:
    program.window.resize(1280, 500)
    bar = program.reading.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = program.window.status.words[0]
    assert place.endswith(" of 13")
    number = int(place.split()[1])
    assert 3 < number < 12
    marked = [row for row in sections(program) if row.data(Role.MARKED)]
    assert len(marked) == 1
    index = next(i for i, paragraph in enumerate(program.communique.paragraphs) if paragraph.number == number)
    assert marked[0].data(Role.SPAN).covers(program.communique.paragraphs[index].span)


def test_from_the_end_back_to_the_top_the_first_section_is_marked_and_in_view(program: Program) -> None:
    program.window.resize(1280, 500)
    for keys, number in (("Ctrl+End", -1), ("Ctrl+Home", 0)):
        program.press(keys, on=program.reading)
        (marked,) = (row for row in sections(program) if row.data(Role.MARKED))
        assert marked.data() == program.communique.sections[number].title
        assert part_of(program.window.contents, QuietTree).sees(marked)
    assert part_of(program.window.contents, QuietTree).sees(sections(program)[0].parent())
    assert program.window.status.words[0] == "¶ 1 of 13"


def test_escape_lets_go_of_the_entity(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.reading.setFocus()
    program.press("Esc")
    assert program.session.selection is None
    assert selected_text(program.window.sidebar) is None
    assert selected_text(program.window.contents) is None
    assert ASTANA not in program.card
    program.reading._tints._forget_place()
    assert program.current_words is None
    assert program.theme_tints(program.reading.theme.chosen) == []


def test_every_mention_on_screen_is_tinted(program: Program) -> None:
    organisation = program.entity("SCO")
    program.session.choose_entity(organisation.id)
    shown = program.reading.visible_span()
    on_screen = [mention.span for mention in organisation.mentions if shown.overlaps(mention.span)]
    assert len(on_screen) > 3
    tinted = program.theme_tints(program.reading.theme.chosen)
    assert tinted == [program.communique.words(span) for span in on_screen]


def test_a_right_click_in_the_text_selects_without_moving_and_offers_what_the_table_says(program: Program) -> None:
    program.reading.reveal(program.span("S. Lavrov"))
    before = program.reading.verticalScrollBar().value()
    right_click(program, program.point(program.span("S. Lavrov")))
    assert selected_text(program.window.sidebar) == "S. Lavrov"
    assert program.reading.verticalScrollBar().value() == before
    menu = program.open_menu()
    assert menu.actions() == [program.window.action(command.id) for command in commands_at(Where.TEXT)]
    menu.close()


@pytest.mark.parametrize("pane", ["contents", "sidebar"])
def test_the_menu_of_a_name_offers_what_the_table_says(program: Program, pane: str) -> None:
    widget = getattr(program.window, pane)
    tree = part_of(widget, QTreeView)
    row = row_of(widget, RowKind.ENTITY, "S. Lavrov")
    tree.setCurrentIndex(row)
    tree.scrollTo(row)
    place = tree.visualRect(row).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tree.viewport().mapToGlobal(place))
    QApplication.sendEvent(tree.viewport(), event)
    menu = program.open_menu()
    assert menu.actions() == [program.window.action(command.id) for command in commands_at(Where.NAMES)]
    assert "S. Lavrov" in program.card
    menu.close()


def test_the_menu_of_a_section_goes_there_and_offers_a_note_on_its_paragraph(program: Program) -> None:
    program.window.resize(1280, 500)
    tree = part_of(program.window.contents, QTreeView)
    section = program.communique.sections[-3]
    row = row_of(program.window.contents, RowKind.SECTION, section.title)
    tree.scrollTo(row)
    place = tree.visualRect(row).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tree.viewport().mapToGlobal(place))
    QApplication.sendEvent(tree.viewport(), event)
    menu = program.open_menu()
    assert menu.actions() == [program.window.action(command.id) for command in commands_at(Where.SECTIONS)]
    menu.close()
    assert program.sees(section.span)
    assert program.reading.paragraph_at_hand() == program.communique.paragraphs[section.paragraphs.start]


def test_what_is_chosen_does_not_outlive_its_document(program: Program, astana: Entity) -> None:
    program.session.choose_entity(astana.id)
    program.open_text("Statement\n\nNorway and Chile met.\n")
    assert ASTANA not in program.card
    assert program.theme_tints(program.reading.theme.current) == []
    program.reading.setFocus()
    program.press("N")
    assert "Choose a name first" in program.notice


def right_click(program: Program, place: QPoint) -> None:
    viewport = program.reading.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def listed(program: Program, name: str) -> QModelIndex:
    """The row of an entity under Entities in the tree of contents; under a section it may stand as well."""
    return next(
        row for row in tree_rows(program) if row.data() == name and row.parent().data(Role.KIND) == RowKind.GROUP
    )


def sections(program: Program) -> list[QModelIndex]:
    return [row for row in tree_rows(program) if row.data(Role.KIND) == RowKind.SECTION]


def tree_rows(program: Program) -> list[QModelIndex]:
    model = part_of(program.window.contents, QTreeView).model()
    everything = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    return model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, "", -1, everything)
