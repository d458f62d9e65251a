from hypothesis import given
from hypothesis import strategies as st

from viewer.core.entities.nesting import settle
from viewer.core.entities.reading import Candidate
from viewer.core.mentions import EntityKind

_PLACES = st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from(EntityKind))


def _one(start: int, end: int, kind: EntityKind = EntityKind.ORGANISATION) -> Candidate:
    return Candidate(start, end, kind, f"{start}-{end}", "test", (start, end))


def _spans(candidates: list[Candidate]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in candidates]


def test_the_longer_of_two_that_cross_stands() -> None:
    assert _spans(settle([_one(0, 5), _one(3, 12)])) == [(3, 12)]
    assert _spans(settle([_one(0, 9), _one(7, 12)])) == [(0, 9)]


def test_of_two_as_long_the_earlier_stands() -> None:
    assert _spans(settle([_one(2, 6), _one(4, 8)])) == [(2, 6)]


def test_the_surer_kind_has_the_same_words() -> None:
    kept = settle([_one(0, 5, EntityKind.EVENT), _one(0, 5, EntityKind.STATE)])
    assert [one.kind for one in kept] == [EntityKind.STATE]


def test_a_state_may_stand_in_a_body_and_nothing_in_a_person() -> None:
    assert _spans(settle([_one(0, 9), _one(2, 4, EntityKind.STATE)])) == [(0, 9), (2, 4)]
    assert _spans(settle([_one(0, 9, EntityKind.PERSON), _one(2, 4, EntityKind.PLACE)])) == [(0, 9)]


@given(st.lists(_PLACES))
def test_what_stands_never_crosses(places: list[tuple[int, int, EntityKind]]) -> None:
    kept = settle([_one(start, start + length, kind) for start, length, kind in places])
    for number, one in enumerate(kept):
        for later in kept[number + 1 :]:
            assert later.start >= one.end or later.end <= one.end
