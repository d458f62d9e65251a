"""The reader's corrections, applied."""

from types import MappingProxyType

import pytest

from viewer.core.communique import Evidence, Identity
from viewer.core.edition import (
    BY_HAND,
    EDITABLE,
    PARTIES_APART,
    corrected,
    switch_off,
    switched_off,
    with_switched,
    written,
)
from viewer.core.notes import Corrections, SwitchedOff
from viewer.core.repairs import Repair, RepairKey, RepairKind
from viewer.core.source import Source
from viewer.core.text import Span

FOUND = Identity(
    title="Statement",
    parties=("Lowland", "Highland"),
    place="Highport",
    evidence=MappingProxyType(
        {"title": Evidence("first-line", Span(0, 9)), "place": Evidence("dateline", Span(9, 12))}
    ),
)
SOURCE = Source("The minis-\nters met  in\nHighport.", "test")
HYPHEN = Repair(RepairKind.REMOVED_HYPHEN, 9, Span(9, 11))
SPACES = Repair(RepairKind.COLLAPSED_SPACES, 17, Span(19, 21))


def test_every_field_but_the_evidence_may_be_put_right() -> None:
    assert set(EDITABLE) == set(Identity._fields) - {"evidence"}


@pytest.mark.parametrize(("field", "text"), [("title", "Statement"), ("parties", "Lowland; Highland"), ("chair", "")])
def test_a_field_is_written_as_a_reader_would(field: str, text: str) -> None:
    assert written(FOUND, field) == text


def test_no_parties_are_written_as_nothing() -> None:
    assert written(Identity(), "parties") == ""


@pytest.mark.parametrize("field", [field for field in EDITABLE if field != "parties"])
def test_an_edit_takes_the_place_of_what_was_found(field: str) -> None:
    edited = corrected(FOUND, {field: "Mine"})
    assert getattr(edited, field) == written(edited, field) == "Mine"
    assert edited.evidence[field] == BY_HAND
    assert [edited.evidence.get(other) for other in EDITABLE if other != field] == [
        FOUND.evidence.get(other) for other in EDITABLE if other != field
    ]


def test_an_empty_edit_says_that_nothing_is_said() -> None:
    edited = corrected(FOUND, {"title": "", "parties": ""})
    assert (edited.title, edited.parties, edited.place) == (None, (), "Highport")
    assert dict(edited.evidence) == {"place": FOUND.evidence["place"]}


def test_parties_are_parted_by_semicolons() -> None:
    edited = corrected(FOUND, {"parties": " Midland;Port Verde ; ;"})
    assert edited.parties == ("Midland", "Port Verde")
    assert written(edited, "parties") == PARTIES_APART.join(("Midland", "Port Verde"))


def test_edits_of_no_field_change_nothing() -> None:
    assert corrected(FOUND, {}) is FOUND
    assert corrected(FOUND, {"evidence": "Mine", "mood": "fair"}) is FOUND
    assert corrected(FOUND, {"mood": "fair", "chair": "A. Marsh"}) == FOUND._replace(
        chair="A. Marsh", evidence={**FOUND.evidence, "chair": BY_HAND}
    )


def test_what_is_switched_off_is_found_by_its_kind_and_words() -> None:
    off = switch_off(SOURCE, [HYPHEN, SPACES])
    assert [(one.kind, one.anchor.exact) for one in off] == [("removed-hyphen", "-\n"), ("collapsed-spaces", "  ")]
    assert switched_off(SOURCE, Corrections(switched_off=off)) == {HYPHEN.key, SPACES.key}
    moved = Source(f"Then:\n{SOURCE.text}", "test")
    assert switched_off(moved, Corrections(switched_off=off)) == {
        RepairKey(HYPHEN.kind, 15),
        RepairKey(SPACES.kind, 25),
    }


def test_what_the_source_has_no_more_is_not_switched_off_nor_is_what_nobody_knows() -> None:
    off = switch_off(SOURCE, [HYPHEN])
    assert switched_off(Source("Nothing of it", "test"), Corrections(switched_off=off)) == frozenset()
    unknown = SwitchedOff("polished", off[0].anchor)
    assert switched_off(SOURCE, Corrections(switched_off=(unknown, *off))) == {HYPHEN.key}


def test_a_repair_is_switched_off_once_and_on_again() -> None:
    before = Corrections({"title": "Mine"}, encoding="cp1252")
    once = with_switched(SOURCE, before, [HYPHEN, HYPHEN], on=False)
    assert (once.identity, once.encoding) == (before.identity, before.encoding)
    assert once.switched_off == switch_off(SOURCE, [HYPHEN])
    twice = with_switched(SOURCE, once, [HYPHEN, SPACES], on=False)
    assert twice.switched_off == switch_off(SOURCE, [HYPHEN, SPACES])
    assert with_switched(SOURCE, twice, [HYPHEN], on=True).switched_off == switch_off(SOURCE, [SPACES])
    assert with_switched(SOURCE, twice, [HYPHEN, SPACES], on=True) == before


def test_what_nobody_knows_stays_when_others_are_switched_on() -> None:
    unknown = SwitchedOff("polished", switch_off(SOURCE, [SPACES])[0].anchor)
    corrections = Corrections(switched_off=(unknown, *switch_off(SOURCE, [HYPHEN])))
    assert with_switched(SOURCE, corrections, [HYPHEN, SPACES], on=True).switched_off == (unknown,)
