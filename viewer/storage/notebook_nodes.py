"""What the parts of a notes file are read with: text, entries, anchors, and the keys this version does not know."""

from typing import Final

from viewer.core.notes import Anchor
from viewer.storage.strict_yaml import Entries, Items, MalformedError, Node, Place, Plain, Text

ANCHOR: Final = ("start", "end", "exact", "prefix", "suffix")
"""The keys of an anchor."""


def anchor_of(entries: Entries) -> Anchor:
    start, end = _position(entries, "start"), _position(entries, "end")
    if end < start:
        raise MalformedError(entries.place, f"an anchor that ends at {end}, before its start at {start}")
    return Anchor(start, end, text_at(entries, "exact"), text_at(entries, "prefix"), text_at(entries, "suffix"))


def _position(entries: Entries, name: str) -> int:
    value = text_at(entries, name)
    if not (value.isascii() and value.isdecimal() and len(value) < 10):  # more would be no text, but a trap
        raise MalformedError(place_of(entries, name), f"“{name}” of an anchor is not a number; write one as {name}: 0")
    return int(value)


def entries_of(node: Node) -> Entries:
    if not isinstance(node, Entries):
        raise MalformedError(node.place, "lines of the form “name: text” are expected here")
    return node


def text_of(node: Node) -> str:
    if not isinstance(node, Text):
        raise MalformedError(node.place, "text is expected here, not a list or mapping; put it in quotes")
    return node.value


def text_at(entries: Entries, name: str) -> str:
    node = entries.entries.get(name)
    return str(text_of(node)) if node is not None else ""


def present(entries: Entries, name: str) -> Node | None:
    """The node, unless there is none or nothing stands after its name."""
    node = entries.entries.get(name)
    return None if isinstance(node, Text) and is_nothing(node) else node


def is_nothing(node: Text) -> bool:
    return isinstance(node.value, Plain) and node.value in {"", "~", "null"}


def place_of(entries: Entries, name: str) -> Place:
    node = entries.entries.get(name)
    return node.place if node is not None else entries.place


def rest(entries: Entries, *known: str) -> dict[str, object]:
    return {key: plain_value(node) for key, node in entries.entries.items() if key not in known}


def plain_value(node: Node) -> object:
    match node:
        case Text(value=value):
            return value
        case Items(items=items):
            return tuple(plain_value(item) for item in items)
        case Entries(entries=entries):
            return {key: plain_value(value) for key, value in entries.items()}
