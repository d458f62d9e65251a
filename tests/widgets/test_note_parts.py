import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument, QTextOption
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from viewer.widgets.parts.elided import elided_lines
from viewer.widgets.parts.note_body import LONGEST_BODY, note_body
from viewer.widgets.parts.note_text import NoteText
from viewer.widgets.parts.safe_document import SafeDocument
from viewer.widgets.parts.tag_field import TagField, read_tags

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(body: str) -> str:
    return note_body(body, QFont(), 250).toRawText().replace("\u2029", "\n")


def test_a_document_reads_no_file_that_its_text_names() -> None:
    picture = SafeDocument().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (1, 1)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("**Bold** and *slanted*", "Bold and slanted"),
        ("[the *charter*](https://example.org/c) says", "the charter (https://example.org/c) says"),
        ("<https://example.org>", "https://example.org"),
        ("![a map](/etc/hostname) ![](/etc/passwd)", "[a map] "),
        ("<img src='/etc/hostname'> <script>x</script>", "<img src='/etc/hostname'> <script>x</script>"),
        ("# Heading\n\n- one\n- two", "Heading\none\ntwo"),
        ("", ""),
    ],
)
def test_markdown_is_drawn_with_links_and_pictures_written_out(body: str, words: str) -> None:
    assert drawn(body).rstrip() == words.rstrip()


def test_a_heading_in_a_note_is_no_larger_than_its_text() -> None:
    assert note_body("# Heading", QFont(), 250).size().height() == note_body("Text", QFont(), 250).size().height()


def test_a_very_long_body_is_cut_in_the_list() -> None:
    assert len(drawn("word " * 10_000)) <= LONGEST_BODY + 1


@pytest.mark.parametrize("mark", [">", "- ", "[", "![", "*", "`", "| a ", "1. ", "&"])
def test_nested_and_unfinished_markdown_is_laid_out(mark: str) -> None:
    assert note_body(mark * 2000, QFont(), 250).size().height() > 0


def test_lines_are_elided_only_where_the_text_does_not_fit() -> None:
    assert elided_lines("short", QFont(), 400, 2) == ("short",)
    first, second = elided_lines("😀 many words " * 20, QFont(), 120, 2)
    assert first.startswith("😀")
    assert second.endswith("…")
    assert elided_lines("", QFont(), 100, 2) in ((), ("",))


def test_tags_are_read_once_each_and_without_their_signs() -> None:
    assert read_tags(" water,, #Treaty ,WATER, old  law ") == ("water", "Treaty", "old law")


def test_the_last_tag_is_completed_and_those_before_it_stay(qtbot: QtBot) -> None:
    field = TagField()
    qtbot.addWidget(field)
    field.offer({"water", "wording", "chair"})
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "old, wat")
    popup = field.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.tags() == ("old", "water")


def test_a_word_of_a_megabyte_is_broken_anywhere_because_qt_would_take_a_minute(qtbot: QtBot) -> None:
    text = NoteText()
    qtbot.addWidget(text)
    text.show_body("a" * 1_000_000)
    assert text.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    text.show_body("plain words")
    assert text.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
