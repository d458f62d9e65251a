"""Reads the part of YAML that notes and gazetteers are written in: mappings, lists and text, each with its place.

Whatever else YAML has can only be an accident here, or an attack: aliases, tags, merge keys, further documents.
Nothing is taken for a number, a date or a truth value: `no` and `12:30` stay what was typed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn, Self

import yaml

from viewer.core.errors import ViewerError

_DEEPEST = 12
_TOO_DEEP = f"more than {_DEEPEST} levels, one inside the other"
_LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml reads ahead, and may reach its own limit before ours
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is not in every build of PyYAML

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
# What YAML itself does not allow. Control characters in a note are written as escapes.
_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")


class Plain(str):
    """A text that stood in the file without quotes; it is written back without them."""

    __slots__ = ()


class Place(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class MalformedError(ViewerError):
    """The file is not what it should be at `place`."""

    def __init__(self, place: Place, problem: str) -> None:
        super().__init__(f"line {place.line}, column {place.column}: {problem}")
        self.place = place


class Extent(NamedTuple):
    """Where a node stands in the text, in code points; `flow` where it is written between brackets or in quotes."""

    start: int
    end: int
    flow: bool


class Text(NamedTuple):
    place: Place
    value: str
    extent: Extent


class Items(NamedTuple):
    place: Place
    items: "tuple[Node, ...]"
    extent: Extent


class Entries(NamedTuple):
    """`keys` says where each name begins."""

    place: Place
    entries: "dict[str, Node]"
    keys: dict[str, int]
    extent: Extent


Node = Text | Items | Entries


def parse_entries(text: str) -> Entries:
    """The mapping the file holds. Raises MalformedError for anything that is not the YAML described above."""
    _check_characters(text)
    with _Events(text) as events:
        root = events.root()
        found = events.mapping(root)
        events.end()
    return found


def parse_items(text: str) -> Items:
    """The list that a piece of a file holds. Raises MalformedError as `parse_entries` does."""
    _check_characters(text)
    with _Events(text) as events:
        root = events.first()
        if not isinstance(root, yaml.SequenceStartEvent):
            raise MalformedError(_place(root), "expected a list, each item behind a “-”")
        found = events.sequence(root)
        events.end()
    return found


def iterate_entries(text: str) -> Iterator[tuple[str, Node]]:
    """The entries at the top of a file, each read only when asked for, so that the beginning of a file suffices."""
    with _Events(text) as events:
        for key, _, node in events.entries(events.root()):
            yield key, node


def _check_characters(text: str) -> None:
    if marker := _CONFLICT.search(text):
        raise MalformedError(_place_of(text, marker.start()), "a conflict of versions that was never settled")
    if wrong := _NOT_ALLOWED.search(text):
        raise MalformedError(_place_of(text, wrong.start()), f"the character U+{ord(wrong[0]):04X}, which is not text")


class _Events:
    """The events of PyYAML's parser, made into nodes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._loader = _LOADER(text)
        self._depth = 0
        self._end = 0  # of the collection that was read last

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._loader.dispose()

    def first(self) -> yaml.Event:
        """The event that opens what the text holds."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise MalformedError(Place(1, 1), "the file is empty")
        return self._next()

    def root(self) -> yaml.Event:
        """The event that opens the top-level mapping."""
        if not isinstance(event := self.first(), yaml.MappingStartEvent):
            raise MalformedError(_place(event), "expected names and values, as in “format: 1”")
        return event

    def end(self) -> None:
        """Makes sure that nothing follows."""
        self._next()  # the document ends
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise MalformedError(_place(event), "a second YAML document; keep only one")

    def entries(self, start: yaml.Event) -> Iterator[tuple[str, int, Node]]:
        """The entries of the mapping that `start` opens, each with the place where its name begins."""
        self._descend(start)
        seen = set()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            if key in seen:
                raise MalformedError(_place(event), f"“{key}” stands here for the second time; keep one")
            seen.add(key)
            yield key, _index(event.start_mark), self._node(self._next())
        self._end = _index(event.end_mark)
        self._depth -= 1

    def mapping(self, start: yaml.Event) -> Entries:
        """The mapping that `start` opens."""
        found: dict[str, Node] = {}
        keys: dict[str, int] = {}
        for key, at, node in self.entries(start):
            found[key], keys[key] = node, at
        return Entries(_place(start), found, keys, self._extent(start))

    def sequence(self, start: yaml.Event) -> Items:
        """The list that `start` opens."""
        return Items(_place(start), tuple(self._items(start)), self._extent(start))

    def _extent(self, start: yaml.Event) -> Extent:
        """From the event to the end of the collection that was read last."""
        return Extent(_index(start.start_mark), self._end, bool(getattr(start, "flow_style", False)))

    def _node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            flow = event.style not in ("|", ">")
            return Text(
                _place(event), self._value(event), Extent(_index(event.start_mark), _index(event.end_mark), flow)
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event)
        return self.sequence(event)

    def _value(self, event: yaml.ScalarEvent) -> str:
        if _HALF.search(event.value):  # libyaml refuses this by itself
            raise MalformedError(_place(event), "half a character (\\ud800 to \\udfff)")
        return event.value if event.style else Plain(event.value)

    def _items(self, start: yaml.Event) -> Iterator[Node]:
        self._descend(start)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event)
        self._end = _index(event.end_mark)
        self._depth -= 1

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise MalformedError(_place(event), "a list or mapping in the place of a name")
        if event.value == "<<" and not event.style:
            raise MalformedError(_place(event), "a merge key (<<); write the entries out")
        if event.value != event.value.strip():
            raise MalformedError(_place(event), "a name that begins with a special space; indent with ordinary spaces")
        return event.value

    def _descend(self, start: yaml.Event) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise MalformedError(_place(start), _TOO_DEEP)

    def _next(self) -> yaml.Event:
        try:
            event: yaml.Event = self._loader.get_event()
        except yaml.YAMLError as error:
            _explain(self._text, error)
        except (OverflowError, ValueError) as error:  # of PyYAML's own scanner, which makes a character of any number
            place = _place_at(self._loader.get_mark())
            raise MalformedError(place, "an escape (\\U) for what is no character") from error
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise MalformedError(_place(event), "an anchor or alias (& or *); put text that begins so in quotes")
        if getattr(event, "tag", None):
            raise MalformedError(_place(event), "a tag (!); put text that begins so in quotes")
        return event


def _explain(text: str, error: yaml.YAMLError) -> NoReturn:
    place = _place_at(getattr(error, "problem_mark", None))
    if _character_at(text, place) == "\t":
        raise MalformedError(place, "a tab; indent with spaces") from error
    problem = getattr(error, "problem", None) or "not YAML"
    raise MalformedError(place, _TOO_DEEP if problem == _LIBYAML_TOO_DEEP else problem) from error


def _character_at(text: str, place: Place) -> str:
    lines = text.splitlines()
    return lines[place.line - 1][place.column - 1 : place.column] if place.line <= len(lines) else ""


def _place(event: yaml.Event) -> Place:
    return _place_at(event.start_mark)


def _place_at(mark: object) -> Place:
    """The place of a mark of PyYAML or of libyaml, which have no class in common; the beginning without one."""
    return Place(getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1)


def _index(mark: object) -> int:
    """The code point a mark stands at."""
    index: int = getattr(mark, "index", 0)
    return index


def _place_of(text: str, position: int) -> Place:
    before = text[:position]
    return Place(before.count("\n") + 1, position - before.rfind("\n"))
