"""Loads the gazetteers, from a compiled cache where it is of the same YAML: parsing YAML costs twenty times as much."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TypedDict
from zlib import crc32

from viewer.core.entities.gazetteer import (
    CommonWords,
    Gazetteer,
    OfficeWords,
    OrganisationEntry,
    PlaceEntry,
    StateEntry,
)
from viewer.core.mentions import Rank
from viewer.storage.gazetteer_files import FILES, read_gazetteer
from viewer.storage.resources import resource

_FORMAT = 1
"""To be raised with every change of what the cache holds."""
_CACHE_NAME = "gazetteers.json"


def load_gazetteer(cache_folder: Path | None) -> Gazetteer:
    """The gazetteers that come with the program.

    `cache_folder` may be missing or None (no cache). A cache that is unreadable, of other files or of another format
    is rebuilt, and one that cannot be written is done without: neither is worth a message. Raises ViewerError, with
    file and line, where the YAML is wrong.
    """
    return load_from(resource("gazetteers"), cache_folder)


def load_from(folder: Path, cache_folder: Path | None) -> Gazetteer:
    """The same from any folder that holds the five files."""
    if cache_folder is None:
        return read_gazetteer(folder)
    key = _key(folder)
    cache = cache_folder / _CACHE_NAME
    found = _cached(cache, key)
    if found is None:
        found = read_gazetteer(folder)
        _keep(cache, key, found)
    return found


def _key(folder: Path) -> str:
    """What tells one state of the YAML from another; empty where a file cannot be read, which reading it will say.

    Sizes and checksums: nobody means to deceive, and hashlib would load all of OpenSSL for it.
    """
    try:
        contents = [(folder / name).read_bytes() for name in FILES]
    except OSError:
        return ""
    return "-".join((f"format{_FORMAT}", *(f"{len(content):x}.{crc32(content):x}" for content in contents)))


def _cached(cache: Path, key: str) -> Gazetteer | None:
    import json  # noqa: PLC0415 - not needed before the first frame

    try:
        data = json.loads(cache.read_bytes())
        return _from_plain(data["gazetteer"]) if data["key"] == key else None
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None


def _keep(cache: Path, key: str, gazetteer: Gazetteer) -> None:
    import json  # noqa: PLC0415 - not needed before the first frame

    from viewer.storage.atomic import write_atomically  # noqa: PLC0415 - rarely needed, and 8 ms to import

    data = json.dumps({"key": key, "gazetteer": _to_plain(gazetteer)}, ensure_ascii=False, separators=(",", ":"))
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(cache, data.encode())
    except OSError:
        return


class _Plain(TypedDict):
    """The gazetteer as JSON has it: lists of texts, and rows in the order of the values' fields."""

    states: list[Sequence[str]]
    organisations: list[tuple[str, list[str], list[str]]]
    places: list[tuple[str, str, list[str]]]
    heads: dict[str, str]
    office_words: list[list[str]]
    words: list[list[str]]
    seasons: dict[str, int]


def _to_plain(gazetteer: Gazetteer) -> dict[str, object]:
    offices, words = gazetteer.offices, gazetteer.words
    return {
        "states": [[getattr(state, name) for name in StateEntry._fields] for state in gazetteer.states],
        "organisations": [[one.name, one.abbreviations, one.other] for one in gazetteer.organisations],
        "places": [[place.name, place.kind, place.other] for place in gazetteer.places],
        "heads": dict(offices.heads),
        "office_words": [_listed(getattr(offices, name)) for name in OfficeWords._fields[1:]],
        "words": [_listed(getattr(words, name)) for name in CommonWords._fields[:-1]],
        "seasons": dict(words.seasons),
    }


def _listed(texts: Collection[str]) -> list[str]:
    """The texts in their order; those of a set sorted, so that one gazetteer gives one file."""
    return sorted(texts) if isinstance(texts, frozenset) else list(texts)


def _from_plain(plain: _Plain) -> Gazetteer:
    """The gazetteer from JSON; anything but what `_to_plain` makes raises one of the errors `_cached` expects."""
    return Gazetteer(
        tuple(StateEntry(iso, name, *map(tuple, lists)) for iso, name, *lists in plain["states"]),
        tuple(OrganisationEntry(name, tuple(short), tuple(other)) for name, short, other in plain["organisations"]),
        tuple(PlaceEntry(name, kind, tuple(other)) for name, kind, other in plain["places"]),
        _office_words(plain),
        _common_words(plain),
    )


def _office_words(plain: _Plain) -> OfficeWords:
    modifiers, deputies, portfolios, honorifics, particles, given_names = plain["office_words"]
    return OfficeWords(
        {head: Rank(rank) for head, rank in plain["heads"].items()},
        frozenset(modifiers),
        frozenset(deputies),
        frozenset(portfolios),
        tuple(honorifics),
        frozenset(particles),
        frozenset(given_names),
    )


def _common_words(plain: _Plain) -> CommonWords:
    bodies, documents, after_names, events, kinds, order, openers, never_names = plain["words"]
    return CommonWords(
        tuple(bodies),
        tuple(documents),
        frozenset(after_names),
        tuple(events),
        frozenset(kinds),
        frozenset(order),
        frozenset(openers),
        frozenset(never_names),
        dict(plain["seasons"].items()),
    )
