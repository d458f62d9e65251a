"""Brings together two versions of a notebook that grew apart, so that nothing of either is lost."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import TypeVar

from viewer.core.notes import Corrections, Note, Notebook, NoteId, RepairPointer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def reconcile(base: Notebook, ours: Notebook, theirs: Notebook, new_id: Callable[[], NoteId]) -> Notebook:
    """Both versions together; `base` is the last one they had in common.

    A note that only one side changed is taken from that side. One that both changed stays twice, ours under a new id.
    A note that was deleted here stays deleted, unless they changed it; one that is missing there is kept, because a
    file can lose notes in ways that nobody meant. Corrections are brought together as `reconcile_corrections` says.
    No decision looks at a clock.
    """
    was, mine = _by_id(base), _by_id(ours)
    notes: list[Note] = []
    for theirs_note in theirs.notes:
        notes += _both(was.get(theirs_note.id), mine.pop(theirs_note.id, None), theirs_note, new_id)
    corrections = reconcile_corrections(base.corrections, ours.corrections, theirs.corrections)
    return Notebook((*notes, *mine.values()), corrections)


def reconcile_corrections(base: Corrections, ours: Corrections, theirs: Corrections) -> Corrections:
    """Both versions of the corrections together, field by field.

    What only one side changed, added or took away is taken from that side. Where both changed one field, ours stays:
    the reader has it before their eyes. Where there are none any more on their side, ours stay whole, for the reason
    that keeps a missing note.
    """
    if theirs == Corrections():
        return ours
    return Corrections(
        _merged(base.identity, ours.identity, theirs.identity),
        _merged_pointers(base.switched_off, ours.switched_off, theirs.switched_off),
        theirs.encoding if ours.encoding == base.encoding else ours.encoding,
        _merged(base.extra, ours.extra, theirs.extra),
        tuple(_merged(*(dict.fromkeys(side.switched_off_kinds) for side in (base, ours, theirs)))),
        _merged_pointers(base.switched_on, ours.switched_on, theirs.switched_on),
    )


def _merged(base: Mapping[K, V], ours: Mapping[K, V], theirs: Mapping[K, V]) -> dict[K, V]:
    """Theirs, with what we changed, added and took away."""
    merged = {key: value for key, value in theirs.items() if key in ours or key not in base}
    return merged | {key: value for key, value in ours.items() if key not in base or value != base[key]}


def _merged_pointers(*sides: tuple[RepairPointer, ...]) -> tuple[RepairPointer, ...]:
    """Base, ours and theirs, each repair by itself."""
    return tuple(_merged(*({replace(one, extra={}): one for one in side} for side in sides)).values())


def _both(was: Note | None, ours: Note | None, theirs: Note, new_id: Callable[[], NoteId]) -> tuple[Note, ...]:
    if ours is None:
        return () if was == theirs else (theirs,)
    if ours in (theirs, was):
        return (theirs,)
    if theirs == was:
        return (ours,)
    return theirs, replace(ours, id=new_id())


def _by_id(notebook: Notebook) -> dict[NoteId, Note]:
    return {note.id: note for note in notebook.notes}
