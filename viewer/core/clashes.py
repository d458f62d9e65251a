"""Two versions of one note, kept because two programs changed it: where they differ, and the ways to decide."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final, NamedTuple

from viewer.core.notes import Note, Notebook, NoteId
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

_WORDS: Final = lazy_pattern(r"\w+|[^\w\s]")
_MOST_WORDS: Final = 2_000
"""Words and signs of a body that are compared one by one; beyond, comparing would be felt."""


class Kept(StrEnum):
    """What the reader decides to keep of two versions."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Clash(NamedTuple):
    """The left is the note as the file had it, the right the copy that names it."""

    left: Note
    right: Note

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields in which the two say different things."""
        names = ("body", "tags", "colour", "scope", "anchor", "entity", "extra")
        return tuple(name for name in names if getattr(self.left, name) != getattr(self.right, name))


def clashes(notebook: Notebook) -> Iterator[Clash]:
    """Every pair of versions, in the order of the copies; a copy whose note is gone is a note like any other."""
    for right in notebook.notes:
        if right.conflict_of and (left := notebook.note(right.conflict_of)) is not None and left is not right:
            yield Clash(left, right)


def clash_of(notebook: Notebook, note_id: NoteId) -> Clash | None:
    """The two versions of which this note is one; the first where there are several."""
    return next((clash for clash in clashes(notebook) if note_id in (clash.left.id, clash.right.id)), None)


def decided(notebook: Notebook, clash: Clash, kept: Kept) -> Notebook:
    """The notebook with what the reader keeps. One version that is kept keeps the id and the place of the left one."""
    left, right = clash
    if kept is Kept.BOTH:
        return notebook.with_note(replace(right, conflict_of=NoteId("")))
    if kept is Kept.RIGHT:
        chosen = replace(right, id=left.id, created=left.created, conflict_of=left.conflict_of)
        notebook = notebook.with_note(chosen)
    return notebook.without(right.id)


def differing_words(left: str, right: str) -> tuple[list[Span], list[Span]]:
    """Where either text has words the other has not, in code points; all of both where they are very long."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - the window comes sooner without

    words, others = ([Span(*found.span()) for found in _WORDS.finditer(text)] for text in (left, right))
    if max(len(words), len(others)) > _MOST_WORDS:
        return [Span(0, len(left))], [Span(0, len(right))]
    matcher = SequenceMatcher(None, [word.of(left) for word in words], [word.of(right) for word in others])
    ours: list[Span] = []
    theirs: list[Span] = []
    for same, start, end, other_start, other_end in matcher.get_opcodes():
        if same != "equal":
            ours += _joined(words[start:end])
            theirs += _joined(others[other_start:other_end])
    return ours, theirs


def _joined(words: list[Span]) -> list[Span]:
    return [Span(words[0].start, words[-1].end)] if words else []
