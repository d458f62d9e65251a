from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from viewer.core.notes import Note, Notebook, NoteId, NoteScope
from viewer.storage.history import Version, versions
from viewer.storage.notebook_errors import NotSavedError
from viewer.storage.notebook_file import DocumentBlock
from viewer.storage.notebook_reader import read_notebook
from viewer.storage.trash import superfluous, throw_away

NOW = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
DOCUMENT = DocumentBlock("d1", "Joint Communiqué", "riverton.txt", "0" * 64)
NOTES = (Note(NoteId("n-1"), NoteScope.DOCUMENT, "one"), Note(NoteId("n-2"), NoteScope.DOCUMENT, "two"))


def no_new_id() -> NoteId:
    raise AssertionError


def test_what_is_thrown_away_is_an_ordinary_notes_file_of_its_document(tmp_path: Path) -> None:
    path = throw_away(tmp_path, DOCUMENT, NOTES, NOW)
    found = read_notebook(path.read_text("utf-8"), no_new_id)
    assert found.notebook == Notebook(NOTES)
    assert found.document == DOCUMENT
    assert [version.kept for version in versions(tmp_path)] == [NOW]


def test_what_is_older_than_ninety_days_goes_but_never_the_last_twenty() -> None:
    ages = [*range(0, 30, 2), *range(91, 105)]
    known = [Version(NOW - timedelta(days=age), Path(f"{age}")) for age in ages]
    assert {version.path.name for version in superfluous(known, NOW)} == {str(age) for age in ages[20:]}
    young = [Version(NOW - timedelta(days=90, seconds=-order), Path(f"{order}")) for order in range(40, 0, -1)]
    assert list(superfluous(young, NOW)) == []


def test_throwing_away_lets_go_of_what_is_old(tmp_path: Path) -> None:
    for order in range(22):
        throw_away(tmp_path, DOCUMENT, NOTES, NOW - timedelta(days=200 - order))
    assert len(versions(tmp_path)) == 22
    throw_away(tmp_path, DOCUMENT, NOTES, NOW)
    assert len(versions(tmp_path)) == 20


def test_what_cannot_be_kept_is_said_and_nothing_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for order in range(22):
        throw_away(tmp_path, DOCUMENT, NOTES, NOW - timedelta(days=200 - order))

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(NotSavedError):
        throw_away(tmp_path, DOCUMENT, NOTES, NOW)
    assert len(versions(tmp_path)) == 22
