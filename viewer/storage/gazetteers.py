"""Loads the gazetteers, from a compiled cache where it is of the same YAML: parsing YAML costs twenty times as much."""

import marshal
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

from viewer.core.entities.gazetteer import (
    CommonWords,
    Gazetteer,
    OfficeWords,
    OrganisationEntry,
    PlaceEntry,
    StateEntry,
)
from viewer.core.entities.lexicon import phrases
from viewer.core.mentions import Rank
from viewer.storage.gazetteer_files import FILES, read_gazetteer
from viewer.storage.resources import resource

_FORMAT = 5
"""To be raised with every change of what the cache holds."""
_CACHE_NAME = "gazetteers.marshal"


def load_gazetteer(cache_folder: Path | None) -> Gazetteer:
    """The gazetteers that come with the program.

    `cache_folder` may be missing or None (no cache). A cache that is unreadable, of other files or of another format
    is rebuilt, and one that cannot be written is done without: neither is worth a message. Raises ViewerError, with
    file and line, where the YAML is wrong.
    """
    return load_from(resource("gazetteers"), cache_folder)


def load_from(folder: Path, cache_folder: Path | None) -> Gazetteer:
    """The same from any folder that holds the files."""
    if cache_folder is None:
        return read_gazetteer(folder)
    key = _key(folder)
    cache = cache_folder / _CACHE_NAME
    found = _cached(cache, key)
    if found is None:
        found = read_gazetteer(folder)
        found = found._replace(phrases=phrases(found))
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
    return "-".join(
        (f"format{_FORMAT}", sys.version, *(f"{len(content):x}.{crc32(content):x}" for content in contents))
    )


def _cached(cache: Path, key: str) -> Gazetteer | None:
    try:
        kept, plain = marshal.loads(cache.read_bytes())  # noqa: S302 - the reader's own cache, as bytecode is
        return _from_plain(plain) if kept == key else None
    except (OSError, ValueError, EOFError, TypeError, LookupError, AttributeError):
        return None


def _keep(cache: Path, key: str, gazetteer: Gazetteer) -> None:
    from viewer.storage.atomic import write_atomically  # noqa: PLC0415 - rarely needed, and 8 ms to import

    data = marshal.dumps((key, _to_plain(gazetteer)))  # type: ignore[arg-type]  # tuples of tuples
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(cache, data)
    except OSError:
        return


def _to_plain(gazetteer: Gazetteer) -> tuple[object, ...]:
    """The gazetteer in plain tuples, texts and sets, in the order of the values' fields."""
    states, organisations, places, offices, words, known = gazetteer
    rows = (tuple(map(tuple, entries)) for entries in (states, organisations, places))
    heads = {head: rank.value for head, rank in offices.heads.items()}
    return (*rows, (heads, *offices[1:]), (*words[:-1], dict(words.seasons)), dict(known))


def _from_plain(plain: Any) -> Gazetteer:  # noqa: ANN401 - what a file holds
    """The gazetteer again; anything but what `_to_plain` makes raises one of the errors `_cached` expects."""
    states, organisations, places, (heads, *office_words), words, known = plain
    return Gazetteer(
        tuple(map(StateEntry._make, states)),
        tuple(map(OrganisationEntry._make, organisations)),
        tuple(map(PlaceEntry._make, places)),
        OfficeWords({head: Rank(rank) for head, rank in heads.items()}, *office_words),
        CommonWords(*words),
        known,
    )
