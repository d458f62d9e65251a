from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from viewer.core.notes import Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.services.document_session import DocumentSession
from viewer.services.undo_history import UndoHistory

ONE = Note(NoteId("n-1"), NoteScope.DOCUMENT, "one")
TWO = Note(NoteId("n-2"), NoteScope.DOCUMENT, "two")


@pytest.fixture
def session() -> DocumentSession:
    return DocumentSession(parse(Source("Joint Communiqué\n\nThe ministers met.\n", "riverton.txt")), None)


@pytest.fixture
def history(session: DocumentSession) -> UndoHistory:
    return UndoHistory(session)


def test_acts_are_undone_and_done_again_one_after_the_other(session: DocumentSession, history: UndoHistory) -> None:
    assert (history.to_undo, history.to_redo) == ("", "")
    history.write_note(ONE)
    history.write_note(replace(ONE, colour=NoteColour.BLUE))
    history.delete_note(ONE.id)
    names = []
    while history.to_undo:
        names.append(history.to_undo)
        history.undo()
    assert names == ["delete note", "colour of note", "new note"]
    assert session.notebook == Notebook()
    for expected in ((ONE,), (replace(ONE, colour=NoteColour.BLUE),), ()):
        history.redo()
        assert session.notebook.notes == expected
    assert history.to_redo == ""


def test_undoing_where_there_is_nothing_does_nothing(history: UndoHistory, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(history.changed):
        history.undo()
        history.redo()


def test_writing_what_is_there_already_is_no_act(history: UndoHistory) -> None:
    history.write_note(ONE)
    history.write_note(ONE)
    history.undo()
    assert history.to_undo == ""


def test_a_new_act_ends_what_could_be_done_again(history: UndoHistory) -> None:
    history.write_note(ONE)
    history.undo()
    history.write_note(TWO)
    assert history.to_redo == ""


def test_a_merge_from_outside_is_no_act_and_what_it_brought_stays(
    session: DocumentSession, history: UndoHistory
) -> None:
    history.write_note(ONE)
    session.show_notebook(Notebook((replace(ONE, tags=("theirs",)), TWO)))
    assert history.to_undo == "new note"
    history.write_note(replace(ONE, body="One", tags=("theirs",)))
    history.undo()
    assert session.notebook == Notebook((replace(ONE, tags=("theirs",)), TWO))


def test_an_act_that_was_overtaken_is_let_go_of(session: DocumentSession, history: UndoHistory) -> None:
    history.write_note(ONE)
    session.show_notebook(Notebook((replace(ONE, body="theirs"),)))
    assert history.undo() is None
    assert (history.to_undo, history.to_redo) == ("", "")
    assert session.notebook.notes[0].body == "theirs"


def test_several_notes_can_change_in_one_act(session: DocumentSession, history: UndoHistory) -> None:
    history.change(Notebook((ONE, TWO)), "restore 2 notes")
    assert history.to_undo == "restore 2 notes"
    history.undo()
    assert session.notebook == Notebook()


def test_the_notes_that_were_deleted_last_are_counted(history: UndoHistory) -> None:
    history.change(Notebook((ONE, TWO)), "restore 2 notes")
    assert history.deletions == 0
    history.delete_note(ONE.id)
    history.delete_note(TWO.id)
    assert history.deletions == 2
    history.undo()
    assert history.deletions == 1
    history.write_note(replace(TWO, body="more"))
    assert history.deletions == 0
