"""The bundled communiqué, recognised end to end: nothing here is in a list of its names."""

import pytest

from viewer.core.entities.groups import Group, grouped
from viewer.core.entities.pipeline import Recogniser, Recognition
from viewer.core.mentions import Entity, EntityKind, Rank
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.storage.resources import bundled_communique


@pytest.fixture(scope="module")
def seed(recogniser: Recogniser) -> Recognition:
    return recogniser.recognise(parse(Source(bundled_communique().read_text(encoding="utf-8"), "seed")))


def _of(seed: Recognition, kind: EntityKind) -> list[Entity]:
    return [entity for entity in seed.entities if entity.kind is kind]


def test_every_person_has_office_and_side(seed: Recognition) -> None:
    foreign = "Minister of Foreign Affairs"
    assert [(one.name, one.office, one.state or one.organisation) for one in _of(seed, EntityKind.PERSON)] == [
        ("K. Tokaev", foreign, "KZ"),
        ("Li Zhaoxing", foreign, "CN"),
        ("A. Aytmatov", foreign, "KG"),
        ("S. Lavrov", foreign, "RU"),
        ("T. Nazarov", foreign, "TJ"),
        ("E. Ganiev", f"Deputy Prime Minister - {foreign}", "UZ"),
        ("Zhang Deguang", "Executive Secretary", "Shanghai Cooperation Organization"),
        ("N. Nazarbayev", "President", "KZ"),
    ]


def test_six_are_ministers_one_a_head_of_state_and_one_another_official(seed: Recognition) -> None:
    groups = grouped(seed.entities)
    assert len(groups[Group.MINISTERS]) == 6
    assert [one.rank for one in groups[Group.HEADS]] == [Rank.HEAD_OF_STATE]
    assert [one.rank for one in groups[Group.OTHER_OFFICIALS]] == [Rank.OFFICIAL]


def test_the_states_are_these_seven(seed: Recognition) -> None:
    assert [one.iso for one in _of(seed, EntityKind.STATE)] == ["KZ", "CN", "KG", "RU", "TJ", "UZ", "AF"]


def test_every_date_is_resolved(seed: Recognition) -> None:
    assert {one.iso for one in _of(seed, EntityKind.DATE)} == {
        *("2005-02-25", "2004-06-17", "2004-09-23", "2005-22", "2005-21"),
        *("2005-07", "2005-02-19", "2005-02-27"),
    }


def test_bodies_are_known_by_rule(seed: Recognition) -> None:
    names = {one.name for one in _of(seed, EntityKind.ORGANISATION)}
    assert names >= {
        "Shanghai Cooperation Organization",
        "Council of Ministers of Foreign Affairs",
        "Council of Heads of State",
        "Council of Heads of Government",
        "SCO-Afghanistan Liaison Group",
        "SCO Secretariat",
        "ASEAN Secretariat",
        "CIS Executive Committee",
        "SCO Business Council",
        "SCO Development Fund",
    }


def test_short_forms_go_to_the_body_they_stand_for(seed: Recognition) -> None:
    forms = {one.name: one.forms for one in _of(seed, EntityKind.ORGANISATION)}
    assert "Organization" in forms["Shanghai Cooperation Organization"]
    assert "Secretariat" in forms["SCO Secretariat"]


def test_the_places_are_these_six(seed: Recognition) -> None:
    assert {one.name for one in _of(seed, EntityKind.PLACE)} == {
        *("Astana", "Tashkent", "Bishkek", "Semipalatinsk", "Central Asia", "Korean Peninsula"),
    }


def test_documents_have_their_long_names(seed: Recognition) -> None:
    names = [one.name for one in _of(seed, EntityKind.DOCUMENT)]
    assert "Treaty on Nuclear-Weapon-Free Zone in Central Asia" in names
    assert "SCO Charter" in names
    assert len(names) == 5


def test_meetings_have_date_and_place(seed: Recognition) -> None:
    events = {one.name: (one.date, one.place) for one in _of(seed, EntityKind.EVENT)}
    assert events["Meeting of the Council of Ministers of Foreign Affairs"] == ("2005-02-25", "Astana")
    assert events["Meeting of the SCO's Council of Heads of State"] == ("2004-06-17", "Tashkent")
    assert events["Meeting of the SCO's Council of Heads of Government"] == ("2004-09-23", "Bishkek")
    assert events["Next meeting of the Council of Heads of States"] == ("2005-22", "Astana")
    assert len(events) == 8


def test_ids_are_readable_and_unique(seed: Recognition) -> None:
    ids = [one.id for one in seed.entities]
    assert "person:s-lavrov" in ids
    assert len(set(ids)) == len(ids)
