import os
from dataclasses import replace
from pathlib import Path

import pytest
from notebook_cases import NOTE, SOURCE, TITLE, counting_ids, opened, rewrite, saved

from viewer.core.errors import ViewerError
from viewer.core.notes import Notebook, NoteId
from viewer.formats.plain_text import source_from_text
from viewer.storage.notebook_errors import ChangedOutsideError, SeveralNotebooksError, UnreadableNotebookError
from viewer.storage.notebooks import open_notebook, save_notebook
from viewer.storage.notes_folder import NotesFolder


def test_a_missing_folder_holds_no_notes_and_is_not_made(tmp_path: Path) -> None:
    file, notebook = opened(tmp_path / "notes")
    assert (notebook, file.digest) == (Notebook(), None)
    assert not (tmp_path / "notes").exists()


def test_finds_the_notes_by_the_text_whatever_the_file_is_called(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    renamed = file.path.rename(tmp_path / "renamed.notes.yaml")
    file, notebook = opened(tmp_path, title="Another title")
    assert file.path == renamed
    assert notebook.notes == (NOTE,)


def test_finds_the_notes_by_the_documents_path_where_its_text_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "astana.txt"
    file, _ = opened(tmp_path / "notes", path=path)
    save_notebook(file, Notebook((NOTE,)), NotesFolder(tmp_path / "notes"))
    changed = source_from_text(SOURCE.text + " They met again.", "astana.txt")
    file, notebook = opened(tmp_path / "notes", changed, path=path)
    assert notebook.notes == (NOTE,)
    save_notebook(file, notebook)
    assert opened(tmp_path / "notes", changed)[1].notes == (NOTE,)


def read_in_another_encoding(folder: Path) -> Path:
    """A document whose notes were begun for one text, and are now those of another; its path."""
    path = folder / "astana.txt"
    path.write_bytes(b"in some encoding")
    file, _ = opened(folder / "notes", path=path)
    other = replace(file.document, text_sha256=source_from_text("Another reading", "astana.txt").sha256)
    save_notebook(replace(file, document=other), Notebook((NOTE,)), NotesFolder(folder / "notes"))
    return path


def test_a_document_that_was_read_in_another_encoding_and_then_moved_finds_its_notes(tmp_path: Path) -> None:
    path = read_in_another_encoding(tmp_path)
    moved = path.rename(tmp_path / "moved.txt")
    assert opened(tmp_path / "notes", path=moved)[1].notes == (NOTE,)


def test_the_notes_of_a_document_that_is_still_there_are_not_those_of_a_copy(tmp_path: Path) -> None:
    path = read_in_another_encoding(tmp_path)
    assert opened(tmp_path / "notes", path=tmp_path / "copy.txt")[1] == Notebook()
    assert opened(tmp_path / "notes", path=path)[1].notes == (NOTE,)


def test_a_copy_gets_a_file_of_its_own_where_the_first_document_has_that_name(tmp_path: Path) -> None:
    path, copy = read_in_another_encoding(tmp_path), tmp_path / "copy.txt"
    folder = NotesFolder(tmp_path / "notes")
    mine = replace(NOTE, body="On the copy")
    file = save_notebook(opened(folder.path, path=copy)[0], Notebook((mine,)), folder)
    assert file.path.name == f"joint-communique-2--{SOURCE.sha256[:8]}.notes.yaml"
    assert opened(folder.path, path=copy)[1].notes == (mine,)
    assert opened(folder.path, path=path)[1].notes == (NOTE,)


def test_a_file_that_no_longer_says_of_which_text_it_is_counts_by_its_name(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    rewrite(file, f'  text_sha256: "{SOURCE.sha256}"\n', "")
    rewrite(file, '  path: ""\n', "")
    file, notebook = opened(tmp_path)
    assert notebook.notes == (NOTE,)
    save_notebook(file, Notebook())
    assert SOURCE.sha256 in file.path.read_text("utf-8")


def test_another_text_has_other_notes_even_under_the_same_title(tmp_path: Path) -> None:
    saved(tmp_path, NOTE)
    other = source_from_text("Another text.", "other.txt")
    file, notebook = open_notebook(NotesFolder(tmp_path), other, TITLE, None, lambda: NoteId("n-fedcba9876543210abcd"))
    assert notebook == Notebook()
    assert file.path.name == f"joint-communique--{other.sha256[:8]}.notes.yaml"


def test_two_windows_that_each_begin_the_notes_of_a_text_mean_one_file(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    other, _ = open_notebook(NotesFolder(tmp_path), SOURCE, TITLE, None, lambda: NoteId("n-ff"))
    assert one.document.id != other.document.id
    assert one.path == other.path
    save_notebook(one, Notebook((NOTE,)))
    with pytest.raises(ChangedOutsideError, match="has appeared"):
        save_notebook(other, Notebook())


@pytest.mark.parametrize("name", ["коммюнике.txt", TITLE])
def test_a_broken_file_of_another_text_of_the_same_name_is_no_hindrance(tmp_path: Path, name: str) -> None:
    other = source_from_text("Another text.", name)
    file, _ = opened(tmp_path, other, name)
    save_notebook(file, Notebook((NOTE,)))
    file.path.write_bytes(b"\0" * 500)
    assert opened(tmp_path, source_from_text("The ministers met.", name), name)[1] == Notebook()
    with pytest.raises(UnreadableNotebookError):
        opened(tmp_path, other, name)


def test_a_broken_file_of_an_earlier_name_belongs_to_the_text_whose_hash_it_shows(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    earlier = file.path.rename(tmp_path / "joint-communique--0123abcd.notes.yaml")
    earlier.write_bytes(b"<<<<<<< mine\n" + earlier.read_bytes())
    with pytest.raises(UnreadableNotebookError) as unreadable:
        opened(tmp_path)
    assert unreadable.value.path == earlier


def test_a_file_of_an_earlier_name_is_found_and_keeps_it(tmp_path: Path) -> None:
    earlier = saved(tmp_path, NOTE).path.rename(tmp_path / "joint-communique--0123abcd.notes.yaml")
    file, notebook = opened(tmp_path)
    assert notebook.notes == (NOTE,)
    assert save_notebook(file, Notebook()).path == earlier


def test_two_files_on_one_text_are_both_named_and_neither_is_taken(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    second = tmp_path / "a copy.notes.yaml"
    second.write_bytes(file.path.read_bytes())
    with pytest.raises(SeveralNotebooksError) as several:
        opened(tmp_path)
    assert str(file.path) in str(several.value)
    assert str(second) in str(several.value)
    second.unlink()
    assert opened(tmp_path)[1].notes == (NOTE,)


def test_a_chosen_folder_whose_disk_is_unplugged_is_not_taken_for_empty(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path / "disk" / "notes", chosen=True)
    with pytest.raises(ViewerError, match=r"the folder is not there\. Bring its disk back"):
        open_notebook(folder, SOURCE, TITLE, None, counting_ids())
    (tmp_path / "disk").mkdir()
    assert open_notebook(folder, SOURCE, TITLE, None, counting_ids())[1] == Notebook()


def test_a_text_is_found_in_a_file_with_very_many_notes(tmp_path: Path) -> None:
    notes = tuple(replace(NOTE, id=NoteId(f"n-{i}"), body="word é " * 50) for i in range(300))
    saved(tmp_path, *notes)
    assert opened(tmp_path)[1].notes == notes


@pytest.mark.parametrize(
    ("title", "name", "start"),
    [
        ("Совместное коммюнике", "astana 2005.txt", "astana-2005-txt--"),
        ("Совместное коммюнике", "коммюнике", "document--"),
        ("", "..", "document--"),
        ("con: a/b\\c\0", "x", "con-a-b-c--"),
        ("Déclaration de l’Élysée", "x", "declaration-de-lelysee--"),
        ("word " * 40, "x", "word-" * 11 + "word--"),
    ],
)
def test_names_files_so_that_every_system_takes_them(tmp_path: Path, title: str, name: str, start: str) -> None:
    file, _ = opened(tmp_path, source_from_text("text", name), title)
    assert file.path.name.startswith(start)
    save_notebook(file, Notebook())
    assert file.path.is_file()


def test_names_a_document_on_another_drive_by_its_own_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    file, _ = opened(tmp_path / "notes", path=tmp_path / "astana.txt")
    assert file.document.path == (tmp_path / "astana.txt").as_posix()
