from viewer.core.entities.groups import Group, describe, group_of, grouped, qualifier, state_names
from viewer.core.mentions import Entity, EntityId, EntityKind, Rank


def _entity(kind: EntityKind, name: str, **facts: object) -> Entity:
    return Entity(id=EntityId(f"{kind}:x"), kind=kind, name=name, forms=(name,), mentions=(), **facts)  # type: ignore[arg-type]


MINISTER = _entity(EntityKind.PERSON, "A. Berg", office="Minister of Trade", rank=Rank.MINISTER, state="NO")
ENVOY = _entity(EntityKind.PERSON, "B. Dal", office="Ambassador", rank=Rank.ENVOY, state="SE")
KING = _entity(EntityKind.PERSON, "Olav", office="King", rank=Rank.HEAD_OF_STATE, state="NO")
PREMIER = _entity(EntityKind.PERSON, "C. Lie", office="Prime Minister", rank=Rank.HEAD_OF_GOVERNMENT, state="NO")
UNKNOWN = _entity(EntityKind.PERSON, "D. Moe")
NORWAY = _entity(EntityKind.STATE, "Norway", iso="NO")
LEAGUE = _entity(EntityKind.ORGANISATION, "Northern League", abbreviation="NL")
DAY = _entity(EntityKind.DATE, "4 May 1971", iso="1971-05-04")
MEETING = _entity(EntityKind.EVENT, "Spring meeting", date="1971-21", place="Oslo")


def test_ministers_stand_apart_from_other_officials() -> None:
    assert group_of(MINISTER) is Group.MINISTERS
    assert group_of(ENVOY) is group_of(UNKNOWN) is Group.OTHER_OFFICIALS


def test_heads_of_state_and_government_are_one_group() -> None:
    assert group_of(KING) is group_of(PREMIER) is Group.HEADS


def test_groups_come_in_the_order_shown_and_empty_ones_are_left_out() -> None:
    assert list(grouped([DAY, ENVOY, NORWAY, KING, MINISTER])) == [
        Group.MINISTERS,
        Group.HEADS,
        Group.STATES,
        Group.OTHER_OFFICIALS,
        Group.DATES,
    ]


def test_a_list_adds_what_the_name_does_not_say() -> None:
    assert [qualifier(entity) for entity in (MINISTER, LEAGUE, DAY, MEETING, NORWAY)] == [
        "NO",
        "NL",
        "1971-05-04",
        "1971-21",
        "",
    ]


def test_a_name_is_not_repeated_beside_itself() -> None:
    assert qualifier(_entity(EntityKind.ORGANISATION, "G7", abbreviation="G7")) == ""
    assert qualifier(_entity(EntityKind.DATE, "1971", iso="1971")) == ""


def test_a_person_is_described_by_office_and_state() -> None:
    assert describe(MINISTER, state_names([NORWAY])) == "Minister of Trade · Norway"


def test_a_state_the_text_does_not_name_is_shown_by_its_code() -> None:
    assert describe(ENVOY, state_names([NORWAY])) == "Ambassador · SE"


def test_an_event_is_described_by_place_and_date() -> None:
    assert describe(MEETING, {}) == "Event · Oslo · 1971-21"
