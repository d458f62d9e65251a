"""Changes of notes as values: what an act of the reader changed, taken back and done again field by field."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from viewer.core.notes import Note, Notebook, NoteId
from viewer.core.reconcile import note_together

_KINDS: Final = (("body", "edit note"), ("colour", "colour of note"), ("tags", "tags of note"))
"""The field that was changed, and what the act is called; the first that fits."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A note before and after an act; None where it was not there. `follows` is the note it stood after, if any."""

    before: Note | None
    after: Note | None
    follows: NoteId

    @property
    def id(self) -> NoteId:
        note = self.before or self.after
        assert note is not None
        return note.id

    @property
    def turned(self) -> "Touched":
        """The same act the other way round."""
        return Touched(self.after, self.before, self.follows)


@dataclass(frozen=True, slots=True)
class NoteChange:
    """One act: the notes it touched, in the order of the notebook, and what it is called in the words of a menu."""

    name: str
    touched: tuple[Touched, ...]

    @property
    def deletes(self) -> bool:
        """Whether all it did was to take notes away."""
        return all(one.after is None for one in self.touched)


def change_between(before: Notebook, after: Notebook, name: str = "") -> NoteChange | None:
    """What leads from one notebook to the other; None where no note differs. The name is found where none is given."""
    was, now = ({note.id: note for note in side.notes} for side in (before, after))
    preceding = _preceding(after) | _preceding(before)
    touched = tuple(
        Touched(was.get(note_id), now.get(note_id), preceding[note_id])
        for note_id in dict.fromkeys((*was, *now))
        if was.get(note_id) != now.get(note_id)
    )
    return NoteChange(name or _name(touched), touched) if touched else None


def undone(notebook: Notebook, change: NoteChange) -> Notebook:
    """The notebook without what the change did to it.

    What has changed again since stays as it is, field by field: a note that the act made goes only if nothing else was
    written in it. A note that the act deleted is back with its id, where it stood, unless it is there already.
    """
    return _led_on(notebook, (one.turned for one in change.touched))


def redone(notebook: Notebook, change: NoteChange) -> Notebook:
    """The notebook with the change done again, by the same rules."""
    return _led_on(notebook, change.touched)


def _led_on(notebook: Notebook, touched: Iterable[Touched]) -> Notebook:
    for one in touched:
        notebook = _with_one(notebook, one)
    return notebook


def _with_one(notebook: Notebook, one: Touched) -> Notebook:
    note = notebook.note(one.id)
    if note is None:
        return _put_back(notebook, one.after, one.follows) if one.before is None and one.after is not None else notebook
    if one.before is None:
        return notebook
    if one.after is None:
        return notebook.without(note.id) if replace(note, changed=one.before.changed) == one.before else notebook
    return notebook.with_note(_led(note, one.before, one.after))


def _led(note: Note, before: Note, after: Note) -> Note:
    """The note with what leads from `before` to `after`, as far as it is still as it was before."""
    together, _ = note_together(before, after, note)
    return replace(
        together,
        tags=after.tags if note.tags == before.tags else together.tags,  # in their order, too
        changed=after.changed if note.changed == before.changed else note.changed,
    )


def _put_back(notebook: Notebook, note: Note, follows: NoteId) -> Notebook:
    """The notebook with a note where it stood; at the end where the note it followed is no longer there."""
    ids = [known.id for known in notebook.notes]
    at = (ids.index(follows) + 1 if follows in ids else len(ids)) if follows else 0
    return replace(notebook, notes=(*notebook.notes[:at], note, *notebook.notes[at:]))


def _preceding(notebook: Notebook) -> dict[NoteId, NoteId]:
    ids = [note.id for note in notebook.notes]
    return dict(zip(ids, (NoteId(""), *ids), strict=False))


def _name(touched: tuple[Touched, ...]) -> str:
    if len(touched) > 1:
        return f"change of {len(touched)} notes"
    before, after = touched[0].before, touched[0].after
    if before is None or after is None:
        return "new note" if before is None else "delete note"
    return next((name for field, name in _KINDS if getattr(before, field) != getattr(after, field)), "change of note")
