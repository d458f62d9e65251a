from model_checks import ModelChecks
from named_text import entity_named, statement

from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook, NoteId, NoteScope
from viewer.qmodels.evidence_model import EvidenceModel, notes_on
from viewer.qmodels.roles import Role


def note(name: str, body: str, kind: EntityKind = EntityKind.PERSON, form: str = "Žižka") -> Note:
    return Note(NoteId(name), NoteScope.ENTITY, body, entity=EntityPointer(kind, form))


def made() -> EvidenceModel:
    model = EvidenceModel()
    model.show_entity(entity_named(statement(), "A. Žižka"), statement())
    return model


def shown(model: EvidenceModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_evidence_keeps_the_rules_of_a_qt_model(qtmodeltester: ModelChecks) -> None:
    model = made()
    qtmodeltester.check(model)
    model.show_notes((note("n-1", "One"), note("n-2", "Two")))
    model.show_notes((note("n-2", "Two"),))
    model.show_notes(())
    qtmodeltester.check(model)
    assert shown(model) == ["¶ 1", "¶ 2", "¶ 2"]


def test_notes_stand_after_the_mentions_under_a_caption() -> None:
    model = made()
    model.show_notes((note("n-1", "# Seen in Zenda\n\nand elsewhere"), note("n-2", "\n \n")))
    assert shown(model)[3:] == ["Notes", "Seen in Zenda", "Empty note"]
    assert model.notes_index().data(Role.FIGURE) == "2"
    assert model.index(4, 0).data(Role.NOTE) == "n-1"


def test_without_notes_there_is_no_caption() -> None:
    assert not made().notes_index().isValid()


def test_a_note_belongs_to_an_entity_by_kind_and_form() -> None:
    here = note("n-1", "x")
    others = (note("n-2", "x", EntityKind.PLACE), note("n-3", "x", form="Brown"))
    document = Note(NoteId("n-4"), NoteScope.DOCUMENT, "x")
    assert notes_on(entity_named(statement(), "A. Žižka"), Notebook((here, *others, document))) == (here,)
