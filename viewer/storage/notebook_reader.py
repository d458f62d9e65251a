"""Reads the text of a notes file into notes, with errors that name line and column and the way out."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.storage.corrections_text import read_corrections
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_nodes import ANCHOR, anchor_of, entries_of, place_of, present, rest, text_at, text_of
from viewer.storage.strict_yaml import Entries, Items, MalformedError, Node, iterate_entries, parse_entries

FORMAT = "1"
"""The version of the layout this program reads and writes."""

_KNOWN = ("id", "scope", "body", "anchor", "entity", "tags", "colour", "created", "changed", "conflict_of")
_PARTS = {"anchor": ANCHOR, "entity": ("kind", "form")}

_Choice = TypeVar("_Choice", bound=StrEnum)
NewId = Callable[[], NoteId]


@dataclass(frozen=True, slots=True)
class NotebookText:
    """What the text of a notes file says."""

    document: DocumentBlock
    notebook: Notebook
    extra: Mapping[str, object]


def read_notebook(text: str, new_id: NewId) -> NotebookText:
    """The notes of a file. A note without an id, or with one already used, gets a new one.

    Raises MalformedError where the file is not YAML, or YAML that is not a file of notes of this version.
    """
    return notebook_in(parse_entries(text), new_id)


def notebook_in(top: Entries, new_id: NewId) -> NotebookText:
    """The notes of a file that was parsed. Raises MalformedError as `read_notebook` does."""
    _check_format(top)
    document = top.entries.get("document")
    if document is None:
        raise MalformedError(top.place, "the part “document:” is missing")
    return NotebookText(
        _document(document, new_id),
        Notebook(notes_in(present(top, "notes"), new_id), read_corrections(present(top, "corrections"))),
        rest(top, "format", "document", "corrections", "notes"),
    )


def read_document_block(head: str, new_id: NewId) -> DocumentBlock | None:
    """The document a file's notes belong to, from the beginning of the file alone; None where it does not say.

    Raises MalformedError where the beginning is not YAML.
    """
    found = next((node for key, node in iterate_entries(head) if key == "document"), None)
    return _document(found, new_id) if found is not None else None


def _check_format(top: Entries) -> None:
    version = top.entries.get("format")
    if version is None:
        raise MalformedError(top.place, "the line “format: 1” is missing")
    if (number := text_of(version)) == FORMAT:
        return
    if number.isdecimal():
        raise MalformedError(version.place, "the file was made by a newer version of Communiqué; use that version")
    raise MalformedError(version.place, "the format is not a number; write “format: 1”")


def _document(node: Node, new_id: NewId) -> DocumentBlock:
    block = entries_of(node)
    return DocumentBlock(
        id=text_at(block, "id") or new_id().removeprefix("n-"),
        title=text_at(block, "title"),
        path=text_at(block, "path"),
        text_sha256=text_at(block, "text_sha256"),
        extra=rest(block, "id", "title", "path", "text_sha256"),
    )


def notes_in(node: Node | None, new_id: NewId) -> tuple[Note, ...]:
    """The notes of a list of them. Raises MalformedError where it is none."""
    if node is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, "“notes:” is not a list; begin each note with “- id:”")
    notes: dict[str, Note] = {}
    for item in node.items:
        note = _note(entries_of(item), new_id, taken=notes.keys())
        notes[note.id] = note
    return tuple(notes.values())


def default_scope(anchor: object, entity: object) -> NoteScope:
    """What a note is about that does not say it."""
    return NoteScope.ENTITY if entity else NoteScope.SELECTION if anchor else NoteScope.DOCUMENT


def _note(entries: Entries, new_id: NewId, taken: Container[str]) -> Note:
    given_id = text_at(entries, "id")
    anchor, entity = present(entries, "anchor"), present(entries, "entity")
    return Note(
        id=NoteId(given_id) if given_id and given_id not in taken else new_id(),
        scope=_choice(entries, "scope", NoteScope, default_scope(anchor, entity)),
        body=text_at(entries, "body"),
        anchor=anchor_of(entries_of(anchor)) if anchor else None,
        entity=_pointer(entries_of(entity)) if entity else None,
        tags=_tags(present(entries, "tags")),
        colour=_choice(entries, "colour", NoteColour, NoteColour.YELLOW),
        created=text_at(entries, "created"),
        changed=text_at(entries, "changed"),
        conflict_of=NoteId(text_at(entries, "conflict_of")),
        extra=_note_rest(entries),
    )


def _note_rest(entries: Entries) -> dict[str, object]:
    """The keys not known, those inside the anchor and the entity under these names."""
    unknown = rest(entries, *_KNOWN)
    for name, known in _PARTS.items():
        part = entries.entries.get(name)
        if isinstance(part, Entries) and (inside := rest(part, *known)):
            unknown[name] = inside
    return unknown


def _pointer(entries: Entries) -> EntityPointer:
    return EntityPointer(_choice(entries, "kind", EntityKind, None), text_at(entries, "form"))


def _tags(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, '“tags:” is not a list; write ["one", "two"]')
    return tuple(text_of(item) for item in node.items)


def _choice(entries: Entries, name: str, choices: type[_Choice], default: _Choice | None) -> _Choice:
    value = text_at(entries, name)
    if not value and default is not None:
        return default
    if value not in list(choices):
        allowed = ", ".join(choices)
        raise MalformedError(place_of(entries, name), f"“{name}” cannot be “{value}”; write one of {allowed}")
    return choices(value)
