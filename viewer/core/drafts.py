"""What is being written in a note editor and is in no notes file yet, and how it is gone on with after a crash."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from viewer.core.notes import Note, Notebook, NoteId


class Draft(NamedTuple):
    """A note as it stands in an editor. `began_from` is the body it had when it was last written, None of a new one."""

    note: Note
    began_from: str | None = None


class Resumed(NamedTuple):
    """A draft as an editor goes on with it: the note to begin with, what was being written, whether the note is new."""

    note: Note
    written: Note
    new: bool


def resumed(draft: Draft, notebook: Notebook, new_id: Callable[[], NoteId]) -> Resumed | None:
    """How to go on with a draft that was found; None where nothing of it is missing from the notebook.

    Where the note was changed since the draft began, the draft becomes a note of its own: saving it loses neither.
    """
    kept = notebook.note(draft.note.id)
    if kept is not None and _says_the_same(kept, draft.note):
        return None
    if kept is None and not (draft.note.body.strip() or draft.note.tags):
        return None
    if kept is not None and kept.body == draft.began_from:
        return Resumed(kept, replace(kept, body=draft.note.body, tags=draft.note.tags), new=False)
    written = draft.note if kept is None else replace(draft.note, id=new_id())
    return Resumed(replace(written, body="", tags=()), written, new=True)


def _says_the_same(one: Note, other: Note) -> bool:
    return (one.body, one.tags) == (other.body, other.tags)
