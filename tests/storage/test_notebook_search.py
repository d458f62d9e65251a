import os
from dataclasses import replace
from pathlib import Path

import pytest
from notebook_cases import NOTE, SOURCE, TITLE, opened, saved

from viewer.core.notes import Notebook, NoteId
from viewer.formats.plain_text import source_from_text
from viewer.storage.notebooks import open_notebook, save_notebook


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
    save_notebook(file, Notebook((NOTE,)))
    changed = source_from_text(SOURCE.text + " They met again.", "astana.txt")
    file, notebook = opened(tmp_path / "notes", changed, path=path)
    assert notebook.notes == (NOTE,)
    save_notebook(file, notebook)
    assert opened(tmp_path / "notes", changed)[1].notes == (NOTE,)


def test_another_text_has_other_notes_even_under_the_same_title(tmp_path: Path) -> None:
    saved(tmp_path, NOTE)
    other = source_from_text("Another text.", "other.txt")
    file, notebook = open_notebook(tmp_path, other, TITLE, None, lambda: NoteId("n-fedcba9876543210abcd"))
    assert notebook == Notebook()
    assert file.path.name == "joint-communique--fedcba98.notes.yaml"


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
