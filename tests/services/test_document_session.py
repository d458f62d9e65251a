from dataclasses import replace

import pytest
from named_text import entity_named, named, naming, statement, text_alone
from pytestqt.qtbot import QtBot

from viewer.core.anchor import describe
from viewer.core.communique import Identity
from viewer.core.mentions import Entity, EntityId, EntityKind
from viewer.core.notes import Anchor, Corrections, Note, Notebook, NoteId, NoteScope
from viewer.core.text import Span
from viewer.services.document_session import DocumentSession, EntitySelection


@pytest.fixture
def session(qtbot: QtBot) -> DocumentSession:
    assert qtbot
    return DocumentSession(statement(), None)


@pytest.fixture
def chair(session: DocumentSession) -> Entity:
    """Named three times."""
    return entity_named(session.communique, "A. Žižka")


def test_choosing_goes_to_the_first_mention_and_again_to_the_next(session: DocumentSession, chair: Entity) -> None:
    reached: list[Span] = []
    session.place_reached.connect(reached.append)
    for _ in range(4):
        session.choose_entity(chair.id)
    assert reached == [chair.mentions[index].span for index in (0, 1, 2, 0)]


def test_selecting_stays_where_the_reader_is(session: DocumentSession, chair: Entity, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.place_reached), qtbot.waitSignal(session.entity_selected) as told:
        session.select_entity(chair.id)
    assert told.args == [EntitySelection(chair, 0)]


def test_choosing_what_was_only_selected_goes_to_its_first_mention(session: DocumentSession, chair: Entity) -> None:
    reached: list[Span] = []
    session.place_reached.connect(reached.append)
    session.select_entity(chair.id)
    session.choose_entity(chair.id)
    session.choose_entity(chair.id)
    assert reached == [chair.mentions[0].span, chair.mentions[1].span]


def test_pointing_at_a_mention_selects_that_very_one(session: DocumentSession, chair: Entity, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.place_reached):
        session.point_at_mention(chair.mentions[2])
    assert session.selection == EntitySelection(chair, 2)


def test_choosing_a_mention_goes_there(session: DocumentSession, chair: Entity, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.place_reached) as reached:
        session.choose_mention(chair.mentions[1])
    assert reached.args == [chair.mentions[1].span]


def test_walking_goes_round_the_end_both_ways(session: DocumentSession, chair: Entity) -> None:
    session.choose_entity(chair.id)
    places = []
    for step in (-1, 1, 1, 1, 1):
        session.step_mention(step)
        assert session.selection is not None
        places.append(session.selection.current)
    assert places == [2, 0, 1, 2, 0]


def test_walking_without_a_choice_does_nothing(session: DocumentSession, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.place_reached):
        session.step_mention(1)


def test_letting_go_is_told(session: DocumentSession, chair: Entity, qtbot: QtBot) -> None:
    session.choose_entity(chair.id)
    with qtbot.waitSignal(session.entity_selected) as told:
        session.forget_entity()
    assert told.args == [None]
    assert session.selection is None


def test_an_entity_the_text_does_not_name_is_not_chosen(session: DocumentSession, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.entity_selected):
        session.choose_entity(EntityId("person:nobody"))
        session.select_entity(EntityId("person:nobody"))


def test_notes_are_added_replaced_and_taken_away(session: DocumentSession, qtbot: QtBot) -> None:
    first, second = (Note(NoteId(f"n-{body}"), NoteScope.DOCUMENT, body) for body in ("one", "two"))
    session.write_note(first)
    with qtbot.waitSignal(session.notebook_changed) as told:
        session.write_note(second)
    assert told.args == [Notebook((first, second))]
    session.delete_note(first.id)
    assert session.notebook == Notebook((second,))


def test_choosing_a_note_goes_to_its_words_where_the_text_has_them(session: DocumentSession, qtbot: QtBot) -> None:
    words = entity_named(session.communique, "Zenda").mentions[0].span
    placed = Note(NoteId("n-1"), NoteScope.SELECTION, "", describe(session.communique, words))
    lost = Note(NoteId("n-2"), NoteScope.SELECTION, "", Anchor(0, 5, "Lost!", "before ", " after"))
    session.show_notebook(Notebook((placed, lost)))
    with qtbot.waitSignals([session.note_selected, session.place_reached]):
        session.choose_note(placed.id)
    with qtbot.assertNotEmitted(session.place_reached), qtbot.waitSignal(session.note_selected):
        session.choose_note(lost.id)
    with qtbot.assertNotEmitted(session.note_selected):
        session.choose_note(NoteId("n-3"))


def test_a_document_without_a_title_is_called_by_its_name(session: DocumentSession) -> None:
    assert session.title == "test"


def test_corrections_make_an_edition_and_leave_what_was_recognised(session: DocumentSession, qtbot: QtBot) -> None:
    recognised = session.recognised
    with qtbot.waitSignals([session.communique_changed, session.corrections_changed, session.notebook_changed]):
        session.correct(Corrections({"title": "Border statement"}))
    assert session.communique.identity.title == "Border statement"
    assert session.title == "Border statement"
    assert session.communique.paragraphs is recognised.paragraphs
    assert session.recognised is recognised
    session.correct(Corrections())
    assert session.communique is recognised


def test_corrections_read_from_the_disk_change_the_edition(session: DocumentSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.communique_changed):
        session.show_notebook(Notebook(corrections=Corrections({"chair": "A. Žižka"})))
    assert session.communique.identity.chair == "A. Žižka"


def test_a_note_changes_no_edition(session: DocumentSession, qtbot: QtBot) -> None:
    session.correct(Corrections({"title": "Border statement"}))
    with qtbot.assertNotEmitted(session.communique_changed), qtbot.assertNotEmitted(session.corrections_changed):
        session.write_note(Note(NoteId("n-1"), NoteScope.DOCUMENT, "one"))


def test_a_newer_reading_is_shown_with_the_corrections(session: DocumentSession) -> None:
    session.correct(Corrections({"title": "Border statement"}))
    newer = replace(session.recognised, identity=Identity(title="Newer", place="Zenda"))
    session.show_communique(newer)
    assert (session.communique.identity.title, session.communique.identity.place) == ("Border statement", "Zenda")
    assert session.recognised is newer


def test_an_entity_that_a_newer_reading_does_not_have_is_let_go(
    session: DocumentSession, chair: Entity, qtbot: QtBot
) -> None:
    session.choose_entity(chair.id)
    bare = text_alone("Statement", "The Border Commission met.", "Zenda")
    with qtbot.waitSignal(session.entity_selected) as told:
        session.show_communique(naming(bare, (), named(bare.text, EntityKind.ORGANISATION, "Border Commission")))
    assert told.args == [None]
    assert session.selection is None
