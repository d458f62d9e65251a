from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.edition import pointers_to
from viewer.core.notes import Corrections, Notebook
from viewer.core.repairs import RepairKind
from viewer.services import revision as revision_module
from viewer.services.document_session import DocumentSession
from viewer.services.folders import Folders
from viewer.services.workspace import Workspace
from viewer.storage.documents import read_document

WORDS = "Statement\n\nThe ministers of Norway met in Oslo – “again”.\n"


@pytest.fixture
def workspace(tmp_path: Path, qtbot: QtBot) -> Workspace:
    """With the bundled communiqué open and analysed."""
    workspace = Workspace(Folders.within(tmp_path))
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_bundled()
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
    return workspace


def session_of(workspace: Workspace) -> DocumentSession:
    assert workspace.session is not None
    return workspace.session


def without_joins(communique: Communique) -> Corrections:
    joins = [repair for repair in communique.repairs if repair.kind is RepairKind.JOINED_PAGE_BREAK]
    assert joins
    return Corrections(switched_off=pointers_to(communique.source, joins))


def latin_file(folder: Path) -> Path:
    path = folder / "oslo.txt"
    path.write_bytes(WORDS.encode("cp1252"))
    return path


def open_latin(workspace: Workspace, folder: Path, qtbot: QtBot) -> DocumentSession:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open(latin_file(folder))
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
    return session_of(workspace)


def test_a_repair_that_is_switched_off_makes_another_reading_which_is_shown_once_as_a_whole(
    workspace: Workspace, qtbot: QtBot
) -> None:
    session = session_of(workspace)
    before, shown = session.communique, list[Communique]()
    session.communique_changed.connect(shown.append)
    with qtbot.waitSignal(workspace.revised):
        session.correct(without_joins(before))
    assert len(shown) == 1
    assert shown[0].source is before.source
    assert len(shown[0].paragraphs) > len(before.paragraphs)
    assert shown[0].analysed
    assert shown[0].entities
    assert shown[0].sections
    with qtbot.waitSignal(workspace.revised):
        session.correct(Corrections())
    assert session.communique.text == before.text


def test_the_chosen_mention_is_chosen_in_the_new_reading(workspace: Workspace, qtbot: QtBot) -> None:
    session = session_of(workspace)
    entity = max(session.communique.entities, key=lambda entity: len(entity.mentions))
    mention = entity.mentions[-1]
    session.point_at_mention(mention)
    place = session.communique.repair_map.to_source(mention.span.start)
    with qtbot.waitSignal(workspace.revised):
        session.correct(without_joins(session.communique))
    assert session.selection is not None
    assert session.selection.entity.id == entity.id
    assert session.communique.repair_map.to_source(session.selection.mention.span.start) == place


def test_the_identity_alone_asks_for_no_other_reading(workspace: Workspace, qtbot: QtBot) -> None:
    session = session_of(workspace)
    before = session.recognised
    with qtbot.assertNotEmitted(workspace.revised):
        session.correct(Corrections({"title": "Another"}))
        workspace.pool.waitForDone()
        QCoreApplication.processEvents()
    assert session.recognised is before
    assert session.communique.identity.title == "Another"


def test_corrections_of_the_identity_stay_in_the_new_reading(workspace: Workspace, qtbot: QtBot) -> None:
    session = session_of(workspace)
    with qtbot.waitSignal(workspace.revised):
        session.correct(replace(without_joins(session.communique), identity={"title": "Another"}))
    assert session.communique.identity.title == "Another"
    assert session.recognised.identity.kind == "joint communiqué"


def test_what_the_disk_asks_for_before_the_analysis_is_read_after_it(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open(latin_file(tmp_path))
    session = session_of(workspace)
    session.show_notebook(Notebook(corrections=Corrections(encoding="cp1250")))
    with qtbot.waitSignals([workspace.analysis_ended, workspace.revised]):
        workspace.analyse()
    assert session.communique.source.encoding == "cp1250"


def test_an_answer_nobody_asks_for_any_more_is_dropped_and_the_newest_is_shown(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_latin(workspace, tmp_path, qtbot)
    begun, go_on = Event(), Event()

    def slowly(path: Path) -> bytes:
        begun.set()
        go_on.wait(5)
        return read_document(path)

    monkeypatch.setattr(revision_module, "read_document", slowly)
    shown: list[str] = []
    session.communique_changed.connect(lambda communique: shown.append(communique.source.encoding))
    with qtbot.waitSignal(workspace.revised):
        session.correct(Corrections(encoding="cp1250"))
        qtbot.waitUntil(begun.is_set)
        session.correct(Corrections(encoding="cp1251"))
        session.correct(Corrections(encoding="koi8-r"))
        go_on.set()
    assert shown == ["koi8-r"]


def test_an_encoding_nobody_knows_leaves_the_text_and_is_said(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = open_latin(workspace, tmp_path, qtbot)
    before = session.communique
    with qtbot.waitSignal(workspace.not_revised) as told, qtbot.assertNotEmitted(session.communique_changed):
        session.correct(Corrections(encoding="klingon"))
    assert told.args is not None
    assert "“klingon”, an encoding this program does not know. Choose one in Document > Encoding." in told.args[0]
    assert session.communique is before


def test_what_failed_is_not_tried_again_by_itself(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    session = open_latin(workspace, tmp_path, qtbot)
    with qtbot.waitSignal(workspace.not_revised):
        session.correct(Corrections(encoding="klingon"))
    with qtbot.assertNotEmitted(workspace.not_revised):
        session.correct(Corrections({"title": "Another"}, encoding="klingon"))
        workspace.pool.waitForDone()
        QCoreApplication.processEvents()
    with qtbot.waitSignal(workspace.not_revised):
        workspace.revise()


def test_a_fault_of_the_program_is_said_and_leaves_the_text(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> NoReturn:
        raise RuntimeError("a fault in the program")

    monkeypatch.setattr(revision_module, "parse", break_down)
    session = session_of(workspace)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(workspace.not_revised) as told:
        session.correct(without_joins(session.communique))
        qtbot.waitUntil(lambda: len(faults) == 1)
    assert told.args == [
        "A fault in this program kept the text from being read anew. The text on the screen stays as it was."
    ]


def test_an_encoding_chosen_for_a_text_without_a_file_changes_nothing(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.session_opened):
        workspace.open_text(WORDS)
    with qtbot.waitSignal(workspace.analysis_ended):
        workspace.analyse()
    with qtbot.waitSignal(workspace.revised):
        session_of(workspace).correct(Corrections(encoding="koi8-r"))
    assert session_of(workspace).communique.source.text == WORDS
