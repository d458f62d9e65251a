import pytest
from finding import part_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.edition import EDITABLE
from viewer.core.errors import ViewerError
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.property_fields import make_row
from viewer.widgets.parts.property_row import Found, PropertyRow
from viewer.widgets.parts.theme import DARK

NOTHING = Found()
TITLE = Found("Joint statement", "From the head of the text: “Joint statement”", has_place=True)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def row(page: QWidget, name: str, found: Found = NOTHING, edit: str | None = None) -> PropertyRow:
    made = make_row(name, page)
    made.show_value(found, edit)
    return made


def source(shown: PropertyRow) -> str:
    return shown.foot.findChildren(PlainLabel)[0].text()


def offered(shown: PropertyRow) -> list[str]:
    buttons = shown.foot.findChildren(QAbstractButton)
    return [button.text() for button in buttons if button.isVisibleTo(shown.foot)]


def put(shown: PropertyRow, words: str) -> None:
    shown._put("")
    shown.field.setFocus()
    QTest.keyClicks(shown.field, words)


def test_what_the_text_says_is_shown_with_where_it_says_so(page: QWidget) -> None:
    shown = row(page, "title", TITLE)
    assert shown.words == "Joint statement"
    assert source(shown) == "From the head of the text: “Joint statement”"
    assert offered(shown) == ["Show"]
    assert shown.edit() is None


def test_what_the_text_does_not_say_is_said_to_be_so(page: QWidget) -> None:
    shown = row(page, "chair")
    assert (shown.words, source(shown), offered(shown)) == ("", "Not said in the text", [])
    assert shown.edit() is None


def test_what_the_reader_wrote_is_said_beside_what_was_recognised(page: QWidget) -> None:
    shown = row(page, "title", TITLE, "Final statement")
    assert shown.words == "Final statement"
    assert source(shown) == "Written by you · recognised: Joint statement"
    assert offered(shown) == ["Show", "Reset"]
    assert shown.edit() == "Final statement"
    assert source(row(page, "chair", edit="K. Tokaev")) == "Written by you · not said in the text"
    assert source(row(page, "title", TITLE, "")) == "Left out by you · recognised: Joint statement"


def test_typing_is_followed_and_reset_gives_the_recognised_value_back(page: QWidget) -> None:
    shown = row(page, "place", Found("Zenda"))
    put(shown, "  Strelsau   on the  Elster ")
    assert source(shown) == "Written by you · recognised: Zenda"
    assert shown.edit() == "Strelsau on the Elster"
    shown.reset()
    assert (shown.words, shown.edit(), offered(shown)) == ("Zenda", None, [])


@pytest.mark.parametrize("name", EDITABLE)
def test_every_field_shows_takes_and_gives_back_a_value(page: QWidget, name: str) -> None:
    value = {"date": "2005-02-25", "accessed": "2005-02", "language": "ru", "parties": "Norway; Chile"}.get(
        name, "Words"
    )
    shown = row(page, name, Found(value))
    assert shown.edit() is None
    assert row(page, name, edit=value).edit() == value
    put(shown, "2006")
    assert shown.edit() == "2006"
    assert shown.label.buddy() is shown.field
    assert shown.field.accessibleName() == shown.label.text().replace("&", "")


def test_an_emptied_field_says_that_there_is_nothing_to_be_said(page: QWidget) -> None:
    shown = row(page, "title", TITLE)
    put(shown, "")
    assert shown.edit() == ""


def test_parties_stand_one_a_line_and_may_be_written_either_way(page: QWidget) -> None:
    shown = row(page, "parties", Found("Norway; Chile"))
    assert shown.words == "Norway\nChile"
    part_of(page, QPlainTextEdit).setPlainText(" Norway ;Chile\n\nPeru; ")
    assert shown.edit() == "Norway; Chile; Peru"
    put(shown, "Norway; Chile")
    assert shown.edit() is None


def test_dates_and_languages_are_shown_as_people_write_them(page: QWidget) -> None:
    assert row(page, "date", Found("2005-02-25")).words == "25 February 2005"
    assert row(page, "language", Found("en")).words == "English"
    assert row(page, "language", Found("tlh")).words == "tlh"
    shown = row(page, "language")
    put(shown, "russian")
    assert shown.edit() == "ru"


def test_a_date_that_cannot_be_read_is_said_in_its_place_until_it_is_mended(page: QWidget) -> None:
    shown = row(page, "date", Found("2005-02-25"))
    shown.set_theme(DARK)
    put(shown, "31 February 2005")
    assert source(shown) == "Written by you · recognised: 25 February 2005"
    assert not shown.check()
    assert source(shown) == "There is no such day as 31 February 2005."
    with pytest.raises(ViewerError):
        shown.edit()
    put(shown, "28 February 2005")
    assert source(shown) == "Written by you · recognised: 25 February 2005"
    assert shown.check()


def test_an_edit_made_by_hand_in_the_file_that_is_no_date_stays_as_it_is(page: QWidget) -> None:
    shown = row(page, "date", edit="spring 2005")
    assert shown.check()
    assert shown.edit() == "spring 2005"


def test_a_newer_reading_leaves_what_is_being_written(page: QWidget) -> None:
    written, waiting = row(page, "place", Found("Zenda")), row(page, "chair")
    put(written, "Strelsau")
    written.show_value(Found("Hentzau"), None)
    waiting.show_value(Found("A. Rassendyll"), None)
    assert (written.words, source(written)) == ("Strelsau", "Written by you · recognised: Hentzau")
    assert waiting.words == "A. Rassendyll"


def test_nothing_of_a_hostile_text_hides_or_is_read_as_markup(page: QWidget) -> None:
    shown = row(page, "title", Found("<b>a\u202eb</b>", "From the title: “<img src=a>\u202e”"))
    assert shown.words == "<b>a[U+202E]b</b>"
    assert source(shown) == "From the title: “<img src=a>[U+202E]”"
    assert shown.foot.findChildren(PlainLabel)[0].textFormat() is Qt.TextFormat.PlainText
    assert shown.edit() is None


def test_the_words_are_asked_for_by_the_name_of_the_field(page: QWidget, qtbot: QtBot) -> None:
    shown = row(page, "title", TITLE)
    with qtbot.waitSignal(shown.place_wanted) as wanted:
        shown._show.click()
    assert wanted.args == ["title"]
