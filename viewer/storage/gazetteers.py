"""Loads the lexicon, from a cache where that is of the same gazetteers: parsing YAML takes fifty times as long."""

import marshal
import sys
from pathlib import Path
from typing import Any
from zlib import crc32

from viewer.core.entities.lexicon import Lexicon, compile_lexicon
from viewer.core.entities.word_lists import CommonWords, OfficeWords
from viewer.core.mentions import Rank
from viewer.storage.resources import GAZETTEER_FILES, resource

_FORMAT = 6
"""To be raised with every change of what the cache holds."""
_CACHE_NAME = "gazetteers.marshal"


def load_lexicon(cache_folder: Path | None) -> Lexicon:
    """The lexicon of the gazetteers that come with the program.

    `cache_folder` may be missing or None (no cache). A cache that is unreadable, of other files or of another format
    is rebuilt, and one that cannot be written is done without: neither is worth a message. Raises ViewerError, with
    file and line, where the YAML is wrong.
    """
    return load_from(resource("gazetteers"), cache_folder)


def load_from(folder: Path, cache_folder: Path | None) -> Lexicon:
    """The same from any folder that holds the files."""
    if cache_folder is None:
        return _compiled(folder)
    key = _key(folder)
    cache = cache_folder / _CACHE_NAME
    found = _cached(cache, key)
    if found is None:
        found = _compiled(folder)
        _keep(cache, key, found)
    return found


def _compiled(folder: Path) -> Lexicon:
    from viewer.storage.gazetteer_files import read_gazetteer  # noqa: PLC0415 - not with a warm cache

    return compile_lexicon(read_gazetteer(folder))


def _key(folder: Path) -> str:
    """What tells one state of the YAML from another; empty where a file cannot be read, which reading it will say.

    Sizes and checksums: nobody means to deceive, and hashlib would load all of OpenSSL for it.
    """
    try:
        contents = [(folder / name).read_bytes() for name in GAZETTEER_FILES]
    except OSError:
        return ""
    return "-".join(
        (f"format{_FORMAT}", sys.version, *(f"{len(content):x}.{crc32(content):x}" for content in contents))
    )


def _cached(cache: Path, key: str) -> Lexicon | None:
    try:
        kept, plain = marshal.loads(cache.read_bytes())  # noqa: S302 - the reader's own cache, as bytecode is
        return _from_plain(plain) if kept == key else None
    except (OSError, ValueError, EOFError, TypeError, LookupError, AttributeError):
        return None


def _keep(cache: Path, key: str, lexicon: Lexicon) -> None:
    from viewer.storage.atomic import write_atomically  # noqa: PLC0415 - rarely needed, and 8 ms to import

    data = marshal.dumps((key, _to_plain(lexicon)))  # type: ignore[arg-type]  # tuples of tuples
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(cache, data)
    except OSError:
        return


def _to_plain(lexicon: Lexicon) -> tuple[object, ...]:
    """The lexicon in plain tuples, texts and sets, in the order of the values' fields."""
    phrases, state_names, abbreviations, offices, words = lexicon
    heads = {head: rank.value for head, rank in offices.heads.items()}
    return phrases, state_names, abbreviations, (heads, *offices[1:]), (*words[:-1], dict(words.seasons))


def _from_plain(plain: Any) -> Lexicon:  # noqa: ANN401 - what a file holds
    """The lexicon again; anything but what `_to_plain` makes raises one of the errors `_cached` expects."""
    phrases, state_names, abbreviations, (heads, *office_words), words = plain
    offices = OfficeWords({head: Rank(rank) for head, rank in heads.items()}, *office_words)
    return Lexicon(phrases, state_names, abbreviations, offices, CommonWords(*words))
