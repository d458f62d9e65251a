"""A reader adds names of their own: where they go, that they are found, and what is said of a mistake."""

from pathlib import Path

import pytest
from program import Program, Start, row_of
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from viewer.qmodels.roles import RowKind

TEXT = "JOINT STATEMENT\n\nThe ministers of Norway and Chile met the Pelorus Concord in Oslo on 3 May 2031.\n"


@pytest.fixture
def shown_folders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    shown: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return shown


def test_a_name_that_was_added_is_found_in_the_next_text_that_is_opened(program: Program) -> None:
    program.open_text(TEXT)
    assert "Pelorus Concord" not in {entity.name for entity in program.communique.entities}
    folder = program.folders.gazetteers
    folder.mkdir()
    (folder / "organisations.yaml").write_text("Pelorus Concord: {}", encoding="utf-8")
    program.open_text(TEXT)
    assert row_of(program.window.sidebar, RowKind.ENTITY, "Pelorus Concord").isValid()
    assert "left out" not in program.notice


def test_the_folder_is_made_with_examples_and_shown(program: Program, shown_folders: list[str]) -> None:
    program.window.action("own-names").trigger()
    folder = program.folders.gazetteers
    assert shown_folders == [str(folder)]
    examples = sorted(path.name for path in folder.iterdir())
    assert examples == ["organisations.yaml", "places.yaml"]
    (folder / "places.yaml").unlink()
    program.window.action("own-names").trigger()
    assert [path.name for path in folder.iterdir()] == ["organisations.yaml"], "what the reader took away stays away"


def test_a_desktop_that_shows_no_folders_is_told_where_it_is(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    program.window.action("own-names").trigger()
    assert str(program.folders.gazetteers) in program.notice


def test_a_folder_that_cannot_be_made_is_said(program: Program, shown_folders: list[str]) -> None:
    program.folders.gazetteers.write_bytes(b"in the way")
    program.window.action("own-names").trigger()
    assert "cannot be made" in program.notice
    assert shown_folders == []


def test_a_mistake_is_said_at_the_start_and_the_text_is_read_all_the_same(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "gazetteers"
    folder.mkdir()
    (folder / "organisations.yaml").write_text("Pelorus Concord: {short: PC}", encoding="utf-8")
    (folder / "places.yaml").write_text("cities: [", encoding="utf-8")
    program = start(None)
    assert "organisations.yaml, line 1: “short” is none of abbreviation, other" in program.notice
    assert "; places.yaml, line " in program.notice
    assert program.notice.endswith("Mend this, and open the communiqué again.")
    assert row_of(program.window.sidebar, RowKind.ENTITY, "S. Lavrov").isValid()
