"""The reader pastes a text: it is asked what it is, kept as a file of theirs, and opened from there."""

import errno
import os
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from finding import part_of
from generate import generate
from program import Program, Start, words_on
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from yaml import safe_load

from viewer.core.edition import with_switched
from viewer.core.repairs import RepairKind
from viewer.formats.clipboard import CHROMIUM
from viewer.widgets.parts.whole_label import WholeLabel
from viewer.widgets.paste_dialog import PasteDialog
from viewer.widgets.properties_dialog import PropertiesDialog

TEXT = "JOINT STATEMENT\n\nThe ministers of Norway and Chile met in Oslo on 3 May 2031.\r\n\r\nOslo, 3 May 2031\n"
KEPT = TEXT.replace("\r\n", "\n").encode()
ADDRESS = "https://www.example.org/statement"
KEEP, OPEN = "&Keep and open", "&Open without keeping"


def paste(program: Program, text: str = TEXT, address: str = "") -> PasteDialog:
    """Press the key with this text on the clipboard, and wait until the dialog knows what it is."""
    data = QMimeData()
    data.setText(text)
    if address:
        data.setData(CHROMIUM, address.encode())
    QGuiApplication.clipboard().setMimeData(data)
    program.press("Ctrl+Shift+V", on=program.reading)
    dialog = next(one for one in program.window.findChildren(PasteDialog) if one.isVisible())
    program.qtbot.waitUntil(lambda: any("paragraph" in words for words in words_on(dialog)))
    return dialog


def fields(dialog: PasteDialog) -> list[QLineEdit]:
    """The fields of the title and of the source."""
    return dialog.findChildren(QLineEdit)


def corrections(program: Program) -> dict[str, object]:
    """What the notes file says was put right."""
    program.wait_for_notes()
    (path,) = program.folders.notes.glob("*.yaml")
    return dict(safe_load(path.read_text(encoding="utf-8"))["corrections"]["identity"])


def test_a_long_title_is_seen_from_its_beginning_and_the_place_to_its_end(program: Program) -> None:
    title = "Joint Statement of the Ministers of Norway and Chile on the Occasion of the Third Session"
    dialog = paste(program, f"{title} in Oslo\n\nThe ministers met in Oslo on 3 May 2031.\n")
    field = fields(dialog)[0]
    assert field.selectedText() == field.text() != ""
    assert field.cursorPosition() == 0
    (place,) = (one for one in dialog.findChildren(WholeLabel) if one.text().startswith("It will be kept as"))
    assert place.height() >= place.heightForWidth(place.width()) > place.fontMetrics().height()
    dialog.reject()


def test_the_dialog_says_what_the_text_is_and_where_it_will_be_kept(program: Program) -> None:
    dialog = paste(program, address=ADDRESS)
    title, address = fields(dialog)
    assert (title.text(), address.text()) == ("JOINT STATEMENT", ADDRESS)
    assert part_of(dialog, QPlainTextEdit).toPlainText().startswith("JOINT STATEMENT\n\nThe ministers")
    said = words_on(dialog)
    assert "3 paragraphs, 19 words" in said
    assert any("“joint-statement.txt” in " in words for words in said)
    dialog.reject()


def test_the_title_proposed_is_the_one_that_the_properties_show(program: Program) -> None:
    text = generate("web", 3).text
    dialog = paste(program, text)
    proposed = fields(dialog)[0].text()
    dialog.reject()
    program.open_text(text)
    folded = [repair for repair in program.communique.repairs if repair.kind is RepairKind.FOLDED_BOILERPLATE]
    source = program.communique.source
    program.session.correct(with_switched(program.communique, program.session.corrections, folded, on=False))
    program.qtbot.waitUntil(lambda: folded[0].source.of(source.text).split("\n")[0] in program.communique.text)
    assert program.communique.identity.title == proposed
    program.window.action("properties").trigger()
    title = next(row for row in part_of(program.window, PropertiesDialog).rows if row.name == "title")
    assert title.words == proposed


def test_a_text_is_kept_word_for_word_and_opened_from_its_file(program: Program) -> None:
    program.press_button(paste(program, address=ADDRESS), KEEP)
    kept = program.folders.texts / "joint-statement.txt"
    program.wait_for(kept)
    assert kept.read_bytes() == KEPT
    assert len(program.communique.paragraphs) == 3
    assert program.notice.startswith("The text is kept as “joint-statement.txt”")
    assert program.window.findChildren(PasteDialog) == [] or not part_of(program.window, PasteDialog).isVisible()
    assert str(kept) in program.workspace.settings.recent


def test_where_it_came_from_and_when_go_into_the_notes_file(program: Program) -> None:
    assert program.application.connections is not None
    program.application.connections.paste_acts._today = lambda: date(2031, 5, 4)
    program.press_button(paste(program, address=ADDRESS), KEEP)
    program.wait_for(program.folders.texts / "joint-statement.txt")
    assert corrections(program) == {"source_address": ADDRESS, "accessed": "2031-05-04"}
    assert program.communique.identity.source_address == ADDRESS


def test_a_title_of_the_readers_names_the_file_and_the_document(program: Program, start: Start) -> None:
    dialog = paste(program)
    title, _ = fields(dialog)
    title.selectAll()
    title.insert("Norway and  Chile")
    title.setModified(True)
    program.press_button(dialog, KEEP)
    kept = program.folders.texts / "norway-and-chile.txt"
    program.wait_for(kept)
    assert corrections(program)["title"] == "Norway and Chile"
    again = start(kept)
    again.qtbot.waitUntil(lambda: again.communique.identity.title == "Norway and Chile")


def test_the_same_text_is_opened_where_it_was_kept_before(program: Program, start: Start) -> None:
    program.press_button(paste(program, address=ADDRESS), KEEP)
    kept = program.folders.texts / "joint-statement.txt"
    program.wait_for(kept)
    said = corrections(program)
    again = start(None)
    again.press_button(paste(again, address="https://elsewhere.example/"), KEEP)
    again.wait_for(kept)
    assert again.notice.startswith("This text was kept before; it was opened from “joint-statement.txt”")
    assert list(again.folders.texts.iterdir()) == [kept]
    assert corrections(again) == said, "what was noted of it first stays"


def test_another_text_of_the_same_title_is_kept_beside_it(program: Program) -> None:
    program.press_button(paste(program), KEEP)
    program.wait_for(program.folders.texts / "joint-statement.txt")
    dialog = paste(program, TEXT + "They parted.\n")
    assert any("“joint-statement-2.txt”" in words for words in words_on(dialog))
    program.press_button(dialog, KEEP)
    program.wait_for(program.folders.texts / "joint-statement-2.txt")
    assert (program.folders.texts / "joint-statement.txt").read_bytes() == KEPT


def test_a_text_can_be_opened_without_keeping_it(program: Program) -> None:
    program.press_button(paste(program), OPEN)
    program.wait_for(None)
    assert "not kept as a file" in program.notice
    assert not program.folders.texts.exists()


def test_a_dialog_that_is_given_up_changes_nothing(program: Program) -> None:
    before = program.session
    paste(program).reject()
    assert program.session is before
    assert not program.folders.texts.exists()


def test_a_full_disk_is_told_in_the_dialog_and_the_text_can_still_be_opened(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    dialog = paste(program)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        program.press_button(dialog, KEEP)
        program.qtbot.waitUntil(lambda: any("could not be kept" in words for words in words_on(dialog)))
    assert any("No space left on device" in words for words in words_on(dialog))
    program.press_button(dialog, OPEN)
    program.wait_for(None)
    assert program.communique.text.startswith("JOINT STATEMENT")


@pytest.mark.parametrize(
    ("text", "called"),
    [("%PDF-1.7\n1 0 obj\nendobj\n", "a PDF document"), ("PK\x03\x04 word/document.xml", "a Word document")],
)
def test_a_text_that_begins_like_another_kind_of_file_is_not_kept(program: Program, text: str, called: str) -> None:
    dialog = paste(program, text)
    said = " ".join(words_on(dialog))
    assert f"This is {called}" in said
    assert "It will be kept" not in said
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert {button.text() for button in buttons if button.isEnabled()} == {OPEN, "Cancel"}
    program.press_button(dialog, OPEN)
    program.wait_for(None)
    assert not program.folders.texts.exists()


def test_a_folder_that_is_a_file_is_told_and_another_can_be_chosen(program: Program, tmp_path: Path) -> None:
    program.folders.texts.write_text("a file", encoding="utf-8")
    dialog = paste(program)
    program.press_button(dialog, KEEP)
    program.qtbot.waitUntil(lambda: any("could not be kept" in words for words in words_on(dialog)))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    program.choose_file(elsewhere)
    program.press_button(dialog, "C&hange…")
    assert not any("could not be kept" in words for words in words_on(dialog))
    program.press_button(dialog, KEEP)
    program.wait_for(elsewhere / "joint-statement.txt")
    assert program.workspace.settings.texts_folder == str(elsewhere)


@pytest.mark.parametrize("nothing", ["", " \n\t"])
def test_pasting_nothing_says_what_to_do(program: Program, nothing: str) -> None:
    QGuiApplication.clipboard().setText(nothing)
    before = program.session
    program.press("Ctrl+Shift+V", on=program.reading)
    assert "no text on the clipboard" in program.notice
    assert program.session is before
    assert program.window.findChildren(PasteDialog) == []


def test_hostile_words_cannot_hide_in_the_dialog(program: Program) -> None:
    dialog = paste(program, "JOINT \u202eSTATEMENT <b>X</b>\n\nThe ministers met.\u200b They spoke.")
    title, _ = fields(dialog)
    shown = [title.text(), part_of(dialog, QPlainTextEdit).toPlainText(), *words_on(dialog)]
    assert not any(hidden in words for words in shown for hidden in "\u202e\u200b")
    assert "[U+202E]" in shown[0]
    assert "<b>X</b>" in shown[1]
    program.press_button(dialog, KEEP)
    program.wait_for(program.folders.texts / "joint-u-202e-statement-b-x-b.txt")
    assert "\u202e" in program.communique.text, "the text itself is kept as it was pasted"
    assert "title" not in corrections(program)


def test_an_address_that_is_none_is_doubted_and_noted_all_the_same(program: Program) -> None:
    dialog = paste(program)
    _, address = fields(dialog)
    address.setText("Ministry's newsletter")
    assert any("not written like a web address" in words for words in words_on(dialog))
    program.press_button(dialog, KEEP)
    program.wait_for(program.folders.texts / "joint-statement.txt")
    assert corrections(program)["source_address"] == "Ministry's newsletter"


def test_a_title_typed_before_the_text_was_looked_through_stays(program: Program) -> None:
    dialog = PasteDialog(TEXT, "", program.folders.texts, program.window)
    title, _ = fields(dialog)
    title.setText("Mine")
    title.setModified(True)
    program.open_text(TEXT)
    dialog.show_what_it_is(program.communique)
    assert title.text() == "Mine"
    dialog.deleteLater()


def test_the_question_of_a_folder_can_be_given_up(program: Program) -> None:
    dialog = paste(program)
    program.give_up_choosing()
    program.press_button(dialog, "C&hange…")
    assert program.workspace.settings.texts_folder == ""
    assert QApplication.activeModalWidget() is dialog
    dialog.reject()
