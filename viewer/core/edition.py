"""The reader's corrections applied to a communiqué: which repairs are off, and what its identity is to be."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from viewer.core.anchor import describe_source, locate_source
from viewer.core.communique import Evidence, Identity
from viewer.core.notes import Corrections, SwitchedOff
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


def switch_off(source: Source, repairs: Iterable[Repair]) -> tuple[SwitchedOff, ...]:
    """How the corrections name these repairs, so that they are found again if the text changes elsewhere."""
    return tuple(SwitchedOff(str(repair.kind), describe_source(source.text, repair.source)) for repair in repairs)


def switched_off(source: Source, corrections: Corrections) -> frozenset[RepairKey]:
    """The repairs that the corrections switch off, as far as the source still has their places."""
    return frozenset(filter(None, (_key(source, off) for off in corrections.switched_off)))


def with_switched(source: Source, corrections: Corrections, repairs: Iterable[Repair], *, on: bool) -> Corrections:
    """The corrections with these repairs switched on or off; those already so stay as they are."""
    wanted = {repair.key: repair for repair in repairs}
    named = [(_key(source, off), off) for off in corrections.switched_off]
    if on:
        return replace(corrections, switched_off=tuple(off for key, off in named if key not in wanted))
    already = {key for key, _ in named}
    added = switch_off(source, (repair for key, repair in wanted.items() if key not in already))
    return replace(corrections, switched_off=(*corrections.switched_off, *added))


def _key(source: Source, off: SwitchedOff) -> RepairKey | None:
    """The repair that is switched off; None where the source no longer has its place, or its kind is not known."""
    place = locate_source(off.anchor, source.text) if off.kind in _KINDS else None
    return RepairKey(RepairKind(off.kind), place.start) if place is not None else None
