"""Looks through notes files, and what the program keeps beside them, for whatever is not as it should be."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.notes import NoteId
from viewer.storage.conflict_copies import conflict_copies, is_apart
from viewer.storage.documents import read_ordinary_file
from viewer.storage.drafts import SUFFIX as DRAFT
from viewer.storage.drafts import is_being_written, read_draft
from viewer.storage.history import holds, versions
from viewer.storage.notebook_errors import reason_of
from viewer.storage.notebook_nodes import text_at
from viewer.storage.notebook_reader import notebook_in
from viewer.storage.notebooks import decode_notes
from viewer.storage.state_folder import StateFolder
from viewer.storage.strict_yaml import Entries, Items, MalformedError, Place, parse_entries
from viewer.storage.temporaries import Moment, unfinished

_LARGEST = 16 * 1024 * 1024  # bytes
_NOTES = ".notes.yaml"
_MEND = "Mend the file in a text editor, or bring back a former state with Notes > Earlier versions…"
_ONE_ID = "Both are shown; give one of the two another id."
_TWO_FILES = "Their text opens without notes: move all but one out of the folder."
_COPY = "Two machines had changed the file. Take over each note that is missing, from “- id:” on; then delete the copy."
_BROKEN_OFF = "It is left of a save that broke off. If nothing in it is missing from the notes, delete it."
_LOST_DRAFT = "Open the document where it is now, and it is in the editor again; or take the words out of this file."
_BROKEN_DRAFT = "It cannot be brought back by itself. Take the words out of this file, then delete it."
_BROKEN_VERSION = "It cannot be brought back. Nothing else is touched by that; delete it."


class Finding(NamedTuple):
    """Something that is not as it should be, and what to do. `place` is where in the file, if that can be said."""

    path: Path
    problem: str
    advice: str
    place: Place | None = None

    def words(self) -> str:
        where = f":{self.place.line}:{self.place.column}" if self.place else ""
        return f"{shown_name(str(self.path))}{where}: {self.problem}. {self.advice}"


class Report(NamedTuple):
    """What was looked through, and what was found."""

    files: int
    notes: int
    findings: tuple[Finding, ...]

    def words(self) -> str:
        """All of it, a line for each thing found."""
        return "\n".join((*(finding.words() for finding in self.findings), self.summary()))

    def summary(self) -> str:
        things = f"{_counted(len(self.findings), 'thing')} to mend" if self.findings else "nothing to mend"
        return f"{_counted(self.files, 'notes file')} with {_counted(self.notes, 'note')}: {things}."


class _File(NamedTuple):
    path: Path
    text_sha256: str
    notes: int
    findings: tuple[Finding, ...]


def check_notes(paths: Iterable[Path], moment: Moment, state: StateFolder | None = None) -> Report:
    """Look through notes files, and folders of them; with `state`, through drafts and former versions as well.

    Nothing is changed. Raises ViewerError where a path is not there or a folder cannot be read.
    """
    files: list[_File] = []
    findings: list[Finding] = []
    for path in paths:
        for file in _notes_files(path):
            files.append(_check_file(file))
            findings += files[-1].findings
            findings += _copies(file)
        findings += _temporaries(path, moment)
    findings += _same_texts(files)
    if state is not None:
        findings += _check_drafts(state.path / "drafts", moment)
        findings += _check_history(state.path / "history", moment)
    return Report(len(files), sum(file.notes for file in files), tuple(findings))


def check_own_notes(folder: Path, state: StateFolder, moment: Moment) -> Report:
    """Look through the reader's own notes, if there are any yet, and what the program keeps beside them."""
    return check_notes([folder] if folder.exists() else [], moment, state)


def _notes_files(path: Path) -> list[Path]:
    if not path.exists():
        raise ViewerError(f"Cannot check “{shown_name(str(path))}”: there is no such file or folder.")
    if not path.is_dir():
        return [path]
    return [file for file in _inside(path) if file.name.endswith(_NOTES) and not is_apart(file.name)]


def _copies(file: Path) -> Iterator[Finding]:
    """What programs that keep folders alike have left beside a notes file."""
    for copy in conflict_copies(file):
        yield Finding(copy, f"it is a copy of “{shown_name(file.name)}” that another program made", _COPY)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ViewerError(f"Cannot check “{shown_name(str(folder))}”: {reason_of(error)}") from error


def _check_file(path: Path) -> _File:
    try:
        top = parse_entries(decode_notes(read_ordinary_file(path, _LARGEST)))
        content = notebook_in(top, _no_id)
    except OSError as error:
        return _File(path, "", 0, (Finding(path, f"cannot be read: {reason_of(error).rstrip('.')}", _MEND),))
    except MalformedError as error:
        return _File(path, "", 0, (_malformed(path, error, _MEND),))
    return _File(path, content.document.text_sha256, len(content.notebook.notes), tuple(_doubled_ids(path, top)))


def _malformed(path: Path, error: MalformedError, advice: str) -> Finding:
    return Finding(path, str(error).partition(": ")[2], advice, error.place)


def _doubled_ids(path: Path, top: Entries) -> Iterator[Finding]:
    node = top.entries.get("notes")
    seen: dict[str, Place] = {}
    for item in node.items if isinstance(node, Items) else ():
        assert isinstance(item, Entries)  # the notes were read before
        note_id = text_at(item, "id")
        if note_id and note_id in seen:
            problem = f"the id “{shown_name(note_id)}” is also that of the note in line {seen[note_id].line}"
            yield Finding(path, problem, _ONE_ID, item.place)
        seen.setdefault(note_id, item.place)


def _same_texts(files: Iterable[_File]) -> Iterator[Finding]:
    seen: dict[tuple[Path, str], Path] = {}
    for file in files:
        key = file.path.parent, file.text_sha256
        if file.text_sha256 and key in seen:
            problem = f"it belongs to the same text as “{shown_name(seen[key].name)}”"
            yield Finding(file.path, problem, _TWO_FILES)
        seen.setdefault(key, file.path)


def _temporaries(folder: Path, moment: Moment) -> Iterator[Finding]:
    for path in unfinished(_inside(folder) if folder.is_dir() else (), moment):
        yield Finding(path, "a file that a program did not finish", _BROKEN_OFF)


def _check_drafts(folder: Path, moment: Moment) -> Iterator[Finding]:
    yield from _temporaries(folder, moment)
    for path in _inside(folder):
        if path.name.endswith(DRAFT) and not path.name.startswith(".") and not is_being_written(path):
            yield from _check_draft(path)


def _check_draft(path: Path) -> Iterator[Finding]:
    try:
        document, _ = read_draft(path)
    except OSError as error:
        yield Finding(path, f"a draft that cannot be read: {reason_of(error).rstrip('.')}", _BROKEN_DRAFT)
    except MalformedError as error:
        yield _malformed(path, error, _BROKEN_DRAFT)
    else:
        if not document.path or not Path(document.path).exists():
            where = f"is not at “{shown_name(document.path)}”" if document.path else "was never a file"
            yield Finding(path, f"a draft on “{shown_name(document.title)}”, which {where}", _LOST_DRAFT)


def _check_history(folder: Path, moment: Moment) -> Iterator[Finding]:
    for of_one in (path for path in _inside(folder) if path.is_dir()):
        yield from _temporaries(of_one, moment)
        for version in versions(of_one):
            try:
                whole = holds(version, read_ordinary_file(version.path, sys.maxsize))
            except OSError as error:
                problem = f"a former version that cannot be read: {reason_of(error).rstrip('.')}"
                yield Finding(version.path, problem, _BROKEN_VERSION)
            else:
                if not whole:
                    yield Finding(version.path, "a former version that is not what was kept", _BROKEN_VERSION)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _no_id() -> NoteId:
    return NoteId("")
