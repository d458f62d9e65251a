import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from viewer.core.errors import ViewerError
from viewer.services import workspace as workspace_module
from viewer.services.folders import Folders, platform_folders
from viewer.services.recognition import Analyst
from viewer.services.text_work import LARGEST
from viewer.services.workspace import Workspace
from viewer.storage.notes_folder import NotesFolder
from viewer.storage.resources import bundled_communique


@pytest.fixture
def workspace(tmp_path: Path, qtbot: QtBot) -> Workspace:
    assert qtbot
    return made_in(tmp_path)


def made_in(folder: Path) -> Workspace:
    return Workspace(Folders.within(folder))


def opened(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open(path)


def text_file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(f"Statement {name}\n\nThe ministers met.\n", encoding="utf-8")
    return path


def test_a_session_has_its_text_before_any_analysis(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    assert workspace.session is not None
    assert workspace.session.communique.text.startswith("Statement a.txt")
    assert not workspace.session.communique.analysed


def test_the_analysis_ends_once_with_names_and_sections(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_bundled()
    assert workspace.session is not None
    named: list[object] = []
    workspace.session.communique_changed.connect(named.append)
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
        workspace.analyse()
    workspace.pool.waitForDone()
    QCoreApplication.processEvents()
    assert len(named) == 2, "names, then sections, and neither twice"
    assert workspace.session.communique.entities
    assert workspace.session.communique.sections


def test_an_analysis_that_comes_late_is_not_shown_as_the_new_documents(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    workspace.analyse()
    opened(workspace, text_file(tmp_path, "b.txt"), qtbot)
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
    assert workspace.session is not None
    assert workspace.session.communique.text.startswith("Statement b.txt")


def test_a_later_document_that_fails_does_not_keep_the_earlier_one_away(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([workspace.session_opened, workspace.failed]):
        workspace.open(text_file(tmp_path, "a.txt"))
        workspace.open(tmp_path / "missing.txt")
    assert workspace.session is not None
    assert workspace.session.communique.text.startswith("Statement a.txt")


def test_a_text_longer_than_any_file_may_be_is_not_pasted(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.failed) as failed, qtbot.assertNotEmitted(workspace.session_opened):
        workspace.open_text("a" * (LARGEST + 1))
    assert failed.args is not None
    assert "longer than 20,000,000 characters" in failed.args[0]


def test_a_text_that_is_kept_is_read_from_its_file(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_text("Statement\n\nThe ministers met.")
    with qtbot.waitSignal(workspace.session_opened):
        workspace.save_text(tmp_path / "kept.txt")
    assert workspace.session is not None
    assert workspace.session.path == tmp_path / "kept.txt"
    assert (tmp_path / "kept.txt").read_text(encoding="utf-8") == "Statement\n\nThe ministers met."


def test_a_text_that_could_not_be_opened_again_is_not_saved(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_text("%PDF-1.7\n1 0 obj")
    with qtbot.waitSignal(workspace.text_not_saved) as failed:
        workspace.save_text(tmp_path / "kept.txt")
    assert failed.args is not None
    assert failed.args[0].startswith("This is a PDF document")
    assert not (tmp_path / "kept.txt").exists()


def test_a_text_that_cannot_be_kept_stays_open(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_text("Statement\n\nThe ministers met.")
    with qtbot.waitSignal(workspace.text_not_saved) as failed:
        workspace.save_text(tmp_path / "no such folder" / "kept.txt")
    assert failed.args is not None
    assert "could not be saved" in failed.args[0]
    assert workspace.session is not None
    assert workspace.session.path is None


def test_a_text_is_never_saved_over_the_document_it_was_read_from(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "moskva.txt"
    data = ("Министры иностранных дел встретились в Москве. " * 9).encode("cp1251")
    path.write_bytes(data)
    (tmp_path / "link.txt").symlink_to(path)
    opened(workspace, path, qtbot)
    for target in (path, tmp_path / "link.txt"):
        with qtbot.waitSignal(workspace.text_not_saved) as failed:
            workspace.save_text(target)
        assert failed.args is not None
        assert "is the open document itself, which is never changed" in failed.args[0]
    assert path.read_bytes() == data


def test_names_that_cannot_be_found_are_not_waited_for(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ViewerError("states.yaml, line 3: expected a text")

    monkeypatch.setattr(Analyst, "find_names", refuse)
    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    with qtbot.waitSignal(workspace.analysis_ended), qtbot.waitSignal(workspace.names_not_found) as told:
        workspace.analyse()
    assert told.args == ["The names could not be found: states.yaml, line 3: expected a text."]
    assert workspace.session is not None
    assert workspace.session.communique.analysed


@pytest.mark.parametrize("step", ["find_names", "outline"])
def test_the_analysis_ends_even_where_the_program_is_at_fault(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def break_down(*_: object) -> NoReturn:
        raise RuntimeError("a fault in the program")

    monkeypatch.setattr(Analyst, step, break_down)
    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
        qtbot.waitUntil(lambda: len(faults) == 1)
    assert workspace.session is not None
    assert workspace.session.communique.analysed


def test_names_that_could_not_be_found_in_a_former_document_are_not_missed_in_the_next(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ViewerError("refused")

    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    with monkeypatch.context() as broken, qtbot.assertNotEmitted(workspace.names_not_found):
        broken.setattr(Analyst, "find_names", refuse)
        workspace.analyse()
        workspace.pool.waitForDone()
        workspace._show(workspace_module._read(text_file(tmp_path, "b.txt"), 2))
        QCoreApplication.processEvents()
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()


def test_what_cannot_be_opened_leaves_the_session(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    opened(workspace, text_file(tmp_path, "a.txt"), qtbot)
    before = workspace.session
    with qtbot.waitSignal(workspace.failed) as failed, qtbot.assertNotEmitted(workspace.session_opened):
        workspace.open(tmp_path)
    assert failed.args is not None
    assert "it is a folder" in failed.args[0]
    assert workspace.session is before


def test_ten_documents_are_remembered_newest_first_each_once(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [text_file(tmp_path, f"{number}.txt") for number in range(11)]
    for path in (*paths, paths[5]):
        opened(workspace, path, qtbot)
    recent = made_in(tmp_path).settings.recent
    assert recent == tuple(str(paths[number]) for number in (5, 10, 9, 8, 7, 6, 4, 3, 2, 1))


def test_a_relative_path_is_remembered_as_a_whole_one(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = text_file(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    opened(workspace, Path("a.txt"), qtbot)
    assert workspace.settings.recent == (str(path),)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes for a name")
def test_a_name_that_settings_cannot_hold_is_not_remembered_as_another(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Statement\n\nThe ministers met.\n", encoding="utf-8")
    opened(workspace, path, qtbot)
    assert workspace.settings.recent == ()


def test_neither_the_bundled_nor_a_pasted_text_is_remembered(workspace: Workspace, qtbot: QtBot) -> None:
    opened(workspace, bundled_communique(), qtbot)
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_text("Pasted\n\nThe ministers met.")
    assert workspace.settings.recent == ()
    assert workspace.session is not None
    assert workspace.session.path is None


def test_settings_are_kept_and_told_once(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    changed = workspace.settings._replace(theme="dark")
    with qtbot.waitSignal(workspace.settings_changed) as told:
        workspace.change_settings(changed)
    assert told.args == [changed]
    with qtbot.assertNotEmitted(workspace.settings_changed):
        workspace.change_settings(changed)
    assert made_in(tmp_path).settings == changed


def test_notes_are_kept_in_the_default_folder_until_another_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.notes_folder == NotesFolder(tmp_path / "Communique Notes", chosen=False)
    workspace.change_notes_folder(tmp_path / "Mine")
    assert made_in(tmp_path).notes_folder == NotesFolder(tmp_path / "Mine", chosen=True)


def test_the_platforms_folders_are_the_readers_own(own_folders: Path, qtbot: QtBot) -> None:
    assert qtbot
    folders = platform_folders()
    assert all(own_folders in path.parents for path in (folders.settings, folders.cache, folders.notes))
    assert folders.notes.name == "Communique Notes"
