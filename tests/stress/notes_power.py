"""Cuts the power of a disk while notes are saved on it, and looks what it has when the power is back.

    python tests/stress/notes_power.py [--runs 100] [--seed 1] [--careless]

The disk is an ext4 file system in a file, shut down by the kernel (EXT4_IOC_SHUTDOWN, without writing its journal out)
at a random moment. Then it must hold the notes of the last save that was reported as done, or of the one under way.
With `--careless` the folder is not synchronised, and saves are lost: that shows that the cuts do cut. Needs Linux, root
and loop devices; says so where it does not get them. Ends with one line of JSON.
"""

import contextlib
import os
import random
import signal
import struct
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from notes_desk import Desk, asked, end, skip
from notes_kill import after, save_for_ever

from viewer.core.errors import ViewerError
from viewer.storage import atomic

_SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
_WITHOUT_JOURNAL = struct.pack("<I", 2)  # EXT4_GOING_FLAGS_NOLOGFLUSH
_LATEST = 0.15  # seconds after the first save
_PAUSE = 0.02  # seconds between two saves
_NUMBER = struct.Struct("<q")


class Disk:
    """A file system of 24 MB in a file."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "image"
        self.mounted = folder / "mounted"
        self.mounted.mkdir()
        with self._image.open("wb") as image:
            image.truncate(24 * 1024 * 1024)
        subprocess.run(["mkfs.ext4", "-q", "-F", self._image], check=True, capture_output=True)

    def mount(self) -> None:
        subprocess.run(["mount", "-o", "loop", self._image, self.mounted], check=True, capture_output=True)

    def unmount(self) -> None:
        subprocess.run(["umount", self.mounted], check=True, capture_output=True)

    def cut_power(self) -> None:
        import fcntl  # noqa: PLC0415 - not on Windows

        descriptor = os.open(self.mounted, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUTDOWN, _WITHOUT_JOURNAL)
        finally:
            os.close(descriptor)


def cut_once(disk: Disk, desk: Desk, done: int, life: float) -> int:
    """Lets a program save on the disk and cuts the power; the last save that was reported as done."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with contextlib.suppress(BaseException):
            save_for_ever(desk, done, writing, _PAUSE)
        os._exit(1)
    os.close(writing)
    os.read(reading, _NUMBER.size)  # it has begun
    time.sleep(life)
    disk.cut_power()
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        reports = pipe.read()
    whole = len(reports) // _NUMBER.size * _NUMBER.size
    reported: list[int] = [number for (number,) in _NUMBER.iter_unpack(reports[:whole])]
    return max([done, *reported])


def made_disk(folder: Path) -> Disk:
    """Skips the program where there can be none."""
    if sys.platform != "linux" or os.geteuid() != 0:
        skip("a disk of its own needs Linux and root")
    try:
        disk = Disk(folder)
        disk.mount()
        try:
            disk.cut_power()
        finally:
            disk.unmount()
    except FileNotFoundError as error:
        skip(f"{error.filename} is not installed")
    except (subprocess.CalledProcessError, OSError) as error:
        skip(f"no loop device, or no ext4 that can be shut down: {error}")
    return disk


def try_cuts(disk: Disk, runs: int, chance: random.Random) -> dict[str, int]:
    figures = {"runs": 0, "saves": 0, "lost": 0, "unparsable": 0}
    desk = Desk(disk.mounted)
    done = 0
    for _ in range(runs):
        disk.mount()
        try:
            begun = done
            done = cut_once(disk, desk, done, chance.uniform(0, _LATEST))
        finally:
            disk.unmount()
        figures["runs"] += 1
        figures["saves"] += done - begun
        disk.mount()
        try:
            _, found = desk.open()
            if found == after(done + 1):
                done += 1
            elif found != after(done):
                figures["lost"] += 1
                desk.save(desk.open()[0], after(done))
                os.sync()
        except ViewerError as error:
            print(error)
            figures["unparsable"] += 1
            break
        finally:
            disk.unmount()
    return figures


def more(parser: ArgumentParser) -> None:
    parser.add_argument("--careless", action="store_true")


def main() -> None:
    ask = asked(__doc__, 100, more)
    with TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        disk = made_disk(Path(folder))
        if ask.careless:
            stack.enter_context(patch.object(atomic, "_sync_folder", lambda _: None))
        figures = try_cuts(disk, ask.runs, random.Random(ask.seed))
    end(figures, "lost", "unparsable")


if __name__ == "__main__":
    main()
