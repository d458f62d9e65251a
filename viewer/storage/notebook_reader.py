"""Reads the text of a notes file into notes, with errors that name line and column and the way out."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from viewer.core.mentions import EntityKind
from viewer.core.notes import Anchor, EntityPointer, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.strict_yaml import (
    Entries,
    Items,
    MalformedError,
    Node,
    Place,
    Plain,
    Text,
    iterate_entries,
    parse_entries,
)

FORMAT = "1"
"""The version of the layout this program reads and writes."""

_PARTS = {"anchor": ("start", "end", "exact", "prefix", "suffix"), "entity": ("kind", "form")}

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
    top = parse_entries(text)
    _check_format(top)
    document = top.entries.get("document")
    if document is None:
        raise MalformedError(top.place, "the part “document:” is missing")
    return NotebookText(
        _document(document, new_id),
        Notebook(_notes(_present(top, "notes"), new_id)),
        _rest(top, "format", "document", "notes"),
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
    if (number := _text(version)) == FORMAT:
        return
    if number.isdecimal():
        raise MalformedError(version.place, "the file was made by a newer version of Communiqué; use that version")
    raise MalformedError(version.place, "the format is not a number; write “format: 1”")


def _document(node: Node, new_id: NewId) -> DocumentBlock:
    block = _entries(node)
    return DocumentBlock(
        id=_text_at(block, "id") or new_id().removeprefix("n-"),
        title=_text_at(block, "title"),
        path=_text_at(block, "path"),
        text_sha256=_text_at(block, "text_sha256"),
        extra=_rest(block, "id", "title", "path", "text_sha256"),
    )


def _notes(node: Node | None, new_id: NewId) -> tuple[Note, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, "“notes:” is not a list; begin each note with “- id:”")
    notes: dict[str, Note] = {}
    for item in node.items:
        note = _note(_entries(item), new_id, taken=notes.keys())
        notes[note.id] = note
    return tuple(notes.values())


def _note(entries: Entries, new_id: NewId, taken: Container[str]) -> Note:
    given_id = _text_at(entries, "id")
    anchor, entity = _present(entries, "anchor"), _present(entries, "entity")
    default_scope = NoteScope.ENTITY if entity else NoteScope.SELECTION if anchor else NoteScope.DOCUMENT
    return Note(
        id=NoteId(given_id) if given_id and given_id not in taken else new_id(),
        scope=_choice(entries, "scope", NoteScope, default_scope),
        body=_text_at(entries, "body"),
        anchor=_anchor(_entries(anchor)) if anchor else None,
        entity=_pointer(_entries(entity)) if entity else None,
        tags=_tags(_present(entries, "tags")),
        colour=_choice(entries, "colour", NoteColour, NoteColour.YELLOW),
        created=_text_at(entries, "created"),
        changed=_text_at(entries, "changed"),
        extra=_note_rest(entries),
    )


def _note_rest(entries: Entries) -> dict[str, object]:
    """The keys not known, those inside the anchor and the entity under these names."""
    rest = _rest(entries, "id", "scope", "body", "anchor", "entity", "tags", "colour", "created", "changed")
    for name, known in _PARTS.items():
        part = entries.entries.get(name)
        if isinstance(part, Entries) and (unknown := _rest(part, *known)):
            rest[name] = unknown
    return rest


def _anchor(entries: Entries) -> Anchor:
    start, end = _position(entries, "start"), _position(entries, "end")
    if end < start:
        raise MalformedError(entries.place, f"an anchor that ends at {end}, before its start at {start}")
    return Anchor(start, end, _text_at(entries, "exact"), _text_at(entries, "prefix"), _text_at(entries, "suffix"))


def _position(entries: Entries, name: str) -> int:
    value = _text_at(entries, name)
    if not (value.isascii() and value.isdecimal() and len(value) < 10):  # more would be no text, but a trap
        raise MalformedError(_place_of(entries, name), f"“{name}” of an anchor is not a number; write one as {name}: 0")
    return int(value)


def _pointer(entries: Entries) -> EntityPointer:
    return EntityPointer(_choice(entries, "kind", EntityKind, None), _text_at(entries, "form"))


def _tags(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, '“tags:” is not a list; write ["one", "two"]')
    return tuple(_text(item) for item in node.items)


def _choice(entries: Entries, name: str, choices: type[_Choice], default: _Choice | None) -> _Choice:
    value = _text_at(entries, name)
    if not value and default is not None:
        return default
    if value not in list(choices):
        allowed = ", ".join(choices)
        raise MalformedError(_place_of(entries, name), f"“{name}” cannot be “{value}”; write one of {allowed}")
    return choices(value)


def _entries(node: Node) -> Entries:
    if not isinstance(node, Entries):
        raise MalformedError(node.place, "lines of the form “name: text” are expected here")
    return node


def _text(node: Node) -> str:
    if not isinstance(node, Text):
        raise MalformedError(node.place, "text is expected here, not a list or mapping; put it in quotes")
    return node.value


def _text_at(entries: Entries, name: str) -> str:
    node = entries.entries.get(name)
    return str(_text(node)) if node is not None else ""


def _present(entries: Entries, name: str) -> Node | None:
    """The node, unless there is none or nothing stands after its name."""
    node = entries.entries.get(name)
    return None if isinstance(node, Text) and _is_nothing(node) else node


def _is_nothing(node: Text) -> bool:
    return isinstance(node.value, Plain) and node.value in {"", "~", "null"}


def _place_of(entries: Entries, name: str) -> Place:
    node = entries.entries.get(name)
    return node.place if node is not None else entries.place


def _rest(entries: Entries, *known: str) -> dict[str, object]:
    return {key: _plain_value(node) for key, node in entries.entries.items() if key not in known}


def _plain_value(node: Node) -> object:
    match node:
        case Text(value=value):
            return value
        case Items(items=items):
            return tuple(_plain_value(item) for item in items)
        case Entries(entries=entries):
            return {key: _plain_value(value) for key, value in entries.items()}
