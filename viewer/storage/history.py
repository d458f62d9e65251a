"""Keeps former versions of a notes file: every change for a day, then one an hour, then one a day, never too few."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from viewer.storage.atomic import write_atomically

_FEWEST = 20
"""So many of the latest versions are kept however old they are."""
_ALL, _HOURLY, _DAILY = timedelta(days=1), timedelta(days=7), timedelta(days=90)
_NAME = re.compile(r"(\d{8}T\d{6})(\d{6})Z-[0-9a-f]{8}\.notes\.yaml", re.ASCII)
_WRITTEN = "%Y%m%dT%H%M%S%f"


class Version(NamedTuple):
    """A version of a notes file, and when it was kept: as it was saved, or before another program's was replaced."""

    kept: datetime
    path: Path


def keep_version(folder: Path, data: bytes, now: datetime) -> Version:
    """Keep the bytes as a former version, and let go of those that are too many.

    A version that is the latest already is not kept twice. Raises OSError; nothing is let go of then.
    """
    known = versions(folder)
    if known and holds(known[0], data):
        return known[0]
    made = new_version(folder, data, now)
    write_atomically(made.path, data)
    for version in superfluous(versions(folder), now):
        version.path.unlink(missing_ok=True)
    return made


def new_version(folder: Path, data: bytes, now: datetime) -> Version:
    """The place for what is kept now; its name tells the time, and what is kept from other things kept then."""
    return Version(now, folder / f"{now.astimezone(UTC).strftime(_WRITTEN)}Z{_ending(data)}")


def holds(version: Version, data: bytes) -> bool:
    """Whether these are the bytes that were kept, going by the digest in the version's name."""
    return version.path.name.endswith(_ending(data))


def _ending(data: bytes) -> str:
    return f"-{sha256(data).hexdigest()[:8]}.notes.yaml"


def versions(folder: Path) -> list[Version]:
    """The versions in a folder, the latest first; other files are left out. Raises OSError."""
    found = ((_time_in(path.name), path) for path in folder.iterdir())
    return sorted((Version(time, path) for time, path in found if time), reverse=True)


def _time_in(name: str) -> datetime | None:
    """When the version of this name was replaced; None for the name of another file."""
    if not (match := _NAME.fullmatch(name)):
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}.{match[2]}+00:00")  # ten times as quick as strptime
    except ValueError:  # no such day, or no such hour
        return None


def superfluous(known: Sequence[Version], now: datetime) -> Iterable[Version]:
    """Those of the versions, the latest first, that need not be kept.

    Of each hour of the last week, and of each day of the last ninety, the latest stays; the twenty latest always do.
    """
    seen: set[str] = set()
    for order, version in enumerate(known):
        age = now - version.kept
        period = "%Y%m%d%H" if age <= _HOURLY else "%Y%m%d"
        key = version.kept.strftime(period)
        wanted = age <= _ALL or (age <= _DAILY and key not in seen)
        seen.add(key)
        if not wanted and order >= _FEWEST:
            yield version
