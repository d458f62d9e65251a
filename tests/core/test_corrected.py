"""The reader's corrections, applied."""

from types import MappingProxyType

import pytest

from viewer.core.communique import Evidence, Identity
from viewer.core.edition import (
    BY_HAND,
    EDITABLE,
    PARTIES_APART,
    corrected,
    written,
)
from viewer.core.text import Span

FOUND = Identity(
    title="Statement",
    parties=("Lowland", "Highland"),
    place="Highport",
    evidence=MappingProxyType(
        {"title": Evidence("first-line", Span(0, 9)), "place": Evidence("dateline", Span(9, 12))}
    ),
)


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
