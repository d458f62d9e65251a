"""Journey 1: the program starts, shows the bundled communiqué, and opens other documents."""

import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from finding import part_of
from program import Program, Start, row_of, words_on
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QTreeView

from viewer.core.errors import ViewerError
from viewer.qmodels.roles import RowKind
from viewer.services.recognition import Analyst
from viewer.widgets.commands import COMMANDS
from viewer.widgets.paste_dialog import PasteDialog

OTHER = "JOINT STATEMENT\n\nThe ministers of Norway and Chile met in Oslo on 3 May 2031.\n\nOslo, 3 May 2031\n"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "oslo.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_the_bundled_communique_is_on_screen_with_all_that_it_names(program: Program) -> None:
    window = program.window
    assert window.windowTitle().startswith("Meeting of the Council")
    assert program.sees(program.span("A meeting of the Council"))
    assert row_of(window.sidebar, RowKind.ENTITY, "S. Lavrov").isValid()
    assert row_of(window.sidebar, RowKind.ENTITY, "Shanghai Cooperation Organization").isValid()
    assert row_of(window.contents, RowKind.ROOT, "Sections").model().rowCount() == 2
    assert row_of(window.contents, RowKind.ENTITY, "S. Lavrov").isValid()
    place, document, counts, saved = window.status.words
    assert (place, document, saved) == ("¶ 1 of 13", "Astana, 25 February 2005", "No notes")
    assert counts.startswith("8 people, 7 states, ")
    assert program.notice == ""


def test_the_text_stands_on_screen_before_it_is_analysed(start: Start) -> None:
    program = start(None)
    analysed = []
    program.reading.page_painted.connect(lambda: analysed.append(program.communique.analysed))
    program.open_text(OTHER)
    assert analysed[0] is False
    assert row_of(program.window.sidebar, RowKind.ENTITY, "Norway").isValid()


def test_a_file_named_on_the_command_line_is_opened_first(start: Start, other: Path) -> None:
    program = start(other)
    assert program.session.path == other
    assert program.communique.text.startswith("JOINT STATEMENT")


def test_a_file_is_opened_by_the_dialog(program: Program, other: Path) -> None:
    program.choose_file(other)
    program.press("Ctrl+O", on=program.reading)
    program.wait_for(other)
    assert program.window.windowTitle().startswith("JOINT STATEMENT")
    assert row_of(program.window.sidebar, RowKind.ENTITY, "Norway").isValid()


def test_a_dialog_that_is_given_up_changes_nothing(program: Program) -> None:
    before = program.session
    program.give_up_dialog()
    program.press("Ctrl+O", on=program.reading)
    assert program.session is before


def test_a_file_dropped_on_the_window_is_opened(program: Program, other: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    drop(program, data)
    program.wait_for(other)
    assert program.communique.source.name == "oslo.txt"


def test_a_file_dragged_to_be_moved_is_copied_so_that_nothing_deletes_it(program: Program, other: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = drop(program, data, Qt.DropAction.MoveAction)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    program.wait_for(other)


def test_what_can_only_be_moved_is_not_taken(program: Program, other: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    assert not enter(program, data, Qt.DropAction.MoveAction, only=True).isAccepted()


def test_a_text_dropped_on_the_window_is_asked_about_as_one_that_is_pasted(program: Program) -> None:
    data = QMimeData()
    data.setText(OTHER)
    drop(program, data)
    dialog = part_of(program.window, PasteDialog)
    program.press_button(dialog, "&Open without keeping")
    program.wait_for(None)
    assert "not kept as a file" in program.notice


def test_what_is_neither_file_nor_text_is_not_taken(program: Program) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    assert not enter(program, data).isAccepted()


def test_a_pasted_text_that_was_not_kept_can_be_saved_as_a_file(program: Program, tmp_path: Path) -> None:
    program.open_text(OTHER)
    assert "not kept as a file" in program.notice
    saved = tmp_path / "saved.txt"
    program.choose_file(saved)
    program.press("Ctrl+Shift+S", on=program.reading)
    program.wait_for(saved)
    assert saved.read_bytes() == OTHER.encode()
    assert program.notice == ""


def test_a_pasted_text_that_cannot_be_kept_stays_open_and_it_is_said_why(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    program.open_text(OTHER)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        program.choose_file(tmp_path / "kept.txt")
        program.press("Ctrl+Shift+S", on=program.reading)
        program.qtbot.waitUntil(lambda: "could not be saved" in program.notice)
    assert "No space left on device" in program.notice
    assert program.actions_offered == ["Save text as…"]
    assert program.session.path is None
    assert not (tmp_path / "kept.txt").exists()


def test_names_that_cannot_be_found_are_said_and_no_longer_waited_for(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ViewerError("states.yaml, line 3: expected a text")

    monkeypatch.setattr(Analyst, "find_names", refuse)
    program = start(None)
    assert program.notice == "The names could not be found: states.yaml, line 3: expected a text."
    assert program.actions_offered == []
    assert program.window.status.words[2] == "Names could not be found"
    assert part_of(program.window.sidebar, QTreeView).accessibleDescription() == "No names were found in this text."
    assert row_of(program.window.contents, RowKind.ROOT, "Sections").model().rowCount() == 1, "the sections are there"
    assert "No names were found in this text." in program.card


def test_documents_opened_are_listed_and_opened_from_the_list(program: Program, other: Path, tmp_path: Path) -> None:
    recent = program.window.recent
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["No document opened yet"]
    second = tmp_path / "R&D.txt"
    second.write_text("Another text\n", encoding="utf-8")
    program.open(other)
    program.open(second)
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == [str(second).replace("&", "&&"), str(other)]
    recent.actions()[1].trigger()
    program.wait_for(other)


def test_the_same_text_opened_again_is_recognised_again(program: Program, other: Path) -> None:
    program.open(other)
    first = program.session
    program.workspace.open(other)
    program.qtbot.waitUntil(lambda: program.session is not first)
    program.wait_until_read()
    assert row_of(program.window.sidebar, RowKind.ENTITY, "Norway").isValid()
    assert underlined(program, "Norway")


def test_an_empty_file_is_opened_as_empty(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    program.open(path)
    assert program.communique.text == ""
    assert program.window.status.words == (
        "No paragraphs",
        "empty.txt",
        "No people, states or organisations",
        "No notes",
    )
    assert program.notice == ""


def test_a_text_in_another_language_opens_and_says_what_is_not_done(program: Program) -> None:
    program.open_text(
        "Erklärung\n\nDie Minister trafen sich am 3. Mai 2031 in Oslo und sprachen über die Lage der NATO in Europa "
        "sowie über den Handel zwischen ihren beiden Ländern."
    )
    assert "not in English" in program.window.status.words[1]
    assert {"Oslo", "NATO"} <= {form for entity in program.communique.entities for form in entity.forms}
    program.open_text(OTHER)
    assert "not in English" not in program.window.status.words[1]


def test_another_encoding_is_guessed_and_said_to_be_a_guess(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "moskva.txt"
    words = "Министры иностранных дел встретились в Москве и обсудили вопросы сотрудничества. " * 5
    path.write_bytes(words.encode("cp1251"))
    program.open(path)
    assert "Министры иностранных дел" in program.communique.text
    assert "shown as Windows-1251, which is a guess" in program.notice
    assert program.window.status.encoding == "Windows-1251 (a guess)"


def test_a_text_that_is_utf_8_but_for_a_few_bytes_is_not_said_to_be_in_another_encoding(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes("Министры встретились в Москве.".encode() + b"\xff\n")
    program.open(path)
    assert "A part of this text is not UTF-8" in program.notice
    assert "guess" not in program.notice


def bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Paths that cannot be opened, each with a word of what is said of it."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "binary").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(2000))
    (folder / "likely nothing").write_bytes(bytes(range(128, 160)) * 40 + bytes(range(1, 32)) * 100)
    with (folder / "large.txt").open("wb") as large:
        large.truncate(200 * 1024 * 1024)
    return {
        "missing": (folder / "missing.txt", "no such file"),
        "directory": (folder / "folder", "is a folder"),
        "pipe": (folder / "pipe", "a device or a pipe"),
        "device": (Path("/dev/zero"), "a device or a pipe"),
        "link loop": (folder / "loop", "leads back to itself"),
        "dangling link": (folder / "dangling", "a link to a file that is not there"),
        "binary": (folder / "binary", "a program"),
        "200 MB": (folder / "large.txt", "larger than 20 MB"),
        "undecodable": (folder / "likely nothing", "not text in any known encoding"),
        "half a file name": (folder / "a\0b", "no file can have this name"),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize(
    "kind",
    [
        "missing",
        "directory",
        "pipe",
        "device",
        "link loop",
        "dangling link",
        "binary",
        "200 MB",
        "undecodable",
        "half a file name",
    ],
)
def test_what_cannot_be_opened_is_said_and_the_old_document_stays(program: Program, tmp_path: Path, kind: str) -> None:
    path, reason = bad_inputs(tmp_path)[kind]
    before, chosen = program.session, program.entity("S. Lavrov")
    before.choose_entity(chosen.id)
    program.workspace.open(path)
    program.qtbot.waitUntil(lambda: program.notice != "")
    assert reason in program.notice
    assert program.session is before
    assert program.sees(chosen.mentions[0].span)
    assert "S. Lavrov" in program.card
    assert str(path) not in program.workspace.settings.recent


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="run by root, whom no permission stops")
def test_a_file_without_permission_is_refused_and_the_old_document_stays(program: Program, other: Path) -> None:
    other.chmod(0)
    before = program.session
    program.workspace.open(other)
    program.qtbot.waitUntil(lambda: program.notice != "")
    assert "you have no permission to read it" in program.notice
    assert program.session is before


def test_a_first_document_that_cannot_be_opened_leaves_a_window_that_says_why(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "missing.txt")
    assert "no such file" in program.notice
    assert program.workspace.session is None
    tree = part_of(program.window.sidebar, QTreeView)
    assert tree.accessibleDescription() == "Open a communiqué, or paste one, to see the names in it."
    for pane in (program.window.card, program.window.notes):
        assert any(words.startswith("Open a communiqué, or paste one") for words in words_on(pane))


def test_what_needs_a_document_can_be_done_once_one_is_open(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "missing.txt")
    needing = [command.id for command in COMMANDS if command.needs_document]
    assert not any(program.window.action(name).isEnabled() for name in needing)
    assert program.window.action("open").isEnabled()
    program.workspace.open_text(OTHER)
    program.qtbot.waitUntil(lambda: program.workspace.session is not None)
    program.wait_until_read()
    assert all(program.window.action(name).isEnabled() for name in needing)
    assert not any(words.startswith("Open a communiqué") for words in words_on(program.window.notes))


def test_a_later_request_overtakes_an_earlier_one(program: Program, other: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text("Slow statement\n\n" + "The ministers met. " * 50_000, encoding="utf-8")
    program.workspace.open(slow)
    program.workspace.open(other)
    program.wait_for(other)
    program.workspace.pool.waitForDone()
    QApplication.processEvents()
    assert program.session.path == other


def underlined(program: Program, words: str) -> bool:
    plain = QTextCharFormat.UnderlineStyle.NoUnderline
    return program.reading.cursor_at(program.span(words)).charFormat().underlineStyle() is not plain


def enter(
    program: Program, data: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction, *, only: bool = False
) -> QDragEnterEvent:
    """Drag data over the window. Its source proposes an action, and would do any other unless `only` this one."""
    event = QDragEnterEvent(program.window.rect().center(), *offer(data, action, only=only))
    QApplication.sendEvent(program.window, event)
    return event


def drop(program: Program, data: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction) -> QDropEvent:
    assert enter(program, data, action).isAccepted()
    event = QDropEvent(QPointF(program.window.rect().center()), *offer(data, action))
    QApplication.sendEvent(program.window, event)
    return event


def offer(
    data: QMimeData, action: Qt.DropAction, *, only: bool = False
) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
    """What a drag brings; Qt makes the action proposed out of the keys that are held."""
    held = Qt.KeyboardModifier.ShiftModifier if action is Qt.DropAction.MoveAction else Qt.KeyboardModifier.NoModifier
    possible = action if only else Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    return possible, data, Qt.MouseButton.LeftButton, held


def test_a_text_opened_again_says_truly_which_paragraph_is_read(program: Program, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    paragraph = "The ministers spoke of fish and grain. " * 9
    long.write_text("JOINT STATEMENT\n\n" + f"{paragraph}\n\n" * 30, encoding="utf-8")
    program.open(long)
    bar = program.reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = program.window.status.words[0]
    assert not place.startswith("¶ 1 ")
    program.workspace.open(long)
    former = program.session
    program.qtbot.waitUntil(lambda: program.session is not former)
    program.wait_until_read()
    assert (bar.value() > 0) is (not program.window.status.words[0].startswith("¶ 1 "))
