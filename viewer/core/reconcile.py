"""Brings together two versions of a notebook that grew apart, field by field, so that nothing of either is lost."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from viewer.core.notes import Corrections, Note, Notebook, NoteId, NoteScope, RepairPointer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_CORRECTIONS = NoteId("corrections")
"""What a note is a copy of that keeps one of two corrections of the same thing."""
_ABSENT: Any = object()
_FIELDS = ("scope", "body", "anchor", "entity", "colour", "conflict_of")
"""The fields of a note that are taken whole from one side."""
_FEW = 20
_SHARE = 0.2


class Reconciled(NamedTuple):
    """Both versions together, and what the reader is to be told of it.

    `copies` are the ids of notes made because both sides changed one field: each names the note it is a copy of.
    `vanished` are notes that the other side no longer has and we had not touched; they are not in the notebook.
    """

    notebook: Notebook
    copies: tuple[NoteId, ...] = ()
    vanished: tuple[Note, ...] = ()


def reconcile(base: Notebook, ours: Notebook, theirs: Notebook, new_id: Callable[[], NoteId]) -> Reconciled:
    """Both versions together; `base` is the last one they had in common, `theirs` what the disk has.

    What one side changed in a note is taken from that side, field by field. Where both changed one field to different
    values, theirs stays and ours is kept as a copy beside it. A note that one side deleted is gone, unless the other
    changed it. No decision looks at a clock.
    """
    was, mine = _by_id(base), _by_id(ours)
    notes: list[Note] = []
    copies: list[NoteId] = []
    for theirs_note in theirs.notes:
        found = _together(was.get(theirs_note.id), mine.pop(theirs_note.id, None), theirs_note, new_id)
        notes += found
        copies += [note.id for note in found[1:]]
    vanished = tuple(note for note in mine.values() if note == was.get(note.id))
    notes += [note for note in mine.values() if note != was.get(note.id)]
    corrections, lost = _corrections(base.corrections, ours.corrections, theirs.corrections)
    for what, value in lost:
        copy = Note(new_id(), NoteScope.DOCUMENT, f"{what}: {value}", conflict_of=_CORRECTIONS)
        notes.append(copy)
        copies.append(copy.id)
    return Reconciled(Notebook(tuple(notes), corrections), tuple(copies), vanished)


def is_many(vanished: int, of: int) -> bool:
    """Whether so many notes are missing from a file that nobody may have meant it."""
    return vanished > _FEW or vanished > _SHARE * of


def _together(
    was: Note | None, ours: Note | None, theirs: Note, new_id: Callable[[], NoteId]
) -> tuple[()] | tuple[Note] | tuple[Note, Note]:
    """The note, and a copy of ours where both changed a field; nothing where we deleted what they did not change."""
    if ours is None:
        return () if was == theirs else (theirs,)
    if ours in (theirs, was):
        return (theirs,)
    if was is None:  # both made it, as from one backup: where they differ, both stay
        was = replace(theirs, **dict.fromkeys(_FIELDS, _ABSENT), extra={}, tags=())
    together, clash = note_together(was, ours, theirs)
    return (together, replace(ours, id=new_id(), conflict_of=theirs.id)) if clash else (together,)


def note_together(was: Note, ours: Note, theirs: Note) -> tuple[Note, bool]:
    """The note with what either side changed in it, and whether both changed one field: theirs is kept then."""
    values: dict[str, Any] = {}
    clash = False
    for name in _FIELDS:
        values[name], clashes = _pick(getattr(was, name), getattr(ours, name), getattr(theirs, name))
        clash |= clashes
    extra, lost = _merged(was.extra, ours.extra, theirs.extra)
    tags, _ = _merged(*(dict.fromkeys(note.tags) for note in (was, ours, theirs)))
    changed, _ = _pick(was.changed, theirs.changed, ours.changed)  # of two changes, ours was the reader's last
    return replace(theirs, **values, tags=tuple(tags), changed=changed, extra=extra), clash or bool(lost)


def _pick(base: V, ours: V, theirs: V) -> tuple[V, bool]:
    """The value that was changed, theirs where both were; whether two changes clash."""
    if ours in (base, theirs):
        return theirs, False
    return (ours, False) if theirs == base else (theirs, True)


def _corrections(
    base: Corrections, ours: Corrections, theirs: Corrections
) -> tuple[Corrections, list[tuple[str, object]]]:
    """The corrections together, and what we changed and they changed otherwise: a field's name, and our value.

    Where there are none any more on their side, ours stay whole: a file can lose a part in ways that nobody meant.
    """
    if theirs == Corrections():
        return ours, []
    identity, lost = _merged(base.identity, ours.identity, theirs.identity)
    encoding, clash = _pick(base.encoding, ours.encoding, theirs.encoding)
    extra, lost_extra = _merged(base.extra, ours.extra, theirs.extra)
    kinds, _ = _merged(*(dict.fromkeys(side.switched_off_kinds) for side in (base, ours, theirs)))
    together = Corrections(
        identity,
        _pointers(base.switched_off, ours.switched_off, theirs.switched_off),
        encoding,
        extra,
        tuple(kinds),
        _pointers(base.switched_on, ours.switched_on, theirs.switched_on),
    )
    return together, [*lost.items(), *([("encoding", ours.encoding)] if clash else []), *lost_extra.items()]


def _merged(base: Mapping[K, V], ours: Mapping[K, V], theirs: Mapping[K, V]) -> tuple[dict[K, V], dict[K, V]]:
    """The mappings together, key by key, and our values for the keys that both changed differently.

    A key that one side took away is gone unless the other changed its value.
    """
    merged: dict[K, V] = {}
    lost: dict[K, V] = {}
    for key in dict.fromkeys((*theirs, *ours)):
        sides = [side.get(key, _ABSENT) for side in (base, ours, theirs)]
        value, clash = _pick(*sides)
        if clash and value is _ABSENT:
            value = ours[key]
        elif clash and key in ours:
            lost[key] = ours[key]
        if value is not _ABSENT:
            merged[key] = value
    return merged, lost


def _pointers(*sides: tuple[RepairPointer, ...]) -> tuple[RepairPointer, ...]:
    """Base, ours and theirs, each repair by itself."""
    merged, _ = _merged(*({replace(one, extra={}): one for one in side} for side in sides))
    return tuple(merged.values())


def _by_id(notebook: Notebook) -> dict[NoteId, Note]:
    return {note.id: note for note in notebook.notes}
