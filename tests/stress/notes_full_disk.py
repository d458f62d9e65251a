"""Saves ever more notes on a small disk until it is full, again and again.

    python tests/stress/notes_full_disk.py [--runs 20] [--seed 1]

The disk is a tmpfs of a few pages. When it is full the reader must be told so, the file must be the one saved last, and
nothing temporary may be left; with room made, the next try must succeed. Needs Linux and root; says so where it does
not get them. Ends with one line of JSON.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from notes_desk import Desk, Writer, asked, end, note, skip

from viewer.storage.notebook_errors import NotSavedError


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        skip("there is no command “mount”")
    except subprocess.CalledProcessError as error:
        skip(f"no disk in memory can be mounted: {error.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(desk: Desk, chance: random.Random) -> dict[str, int]:
    """Saves until the disk is full, makes room, and saves again."""
    writer = Writer(desk)
    ballast = desk.root / "ballast"
    ballast.write_bytes(bytes(64 * 1024))
    saved = writer.notebook
    for number in range(10_000):
        writer.notebook = saved.with_note(note(number, "words " * chance.randrange(1, 400)))
        try:
            writer.save()
        except NotSavedError as error:
            told = "the disk is full. Make room, then try again." in str(error)
            break
        saved = writer.notebook
    else:
        raise AssertionError("the disk was never full")
    lost = desk.open()[1] != saved
    left = len(desk.leftovers())
    ballast.unlink()
    writer.save()
    return {
        "lost": int(lost),
        "not_told": int(not told),
        "left": left,
        "retry_failed": int(desk.open()[1] != writer.notebook),
    }


def main() -> None:
    ask = asked(__doc__, 20)
    if sys.platform != "linux" or os.geteuid() != 0:
        skip("a disk of its own needs Linux and root")
    chance = random.Random(ask.seed)
    figures = {"runs": 0, "lost": 0, "not_told": 0, "left": 0, "retry_failed": 0}
    for _ in range(ask.runs):
        with TemporaryDirectory() as folder, small_disk(Path(folder), chance.randrange(128, 224, 4)):
            for name, value in fill(Desk(Path(folder)), chance).items():
                figures[name] += value
        figures["runs"] += 1
    end(figures, "lost", "not_told", "left", "retry_failed")


if __name__ == "__main__":
    main()
