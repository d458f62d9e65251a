from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from viewer.core.drafts import Draft
from viewer.core.notes import Note, NoteId, NoteScope
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.services.document_session import DocumentSession
from viewer.services.draft_keeper import DraftKeeper
from viewer.storage import drafts
from viewer.storage.drafts import FoundDraft
from viewer.storage.state_folder import StateFolder

SESSION_TEXT = Source("Joint Communiqué\n\n1. The ministers met in Riverton.\n", "riverton.txt")
Make = Callable[[], DraftKeeper]


def draft(body: str) -> Draft:
    return Draft(Note(NoteId("n-1"), NoteScope.DOCUMENT, body))


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path)


@pytest.fixture
def make(state: StateFolder) -> Iterator[Make]:
    """Makes keepers for one document, as several windows on it have them."""
    session = DocumentSession(parse(SESSION_TEXT), None)
    made: list[DraftKeeper] = []

    def _make() -> DraftKeeper:
        made.append(DraftKeeper(session, state))
        return made[-1]

    yield _make
    for keeper in made:
        keeper.end()


def on_disk(state: StateFolder) -> list[str]:
    return sorted(drafts.read_draft(path)[1].note.body for path in state.drafts().glob("*.draft.yaml"))


def look(keeper: DraftKeeper, qtbot: QtBot) -> list[FoundDraft]:
    with qtbot.waitSignal(keeper.found) as found:
        keeper.look()
    assert found.args is not None
    answer: list[FoundDraft] = found.args[0]
    return answer


def test_the_disk_has_the_last_of_many_quick_changes(make: Make, state: StateFolder) -> None:
    keeper = make()
    for length in range(1, 20):
        keeper.keep(draft("x" * length))
    keeper.flush()
    assert on_disk(state) == ["x" * 19]


def test_nothing_is_written_in_the_thread_of_the_window(
    make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    here, threads = QThread.currentThread(), list[bool]()
    monkeypatch.setattr(drafts, "write_draft", lambda *_: threads.append(QThread.currentThread() is here))
    keeper = make()
    with qtbot.waitSignal(keeper.written):
        keeper.keep(draft("x"))
    assert threads == [False]


def test_an_editor_that_was_left_keeps_its_draft_beside_that_of_the_next(make: Make, state: StateFolder) -> None:
    keeper = make()
    keeper.keep(draft("one"))
    keeper.leave()
    keeper.keep(draft("two"))
    keeper.flush()
    assert on_disk(state) == ["one", "two"]
    keeper.remove_left()
    keeper.flush()
    assert on_disk(state) == ["two"]


def test_a_draft_that_is_discarded_is_gone_at_once(make: Make, state: StateFolder) -> None:
    keeper = make()
    keeper.keep(draft("one"))
    keeper.discard()
    keeper.flush()
    assert on_disk(state) == []


def test_another_window_does_not_take_what_is_being_written_here(make: Make, qtbot: QtBot) -> None:
    keeper, other = make(), make()
    keeper.keep(draft("one"))
    keeper.flush()
    assert look(other, qtbot) == []
    keeper.end()
    assert [found.draft for found in look(other, qtbot)] == [draft("one")]


def test_what_was_resumed_is_written_in_its_own_place(make: Make, state: StateFolder, qtbot: QtBot) -> None:
    keeper, other = make(), make()
    keeper.keep(draft("one"))
    keeper.end()
    (found,) = look(other, qtbot)
    other.resume(found)
    other.keep(draft("one and more"))
    other.flush()
    assert on_disk(state) == ["one and more"]


def test_a_draft_that_cannot_be_written_is_told_and_the_next_one_is_tried(
    make: Make, state: StateFolder, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "drafts").write_text("a file in the folder's place", encoding="utf-8")
    keeper = make()
    with qtbot.waitSignal(keeper.failed):
        keeper.keep(draft("one"))
    (tmp_path / "drafts").unlink()
    with qtbot.waitSignal(keeper.written):
        keeper.keep(draft("one"))
    assert on_disk(state) == ["one"]


def test_a_fault_in_writing_is_told_too(make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def break_down(*_: object) -> NoReturn:
        raise RuntimeError("a fault in the program")

    monkeypatch.setattr(drafts, "write_draft", break_down)
    keeper = make()
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(keeper.failed):
        keeper.keep(draft("one"))
        qtbot.waitUntil(lambda: len(faults) == 1)
