"""Versions of a notebook that grew apart, and what must hold of any three of them brought together."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from viewer.core.notes import Anchor, Corrections, Note, Notebook, NoteColour, NoteId, NoteScope, RepairPointer
from viewer.core.reconcile import reconcile

WORDS = st.sampled_from(["", "one", "two", "three"])
NOTES = st.builds(
    Note,
    st.sampled_from([NoteId(letter) for letter in "abcd"]),
    st.sampled_from(NoteScope),
    WORDS,
    st.none() | st.builds(Anchor, st.just(0), st.just(1), WORDS, WORDS, WORDS),
    tags=st.lists(WORDS, unique=True, max_size=3).map(tuple),
    colour=st.sampled_from(NoteColour),
    created=WORDS,
    changed=WORDS,
    extra=st.dictionaries(st.sampled_from(["x_one", "x_two"]), WORDS, max_size=2),
)
SOME_NOTES = st.lists(NOTES, unique_by=lambda made: made.id, max_size=4).map(tuple)
NOTEBOOKS = st.builds(Notebook, SOME_NOTES)
FIELDS = ("scope", "body", "anchor", "colour")

OFF = st.builds(
    RepairPointer,
    st.sampled_from(["joined-line", "of-tomorrow"]),
    st.sampled_from([Anchor(at, at + 1, "\n", "a", "b") for at in range(3)]),
)
CORRECTIONS = st.builds(
    Corrections,
    st.dictionaries(st.sampled_from(["title", "date", "of_tomorrow"]), st.sampled_from(["", "one", "two", "three"])),
    st.lists(OFF, unique=True, max_size=3).map(tuple),
    st.sampled_from(["", "cp1251", "koi8-r"]),
    switched_off_kinds=st.lists(st.sampled_from(["joined-line", "of-tomorrow", "mark-up"]), unique=True).map(tuple),
    switched_on=st.lists(OFF, unique=True, max_size=3).map(tuple),
)
WHOLE = st.builds(Notebook, SOME_NOTES, CORRECTIONS)


class Ids:
    def __init__(self) -> None:
        self._numbers: Iterator[int] = count()

    def __call__(self) -> NoteId:
        return NoteId(f"new-{next(self._numbers)}")


def changes(base: Notebook, side: Notebook) -> Iterator[tuple[NoteId, str, object]]:
    """What a side changed: the note, the field, and the value that must not be lost."""
    for made in side.notes:
        was = base.note(made.id)
        for name in FIELDS:
            if was is None or getattr(was, name) != getattr(made, name):
                yield made.id, name, getattr(made, name)
        for tag in made.tags:
            if was is None or tag not in was.tags:
                yield made.id, "tags", tag
        for item in made.extra.items():
            if was is None or item not in was.extra.items():
                yield made.id, "extra", item


def has(made: Note, name: str, value: object) -> bool:
    match name:
        case "tags":
            return value in made.tags
        case "extra":
            return value in list(made.extra.items())
    return bool(getattr(made, name) == value)


def check_nothing_is_lost(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    """Every value that either side changed is in the note or in its copy."""
    together, copies, _ = reconcile(base, ours, theirs, Ids())
    for side in (ours, theirs):
        for note_id, name, value in changes(base, side):
            kept = [made for made in together.notes if note_id in (made.id, made.conflict_of)]
            assert any(has(made, name, value) for made in kept), (note_id, name, value)
    assert len({made.id for made in together.notes}) == len(together.notes)
    assert {made.id for made in together.notes if made.conflict_of} == set(copies)


def check_no_correction_is_lost(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    """Every value that either side corrected is in the corrections or in a note."""
    together = reconcile(base, ours, theirs, Ids()).notebook
    was, said = base.corrections, {made.body for made in together.notes}
    for side in (ours.corrections, theirs.corrections):
        for name, value in side.identity.items():
            if was.identity.get(name) != value:
                assert together.corrections.identity.get(name) == value or f"{name}: {value}" in said
        if side.encoding not in (was.encoding, ""):
            assert together.corrections.encoding == side.encoding or f"encoding: {side.encoding}" in said


def check_sides_may_be_changed(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    """Whichever side comes first, the same notes are there, with the same values where the sides do not clash."""
    here, there = reconcile(base, ours, theirs, Ids()), reconcile(base, theirs, ours, Ids())
    clashing = {made.conflict_of for made in (*here.notebook.notes, *there.notebook.notes)} - {""}
    one, other = (
        {made.id: replace(made, created="", changed="", tags=tuple(sorted(made.tags))) for made in side.notebook.notes}
        for side in (here, there)
    )
    for note_id in (one.keys() | other.keys()) - set(here.copies) - set(there.copies) - clashing:
        assert one.get(note_id) == other.get(note_id)


def check_again_changes_nothing(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
    """What was brought together with a file is not changed by bringing it together with that file again."""
    together = reconcile(base, ours, theirs, Ids()).notebook
    again = reconcile(theirs, together, theirs, Ids())
    assert {made.id: made for made in again.notebook.notes} == {made.id: made for made in together.notes}
    assert again.notebook.corrections == together.corrections
    assert again.copies == ()
