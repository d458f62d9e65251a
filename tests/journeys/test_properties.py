"""The reader puts right what a communiqué says of itself, and the encoding it is read in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from finding import part_of
from program import Program, Start
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QToolButton
from test_notes import QUOTE, bodies, notes_file, write

from viewer.core.communique import Evidence
from viewer.storage.resources import bundled_communique
from viewer.widgets.properties_dialog import PropertiesDialog

RUSSIAN = "Совместное заявление\n\nМинистры Norway и Chile встретились в Москве и обсудили сотрудничество.\n" * 3
CHANGED = "Joint statement of six ministers"


def properties(program: Program) -> PropertiesDialog:
    """The dialog, opened by its key."""
    program.press("Alt+Return", on=program.reading)
    return next(dialog for dialog in program.window.findChildren(PropertiesDialog) if dialog.isVisible())


def write_in(dialog: PropertiesDialog, name: str, words: str) -> None:
    field = next(row.field for row in dialog.rows if row.name == name)
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)


def agree(dialog: PropertiesDialog) -> None:
    button = part_of(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def content(program: Program) -> dict[str, Any]:
    read = yaml.safe_load(notes_file(program).read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def wait_for_encoding(program: Program, name: str) -> None:
    program.qtbot.waitUntil(lambda: program.window.status.encoding == name)
    program.wait_for_notes()


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    path = tmp_path / "moskva.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    return path


def test_a_title_that_was_written_is_there_at_once_and_at_the_next_start(start: Start) -> None:
    program = start(None)
    dialog = properties(program)
    write_in(dialog, "title", CHANGED)
    agree(dialog)
    assert program.window.windowTitle().startswith(CHANGED)
    program.wait_for_notes()
    assert program.saved == "Corrections saved"
    assert content(program)["corrections"] == {"identity": {"title": CHANGED}}
    assert content(program)["notes"] == []
    program = start(None)
    assert program.window.windowTitle().startswith(CHANGED)
    assert program.session.recognised.identity.kind == "joint communiqué"


def test_place_and_date_are_shown_as_they_were_put_right(program: Program) -> None:
    dialog = properties(program)
    write_in(dialog, "place", "Almaty")
    write_in(dialog, "date", "24 February 2005")
    agree(dialog)
    assert program.window.status.words[1] == "Almaty, 24 February 2005"
    assert program.session.communique.identity.date == "2005-02-24"


def test_without_a_date_the_place_and_the_title_are_shown(program: Program) -> None:
    program.open_text("Joint Statement\n\nThe ministers of Norway and Chile met in Oslo and spoke about trade.\n")
    assert program.window.status.words[1] == "Oslo · Joint Statement"
    assert program.window.windowTitle().startswith("Joint Statement")


def test_without_a_title_the_window_is_called_by_place_and_date(program: Program) -> None:
    dialog = properties(program)
    write_in(dialog, "title", "")
    write_in(dialog, "subtitle", "")
    agree(dialog)
    assert program.window.windowTitle().startswith("Astana, 25 February 2005")


def test_putting_right_the_title_leaves_the_chosen_name_and_the_place_on_the_page(program: Program) -> None:
    program.click("E. Ganiev")
    program.reading.verticalScrollBar().setValue(300)
    chosen, sections = program.session.selection, program.communique.sections
    dialog = properties(program)
    write_in(dialog, "title", CHANGED)
    agree(dialog)
    assert program.session.selection == chosen
    assert program.communique.sections is sections
    assert program.reading.offset == 300
    assert program.current_words == "E. Ganiev"


def test_resetting_gives_the_recognised_title_back_and_takes_the_correction_out_of_the_file(program: Program) -> None:
    dialog = properties(program)
    write_in(dialog, "title", CHANGED)
    write_in(dialog, "chair", "K. Tokaev")
    agree(dialog)
    dialog = properties(program)
    next(row for row in dialog.rows if row.name == "title").reset()
    agree(dialog)
    assert program.window.windowTitle().startswith("Meeting of the Council")
    program.wait_for_notes()
    assert content(program)["corrections"] == {"identity": {"chair": "K. Tokaev"}}


def test_a_date_that_there_never_was_is_said_and_nothing_is_kept(program: Program) -> None:
    dialog = properties(program)
    write_in(dialog, "title", CHANGED)
    write_in(dialog, "date", "31 February 2005")
    agree(dialog)
    assert dialog.isVisible()
    assert program.window.windowTitle().startswith("Meeting of the Council")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not program.session.corrections.identity


def test_what_is_being_written_in_the_properties_is_kept_when_the_window_closes(start: Start) -> None:
    program = start(None)
    write_in(properties(program), "title", CHANGED)
    program.window.close()
    assert content(program)["corrections"] == {"identity": {"title": CHANGED}}


def test_what_is_being_written_belongs_to_the_document_that_gives_way(program: Program, russian: Path) -> None:
    former = program.session
    write_in(properties(program), "chair", "K. Tokaev")
    program.open(russian)
    assert former is not program.session
    assert content(program)["corrections"] == {"identity": {"chair": "K. Tokaev"}}
    assert not program.session.corrections.identity


def test_the_words_that_give_a_value_are_shown_in_the_text(program: Program) -> None:
    words = program.communique.paragraphs[-1].span
    identity = program.session.recognised.identity._replace(evidence={"date": Evidence("dateline", words)})
    program.session.show_communique(replace(program.session.recognised, identity=identity))
    assert not program.sees(words)
    dialog = properties(program)
    foot = next(row.foot for row in dialog.rows if row.name == "date")
    show = next(button for button in foot.findChildren(QToolButton) if button.text() == "Show")
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert program.sees(words)
    dialog.close()


def test_another_encoding_is_chosen_with_one_click_and_is_there_at_the_next_start(start: Start, russian: Path) -> None:
    program = start(russian)
    assert program.window.status.encoding == "cp1251 (a guess)"
    program.window.action("encoding-koi8-r").trigger()
    wait_for_encoding(program, "KOI8-R")
    assert program.communique.source.text == RUSSIAN.encode("cp1251").decode("koi8-r")
    assert content(program)["corrections"] == {"encoding": "koi8-r"}
    assert content(program)["document"]["text_sha256"] == program.communique.source.sha256
    program = start(russian)
    wait_for_encoding(program, "KOI8-R")
    assert program.window.action("encoding-koi8-r").isChecked()
    assert program.communique.analysed
    assert {entity.name for entity in program.communique.entities} >= {"Norway", "Chile"}
    program.window.action("encoding-automatic").trigger()
    wait_for_encoding(program, "cp1251 (a guess)")
    assert program.communique.source.text == RUSSIAN
    assert "corrections" not in content(program)


def test_notes_outlive_a_wrong_encoding_and_its_mending(start: Start, russian: Path) -> None:
    program = start(russian)
    program.window.action("encoding-cp1252").trigger()
    wait_for_encoding(program, "cp1252")
    write(program, "Norway", "in any encoding")
    program.wait_for_notes()
    write(program, "Ñîâìåñòíîå", "only in this one")
    program.window.action("encoding-cp1251").trigger()
    wait_for_encoding(program, "cp1251")
    assert bodies(program) == ["in any encoding", "only in this one"]
    program = start(russian)
    wait_for_encoding(program, "cp1251")
    assert bodies(program) == ["in any encoding", "only in this one"]
    assert program.communique.source.text == RUSSIAN


def test_a_document_moved_after_its_encoding_was_chosen_finds_its_notes(start: Start, russian: Path) -> None:
    program = start(russian)
    program.window.action("encoding-koi8-r").trigger()
    wait_for_encoding(program, "KOI8-R")
    moved = russian.rename(russian.with_name("moved.txt"))
    program = start(moved)
    wait_for_encoding(program, "KOI8-R")


def test_what_an_encoding_does_not_have_is_counted(start: Start, russian: Path) -> None:
    program = start(russian)
    program.window.action("encoding-utf-8").trigger()
    wait_for_encoding(program, "UTF-8")
    count = program.communique.source.text.count("\ufffd")
    assert f"{count} places are not in UTF-8" in program.notice


def test_a_file_that_is_gone_cannot_be_read_anew_and_the_text_stays(start: Start, russian: Path) -> None:
    program = start(russian)
    russian.unlink()
    program.window.action("encoding-koi8-r").trigger()
    program.qtbot.waitUntil(lambda: "there is no such file" in program.notice)
    assert "The text on the screen stays as it was." in program.notice
    assert program.communique.source.text == RUSSIAN
    assert program.window.status.encoding == "cp1251 (a guess)"
    russian.write_bytes(RUSSIAN.encode("cp1251"))
    program.window.action("encoding-koi8-r").trigger()
    wait_for_encoding(program, "KOI8-R")


def test_a_pasted_text_has_no_encoding_to_choose(program: Program) -> None:
    program.open_text("Statement\n\nThe ministers met in Oslo.")
    assert program.window.status.encoding == ""
    assert not program.window.action("encoding-utf-8").isEnabled()
    assert program.window.action("properties").isEnabled()
    dialog = properties(program)
    assert not next(b for b in dialog.findChildren(QPushButton) if b.text() == "Change").isEnabled()
    dialog.close()
    program.open(bundled_communique())
    assert program.window.action("encoding-utf-8").isEnabled()


def test_a_note_on_a_corrected_document_is_saved_beside_the_corrections(program: Program) -> None:
    dialog = properties(program)
    write_in(dialog, "kind", "joint statement")
    agree(dialog)
    write(program, QUOTE, "who?")
    program.wait_for_notes()
    assert program.saved == "Notes saved"
    assert content(program)["corrections"] == {"identity": {"kind": "joint statement"}}
    assert [note["body"] for note in content(program)["notes"]] == ["who?"]
