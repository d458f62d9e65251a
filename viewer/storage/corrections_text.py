"""Reads and writes what a notes file says of the reader's corrections."""

from collections.abc import Mapping, Sequence

from viewer.core.edition import EDITABLE
from viewer.core.notes import Anchor, Corrections, RepairPointer
from viewer.storage.notebook_nodes import (
    ANCHOR,
    anchor_of,
    entries_of,
    is_nothing,
    plain_value,
    present,
    rest,
    text_at,
    text_of,
)
from viewer.storage.strict_yaml import Entries, Items, MalformedError, Node, Plain, Text
from viewer.storage.yaml_text import OneLine

_IDENTITY = "identity"
_KINDS = "switched_off_kinds"
_ON = "switched_on"
_OFF = "switched_off"


def read_corrections(node: Node | None) -> Corrections:
    """The corrections of a file. Raises MalformedError where they are not such.

    Fields and repairs that this version does not know are kept with the others, what else it does not know beside.
    """
    if node is None:
        return Corrections()
    entries = entries_of(node)
    extra = rest(entries, _IDENTITY, "encoding", _KINDS, _ON, _OFF)
    identity, others = _identity(present(entries, _IDENTITY))
    if others:
        extra[_IDENTITY] = others
    return Corrections(
        identity,
        _repairs(entries, _OFF),
        _text_or_nothing(entries, "encoding"),
        extra,
        _kinds(present(entries, _KINDS)),
        _repairs(entries, _ON),
    )


def correction_values(corrections: Corrections) -> dict[str, object]:
    """The corrections as the entries of a file; none where there are none."""
    extra = dict(corrections.extra)
    others = extra.pop(_IDENTITY, None)
    fields = {**corrections.identity, **(others if isinstance(others, Mapping) else {})}
    values = {
        _IDENTITY: fields,
        "encoding": corrections.encoding,
        _KINDS: OneLine(corrections.switched_off_kinds),
        _ON: _repair_values(corrections.switched_on),
        _OFF: _repair_values(corrections.switched_off),
    }
    return {name: value for name, value in values.items() if value} | extra


def _repair_values(repairs: Sequence[RepairPointer]) -> tuple[dict[str, object], ...]:
    return tuple({"kind": one.kind, **anchor_entries(one.anchor), **one.extra} for one in repairs)


def anchor_entries(anchor: Anchor) -> dict[str, object]:
    """An anchor as the entries of a file."""
    return {
        "start": Plain(str(anchor.start)),
        "end": Plain(str(anchor.end)),
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _identity(node: Node | None) -> tuple[dict[str, str], dict[str, object]]:
    """The fields, and those of them that are no text in a version after this one."""
    entries = entries_of(node).entries if node is not None else {}
    others = {
        name: plain_value(field)
        for name, field in entries.items()
        if name not in EDITABLE and not isinstance(field, Text)
    }
    return {name: _written(name, field) for name, field in entries.items() if name not in others}, others


def _written(name: str, node: Node) -> str:
    if name not in EDITABLE:
        return text_of(node)  # spelt as it was
    return "" if isinstance(node, Text) and is_nothing(node) else str(text_of(node))


def _text_or_nothing(entries: Entries, name: str) -> str:
    return text_at(entries, name) if present(entries, name) is not None else ""


def _kinds(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, f'“{_KINDS}:” is not a list; write ["joined-line"]')
    return tuple(dict.fromkeys(str(text_of(item)) for item in node.items))


def _repairs(entries: Entries, name: str) -> tuple[RepairPointer, ...]:
    if (node := present(entries, name)) is None:
        return ()
    if not isinstance(node, Items):
        raise MalformedError(node.place, f"“{name}:” is not a list; begin each repair with “- kind:”")
    return tuple(_repair(entries_of(item)) for item in node.items)


def _repair(entries: Entries) -> RepairPointer:
    if not (kind := text_at(entries, "kind")):
        raise MalformedError(entries.place, "a repair without its kind; write it as “- kind: joined-page-break”")
    return RepairPointer(kind, anchor_of(entries), rest(entries, "kind", *ANCHOR))
