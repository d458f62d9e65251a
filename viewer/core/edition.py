"""The reader's corrections applied to a communiqué: which repairs are off, and what its identity is to be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from viewer.core.anchor import describe_source, locate_source
from viewer.core.communique import Communique, Evidence, Identity
from viewer.core.notes import Corrections, RepairPointer
from viewer.core.repairs import Repair, RepairKey, RepairKind
from viewer.core.source import Source

EDITABLE: Final = (
    "title",
    "subtitle",
    "kind",
    "issuing_body",
    "parties",
    "chair",
    "place",
    "date",
    "language",
    "source_address",
    "accessed",
)
"""The fields of `Identity` that a reader may put right, in the order they are shown."""
PARTIES_APART: Final = "; "
_KINDS: Final = frozenset(map(str, RepairKind))
Pointers = tuple[RepairPointer, ...]
BY_HAND: Final = Evidence("written by you")


def written(identity: Identity, field: str) -> str:
    """A field of the identity as a reader writes it; empty where nothing is said."""
    value = getattr(identity, field)
    return PARTIES_APART.join(value) if isinstance(value, tuple) else value or ""


def corrected(identity: Identity, edits: Mapping[str, str]) -> Identity:
    """The identity with the reader's edits in the place of what was recognised."""
    known = {field: text for field, text in edits.items() if field in EDITABLE}
    if not known:
        return identity
    values: dict[str, Any] = {field: text or None for field, text in known.items()}
    if "parties" in known:
        values["parties"] = tuple(filter(None, map(str.strip, known["parties"].split(";"))))
    evidence = {field: why for field, why in identity.evidence.items() if field not in known}
    evidence |= {field: BY_HAND for field, text in known.items() if text}
    return identity._replace(**values, evidence=MappingProxyType(evidence))


def pointers_to(source: Source, repairs: Iterable[Repair]) -> tuple[RepairPointer, ...]:
    """How the corrections name these repairs, so that they are found again if the text changes elsewhere."""
    return tuple(RepairPointer(str(repair.kind), describe_source(source.text, repair.source)) for repair in repairs)


def switched_off(communique: Communique, corrections: Corrections) -> frozenset[RepairKey]:
    """Which of the repairs of a communiqué the corrections switch off, as far as its source still has their places."""
    off, on = (_keys(communique.source, named) for named in (corrections.switched_off, corrections.switched_on))
    kinds = corrections.switched_off_kinds
    every = (repair.key for repair in communique.repairs)
    return frozenset(key for key in every if (key not in on if key.kind in kinds else key in off))


def with_switched(
    communique: Communique, corrections: Corrections, repairs: Iterable[Repair], *, on: bool
) -> Corrections:
    """The corrections with these repairs switched on or off; those already so stay as they are.

    Where they are all that there are of a kind, and more than one, the kind is named instead of each of them. Of a
    kind that is named so, one that is switched on is named as an exception.
    """
    wanted = tuple({repair.key: repair for repair in repairs}.values())
    return _with_on(communique, corrections, wanted) if on else _with_off(communique, corrections, wanted)


def _with_off(communique: Communique, corrections: Corrections, wanted: Sequence[Repair]) -> Corrections:
    whole = _whole_kinds(communique, {repair.key for repair in wanted}, least=2)
    kinds = tuple(dict.fromkeys((*corrections.switched_off_kinds, *sorted(map(str, whole)))))
    others, source = _without_kinds(corrections, whole), communique.source
    return replace(
        others,
        switched_off_kinds=kinds,
        switched_off=_more(source, others.switched_off, (one for one in wanted if one.kind not in kinds)),
        switched_on=_less(source, others.switched_on, wanted),
    )


def _with_on(communique: Communique, corrections: Corrections, wanted: Sequence[Repair]) -> Corrections:
    source, kinds = communique.source, corrections.switched_off_kinds
    excepted = _keys(source, (one for one in corrections.switched_on if one.kind in kinds))
    whole = _whole_kinds(communique, {*excepted, *(repair.key for repair in wanted)}, least=1)
    others = _without_kinds(corrections, whole)
    kinds = tuple(kind for kind in kinds if kind not in whole)
    return replace(
        others,
        switched_off_kinds=kinds,
        switched_off=_less(source, others.switched_off, wanted),
        switched_on=_more(source, others.switched_on, (one for one in wanted if one.kind in kinds)),
    )


def _without_kinds(corrections: Corrections, kinds: AbstractSet[str]) -> Corrections:
    """The corrections without the repairs of these kinds that they name one by one."""
    off, on = (
        tuple(one for one in named if one.kind not in kinds)
        for named in (corrections.switched_off, corrections.switched_on)
    )
    return replace(corrections, switched_off=off, switched_on=on)


def _whole_kinds(communique: Communique, keys: AbstractSet[RepairKey], *, least: int) -> set[RepairKind]:
    """The kinds of which these are all the repairs that there are, and at least so many."""
    known = Counter(repair.kind for repair in communique.repairs)
    meant = Counter(repair.kind for repair in communique.repairs if repair.key in keys)
    return {kind for kind, count in meant.items() if count == known[kind] and count >= least}


def _more(source: Source, named: Pointers, repairs: Iterable[Repair]) -> Pointers:
    already = _keys(source, named)
    return (*named, *pointers_to(source, (repair for repair in repairs if repair.key not in already)))


def _less(source: Source, named: Pointers, repairs: Iterable[Repair]) -> Pointers:
    gone = {repair.key for repair in repairs}
    return tuple(one for one in named if _key(source, one) not in gone)


def _keys(source: Source, named: Iterable[RepairPointer]) -> frozenset[RepairKey]:
    return frozenset(filter(None, (_key(source, one) for one in named)))


def _key(source: Source, named: RepairPointer) -> RepairKey | None:
    """The repair that is named; None where the source no longer has its place, or its kind is not known."""
    place = locate_source(named.anchor, source.text) if named.kind in _KINDS else None
    return RepairKey(RepairKind(named.kind), place.start) if place is not None else None
