"""Repairs switched off in the corrections, one by one and whole kinds at once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.communique import Communique
from viewer.core.edition import pointers_to, switched_off, with_switched
from viewer.core.notes import Corrections
from viewer.core.repairs import Repair, RepairKey, RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

TEXT = """JOINT COMMUNIQUE

1. The Ministers met  in  Oslo  on 3 May 2031 and discussed **trade** and **culture** and the matters which they had

- 3 -

discussed at length before.

2. They also agreed to meet again next year in the city  of Santiago.
"""
PAGE = parse(Source(TEXT, "page"))
KINDS = sorted({repair.kind for repair in PAGE.repairs})


def of_kind(*kinds: RepairKind) -> tuple[Repair, ...]:
    return tuple(repair for repair in PAGE.repairs if repair.kind in kinds)


SPACES, MARKUP = of_kind(RepairKind.COLLAPSED_SPACES), of_kind(RepairKind.MARKUP_REMOVED)


def test_switching_off_and_on_again_gives_back_the_same_corrections() -> None:
    page, some = PAGE, PAGE.repairs[1:3]
    off = with_switched(page, Corrections(), some, on=False)
    assert switched_off(page, off) == {repair.key for repair in some}
    assert with_switched(page, off, some, on=False) == off, "switched off once"
    assert with_switched(page, off, some[:1], on=True).switched_off == off.switched_off[1:]
    assert with_switched(page, off, page.repairs, on=True) == Corrections()


def test_thousands_of_repairs_are_switched_at_once() -> None:
    source = Source("The ministers  met in Oslo. " * 5_000, "long")
    whole = parse(source)
    assert len(whole.repairs) == 5_000
    for some in (whole.repairs, whole.repairs[1:]):
        off = with_switched(whole, Corrections(), some, on=False)
        assert switched_off(whole, off) == {repair.key for repair in some}
        assert with_switched(whole, off, some, on=True) == Corrections()


def test_a_whole_kind_is_named_once() -> None:
    off = with_switched(PAGE, Corrections(), PAGE.repairs, on=False)
    counts = Counter(repair.kind for repair in PAGE.repairs)
    assert len(SPACES) == 4
    assert set(off.switched_off_kinds) == {kind for kind, count in counts.items() if count > 1}
    assert {one.kind for one in off.switched_off} == {kind for kind, count in counts.items() if count == 1}
    assert switched_off(PAGE, off) == {repair.key for repair in PAGE.repairs}


def test_repairs_switched_off_one_after_another_are_named_one_by_one() -> None:
    off = Corrections()
    for repair in SPACES:
        off = with_switched(PAGE, off, (repair,), on=False)
    assert off.switched_off == pointers_to(PAGE.source, SPACES)
    assert with_switched(PAGE, off, SPACES, on=False) == Corrections(switched_off_kinds=("collapsed-spaces",))


def test_one_of_a_kind_that_is_off_is_switched_on_and_off_again() -> None:
    whole = with_switched(PAGE, Corrections(), SPACES + MARKUP, on=False)
    but_one = with_switched(PAGE, whole, SPACES[1:2], on=True)
    assert but_one.switched_on == pointers_to(PAGE.source, SPACES[1:2])
    assert switched_off(PAGE, but_one) == {one.key for one in SPACES + MARKUP if one is not SPACES[1]}
    assert with_switched(PAGE, but_one, SPACES[1:2], on=False) == whole
    assert with_switched(PAGE, but_one, SPACES, on=False) == whole


def test_the_last_of_a_kind_that_is_switched_on_brings_back_the_kind() -> None:
    off = with_switched(PAGE, Corrections(), SPACES, on=False)
    for repair in SPACES:
        off = with_switched(PAGE, off, (repair,), on=True)
    assert off == Corrections()


def test_a_kind_of_another_version_is_kept_and_switches_nothing() -> None:
    corrections = Corrections(switched_off_kinds=("of-tomorrow",))
    assert switched_off(PAGE, corrections) == frozenset()
    off = with_switched(PAGE, corrections, SPACES, on=False)
    assert off.switched_off_kinds == ("of-tomorrow", "collapsed-spaces")
    assert with_switched(PAGE, off, SPACES, on=True) == corrections


def test_a_kind_is_off_in_a_text_that_has_more_of_it() -> None:
    off = with_switched(PAGE, Corrections(), SPACES, on=False)
    longer: Communique = parse(Source(f"{TEXT}\n3. They thanked  the hosts.\n", "longer"))
    assert len(switched_off(longer, off)) == len(SPACES) + 1


@given(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(PAGE.repairs), min_size=1) | st.sampled_from(KINDS).map(of_kind), st.booleans()
        )
    )
)
def test_whatever_is_switched_just_that_is_off(steps: list[tuple[set[Repair] | tuple[Repair, ...], bool]]) -> None:
    corrections = Corrections()
    off: set[RepairKey] = set()
    for repairs, on in steps:
        corrections = with_switched(PAGE, corrections, repairs, on=on)
        keys = {repair.key for repair in repairs}
        off = off - keys if on else off | keys
        assert switched_off(PAGE, corrections) == off
    assert with_switched(PAGE, corrections, PAGE.repairs, on=True) == Corrections()
