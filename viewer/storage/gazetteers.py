"""Loads the lexicon, from a cache where that is of the same gazetteers: parsing YAML takes fifty times as long."""

import marshal
import sys
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from viewer.core.entities.lexicon import Lexicon, compile_lexicon
from viewer.core.entities.word_lists import CommonWords, OfficeWords
from viewer.core.mentions import Rank
from viewer.storage.resources import GAZETTEER_FILES, own_files, resource

_FORMAT = 10
"""To be raised with every change of what the cache holds."""
_CACHE_NAME = "gazetteers.marshal"
_OWN_CACHE_NAME = "gazetteers-own.marshal"


class Loaded(NamedTuple):
    """A lexicon, and what is wrong with those of the reader's own files that are left out of it, fit to show."""

    lexicon: Lexicon
    mistakes: tuple[str, ...] = ()


def load_lexicon(cache_folder: Path | None = None, own: Path | None = None) -> Loaded:
    """The lexicon of the gazetteers that come with the program and of the reader's `own` folder of such files.

    `cache_folder` may be missing or None (no cache). A cache that is unreadable, of other files or of another format
    is rebuilt, and one that cannot be written is done without: neither is worth a message. Raises ViewerError, with
    file and line, where the program's own YAML is wrong.
    """
    return load_from(resource("gazetteers"), cache_folder, own)


def load_from(folder: Path, cache_folder: Path | None, own: Path | None = None) -> Loaded:
    """The same from any folder that holds the files."""
    key = _key(folder, own) if cache_folder is not None else ""
    if cache_folder is None or not key:
        return _compiled(folder, own)
    cache = cache_folder / (_OWN_CACHE_NAME if own is not None and stamp_of(own) else _CACHE_NAME)
    found = _cached(cache, key)
    if found is None:
        found = _compiled(folder, own)
        if _key(folder, own) == key:  # unless a file was changed while it was read
            _keep(cache, key, found)
    return found


def stamp_of(own: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of the reader's own files from another, without reading them."""
    try:
        found = [(file.name, file.stat()) for file in own_files(own)]
    except OSError:
        return (("", 0, 0),)  # which reading it will say
    return tuple((name, status.st_size, status.st_mtime_ns) for name, status in found)


def _compiled(folder: Path, own: Path | None) -> Loaded:
    from viewer.storage.gazetteer_files import read_gazetteer, read_own_gazetteer  # noqa: PLC0415 - as the cache has it

    gazetteer = read_gazetteer(folder)
    if own is None:
        return Loaded(compile_lexicon(gazetteer))
    added, mistakes = read_own_gazetteer(own)
    return Loaded(compile_lexicon(gazetteer, added), mistakes)


def _key(folder: Path, own: Path | None) -> str:
    """What tells one state of the YAML from another; empty where a file cannot be read, which reading it will say.

    Sizes and checksums: nobody means to deceive, and hashlib would load all of OpenSSL for it.
    """
    try:
        added = [file for file in own_files(own) if file.is_file()] if own else []
        files = [*(folder / name for name in GAZETTEER_FILES), *added]
        contents = [(file.name, file.read_bytes()) for file in files]
    except OSError:
        return ""
    stamps = (f"{name}.{len(content):x}.{crc32(content):x}" for name, content in contents)
    return "-".join((f"format{_FORMAT}", sys.version, *stamps))


def _cached(cache: Path, key: str) -> Loaded | None:
    try:
        kept, plain, mistakes = marshal.loads(cache.read_bytes())  # noqa: S302 - the reader's own cache, as bytecode is
        return Loaded(_from_plain(plain), mistakes) if kept == key else None
    except (OSError, ValueError, EOFError, TypeError, LookupError, AttributeError):
        return None


def _keep(cache: Path, key: str, loaded: Loaded) -> None:
    from viewer.storage.atomic import write_atomically  # noqa: PLC0415 - rarely needed, and 8 ms to import

    data = marshal.dumps((key, _to_plain(loaded.lexicon), loaded.mistakes))  # type: ignore[arg-type]  # tuples of tuples
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(cache, data)
    except OSError:
        return


def _to_plain(lexicon: Lexicon) -> tuple[object, ...]:
    """The lexicon in plain tuples, texts and sets, in the order of the values' fields."""
    phrases, state_names, abbreviations, offices, words = lexicon
    heads = {head: rank.value for head, rank in offices.heads.items()}
    return (
        phrases,
        state_names,
        abbreviations,
        (heads, *offices[1:-1], dict(offices.of_one_state)),
        (*words[:-1], dict(words.seasons)),
    )


def _from_plain(plain: Any) -> Lexicon:  # noqa: ANN401 - what a file holds
    """The lexicon again; anything but what `_to_plain` makes raises one of the errors `_cached` expects."""
    phrases, state_names, abbreviations, (heads, *office_words), words = plain
    offices = OfficeWords({head: Rank(rank) for head, rank in heads.items()}, *office_words)
    return Lexicon(phrases, state_names, abbreviations, offices, CommonWords(*words))
