from dataclasses import replace

import pytest
from finding import part_of
from named_text import entity_named, naming, statement, text_alone
from program import words_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook, NoteId, NoteScope
from viewer.qmodels.roles import Role
from viewer.services.document_session import EntitySelection
from viewer.widgets.entity_card import EntityCard
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.quiet_tree import QuietTree

NOTE = Note(NoteId("n-1"), NoteScope.ENTITY, "Seen in Zenda", entity=EntityPointer(EntityKind.PERSON, "Žižka"))


@pytest.fixture
def communique() -> Communique:
    return statement()


@pytest.fixture
def card(qtbot: QtBot, communique: Communique) -> EntityCard:
    made = EntityCard()
    qtbot.addWidget(made)
    made.show_communique(communique)
    made.resize(300, 220)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(card: EntityCard) -> list[str]:
    return [label.text() for label in card.findChildren(PlainLabel) if label.isVisible()]


def button(card: EntityCard, text: str) -> QAbstractButton:
    return next(made for made in card.findChildren(QAbstractButton) if made.text() == text)


def view(card: EntityCard) -> QuietTree:
    return part_of(card, QuietTree)


def minister(communique: Communique, current: int = 0) -> EntitySelection:
    return EntitySelection(entity_named(communique, "A. Žižka"), current)


def test_without_a_document_it_asks_for_one(qtbot: QtBot) -> None:
    card = EntityCard()
    qtbot.addWidget(card)
    assert words_on(card) == ["Open a communiqué, or paste one, to see what it says about a name."]


def test_without_a_choice_it_says_how_to_make_one(card: EntityCard) -> None:
    assert [text.partition(" ")[0] for text in texts(card)] == ["Choose"]


def test_it_says_what_the_entity_is_and_how_else_it_is_named(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique, 1))
    assert texts(card)[:4] == ["A. Žižka", "Minister of Foreign Affairs · Ruritania", "Also: Žižka", "2 of 3"]


def test_an_entity_with_one_form_shows_no_others(card: EntityCard, communique: Communique) -> None:
    card.show_selection(EntitySelection(entity_named(communique, "Zenda"), 0))
    assert not any(text.startswith("Also") for text in texts(card))


def test_many_forms_are_cut_short(card: EntityCard, communique: Communique) -> None:
    entity = entity_named(communique, "Zenda")._replace(forms=tuple(f"Form {number}" for number in range(9)))
    card.show_selection(EntitySelection(entity, 0))
    assert "Also: Form 0, Form 1, Form 2, Form 3, Form 4, Form 5 and 3 more" in texts(card)


def test_long_forms_are_cut_short_and_whole_in_the_tooltip(card: EntityCard, communique: Communique) -> None:
    forms = ("Zenda", "A meeting " * 20, "Another form")
    card.show_selection(EntitySelection(entity_named(communique, "Zenda")._replace(forms=forms), 0))
    (also,) = (label for label in card.findChildren(PlainLabel) if label.text().startswith("Also"))
    assert also.text().endswith("… and 1 more")
    assert "Another form" in also.toolTip()


@pytest.mark.parametrize("height", [90, 180, 400])
def test_the_head_of_the_card_is_never_sliced(
    qtbot: QtBot, card: EntityCard, communique: Communique, height: int
) -> None:
    long = "Council of Ministers of Foreign Affairs of the Border Commission"
    entity = entity_named(communique, "Zenda")._replace(name=long, forms=(long, "Council of the Ministers " * 3))
    card.resize(300, height)
    card.show_selection(EntitySelection(entity, 0))
    labels = [label for label in card.findChildren(PlainLabel) if label.isVisible() and label.wordWrap()]
    assert len(labels) == 3
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))


@pytest.mark.parametrize("width", [171, 308])
def test_every_tool_and_every_fact_stands_whole_in_a_narrow_card(
    qtbot: QtBot, card: EntityCard, communique: Communique, width: int
) -> None:
    card.show_notebook(Notebook((NOTE,)))
    card.show_selection(minister(communique))
    button(card, "Why?").click()
    card.resize(width, 170)
    shown = [part for part in card.findChildren(QWidget) if isinstance(part, PlainLabel | QAbstractButton)]
    shown = [part for part in shown if part.isVisible()]
    assert {"A. Žižka", "Why?", "+"} <= {part.text() for part in shown}

    def whole(part: QWidget) -> bool:
        left = part.mapTo(card, QPoint(0, 0)).x()
        return left >= 0 and left + part.width() <= width and part.width() >= part.minimumSizeHint().width()

    qtbot.waitUntil(lambda: all(whole(part) for part in shown))


def test_why_is_answered_in_view_however_low_the_card(qtbot: QtBot, card: EntityCard, communique: Communique) -> None:
    card.resize(171, 90)
    card.show_selection(minister(communique))
    button(card, "Why?").click()
    (answer,) = (label for label in card.findChildren(PlainLabel) if label.text().startswith("Recognised"))
    qtbot.waitUntil(lambda: card.rect().contains(answer.mapTo(card, answer.rect().bottomLeft())))


def test_an_empty_card_has_nothing_to_focus(card: EntityCard, communique: Communique) -> None:
    assert card.focusProxy() is None
    card.show_selection(minister(communique))
    assert card.focusProxy() is view(card)
    card.show_selection(None)
    assert card.focusProxy() is None


def test_a_text_without_names_has_none_to_choose(card: EntityCard) -> None:
    card.show_communique(naming(text_alone("Title", "Body.", "End"), ()))
    assert texts(card) == ["No names were found in this text."]


def test_the_stepper_asks_for_the_next_and_the_previous_mention(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique))
    asked: list[int] = []
    card.step_wanted.connect(asked.append)
    button(card, "›").click()
    button(card, "‹").click()
    assert asked == [1, -1]


def test_one_mention_cannot_be_stepped_through(card: EntityCard, communique: Communique) -> None:
    card.show_selection(EntitySelection(entity_named(communique, "R. Brown"), 0))
    assert not button(card, "›").isEnabled()
    assert "1 of 1" in texts(card)


def test_why_shows_the_rule_and_the_words_of_the_current_mention(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique, 2))
    reason = "Recognised by the rule name-alone, from “Žižka”"
    assert reason not in texts(card)
    button(card, "Why?").click()
    assert reason in texts(card)


def test_the_current_mention_is_marked_and_selected(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique))
    card.show_selection(minister(communique, 2))
    marked = [bool(view(card).model().index(row, 0).data(Role.MARKED)) for row in range(3)]
    assert marked == [False, False, True]
    assert view(card).currentIndex().row() == 2


def test_a_click_on_a_mention_asks_for_it(qtbot: QtBot, card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique))
    place = view(card).visualRect(view(card).model().index(1, 0)).center()
    with qtbot.waitSignal(card.mention_chosen) as asked:
        QTest.mouseClick(view(card).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert asked.args == [minister(communique, 1).mention]


def test_notes_on_the_name_are_counted_and_listed(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique))
    card.show_notebook(Notebook((NOTE, replace(NOTE, id=NoteId("n-2")))))
    assert button(card, "2 notes").isVisible()
    assert view(card).model().rowCount() == 6
    card.show_notebook(Notebook((NOTE,)))
    assert button(card, "1 note").isVisible()
    card.show_notebook(Notebook())
    assert view(card).model().rowCount() == 3


def test_enter_on_a_note_asks_for_it(qtbot: QtBot, card: EntityCard, communique: Communique) -> None:
    card.show_notebook(Notebook((NOTE,)))
    card.show_selection(minister(communique))
    view(card).setCurrentIndex(view(card).model().index(4, 0))
    with qtbot.waitSignal(card.note_chosen) as asked:
        QTest.keyClick(view(card), Qt.Key.Key_Return)
    assert asked.args == ["n-1"]


def test_a_change_of_the_notes_leaves_the_current_row(card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique, 1))
    card.show_notebook(Notebook((NOTE,)))
    assert view(card).currentIndex().row() == 1


def test_add_note_asks_for_one(qtbot: QtBot, card: EntityCard, communique: Communique) -> None:
    card.show_selection(minister(communique))
    with qtbot.waitSignal(card.note_wanted):
        button(card, "Add note").click()


def test_markup_in_a_name_is_shown_as_text(card: EntityCard, communique: Communique) -> None:
    card.show_selection(EntitySelection(entity_named(communique, "<b>4 May 2031</b>"), 0))
    labels = [label for label in card.findChildren(PlainLabel) if label.text() == "<b>4 May 2031</b>"]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_it_needs_no_more_width_than_it_is_given(card: EntityCard, communique: Communique) -> None:
    entity = entity_named(communique, "Zenda")._replace(name="Long" * 60)
    card.show_notebook(Notebook((NOTE,)))
    for selection in (minister(communique), EntitySelection(entity, 0)):
        card.show_selection(selection)
        assert view(card).mapTo(card, view(card).rect().bottomRight()).x() < 300


def test_every_control_has_a_name_to_be_spoken(card: EntityCard) -> None:
    assert all(made.accessibleName() for made in card.findChildren(QAbstractButton) if made.parent() is not None)
