"""Changes some values in a piece of YAML and leaves every other character as it is: comments, spelling, line ends."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from viewer.storage.strict_yaml import Entries, Extent, Items, Node, Plain, Text
from viewer.storage.yaml_text import entry, scalar, value_lines

_LINE_END = re.compile(r"\r\n|\n|\r")


class _Edit(NamedTuple):
    """What to put in the place of a stretch of the text."""

    start: int
    end: int
    text: str


def edited(text: str, node: Entries, old: Mapping[str, object], new: Mapping[str, object]) -> str:
    """The text, in which `node` was read with the `old` values, with the `new` ones.

    Of a mapping, only the entries that differ are written anew; new ones stand where a new file would have them. The
    node must be written in lines of its own, not between braces.
    """
    for edit in sorted(_edits(text, node, old, new), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def line_start(text: str, position: int) -> int:
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def line_end(text: str, position: int) -> int:
    """Where the line of a position ends, with its line end; a line end just before the position ends it already."""
    if position and text[position - 1] in "\r\n":
        return position
    found = _LINE_END.search(text, position)
    return found.end() if found else len(text)


def in_lines(text: str, lines: Iterable[str]) -> str:
    """The lines as the text would have them, each with its line end."""
    found = _LINE_END.search(text)
    end = found[0] if found else "\n"
    return "".join(f"{line}{end}" for line in lines)


def after_line(text: str, position: int) -> str:
    """What must stand before a line that is put in at a position: a line end, where the file ends without one."""
    return in_lines(text, [""]) if position and text[position - 1] not in "\r\n" else ""


def end_of(node: Node) -> int:
    """Where the last word of a node ends: the parser counts the comments after a list or mapping to it."""
    if isinstance(node, Text) or node.extent.flow:
        return node.extent.end
    inner = node.items if isinstance(node, Items) else tuple(node.entries.values())
    return end_of(inner[-1]) if inner else node.extent.end


def _edits(text: str, node: Entries, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[_Edit]:
    first = min(node.keys.values())
    indent = " " * (first - line_start(text, first))
    for key, child in node.entries.items():
        start = node.keys[key]
        if key not in new:
            yield _Edit(line_start(text, start), line_end(text, end_of(child)), "")
        elif key not in old or old[key] != new[key]:
            yield from _entry_edits(text, start, child, (key, old.get(key), new[key]), indent)
    for last, keys in _added(node, old, new).items():
        end = line_end(text, end_of(node.entries[last]))
        lines = (line for key in keys for line in entry(key, new[key], indent))
        yield _Edit(end, end, after_line(text, end) + in_lines(text, lines))


def _added(node: Entries, old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, list[str]]:
    """The entries that the file has not, each after the one of its own that comes before it; the first after the first.

    Without those that go without saying, as before.
    """
    last = next(iter(node.entries))
    found: dict[str, list[str]] = {}
    for key, value in new.items():
        if key in node.entries:
            last = key
        elif key not in old or old[key] != value:
            found.setdefault(last, []).append(key)
    return found


def _entry_edits(
    text: str, key_start: int, child: Node, change: tuple[str, object, object], indent: str
) -> Iterator[_Edit]:
    """The edits that give one entry another value."""
    key, old, new = change
    match child, old, new:
        case Entries(extent=Extent(flow=False)), Mapping(), Mapping() if new:
            yield from _edits(text, child, old, new)
            return
    first, *more = value_lines(new, indent)
    start, end = child.extent.start, child.extent.end
    if not first or not (isinstance(child, Text) or child.extent.flow):
        name = f"{scalar(Plain(key) or key)}: {first}".rstrip(" ")
        yield _Edit(key_start, line_end(text, end_of(child)), in_lines(text, (name, *more)))
    elif not child.extent.flow:  # its lines reach to the last line end
        yield _Edit(start, end, in_lines(text, (first, *more)))
    else:
        yield _Edit(start, end, " " * (text[start - 1] == ":") + first)
        if more:
            after = line_end(text, end)
            yield _Edit(after, after, after_line(text, after) + in_lines(text, more))
