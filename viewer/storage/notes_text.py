"""A notes file as it is written, note by note, so that a change touches the lines of the changed note alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from viewer.core.notes import Note, NoteId
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_nodes import text_at
from viewer.storage.notebook_reader import NewId, NotebookText, default_scope, notebook_in, notes_in, read_notebook
from viewer.storage.notebook_writer import frame_values, new_file, note_values
from viewer.storage.strict_yaml import Entries, Items, MalformedError, parse_entries, parse_items
from viewer.storage.yaml_edit import after_line, edited, end_of, in_lines, line_end, line_start
from viewer.storage.yaml_text import item_lines

_NOTES = "notes"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")
_REMARKS = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*")


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note, its lines, and the comments above them. `edits` is whether the lines can be changed one by one."""

    note: Note
    lead: str
    lines: str
    edits: bool


@dataclass(frozen=True, slots=True)
class NotesText:
    """The text of a notes file: what stands before its notes, the notes, and what stands after them."""

    head: str
    notes: tuple[WrittenNote, ...]
    tail: str

    def whole(self) -> str:
        return "".join((self.head, *(part for note in self.notes for part in (note.lead, note.lines)), self.tail))


def read_notes_text(text: str, new_id: NewId) -> tuple[NotebookText, NotesText]:
    """What a file says, and how it is written. Raises MalformedError where it is no file of notes of this version."""
    top = parse_entries(text)
    content = notebook_in(top, new_id)
    node = top.entries.get(_NOTES)
    if not isinstance(node, Items) or node.extent.flow or not node.items:
        return content, _without_lines(text, top, content.notebook.notes)
    begin = _below_name(text, top)
    written = []
    for item, note in zip(node.items, content.notebook.notes, strict=True):
        start, end = _line_of_dash(text, item.extent.start), line_end(text, end_of(item))
        lines = text[start:end] + after_line(text, end)
        known = isinstance(item, Entries) and not item.extent.flow and text_at(item, "id") == note.id
        written.append(WrittenNote(note, text[begin:start], lines, known))
        begin = end
    return content, NotesText(text[: _below_name(text, top)], tuple(written), text[begin:])


def new_notes_text(document: DocumentBlock) -> NotesText:
    """The text of a file that is not there yet, without notes."""
    return read_notes_text(new_file(document), _no_id)[1]


def with_content(text: NotesText, content: NotebookText) -> NotesText:
    """The text changed so that it says this; whatever says the same as before stays as it is written."""
    notes = content.notebook.notes
    framed = _framed(text, content)
    known = {written.note.id: written for written in framed.notes}
    style = _Style.of(text)
    kept = [_rewritten(known.get(note.id), note, style) for note in notes]
    orphaned = _comments_of_deleted(framed.notes, {note.id for note in notes})
    return _with_remarks_apart(framed, replace(framed, notes=tuple(kept), tail=orphaned + framed.tail))


def changed_parts(before: NotesText, after: NotesText) -> Iterable[tuple[int, str]]:
    """The notes of the later text that do not stand so in the earlier one: which, and what stands below its lines.

    Comments and empty lines below a note can be taken for words of it.
    """
    known = {(written.lines, below) for written, below in zip(before.notes, _remarks_below(before), strict=True)}
    parts = enumerate(zip(after.notes, _remarks_below(after), strict=True))
    return [(at, below) for at, (written, below) in parts if (written.lines, below) not in known]


def reads_back(before: NotesText, after: NotesText, content: NotebookText) -> bool:
    """Whether the later text says this, where the earlier one is known to say what it should.

    Only what differs is read: the notes that were changed, and all that is no note if any of it was.
    Raises MalformedError where that is not YAML.
    """
    if tuple(written.note for written in after.notes) != content.notebook.notes:
        return False
    if not all(_says(after.notes[at], below) for at, below in changed_parts(before, after)):
        return False
    same_frame = (before.head, before.tail, bool(before.notes)) == (after.head, after.tail, bool(after.notes))
    return same_frame or read_notebook(after.head + after.tail, _no_id) == _frame_of(content)


def _frame_of(content: NotebookText) -> NotebookText:
    return replace(content, notebook=replace(content.notebook, notes=()))


def _framed(text: NotesText, content: NotebookText) -> NotesText:
    """The text with all but the notes as it is to be."""
    frame = text.head + text.tail
    top = parse_entries(frame)
    now = notebook_in(top, _no_id)
    any_notes = bool(content.notebook.notes)
    old = frame_values(now.document, now.notebook.corrections, now.extra, any_notes=bool(text.notes))
    new = frame_values(content.document, content.notebook.corrections, content.extra, any_notes=any_notes)
    if old == new:
        return text
    frame = edited(frame, top, old, new)
    split = _below_name(frame, parse_entries(frame))
    return replace(text, head=frame[:split], tail=frame[split:])


class _Style(NamedTuple):
    """How a file is written: a piece of it that shows its line ends, and how far its notes are indented."""

    sample: str
    indent: str = ""

    @classmethod
    def of(cls, text: NotesText) -> "_Style":
        first = text.notes[0].lines if text.notes else ""
        return cls(text.head + text.tail, first[: len(first) - len(first.lstrip(" "))])

    def lines_of(self, note: Note) -> str:
        return in_lines(self.sample, item_lines(note_values(note), self.indent))


def _rewritten(written: WrittenNote | None, note: Note, style: _Style) -> WrittenNote:
    """The note in its own lines, of which those stay that need not change."""
    if written is None:
        return WrittenNote(note, "", style.lines_of(note), edits=True)
    if written.note == note and written.edits:
        return written
    if not written.edits:
        return replace(written, note=note, lines=style.lines_of(note), edits=True)
    (item,) = parse_items(written.lines).items
    assert isinstance(item, Entries)  # `edits` tells
    old = note_values(written.note)
    if default_scope(note.anchor, note.entity) != default_scope(written.note.anchor, written.note.entity):
        del old["scope"]  # it went without saying
    changed = replace(written, note=note, lines=edited(written.lines, item, old, note_values(note)))
    # Blanks that went for nothing may stand where the text of the note is now: then it is written anew as a whole.
    return changed if _says(changed, "") else replace(changed, lines=style.lines_of(note))


def _comments_of_deleted(written: Iterable[WrittenNote], kept: set[NoteId]) -> str:
    """The comments above notes that are no more: they are the reader's own words."""
    return "".join(one.lead for one in written if one.note.id not in kept and one.lead.strip())


def _remarks_below(text: NotesText) -> list[str]:
    """The comments and empty lines below each note."""
    last = _REMARKS.match(text.tail)
    return [*(written.lead for written in text.notes[1:]), last[0] if last else ""][: len(text.notes)]


def _says(written: WrittenNote, below: str) -> bool:
    """Whether the lines say what the note is, with these below them."""
    try:
        return notes_in(parse_items(written.lines + below), _no_id) == (written.note,)
    except MalformedError:
        return False


def _with_remarks_apart(before: NotesText, after: NotesText) -> NotesText:
    """The later text, in which remarks that came to stand below another note are not taken for words of it.

    An empty line would be, where the note keeps those at its end, and a comment that is indented as deep as its text.
    """
    notes, tail = list(after.notes), after.tail
    for at, below in changed_parts(before, after):
        if below and not _says(notes[at], below):
            apart = "".join(line.lstrip(" \t") for line in _LINES.findall(below) if line.strip())
            if at + 1 < len(notes):
                notes[at + 1] = replace(notes[at + 1], lead=apart)
            else:
                tail = apart + tail.removeprefix(below)
    return replace(after, notes=tuple(notes), tail=tail)


def _without_lines(text: str, top: Entries, notes: tuple[Note, ...]) -> NotesText:
    """The text of a file whose notes do not stand in lines of their own, or that has none.

    Notes between brackets are given lines of their own at the next change.
    """
    if _NOTES not in top.entries:
        end = after_line(text, len(text))
        head = text + end + f"{_NOTES}:" + in_lines(text, [""])
        return NotesText(head, (), "")
    start, end_at = top.keys[_NOTES], line_end(text, end_of(top.entries[_NOTES]))
    if not notes:
        return NotesText(text[:end_at], (), text[end_at:])
    head = text[:start] + in_lines(text, [f"{_NOTES}:"])
    written = (_rewritten(None, note, _Style(text)) for note in notes)
    return NotesText(head, tuple(written), text[end_at:])


def _below_name(text: str, top: Entries) -> int:
    """Where the line ends that has the name of the list of notes."""
    return line_end(text, top.keys[_NOTES] + len(_NOTES))


def _line_of_dash(text: str, first_key: int) -> int:
    """Where the line begins that has the dash of an item: the line of its first key, or one above it."""
    start = line_start(text, first_key)
    while not text[start:first_key].lstrip().startswith("-"):
        start = line_start(text, start - 1)
    return start


def _no_id() -> NoteId:
    return NoteId("given anew")
