"""Two states of the same notes: what the one changed in the other, and how a former one is brought back."""

from typing import NamedTuple

from viewer.core.notes import Notebook


class Changes(NamedTuple):
    """How many notes a later state added, changed and removed."""

    added: int
    changed: int
    removed: int


def changes(before: Notebook, after: Notebook) -> Changes:
    """What was done to get from one state to the other, note by note."""
    was, is_now = ({note.id: note for note in notebook.notes} for notebook in (before, after))
    both = was.keys() & is_now.keys()
    changed = sum(was[note_id] != is_now[note_id] for note_id in both)
    return Changes(len(is_now) - len(both), changed, len(was) - len(both))


def brought_back(current: Notebook, former: Notebook) -> Notebook:
    """The current notes with those of a former state as they were then.

    Notes that are missing come back, notes that were changed are again as they were; notes written since stay, and so
    do corrections.
    """
    for note in former.notes:
        current = current.with_note(note)
    return current
