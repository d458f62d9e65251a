"""A place where the stress programs keep notes, through the very functions that the program saves and reads with."""

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from viewer.core.notes import Note, Notebook, NoteId, NoteScope
from viewer.formats.plain_text import source_from_text
from viewer.services.note_maker import new_note_id
from viewer.services.notebook_work import DocumentPlace, bring_together, read_notes, save_notes
from viewer.storage.notebook_errors import ChangedOutsideError, NotSavedError
from viewer.storage.notebook_file import NotebookFile
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.state_folder import StateFolder

SOURCE = source_from_text("The ministers met in Astana.", "astana.txt")
_MOST_OVERTAKEN = 20  # as in services/note_keeper


def note(number: int, body: str) -> Note:
    return Note(NoteId(f"n-{number:020x}"), NoteScope.DOCUMENT, body, tags=("stress",))


class Desk:
    """A folder of notes and the program's own folder, with one file of notes."""

    def __init__(self, folder: Path, *, locked: bool = True) -> None:
        self.root = folder
        self.folder = NotesFolder(folder / "notes")
        self.state = StateFolder(folder / "state")
        self.locked = locked

    def open(self) -> tuple[NotebookFile, Notebook]:
        return read_notes(DocumentPlace(self.folder, SOURCE, "Astana", None), new_note_id)

    def save(self, file: NotebookFile, notebook: Notebook) -> NotebookFile:
        return save_notes(file, notebook, self.folder, SOURCE, self.state if self.locked else None)

    def leftovers(self) -> list[Path]:
        """Files that were to last for a moment only."""
        return list(self.root.rglob("*.tmp"))


class Writer:
    """One program with the notes open; it saves as services/note_keeper does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.notebook = Notebook()
        self._kept = Notebook()
        self._file: NotebookFile | None = None
        self.read()

    def read(self) -> None:
        """What the file holds, together with what was written here since."""
        read = self.desk.open()
        self.notebook = bring_together(read, self._kept, self.notebook, new_note_id).notebook
        self._file, self._kept = read

    def save(self) -> None:
        """Raises ChangedOutsideError where others were sooner very often, and ViewerError where saving failed."""
        for _ in range(_MOST_OVERTAKEN):
            with suppress(ChangedOutsideError):
                return self._save_once()
        return self._save_once()

    def _save_once(self) -> None:
        if self._file is None:
            self.read()
        assert self._file is not None
        file, self._file = self._file, None  # what it holds must be read anew, unless saving tells
        try:
            self._file = self.desk.save(file, self.notebook)
        except NotSavedError as error:
            self._file = error.file
            raise
        self._kept = self.notebook


def asked(
    docstring: str | None, runs: int, more: Callable[[argparse.ArgumentParser], object] = id
) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=docstring, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--seed", type=int, default=1)
    more(parser)
    return parser.parse_args()


def end(figures: dict[str, int], *bad: str) -> NoReturn:
    """Prints the figures as one line of JSON; the exit status says whether all the bad ones are 0."""
    print(json.dumps(figures))
    sys.exit(any(figures[name] for name in bad))


def skip(reason: str) -> NoReturn:
    """Ends the program where the machine cannot run it, and says so."""
    print(json.dumps({"skipped": reason}))
    sys.exit(0)
