"""Reads the gazetteers' YAML strictly: every scalar is text, and a mistake is named with its file and line."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from viewer.core.entities.gazetteer import Gazetteer, OrganisationEntry, PlaceEntry, StateEntry
from viewer.core.entities.lexicon import WORD
from viewer.core.entities.word_lists import CommonWords, OfficeWords
from viewer.core.errors import ViewerError
from viewer.core.folding import fold
from viewer.core.mentions import Rank
from viewer.storage.resources import GAZETTEER_FILES, own_files

if TYPE_CHECKING:
    from yaml import Node

_SEQUENCE, _MAPPING = "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"

_STATE_LISTS = ("official", "adjectives", "demonyms", "abbreviations", "former", "metonyms", "capital")
_PLACE_KINDS = {"regions": "region", "seas": "sea", "cities": "city"}
_EDTF_SEASONS = range(21, 25)
_OFFICE_LISTS = ("heads", "modifiers", "deputies", "portfolios", "honorifics", "particles", "of_one_state")
_WORD_LISTS = (
    *("bodies", "documents", "after_names", "events", "event_kinds", "event_order", "openers", "never_names"),
    *("treaties", "other_abbreviations"),
)
T = TypeVar("T")


class _At:
    """A node of a YAML file, and the ways to take it as what it should be."""

    __slots__ = ("_file", "node")

    def __init__(self, file: Path, node: "Node") -> None:
        self._file = file
        self.node = node

    def wrong(self, why: str) -> ViewerError:
        return ViewerError(f"{self._file.name}, line {self.node.start_mark.line + 1}: {why}")

    def text(self) -> str:
        """The text, on one line; it has at least one letter or figure, by which it can be found in a document."""
        value = self.node.value
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("expected a text")
        if not WORD.search(value):
            raise self.wrong(f"“{value.strip()}” has neither a letter nor a figure")
        return " ".join(value.split())

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
    """The gazetteer of a folder that holds every file of one. Raises ViewerError with file and line."""
    states, organisations, places, offices, words, given_names = (_root(folder / name) for name in GAZETTEER_FILES)
    return Gazetteer(
        _states(states),
        _organisations(organisations),
        _places(places),
        _offices(offices, whole=True)._replace(given_names=_given_names(given_names)),
        _words(words, whole=True),
    )


def read_own_gazetteer(folder: Path) -> tuple[Gazetteer, tuple[str, ...]]:
    """The reader's own gazetteer, of the same files, and what is wrong with those that had to be left out.

    A file may be missing, hold nothing but remarks, or hold some of the lists only. One with a mistake is left out
    whole: half of it might mean something else.
    """
    mistakes = list(_not_read(folder))

    def part(name: str, read: Callable[[_At], T], nothing: T) -> T:
        try:
            return read(_root(folder / name)) if _says_something(folder / name) else nothing
        except ViewerError as error:
            mistakes.append(str(error))
            return nothing

    offices = part("offices.yaml", _offices, OfficeWords())
    no_names: frozenset[str] = frozenset()
    given_names = part("given_names.yaml", _given_names, no_names)
    gazetteer = Gazetteer(
        part("states.yaml", _states, ()),
        part("organisations.yaml", _organisations, ()),
        part("places.yaml", _places, ()),
        offices._replace(given_names=given_names),
        part("words.yaml", _words, CommonWords()),
    )
    return gazetteer, tuple(mistakes)


def _not_read(folder: Path) -> Iterator[str]:
    """What stands in the folder's place, or in it, and cannot be read as a gazetteer."""
    if folder.exists() and not folder.is_dir():
        yield f"{folder} is a file, and should be a folder"
    try:
        files = own_files(folder)
    except OSError as error:
        yield f"The folder {folder} cannot be read: {error.strerror}"
        return
    for file in files:
        if file.name not in GAZETTEER_FILES:
            yield f"{file.name}: none of the files that are read, which are {', '.join(GAZETTEER_FILES)}"
        elif not file.is_file():
            yield f"{file.name}: not a file that can be read"


def _says_something(file: Path) -> bool:
    """Whether there is such a file with more than remarks in it; one that cannot be read has something to say."""
    try:
        lines = file.read_bytes().removeprefix(BOM_UTF8).splitlines() if file.is_file() else []
    except OSError:
        return True
    return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)


def _root(file: Path) -> _At:
    import yaml  # noqa: PLC0415 - with a warm cache YAML is never needed

    from viewer.storage.strict_yaml import MalformedError, parse_entries  # noqa: PLC0415 - as above

    try:
        text = file.read_text(encoding="utf-8-sig")
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


def _states(root: _At) -> tuple[StateEntry, ...]:
    return tuple(_state(key, value) for key, value in root.pairs())


def _state(key: _At, value: _At) -> StateEntry:
    iso = _iso(key)
    fields = value.fields("name", *_STATE_LISTS)
    if "name" not in fields:
        raise key.wrong(f"“{iso}” has no name")
    return StateEntry(iso, fields["name"].text(), *(_texts(fields, name) for name in _STATE_LISTS))


def _organisations(root: _At) -> tuple[OrganisationEntry, ...]:
    return tuple(_organisation(key, value) for key, value in root.pairs())


def _organisation(key: _At, value: _At) -> OrganisationEntry:
    fields = value.fields("abbreviation", "other")
    return OrganisationEntry(key.text(), _texts(fields, "abbreviation"), _texts(fields, "other"))


def _places(root: _At) -> tuple[PlaceEntry, ...]:
    fields = root.fields(*_PLACE_KINDS)
    return tuple(place for name, entries in fields.items() for place in _places_of(_PLACE_KINDS[name], entries))


def _places_of(kind: str, entries: _At) -> Iterator[PlaceEntry]:
    for entry in entries.items():
        if isinstance(entry.node.value, str):
            yield PlaceEntry(entry.text(), kind)
        else:
            for key, others in entry.pairs():
                yield PlaceEntry(key.text(), kind, others.texts())


def _fields(root: _At, names: tuple[str, ...], *, whole: bool) -> dict[str, _At]:
    """The fields of those names; where the whole is asked for, each must be there."""
    fields = root.fields(*names)
    missing = [name for name in names if name not in fields]
    if whole and missing:
        raise root.wrong(f"“{missing[0]}” is missing")
    return fields


def _texts(fields: dict[str, _At], name: str) -> tuple[str, ...]:
    return fields[name].texts() if name in fields else ()


def _offices(root: _At, *, whole: bool = False) -> OfficeWords:
    fields = _fields(root, _OFFICE_LISTS, whole=whole)
    return OfficeWords(
        {key.text(): _rank(value) for key, value in fields["heads"].pairs()} if "heads" in fields else {},
        frozenset(_texts(fields, "modifiers")),
        frozenset(_texts(fields, "deputies")),
        frozenset(_texts(fields, "portfolios")),
        _texts(fields, "honorifics"),
        frozenset(_texts(fields, "particles")),
        of_one_state=_codes(fields["of_one_state"]) if "of_one_state" in fields else {},
    )


def _codes(root: _At) -> dict[str, str]:
    return {key.text(): _iso(value) for key, value in root.pairs()}


def _iso(value: _At) -> str:
    iso = value.text()
    if len(iso) != 2 or not (iso.isascii() and iso.isupper()):
        raise value.wrong(f"“{iso}” is no ISO 3166-1 alpha-2 code")
    return iso


def _given_names(root: _At) -> frozenset[str]:
    return frozenset(map(fold, _fields(root, ("given_names",), whole=True)["given_names"].texts()))


def _rank(value: _At) -> Rank:
    if value.text() not in set(Rank):
        raise value.wrong(f"“{value.text()}” is none of {', '.join(Rank)}")
    return Rank(value.text())


def _words(root: _At, *, whole: bool = False) -> CommonWords:
    fields = _fields(root, (*_WORD_LISTS, "seasons"), whole=whole)
    return CommonWords(
        _texts(fields, "bodies"),
        _texts(fields, "documents"),
        frozenset(_texts(fields, "after_names")),
        _texts(fields, "events"),
        frozenset(_texts(fields, "event_kinds")),
        frozenset(_texts(fields, "event_order")),
        frozenset(_texts(fields, "openers")),
        frozenset(_texts(fields, "never_names")),
        frozenset(_texts(fields, "treaties")),
        frozenset(_texts(fields, "other_abbreviations")),
        {key.text(): _season(value) for key, value in fields["seasons"].pairs()} if "seasons" in fields else {},
    )


def _season(value: _At) -> int:
    if not value.text().isdecimal() or int(value.text()) not in _EDTF_SEASONS:
        raise value.wrong("expected a season of EDTF, 21 to 24")
    return int(value.text())
