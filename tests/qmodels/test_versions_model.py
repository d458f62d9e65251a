from datetime import UTC, datetime
from pathlib import Path

import pytest
from model_checks import ModelChecks
from PySide6.QtCore import Qt

from viewer.core.note_versions import Changes
from viewer.core.notes import Note, Notebook, NoteId, NoteScope
from viewer.qmodels.versions_model import HEADINGS, VersionRole, VersionsModel, change_words
from viewer.storage.history import Version
from viewer.storage.note_versions import FormerNotes

ONE, TWO = (Note(NoteId(f"n-{number}"), NoteScope.DOCUMENT, "x") for number in (1, 2))


def former(*notes: Note) -> FormerNotes:
    return FormerNotes(Version(datetime(2026, 3, 5, 12, 30, tzinfo=UTC), Path("v")), Notebook(notes))


BROKEN = FormerNotes(former().version, None, "line 1")


def rows(model: VersionsModel) -> list[tuple[object, object]]:
    return [tuple(model.index(row, column).data() for column in (1, 2)) for row in range(model.rowCount())]


def test_each_version_says_what_it_became(qtmodeltester: ModelChecks) -> None:
    model = VersionsModel()
    model.show_versions([former(ONE), former()], Notebook((ONE, TWO)))
    assert rows(model) == [("1", "1 added"), ("0", "1 added")]
    assert model.index(0, 0).data(VersionRole.VERSION) == former(ONE)
    qtmodeltester.check(model)


def test_what_cannot_be_read_is_not_compared() -> None:
    model = VersionsModel()
    model.show_versions([BROKEN, former(ONE)], None)
    assert rows(model) == [("–", "Cannot be read"), ("1", "Not known: what came next cannot be read")]


def test_a_row_is_said_in_one_breath_and_the_date_to_the_second() -> None:
    model = VersionsModel()
    model.show_versions([former(ONE)], Notebook())
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Saved 5 March 2026, ")
    assert spoken.endswith(":30:00. 1 note. Then: 1 removed")
    assert tuple(model.headerData(section, Qt.Orientation.Horizontal) for section in range(3)) == HEADINGS


@pytest.mark.parametrize(
    ("made", "words"),
    [(Changes(0, 0, 0), "No note"), (Changes(2, 1, 0), "2 added, 1 changed"), (Changes(0, 0, 1200), "1,200 removed")],
)
def test_changes_in_words(made: Changes, words: str) -> None:
    assert change_words(made) == words
