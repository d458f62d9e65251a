"""Settles which of the proposed mentions stand: spans may nest and never cross."""

from viewer.core.entities.reading import Candidate
from viewer.core.entities.stages.documents import DATED
from viewer.core.mentions import EntityKind

_FIRST = {
    kind: place
    for place, kind in enumerate(
        (
            EntityKind.DATE,
            EntityKind.PERSON,
            EntityKind.STATE,
            EntityKind.ORGANISATION,
            EntityKind.PLACE,
            EntityKind.DOCUMENT,
            EntityKind.EVENT,
        )
    )
}
_CLOSED = frozenset({EntityKind.PERSON, EntityKind.DATE, EntityKind.STATE, EntityKind.PLACE})
"""Kinds that hold nothing inside: "Victoria" is no place in "Victoria Ames"."""


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that stand, in text order, outer before inner.

    Of two for the same words the surer kind stands; of two that cross, the longer, and of equals the earlier; nothing
    stands inside a name that is closed.
    """
    order = sorted(candidates, key=lambda one: (one.start, -one.end, _FIRST[one.kind]))
    kept: dict[int, Candidate] = {}
    open_: list[int] = []
    for number, candidate in enumerate(order):
        while open_ and order[open_[-1]].end <= candidate.start:
            open_.pop()
        if _gives_way(candidate, order, open_, kept):
            continue
        kept[number] = candidate
        open_.append(number)
    return list(kept.values())


def _gives_way(candidate: Candidate, order: list[Candidate], open_: list[int], kept: dict[int, Candidate]) -> bool:
    """Whether a candidate falls to those it stands in or crosses; the shorter ones it crosses are taken back."""
    while open_:
        outer = order[open_[-1]]
        if outer.end >= candidate.end:
            return outer[:2] == candidate[:2] or outer.kind in _CLOSED or _is_part_of_title(outer, candidate)
        if outer.end - outer.start >= candidate.end - candidate.start:
            return True
        del kept[open_.pop()]
    return False


def _is_part_of_title(outer: Candidate, inner: Candidate) -> bool:
    """Whether a city or a date is only part of what a document is called: "Treaty of Rome", "2030 Agenda"."""
    dated = inner.kind is EntityKind.DATE and outer.rule != DATED
    return outer.kind is EntityKind.DOCUMENT and (dated or inner.rule == "place-city")
