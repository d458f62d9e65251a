"""The reader's corrections applied to a communiqué: which repairs are off, and what its identity is to be."""

from collections.abc import Iterable, Mapping
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
    kinds = set(RepairKind)
    places = ((off.kind, locate_source(off.anchor, source.text)) for off in corrections.switched_off)
    return frozenset(RepairKey(RepairKind(kind), place.start) for kind, place in places if place and kind in kinds)
