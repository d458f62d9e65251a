"""What saving one note and opening many cost, beside PyYAML's plain dump of the same notes.

    python tests/benchmarks/notes.py [--runs 40] [--folder /dev/shm]

The disk's own time is not counted: the files lie in memory (`--folder`), and waiting for the disk is left out. Medians
in milliseconds; ends with one JSON line.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from viewer.core.notes import Anchor, Note, Notebook, NoteId, NoteScope
from viewer.formats.plain_text import source_from_text
from viewer.storage.notebook_file import NotebookFile
from viewer.storage.notebooks import open_notebook, save_notebook
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.state_folder import StateFolder

SOURCE = source_from_text("The ministers met in Astana and noted the work of the association. " * 400, "astana.txt")


def notebook(count: int) -> Notebook:
    return Notebook(tuple(note(number) for number in range(count)))


def note(number: int) -> Note:
    start = number * 20
    anchor = Anchor(start, start + 13, SOURCE.text[start : start + 13], "prefix of the words", "suffix of the words")
    body = f"What does paragraph {number} promise?\n\nSee the communiqué of the year before, and *ask*.\n"
    return Note(
        NoteId(f"n-{number:020x}"),
        NoteScope.SELECTION,
        body,
        anchor,
        tags=("people", "promise"),
        created="2026-11-23T14:50:04Z",
        changed="2026-11-23T14:50:04Z",
    )


def no_id() -> NoteId:
    return NoteId("n-00000000000000000000")


class Desk:
    """A folder with one notes file of so many notes."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = NotesFolder(folder / "notes")
        self.state = StateFolder(folder / "state")
        self.notebook = notebook(count)
        file, _ = self.open()
        self.file = save_notebook(file, self.notebook, self.folder, self.state)

    def open(self) -> tuple[NotebookFile, Notebook]:
        return open_notebook(self.folder, SOURCE, "Joint communiqué", None, no_id)

    def save_one(self, run: int) -> None:
        """Change one note in the middle, and save."""
        changed = self.notebook.notes[len(self.notebook.notes) // 2]
        self.notebook = self.notebook.with_note(replace(changed, body=f"Changed {run} times.\nAnd again.\n"))
        self.file = save_notebook(self.file, self.notebook, self.folder, self.state)

    def content(self) -> object:
        """What PyYAML makes of the file."""
        return yaml.load(self.file.path.read_bytes(), yaml.CSafeLoader)


def dump(content: object, _: int) -> None:
    yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True)


def median(work: Callable[[int], object], runs: int) -> float:
    """The median of the times in milliseconds; the first run, which imports and makes folders, is thrown away."""
    times = []
    for run in range(runs + 1):
        start = time.perf_counter()
        work(run)
        times.append(time.perf_counter() - start)
    return round(1000 * statistics.median(times[1:]), 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--folder", default="/dev/shm" if Path("/dev/shm").is_dir() else None)  # noqa: S108 - in memory
    asked = parser.parse_args()
    os.fsync = lambda _: None  # type: ignore[assignment]  # not counted
    with TemporaryDirectory(dir=asked.folder) as folder:
        few, many = Desk(Path(folder) / "few", 10), Desk(Path(folder) / "many", 1000)
        figures = {
            "save_10_ms": median(few.save_one, asked.runs),
            "save_1000_ms": median(many.save_one, asked.runs),
            "open_1000_ms": median(lambda _: many.open(), asked.runs),
            "dump_1000_ms": median(partial(dump, many.content()), asked.runs),
        }
    for name, value in figures.items():
        print(f"{name:14} {value:8.2f}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
