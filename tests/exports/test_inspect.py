import hashlib
import json
from dataclasses import replace

import pytest

from viewer.core.communique import Communique, Identity, ParagraphKind, Section
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention, Rank
from viewer.core.repairs import Repair, RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.exports.inspect import inspect_document

TEXT = """Joint statement

The ministers of Ruritania met on 3 May 2031 in Zenda 🕊 today.

1. The ministers of Ruritania met the press.

The negotiators and the international community should remain patient."""


def communique(*sections: Section, entities: tuple[Entity, ...] = ()) -> Communique:
    return replace(parse(Source(TEXT, "test")), sections=sections, entities=entities, analysed=True)


def section(made: Communique, paragraphs: range) -> Section:
    spans = [made.paragraphs[i].span for i in paragraphs]
    return Section("Title", 1, Span(spans[0].start, spans[-1].end), paragraphs, "heading")


def test_gives_the_document_and_its_paragraphs() -> None:
    made = replace(communique(), identity=Identity(title="Joint statement", place="Zenda"))
    inspected = json.loads(inspect_document(made))
    assert inspected["format"] == "communique-inspect/1"
    assert inspected["document"] == {
        "title": "Joint statement",
        "subtitle": None,
        "date": None,
        "place": "Zenda",
        "issuing_body": None,
        "language": None,
        "source_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "text": made.text,
    }
    assert [made.text[p["start"] : p["end"]] for p in inspected["paragraphs"]] == made.text.split("\n")
    assert [p["number"] for p in inspected["paragraphs"]] == [p.number for p in made.paragraphs]
    assert inspected["paragraphs"][0]["kind"] == "title"


def test_gives_the_repairs_of_a_paragraph() -> None:
    made = communique()
    repair = Repair(RepairKind.JOINED_PAGE_BREAK, 40, Span(40, 42))
    switched_off = Repair(RepairKind.JOINED_LINE, 50, Span(50, 51), applied=False)
    made = replace(made, repairs=(repair, switched_off))
    inspected = json.loads(inspect_document(made))
    assert [p["repairs"] for p in inspected["paragraphs"]][:2] == [[], [{"kind": "joined-page-break", "at": 40}]]


def test_letters_are_written_as_they_are() -> None:
    assert "Zenda 🕊 today" in inspect_document(communique())


def test_a_person_has_an_office_and_a_mention_its_words() -> None:
    text = communique().text
    span = Span(text.index("The ministers"), text.index("The ministers") + 13)
    mention = Mention(EntityId("person:x"), span, "office-then-name", span)
    person = Entity(
        id=EntityId("person:x"),
        kind=EntityKind.PERSON,
        name="R. Rassendyll",
        forms=("The ministers",),
        mentions=(mention,),
        office="Minister",
        rank=Rank.MINISTER,
        state="RU",
    )
    assert json.loads(inspect_document(communique(entities=(person,))))["entities"] == [
        {
            "id": "person:x",
            "kind": "person",
            "name": "R. Rassendyll",
            "forms": ["The ministers"],
            "office": "Minister",
            "state": "RU",
            "organisation": None,
            "mentions": [
                {
                    "start": span.start,
                    "end": span.end,
                    "paragraph": 1,
                    "text": "The ministers",
                    "rule": "office-then-name",
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (EntityKind.STATE, {"iso"}),
        (EntityKind.ORGANISATION, {"abbreviation"}),
        (EntityKind.DATE, {"iso"}),
        (EntityKind.PLACE, set()),
        (EntityKind.DOCUMENT, set()),
        (EntityKind.EVENT, set()),
    ],
)
def test_other_kinds_have_what_belongs_to_them(kind: EntityKind, keys: set[str]) -> None:
    entity = Entity(id=EntityId("x"), kind=kind, name="x", forms=("x",), mentions=())
    found = json.loads(inspect_document(communique(entities=(entity,))))["entities"][0]
    assert set(found) == {"id", "kind", "name", "forms", "mentions"} | keys


def test_a_section_starts_with_the_first_words_of_its_first_paragraph() -> None:
    made = communique()
    found = json.loads(inspect_document(replace(made, sections=(section(made, range(3, 4)),))))["sections"][0]
    assert found["starts"] == "The negotiators and the international community"
    assert (found["first_paragraph"], found["last_paragraph"]) == (3, 3)
    assert made.text[found["start"] : found["end"]].startswith("The negotiators")


def test_as_many_words_are_given_as_tell_it_from_others_and_no_number() -> None:
    made = communique()
    sections = (section(made, range(1, 2)), section(made, range(2, 3)))
    found = json.loads(inspect_document(replace(made, sections=sections)))["sections"]
    assert [row["starts"] for row in found] == [
        "The ministers of Ruritania met on",
        "The ministers of Ruritania met the",
    ]


def test_a_section_without_numbered_paragraphs_says_so() -> None:
    made = communique()
    found = json.loads(inspect_document(replace(made, sections=(section(made, range(1)),))))["sections"][0]
    assert (found["first_paragraph"], found["starts"]) == (None, "Joint statement")


def test_a_sections_own_heading_is_not_its_start() -> None:
    made = communique()
    heading = made.paragraphs[1]._replace(kind=ParagraphKind.HEADING, number=None)
    made = replace(made, paragraphs=(made.paragraphs[0], heading, *made.paragraphs[2:]))
    found = json.loads(inspect_document(replace(made, sections=(section(made, range(1, 3)),))))["sections"][0]
    assert found["starts"] == "The ministers of Ruritania met the"


def test_an_empty_document_has_nothing_in_it() -> None:
    inspected = json.loads(inspect_document(parse(Source("", "empty"))))
    assert inspected["document"]["text"] == ""
    assert inspected["paragraphs"] == inspected["sections"] == inspected["entities"] == []
