"""Brings together two versions of a notebook that grew apart, so that nothing of either is lost."""

from collections.abc import Callable
from dataclasses import replace

from viewer.core.notes import Note, Notebook, NoteId


def reconcile(base: Notebook, ours: Notebook, theirs: Notebook, new_id: Callable[[], NoteId]) -> Notebook:
    """Both versions together; `base` is the last one they had in common.

    A note that only one side changed is taken from that side. One that both changed stays twice, ours under a new id.
    A note that was deleted here stays deleted, unless they changed it; one that is missing there is kept, because a
    file can lose notes in ways that nobody meant. No decision looks at a clock.
    """
    was, mine = _by_id(base), _by_id(ours)
    notes: list[Note] = []
    for theirs_note in theirs.notes:
        notes += _both(was.get(theirs_note.id), mine.pop(theirs_note.id, None), theirs_note, new_id)
    return Notebook((*notes, *mine.values()))


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
