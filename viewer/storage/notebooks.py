"""Finds, reads and saves the file that holds the notes on a document: one readable YAML file a document."""

import hashlib
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from viewer.core.display_names import shown_name
from viewer.core.notes import Notebook
from viewer.core.source import Source
from viewer.storage.atomic import resolved, write_atomically
from viewer.storage.documents import read_ordinary_file
from viewer.storage.history import keep_version
from viewer.storage.notebook_errors import ChangedOutsideError, NotSavedError, UnreadableNotebookError, reason_of
from viewer.storage.notebook_file import DocumentBlock, NotebookFile
from viewer.storage.notebook_reader import NewId, NotebookText
from viewer.storage.notebook_search import belonging_file, name_in_files, new_file, path_hint
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.notes_text import NotesText, new_notes_text, read_notes_text, reads_back, with_content
from viewer.storage.state_folder import StateFolder
from viewer.storage.strict_yaml import MalformedError, Place, Plain
from viewer.storage.yaml_text import replace_half_characters

_LARGEST = 16 * 1024 * 1024  # bytes that are read of a file, and so the most that is written
_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LEFT = (
    "The file is left as it is: mend it in a text editor, bring back a former state with Notes > Earlier versions…, "
    "or move it away to begin new notes."
)


def open_notebook(
    folder: NotesFolder, source: Source, title: str, document_path: Path | None, new_id: NewId
) -> tuple[NotebookFile, Notebook]:
    """The notes on a text, and the file that holds them or, where there is none yet, will hold them.

    A file belongs to the text if it names the text's hash, or else the document's path. Raises
    UnreadableNotebookError where that file cannot be read, and ViewerError where the folder cannot or where several
    files belong to the text.
    """
    own = DocumentBlock(
        id=new_id().removeprefix("n-"),
        title=replace_half_characters(title),
        path=path_hint(document_path, folder.path),
        text_sha256=source.sha256,
    )
    name = name_in_files(title) or name_in_files(source.name) or "document"
    if path := belonging_file(folder, own, new_id):
        return _read(path, own, new_id)
    return NotebookFile(new_file(folder.path, name, source.sha256), own), Notebook()


def save_notebook(
    file: NotebookFile, notebook: Notebook, folder: NotesFolder | None = None, state: StateFolder | None = None
) -> NotebookFile:
    """Writes the notes, and returns when the disk has them. For a new file `folder` is made, if it is given.

    With `state`, other programs like this one wait meanwhile, and the history keeps what the file held before and what
    it holds now, so that whatever happens to it next can be undone.
    Raises ChangedOutsideError, with nothing written, where the file is not the one last read or written, and
    NotSavedError where it cannot be written.
    """
    notebook = _with_whole_characters(notebook)
    content = NotebookText(file.document, notebook, file.extra)
    text = _checked_text(file, content)
    data = (_MARK if file.mark else b"") + text.whole().encode("utf-8", "surrogatepass")
    _check_size(file, data)
    saved = replace(file, digest=_digest(data), text=text)
    try:
        _prepare(folder, file)
        with ExitStack() as held:
            if state:
                _lock(held, state, file)
            before = _bytes_on_disk(file.path)
            _check_unchanged(file, before)
            if saved.digest != file.digest:  # the disk has it already
                if state and before is not None:
                    _keep_former(state, file, before)
                # While we wait for the disk an editor may save as well: it knows nothing of our lock.
                write_atomically(file.path, data, lambda: _check_unchanged(file, _bytes_on_disk(file.path)))
                if state:
                    _keep_present(state, file, data)
    except OSError as error:
        message = f"The notes could not be saved in “{shown_name(str(file.path))}”: {reason_of(error)}"
        raise NotSavedError(_as_it_stands(file, saved), message) from error
    return saved


def _read(path: Path, own: DocumentBlock, new_id: NewId) -> tuple[NotebookFile, Notebook]:
    try:
        data = read_ordinary_file(path, _LARGEST)
        content, text = read_notes_text(decode_notes(data), new_id)
    except OSError as error:
        raise _unreadable(path, reason_of(error)) from error
    except MalformedError as error:
        raise _unreadable(path, f"{error}.") from error
    document = replace(
        content.document,
        title=content.document.title or own.title,
        path=own.path or content.document.path,
        text_sha256=own.text_sha256,
    )
    file = NotebookFile(path, document, _digest(data), content.extra, text, data.startswith(_MARK))
    return file, content.notebook


def decode_notes(data: bytes) -> str:
    """The text of a notes file. Raises MalformedError where it is not in UTF-8."""
    if data.startswith(_UTF16_MARKS):
        raise MalformedError(Place(1, 1), "the file is in UTF-16; save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        place = Place(data.count(b"\n", 0, error.start) + 1, error.start - line_start + 1)
        raise MalformedError(place, f"byte {error.start} is not UTF-8; save the file as UTF-8") from error


def _checked_text(file: NotebookFile, content: NotebookText) -> NotesText:
    """The text of the file that says this.

    One that would not read back the same is not written: the notes on the screen are still whole.
    """
    before = file.text or new_notes_text(file.document)
    with suppress(MalformedError):
        text = with_content(before, content)
        if reads_back(before, text, content):
            return text
    raise NotSavedError(
        file, f"The notes for “{shown_name(file.path.name)}” would not read back the same; nothing was written."
    )


def _check_size(file: NotebookFile, data: bytes) -> None:
    if len(data) > _LARGEST:
        raise NotSavedError(
            file,
            f"The notes for “{shown_name(file.path.name)}” are larger than 16 MB, more than can be read again; "
            "nothing was written. Shorten or delete some of them.",
        )


def _lock(held: ExitStack, state: StateFolder, file: NotebookFile) -> None:
    path = resolved(file.path)  # what fails here is not the program's own folder
    try:
        held.enter_context(state.lock(path))
    except TimeoutError:
        raise
    except OSError as error:
        raise _no_own_folder(state, file, error) from error


def _keep_present(state: StateFolder, file: NotebookFile, data: bytes) -> None:
    """The notes are saved: that the history could not take them, too, undoes nothing of that."""
    with suppress(OSError):
        keep_version(state.history(file.path), data, datetime.now(UTC))


def _keep_former(state: StateFolder, file: NotebookFile, before: bytes) -> None:
    try:
        keep_version(state.history(file.path), before, datetime.now(UTC))
    except OSError as error:
        raise _no_own_folder(state, file, error) from error


def _no_own_folder(state: StateFolder, file: NotebookFile, error: OSError) -> NotSavedError:
    notes, own = shown_name(str(file.path)), shown_name(str(state.path))
    return NotSavedError(
        file,
        f"The notes could not be saved in “{notes}”, because what they were before cannot be kept in “{own}”: "
        f"{reason_of(error)}",
    )


def _prepare(folder: NotesFolder | None, file: NotebookFile) -> None:
    if folder is not None:
        folder.check()
        if file.digest is None:
            folder.make()


def _check_unchanged(file: NotebookFile, data: bytes | None) -> None:
    """Raises ChangedOutsideError where the bytes on the disk are not those the file had; None stands for no file."""
    if (None if data is None else _digest(data)) == file.digest:
        return
    name = shown_name(str(file.path))
    if data is None:
        raise ChangedOutsideError(
            f"The notes file “{name}” is no longer there. Nothing was written. "
            "Try again: it is made anew, with all the notes you see here."
        )
    what = "has appeared" if file.digest is None else "was changed by another program"
    raise ChangedOutsideError(
        f"The notes file “{name}” {what}. Nothing was written. Try again: what it holds and your notes are both kept."
    )


def _as_it_stands(file: NotebookFile, saved: NotebookFile) -> NotebookFile:
    """`saved` where only the last step of saving failed: the next try must not take its file for another program's."""
    try:
        return saved if digest_on_disk(file.path) == saved.digest else file
    except OSError:
        return file


def digest_on_disk(path: Path) -> str | None:
    """The SHA-256 of a file's bytes, None where there is no file. Raises OSError."""
    data = _bytes_on_disk(path)
    return None if data is None else _digest(data)


def _bytes_on_disk(path: Path) -> bytes | None:
    try:
        return read_ordinary_file(path, _LARGEST)
    except FileNotFoundError:
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _with_whole_characters(notebook: Notebook) -> Notebook:
    """The notebook as a file can hold it: half a character, pasted by mistake, becomes U+FFFD."""
    notes = tuple(
        replace(
            note,
            body=replace_half_characters(note.body),
            tags=tuple(replace_half_characters(tag) for tag in note.tags),
        )
        for note in notebook.notes
    )
    edits = notebook.corrections.identity
    typed = {name: replace_half_characters(text) for name, text in edits.items() if not isinstance(text, Plain)}
    return Notebook(notes, replace(notebook.corrections, identity={**edits, **typed}))


def _unreadable(path: Path, reason: str) -> UnreadableNotebookError:
    return UnreadableNotebookError(path, f"The notes in “{shown_name(str(path))}” cannot be read: {reason} {_LEFT}")
