"""Lets several programs add notes to one file at the same time, each as fast as it can.

    python tests/stress/notes_hammer.py [--runs 500] [--processes 2] [--unlocked]

`--runs` is how many notes they add in all. Each saves as the program does: where another was sooner it reads the file
again, brings both together and saves once more. Ends with one line of JSON: `overtaken` counts the times a program gave
up after twenty such turns and was sent to try again. With `--unlocked` the programs do without the lock, and
some notes are lost: that shows that they do get into each other's way.
"""

import contextlib
import os
import struct
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from notes_desk import Desk, Writer, asked, end, note

from viewer.core.notes import NoteId
from viewer.storage.notebook_errors import ChangedOutsideError

_NUMBER = struct.Struct("<q")


def add_notes(desk: Desk, numbers: range) -> int:
    """Adds a note for each number, and saves after each; how often the file was always another's."""
    writer = Writer(desk)
    overtaken = 0
    for number in numbers:
        writer.notebook = writer.notebook.with_note(note(number, f"The words of note {number}.\n"))
        while True:
            try:
                writer.save()
            except ChangedOutsideError:
                overtaken += 1
            else:
                break
    return overtaken


def in_a_process(desk: Desk, numbers: range, start: int, told: int) -> int:
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.read(start, 1)  # all begin together
            os.write(told, _NUMBER.pack(add_notes(desk, numbers)))
            os._exit(0)
        os._exit(1)
    return child


def more(parser: ArgumentParser) -> None:
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--unlocked", action="store_true")


def main() -> None:
    ask = asked(__doc__, 500, more)
    figures = {"runs": ask.runs, "processes": ask.processes, "kept": 0, "lost": 0, "copies": 0, "failed": 0}
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), locked=not ask.unlocked)
        start, starting = os.pipe()
        reading, writing = os.pipe()
        shares = [range(process, ask.runs, ask.processes) for process in range(ask.processes)]
        children = [in_a_process(desk, share, start, writing) for share in shares]
        os.close(writing)
        for _ in children:
            os.write(starting, b"x")
        figures["failed"] = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children)
        with os.fdopen(reading, "rb") as pipe:
            figures["overtaken"] = sum(number for (number,) in _NUMBER.iter_unpack(pipe.read()))
        notes = {one.id: one for one in desk.open()[1].notes}
        for number in range(ask.runs):
            found = notes.pop(NoteId(f"n-{number:020x}"), None)
            figures["kept"] += found == note(number, f"The words of note {number}.\n")
        figures["lost"] = ask.runs - figures["kept"]
        figures["copies"] = len(notes)
    end(figures, "lost", "copies", "failed")


if __name__ == "__main__":
    main()
