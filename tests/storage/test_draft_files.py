import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notebook_cases import NOTE, SOURCE

from viewer.core.drafts import Draft
from viewer.core.notes import Note
from viewer.storage.drafts import (
    DraftFile,
    begin_draft,
    find_drafts,
    read_draft,
    release_draft,
    remove_draft,
    write_draft,
)
from viewer.storage.strict_yaml import MalformedError

DOCUMENT = Path("/texts/astana.txt")
DRAFT = Draft(NOTE, "Wh")

WRITER = """
import os, sys
from pathlib import Path
from viewer.core.drafts import Draft
from viewer.core.notes import Note, NoteId, NoteScope
from viewer.storage.drafts import begin_draft, write_draft

file = begin_draft(Path(sys.argv[1]))
write_draft(file, Draft(Note(NoteId("n-9"), NoteScope.DOCUMENT, "of another program")), "", None, "hash")
print("written", flush=True)
sys.stdin.read()
"""


def left(folder: Path, draft: Draft = DRAFT, document: Path | None = DOCUMENT, sha: str = SOURCE.sha256) -> Path:
    """A draft of a program that has ended."""
    file = begin_draft(folder)
    write_draft(file, draft, "Title", document, sha)
    release_draft(file)
    return file.path


def bodies(folder: Path, document: Path | None = DOCUMENT, sha: str = SOURCE.sha256) -> list[str]:
    found = find_drafts(folder, document, sha)
    for one in found:
        release_draft(one.file)
    return [one.draft.note.body for one in found]


@given(
    body=st.text(st.characters(exclude_categories=["Cs"])),
    began=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_a_draft_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, body: str, began: str | None) -> None:
    draft = Draft(replace(NOTE, body=body), began)
    block, read = read_draft(left(tmp_path_factory.mktemp("drafts"), draft))
    assert read == draft
    assert (block.title, block.path, block.text_sha256) == ("Title", str(DOCUMENT), SOURCE.sha256)


def test_half_a_character_hinders_nothing(tmp_path: Path) -> None:
    _, read = read_draft(left(tmp_path, Draft(replace(NOTE, body="a\ud83d", tags=("\ud83d",)), "\ud83d")))
    assert (read.note.body, read.note.tags, read.began_from) == ("a\ufffd", ("\ufffd",), "\ufffd")


def test_a_draft_is_found_by_its_text_and_by_its_path_alone(tmp_path: Path) -> None:
    left(tmp_path)
    assert bodies(tmp_path, None) == [NOTE.body], "moved"
    assert bodies(tmp_path, DOCUMENT, "another text") == [NOTE.body], "changed"
    assert bodies(tmp_path, Path("/texts/other.txt"), "another text") == []


def test_drafts_of_pasted_texts_are_not_of_one_document(tmp_path: Path) -> None:
    left(tmp_path, document=None)
    assert bodies(tmp_path, None, "another text") == []


def test_a_draft_that_is_being_written_is_left_to_its_program(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "written\n"
        assert bodies(tmp_path, None, "hash") == []
        other.kill()
        other.communicate()
    assert bodies(tmp_path, None, "hash") == ["of another program"]


def test_a_draft_that_was_found_is_held_until_it_is_let_go_of(tmp_path: Path) -> None:
    left(tmp_path)
    (found,) = find_drafts(tmp_path, DOCUMENT, SOURCE.sha256)
    assert bodies(tmp_path) == []
    release_draft(found.file)
    assert bodies(tmp_path) == [NOTE.body]


def test_a_draft_that_is_removed_leaves_nothing(tmp_path: Path) -> None:
    file = begin_draft(tmp_path)
    write_draft(file, DRAFT, "Title", DOCUMENT, SOURCE.sha256)
    remove_draft(file)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_was_never_written_leaves_nothing(tmp_path: Path) -> None:
    release_draft(begin_draft(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"\0\0\0", b"notes: [", b"\xff\xfe", b'format: 1\ndocument: {id: "a"}\nnotes: []\n']
)
def test_a_file_that_is_no_draft_is_left_alone(tmp_path: Path, data: bytes) -> None:
    broken = left(tmp_path)
    broken.write_bytes(data)
    left(tmp_path)
    assert bodies(tmp_path) == [NOTE.body]
    assert broken.read_bytes() == data
    with pytest.raises(MalformedError):
        read_draft(broken)


def test_a_draft_is_written_anew_whole(tmp_path: Path) -> None:
    file = begin_draft(tmp_path)
    for body in ("a", "ab", "abc"):
        write_draft(file, Draft(_with(body)), "Title", DOCUMENT, SOURCE.sha256)
        assert read_draft(file.path)[1].note.body == body
    release_draft(DraftFile(*file))


def _with(body: str) -> Note:
    return replace(NOTE, body=body)
