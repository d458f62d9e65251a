from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from viewer.core.anchor import describe
from viewer.core.communique import Communique
from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.qmodels.notes_model import NoteRole, NotesModel

TEXT = """Joint Communiqué

1. The ministers met in Riverton and *inter alia* spoke of water.

2. They thanked the host.
"""


@pytest.fixture
def communique() -> Communique:
    return parse(Source(TEXT, "riverton.txt"))


def note_on(communique: Communique, words: str, note_id: str, body: str = "") -> Note:
    start = communique.text.index(words)
    anchor = describe(communique, Span(start, start + len(words)))
    return Note(NoteId(note_id), NoteScope.SELECTION, body, anchor)


def lost(note: Note) -> Note:
    assert note.anchor is not None
    return replace(note, anchor=replace(note.anchor, exact="words of an older text"))


def shown(model: NotesModel, role: int) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_notes_stand_in_the_order_of_the_text_with_lost_ones_and_the_documents_own_first(
    communique: Communique, qtmodeltester: ModelTester
) -> None:
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(
        Notebook(
            (
                note_on(communique, "host", "late"),
                note_on(communique, "Riverton", "early"),
                Note(NoteId("whole"), NoteScope.DOCUMENT, ""),
                lost(note_on(communique, "ministers", "lost")),
            )
        )
    )
    notes = [note for note in shown(model, NoteRole.NOTE) if isinstance(note, Note)]
    assert [note.id for note in notes] == ["lost", "whole", "early", "late"]
    assert shown(model, NoteRole.FOUND) == [False, True, True, True]
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_note_shows_the_words_as_they_are_read_and_their_paragraph(communique: Communique) -> None:
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(Notebook((note_on(communique, "and inter alia spoke", "a"),)))
    index = model.index(0)
    assert index.data(NoteRole.SUBJECT) == "and inter alia spoke"
    assert index.data(NoteRole.PLACE) == "¶ 1"
    span = index.data(NoteRole.SPAN)
    assert isinstance(span, Span)
    assert communique.words(span) == "and inter alia spoke"


def test_the_other_version_of_a_note_says_of_which(communique: Communique) -> None:
    model = NotesModel()
    model.show_communique(communique)
    note = note_on(communique, "Riverton", "n-1", "Where\nis it?")
    copy = replace(note, id=NoteId("n-2"), body="There.", conflict_of=note.id)
    model.show_notebook(Notebook((note, copy)))
    assert shown(model, NoteRole.OTHER_VERSION) == ["", "Other version of “Where is it?”"]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("Other version of “Where is it?”. ¶ 1")
    model.show_notebook(Notebook((replace(note, body=""), copy)))
    assert shown(model, NoteRole.OTHER_VERSION) == ["", "Other version of a note without text"]
    model.show_notebook(Notebook((note, replace(copy, conflict_of=NoteId("")))))
    assert shown(model, NoteRole.OTHER_VERSION) == ["", ""]


def test_a_lost_note_shows_the_words_it_was_made_on(communique: Communique) -> None:
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(Notebook((lost(note_on(communique, "ministers", "a")),)))
    assert model.index(0).data(NoteRole.SUBJECT) == "words of an older text"
    assert "Not found in this text" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_note_on_an_entity_shows_its_name_and_kind(communique: Communique) -> None:
    note = note_on(communique, "Riverton", "a")
    model = NotesModel()
    model.show_communique(communique)
    pointer = EntityPointer(EntityKind.PLACE, "Riverton")
    model.show_notebook(Notebook((replace(note, scope=NoteScope.ENTITY, entity=pointer),)))
    assert model.index(0).data(NoteRole.SUBJECT) == "Riverton"
    assert model.index(0).data(NoteRole.PLACE) == "Place"


def test_a_note_on_the_title_says_so(communique: Communique) -> None:
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(Notebook((note_on(communique, "Joint", "a"),)))
    assert model.index(0).data(NoteRole.PLACE) == "Title"


def test_a_very_long_quote_is_cut(communique: Communique) -> None:
    note = note_on(communique, "Riverton", "a")
    assert note.anchor is not None
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(Notebook((replace(note, anchor=replace(note.anchor, exact="word " * 1000)),)))
    subject = model.index(0).data(NoteRole.SUBJECT)
    assert len(subject) < 700
    assert subject.endswith("…")


def test_a_changed_note_keeps_its_row(communique: Communique, qtbot: QtBot) -> None:
    model = NotesModel()
    model.show_communique(communique)
    first, second = note_on(communique, "Riverton", "a"), note_on(communique, "host", "b")
    model.show_notebook(Notebook((first, second)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show_notebook(Notebook((first, replace(second, body="new", colour=NoteColour.PINK))))
    assert changed.args is not None
    assert changed.args[0].row() == 1
    assert model.index(1).data() == "new"


def test_a_note_that_is_moved_to_other_words_is_placed_anew(communique: Communique) -> None:
    model = NotesModel()
    model.show_communique(communique)
    model.show_notebook(Notebook((note_on(communique, "Riverton", "a"),)))
    model.show_notebook(Notebook((note_on(communique, "host", "a"),)))
    assert model.index(0).data(NoteRole.PLACE) == "¶ 2"


def test_notes_wait_for_their_text() -> None:
    model = NotesModel()
    model.show_notebook(Notebook((Note(NoteId("a"), NoteScope.DOCUMENT, ""),)))
    assert model.rowCount() == 0
    model.show_communique(parse(Source("", "empty")))
    assert model.rowCount() == 1
    assert model.row_of(NoteId("a")) == 0
    assert model.row_of(NoteId("b")) is None
