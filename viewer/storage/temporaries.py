"""The files that a save writes before they take a file's name, and what is left of them where a save broke off."""

import os
import re
import secrets
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_NAME = re.compile(r"\.~communique-(\d{1,9})-[0-9a-f]{8}\.tmp", re.ASCII)
_ORPHANED = 3600.0  # seconds since it was written


class Moment(NamedTuple):
    """When it is, in seconds since 1970, and which processes there are."""

    now: float
    is_alive: Callable[[int], bool]


def present_moment() -> Moment:
    return Moment(time.time(), is_alive)


def temporary_for(target: Path) -> Path:
    """A new name beside the file, without the file's own, which may be as long as the system allows."""
    return target.with_name(f".~communique-{os.getpid()}-{secrets.token_hex(4)}.tmp")


def unfinished(paths: Iterable[Path], moment: Moment) -> Iterator[Path]:
    """Those of the paths that programs left which died in the middle of writing, more than an hour ago."""
    for path in paths:
        found = _NAME.fullmatch(path.name)
        if found and not moment.is_alive(int(found[1])) and _age(path, moment) > _ORPHANED:
            yield path


def is_alive(process: int) -> bool:
    """Whether there is a process of this number; on Windows, where asking could end it, it is taken for ended."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def _age(path: Path, moment: Moment) -> float:
    with suppress(OSError):
        return moment.now - path.lstat().st_mtime
    return 0.0
