"""Kills a program that saves notes without a pause, again and again, and looks what the disk has.

    python tests/stress/notes_kill.py [--runs 5000] [--seed 1]

After each kill the file must hold the notes of the last save that was reported as done, or of the one under way. Ends
with one line of JSON: `in_flight` counts the kills that fell into a save, `left` the temporary files they left behind.
"""

import contextlib
import os
import random
import shutil
import signal
import struct
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from notes_desk import Desk, asked, end, note

from viewer.core.errors import ViewerError
from viewer.core.notes import Notebook

_SLOTS = 30  # notes in the file, of which each save changes one
_LATEST = 0.03  # seconds after the first save that a program lives
_NUMBER = struct.Struct("<q")


def after(save: int) -> Notebook:
    """The notes as they are to be after the save with this number."""
    first = max(1, save - _SLOTS + 1)
    numbers = sorted(range(first, save + 1), key=lambda number: number % _SLOTS)
    return Notebook(tuple(note(number % _SLOTS, f"Save {number}\nof *many*.\n") for number in numbers))


def save_for_ever(desk: Desk, done: int, told: int, pause: float = 0) -> None:
    """Saves again and again, and reports each save; the first report says that it has begun."""
    file, _ = desk.open()
    os.write(told, _NUMBER.pack(done))
    while True:
        done += 1
        file = desk.save(file, after(done))
        os.write(told, _NUMBER.pack(done))
        time.sleep(pause)


def kill_one(desk: Desk, done: int, life: float) -> tuple[int, int]:
    """Lets a program save and kills it: how many saves it reported as done, and the last of them."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with contextlib.suppress(BaseException):
            save_for_ever(desk, done, writing)
        os._exit(1)
    os.close(writing)
    os.read(reading, _NUMBER.size)  # it has begun
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the program that saves ended by itself"
    with os.fdopen(reading, "rb") as pipe:
        reports = pipe.read()
    whole = len(reports) // _NUMBER.size * _NUMBER.size
    reported = [number for (number,) in _NUMBER.iter_unpack(reports[:whole])]
    return len(reported), max([done, *reported])


def main() -> None:
    ask = asked(__doc__, 5000)
    chance = random.Random(ask.seed)
    figures = {"runs": 0, "saves": 0, "in_flight": 0, "lost": 0, "unparsable": 0, "left": 0}
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.save(desk.open()[0], Notebook())
        done = 0
        for _ in range(ask.runs):
            saves, done = kill_one(desk, done, chance.uniform(0, _LATEST))
            figures["runs"] += 1
            figures["saves"] += saves
            left = desk.leftovers()
            figures["left"] += len(left)
            try:
                _, found = desk.open()
            except ViewerError as error:
                figures["unparsable"] += 1
                print(error)
                break
            if found == after(done + 1):
                done += 1
                figures["in_flight"] += 1
            elif found != after(done):
                figures["lost"] += 1
                print(f"after save {done} the file holds {found!r:.300}")
                break
            elif left:
                figures["in_flight"] += 1
            for path in left:
                path.unlink()
            shutil.rmtree(
                desk.state.path / "history", ignore_errors=True
            )  # thousands of versions on one day would slow every save
    end(figures, "lost", "unparsable")


if __name__ == "__main__":
    main()
