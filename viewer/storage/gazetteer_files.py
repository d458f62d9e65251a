"""Reads the gazetteers' YAML strictly: every scalar is text, and a mistake is named with its file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.entities.gazetteer import Gazetteer, OrganisationEntry, PlaceEntry, StateEntry
from viewer.core.entities.word_lists import CommonWords, OfficeWords
from viewer.core.errors import ViewerError
from viewer.core.folding import fold
from viewer.core.mentions import Rank
from viewer.storage.resources import GAZETTEER_FILES

if TYPE_CHECKING:
    from yaml import Node

_SEQUENCE, _MAPPING = "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"

_STATE_LISTS = ("official", "adjectives", "demonyms", "abbreviations", "former", "metonyms", "capital")
_PLACE_KINDS = {"regions": "region", "seas": "sea", "cities": "city"}
_EDTF_SEASONS = range(21, 25)


class _At:
    """A node of a YAML file, and the ways to take it as what it should be."""

    __slots__ = ("_file", "node")

    def __init__(self, file: Path, node: "Node") -> None:
        self._file = file
        self.node = node

    def wrong(self, why: str) -> ViewerError:
        return ViewerError(f"{self._file.name}, line {self.node.start_mark.line + 1}: {why}")

    def text(self) -> str:
        value = self.node.value
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("expected a text")
        return value

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one text as a list of one."""
        if isinstance(self.node.value, str):
            return (self.text(),)
        return tuple(item.text() for item in self.items())

    def items(self) -> Iterator["_At"]:
        if self.node.tag != _SEQUENCE:
            raise self.wrong("expected a list")
        for node in self.node.value:
            yield _At(self._file, node)

    def pairs(self) -> Iterator[tuple["_At", "_At"]]:
        if self.node.tag != _MAPPING:
            raise self.wrong("expected keys and values")
        for key, value in self.node.value:
            yield _At(self._file, key), _At(self._file, value)

    def fields(self, *allowed: str) -> dict[str, "_At"]:
        found = {}
        for key, value in self.pairs():
            if key.text() not in allowed:
                raise key.wrong(f"“{key.text()}” is none of {', '.join(allowed)}")
            found[key.text()] = value
        return found


def read_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer of a folder with the files of the gazetteer. Raises ViewerError with file and line."""
    states, organisations, places, offices, words, given_names = (_root(folder / name) for name in GAZETTEER_FILES)
    return Gazetteer(
        tuple(_state(key, value) for key, value in states.pairs()),
        tuple(_organisation(key, value) for key, value in organisations.pairs()),
        tuple(_places(places)),
        _offices(offices, given_names),
        _words(words),
    )


def _root(file: Path) -> _At:
    import yaml  # noqa: PLC0415 - with a warm cache YAML is never needed

    from viewer.storage.strict_yaml import MalformedError, parse_entries  # noqa: PLC0415 - as above

    try:
        text = file.read_text(encoding="utf-8")
        parse_entries(text)  # refuses what the notes may not have either: aliases, tags, a name that stands twice
    except OSError as error:
        raise ViewerError(f"The gazetteer {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ViewerError(f"{file.name}: not valid UTF-8 at byte {error.start}") from error
    except MalformedError as error:
        raise ViewerError(f"{file.name}, {error}") from error
    node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    assert node is not None  # parse_entries refuses an empty file
    return _At(file, node)


def _state(key: _At, value: _At) -> StateEntry:
    iso = key.text()
    if len(iso) != 2 or not (iso.isascii() and iso.isupper()):
        raise key.wrong(f"“{iso}” is no ISO 3166-1 alpha-2 code")
    fields = value.fields("name", *_STATE_LISTS)
    if "name" not in fields:
        raise key.wrong(f"“{iso}” has no name")
    lists = (fields[name].texts() if name in fields else () for name in _STATE_LISTS)
    return StateEntry(iso, fields["name"].text(), *lists)


def _organisation(key: _At, value: _At) -> OrganisationEntry:
    fields = value.fields("abbreviation", "other")
    lists = (fields[name].texts() if name in fields else () for name in ("abbreviation", "other"))
    return OrganisationEntry(key.text(), *lists)


def _places(root: _At) -> Iterator[PlaceEntry]:
    for name, entries in root.fields(*_PLACE_KINDS).items():
        for entry in entries.items():
            if isinstance(entry.node.value, str):
                yield PlaceEntry(entry.text(), _PLACE_KINDS[name])
            else:
                for key, others in entry.pairs():
                    yield PlaceEntry(key.text(), _PLACE_KINDS[name], others.texts())


def _required(root: _At, *names: str) -> dict[str, _At]:
    fields = root.fields(*names)
    for name in names:
        if name not in fields:
            raise root.wrong(f"“{name}” is missing")
    return fields


def _offices(root: _At, given_names: _At) -> OfficeWords:
    fields = _required(root, "heads", "modifiers", "deputies", "portfolios", "honorifics", "particles")
    heads = {key.text(): _rank(value) for key, value in fields["heads"].pairs()}
    return OfficeWords(
        heads,
        frozenset(fields["modifiers"].texts()),
        frozenset(fields["deputies"].texts()),
        frozenset(fields["portfolios"].texts()),
        fields["honorifics"].texts(),
        frozenset(fields["particles"].texts()),
        frozenset(map(fold, _required(given_names, "given_names")["given_names"].texts())),
    )


def _rank(value: _At) -> Rank:
    if value.text() not in set(Rank):
        raise value.wrong(f"“{value.text()}” is none of {', '.join(Rank)}")
    return Rank(value.text())


def _words(root: _At) -> CommonWords:
    lists = ("bodies", "documents", "after_names", "events", "event_kinds", "event_order", "openers", "never_names")
    fields = _required(root, *lists, "seasons")
    return CommonWords(
        fields["bodies"].texts(),
        fields["documents"].texts(),
        frozenset(fields["after_names"].texts()),
        fields["events"].texts(),
        frozenset(fields["event_kinds"].texts()),
        frozenset(fields["event_order"].texts()),
        frozenset(fields["openers"].texts()),
        frozenset(fields["never_names"].texts()),
        {key.text(): _season(value) for key, value in fields["seasons"].pairs()},
    )


def _season(value: _At) -> int:
    if not value.text().isdecimal() or int(value.text()) not in _EDTF_SEASONS:
        raise value.wrong("expected a season of EDTF, 21 to 24")
    return int(value.text())
