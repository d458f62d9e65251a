"""Writes notes as the text of a notes file, in an order and a spelling that do not change without need."""

from collections.abc import Mapping

from viewer.core.notes import Corrections, EntityPointer, Note
from viewer.storage.corrections_text import anchor_entries, correction_values
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import FORMAT
from viewer.storage.strict_yaml import Plain
from viewer.storage.yaml_text import OneLine, Prose, block

_HEADER = """\
# Notes of Communiqué. You may edit this file by hand.
# One note per "- id:". Keep the ids.
"""


def new_file(document: DocumentBlock) -> str:
    """The text of a new notes file without notes."""
    frame = block(frame_values(document, Corrections(), {}, any_notes=False), "")
    return _HEADER + "".join(f"{line}\n" for line in frame)


def frame_values(
    document: DocumentBlock, corrections: Corrections, extra: Mapping[str, object], *, any_notes: bool
) -> dict[str, object]:
    """All of a file but its notes, which stand below the last entry."""
    block = {"id": document.id, "title": document.title, "path": document.path, "text_sha256": document.text_sha256}
    corrected = correction_values(corrections)
    return {
        "format": Plain(FORMAT),
        "document": block | dict(document.extra),
        **extra,
        **({"corrections": corrected} if corrected else {}),
        "notes": Plain("") if any_notes else (),
    }


def note_values(note: Note) -> dict[str, object]:
    """A note as the entries of a file."""
    extra = dict(note.extra)
    more_of_entity, more_of_anchor = _part(extra.pop("entity", None)), _part(extra.pop("anchor", None))
    values: dict[str, object] = {
        "id": note.id,
        "scope": str(note.scope),
        "created": note.created,
        "changed": note.changed,
        "colour": str(note.colour),
        "tags": OneLine(note.tags),
    }
    if note.conflict_of:
        values["conflict_of"] = note.conflict_of
    if note.entity:
        values["entity"] = _pointer(note.entity) | more_of_entity
    if note.anchor:
        values["anchor"] = anchor_entries(note.anchor) | more_of_anchor
    return values | {"body": Prose(note.body)} | extra


def _pointer(pointer: EntityPointer) -> dict[str, object]:
    return {"kind": str(pointer.kind), "form": pointer.form}


def _part(extra: object) -> dict[str, object]:
    return dict(extra) if isinstance(extra, dict) else {}
