import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from notebook_cases import NOTE, opened, refusal, rewrite, saved

from viewer.core.errors import ViewerError
from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Notebook


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format: 1", "format: 2", "line 3, column 9: the file was made by a newer version"),
        ("format: 1", "format: one", "write “format: 1”"),
        ("format: 1\n", "", "“format: 1” is missing"),
        ("notes:\n- id", "notes:\n<<<<<<< HEAD\n- id", "line 10, column 1: a conflict of versions"),
        ('  body: "Who?"', "\tbody: x", "a tab"),
        ('  body: "Who?"', '  body: "Who', "line"),
        ('  body: "Who?"', "  body: [x]", "put it in quotes"),
        ('  body: "Who?"', "  body: x\n  body: y", "second time"),
        ('  body: "Who?"', "  body: &x y", "anchor or alias"),
        ('colour: "yellow"', "colour: mauve", "write one of yellow, green, blue, pink, grey"),
        ('scope: "selection"', "scope: some", "write one of selection, paragraph"),
        ('tags: ["people"]', "tags: people", "“tags:” is not a list"),
        ("start: 4", "start: four", "write one as start: 0"),
        ("start: 4", "start: -4", "write one as start: 0"),
        ("    start: 4\n", "", "write one as start: 0"),
        ("end: 13", "end: 3", "before its start"),
        ("end: 13", "end: 9999999999", "write one as end: 0"),
        ("  anchor:\n", "  anchor: here\n  x:\n", "“name: text”"),
        ("notes:\n- id", "notes:\n  id", "“notes:” is not a list"),
        ("notes:\n- id", "notes:\n- text\n- id", "“name: text”"),
        ("notes:\n", "---\nnotes:\n", "second YAML document"),
    ],
)
def test_says_what_is_wrong_and_where(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = saved(tmp_path, NOTE)
    rewrite(file, old, new)
    message = refusal(tmp_path)
    assert said in message
    assert "line " in message


def test_an_entity_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, replace(NOTE, entity=EntityPointer(EntityKind.STATE, "Kazakh side")))
    rewrite(file, 'kind: "state"', 'kind: "planet"')
    assert "write one of person, state" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\0" * 500, "U+0000"),
        ("format: 1\n".encode("utf-16"), "UTF-16; save it as UTF-8"),
        (b"[" * 50_000, "line 1, column 1"),
        (b"- a list\n", "format: 1"),
        (b"format: 1\n", "“document:” is missing"),
        (b"format: 1\ndocument: here\n", "“name: text”"),
    ],
)
def test_a_file_that_says_nothing_of_its_document_counts_by_its_name(tmp_path: Path, data: bytes, said: str) -> None:
    saved(tmp_path, NOTE).path.write_bytes(data)
    assert said in refusal(tmp_path)


def test_names_the_byte_that_is_not_utf8(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    file.path.write_bytes(file.path.read_bytes().replace(b"Who?", b"caf\xe9"))
    assert "line 22, column 13: byte " in refusal(tmp_path)


def test_a_file_cut_off_in_a_note_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    file.path.write_bytes(file.path.read_bytes()[:-6])
    assert "unexpected end" in refusal(tmp_path)


def test_a_very_large_file_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    with file.path.open("ab") as end:
        end.truncate(17 * 1024 * 1024)
    assert "larger than 16 MB" in refusal(tmp_path)


def test_an_unreadable_file_of_another_document_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "another-title--12345678.notes.yaml").write_bytes(b"\0\0")
    (tmp_path / "readme.txt").write_bytes(b"\0\0")
    assert opened(tmp_path)[1] == Notebook()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_among_the_notes_does_not_stop_the_program(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "another-title--12345678.notes.yaml")
    assert opened(tmp_path)[1] == Notebook()


def test_a_folder_that_cannot_be_read_is_an_error_and_not_no_notes(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(ViewerError, match="not a folder"):
        opened(tmp_path / "notes")
