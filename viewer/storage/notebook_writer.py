"""Writes notes as the text of a notes file, in an order and a spelling that do not change without need."""

from collections.abc import Iterator, Mapping

from viewer.core.notes import EntityPointer, Note, Notebook
from viewer.storage.corrections_text import anchor_entries, correction_lines
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import FORMAT
from viewer.storage.yaml_text import block, flow_list, literal, quoted

_HEADER = """\
# Notes of Communiqué. You may edit this file by hand, while the program is not running.
# One note per "- id:". Keep the ids.
"""


def write_notebook(document: DocumentBlock, notebook: Notebook, extra: Mapping[str, object]) -> str:
    """The text of a notes file, with the keys this version does not know at the end of each part."""
    return _HEADER + "".join(f"{line}\n" for line in _lines(document, notebook, extra))


def _lines(document: DocumentBlock, notebook: Notebook, extra: Mapping[str, object]) -> Iterator[str]:
    yield f"format: {FORMAT}"
    yield "document:"
    yield f"  id: {quoted(document.id)}"
    yield f"  title: {quoted(document.title)}"
    yield f"  path: {quoted(document.path)}"
    yield f"  text_sha256: {quoted(document.text_sha256)}"
    yield from block(document.extra, "  ")
    yield from block(extra, "")
    yield from correction_lines(notebook.corrections)
    yield "notes:" if notebook.notes else "notes: []"
    for note in notebook.notes:
        yield from _note_lines(note)


def _note_lines(note: Note) -> Iterator[str]:
    extra = dict(note.extra)
    yield f"- id: {quoted(note.id)}"
    yield f"  scope: {quoted(note.scope)}"
    yield f"  created: {quoted(note.created)}"
    yield f"  changed: {quoted(note.changed)}"
    yield f"  colour: {quoted(note.colour)}"
    yield f"  tags: {flow_list(note.tags)}"
    more_of_entity, more_of_anchor = _part(extra.pop("entity", None)), _part(extra.pop("anchor", None))
    if note.entity:
        yield from block({"entity": _pointer(note.entity) | more_of_entity}, "  ")
    if note.anchor:
        yield from block({"anchor": anchor_entries(note.anchor) | more_of_anchor}, "  ")
    yield f"  body: {literal(note.body, '    ')}"
    yield from block(extra, "  ")


def _pointer(pointer: EntityPointer) -> dict[str, object]:
    return {"kind": str(pointer.kind), "form": pointer.form}


def _part(extra: object) -> dict[str, object]:
    return dict(extra) if isinstance(extra, dict) else {}
