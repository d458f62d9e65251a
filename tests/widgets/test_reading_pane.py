from dataclasses import replace
from statistics import mean

import pytest
from named_text import entity_named, statement, text_alone
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.core.analysis import analyse
from viewer.core.communique import Communique, ParagraphKind
from viewer.core.entities.pipeline import Recogniser
from viewer.core.mentions import EntityKind
from viewer.core.notes import NoteColour
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.formats.plain_text import source_from_text
from viewer.storage.resources import bundled_communique
from viewer.widgets.parts.page import NUMBER_GAP, number_font
from viewer.widgets.parts.theme import DARK, LIGHT, palette
from viewer.widgets.reading_pane import ReadingPane


@pytest.fixture(scope="module")
def seed(recogniser: Recogniser) -> Communique:
    text = bundled_communique().read_text(encoding="utf-8")
    return analyse(parse(source_from_text(text, "seed")), recogniser)


@pytest.fixture
def communique() -> Communique:
    """Its text begins with an emoji, which is two units to Qt."""
    return statement()


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    made = ReadingPane()
    qtbot.addWidget(made)
    made.setPalette(palette(LIGHT))
    made.furnish()
    made.resize(1000, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def where(communique: Communique, words: str) -> Span:
    start = communique.text.index(words)
    return Span(start, start + len(words))


def tinted(pane: ReadingPane, colour: str) -> list[str]:
    tints = pane.extraSelections()
    return [tint.cursor.selectedText() for tint in tints if tint.format.background().color() == QColor(colour)]


def underlined(pane: ReadingPane, span: Span) -> bool:
    style = pane.cursor_at(span).charFormat().underlineStyle()
    return style is not pane.cursor_at(span).charFormat().UnderlineStyle.NoUnderline


def ink(pane: ReadingPane, left: float, right: float, top: int, bottom: int) -> bool:
    """Whether anything is painted in a part of the pane."""
    picture, paper = pane.grab().toImage(), QColor(LIGHT.paper)
    return any(picture.pixelColor(x, y) != paper for x in range(int(left), int(right)) for y in range(top, bottom))


def beside(pane: ReadingPane, words: str, communique: Communique) -> tuple[int, int]:
    """Top and bottom of the line the words stand in."""
    rect = pane.cursorRect(pane.cursor_at(Span(where(communique, words).start, where(communique, words).start)))
    return rect.top(), rect.bottom()


def test_it_reveals_the_very_words_though_an_emoji_stands_before_them(
    pane: ReadingPane, communique: Communique
) -> None:
    pane.show_communique(communique)
    mention = entity_named(communique, "A. Žižka").mentions[2]
    pane.reveal(mention.span)
    assert tinted(pane, LIGHT.current) == ["Žižka"]


def test_a_revealed_place_stands_a_third_from_the_top_and_its_tint_ends(
    pane: ReadingPane, seed: Communique, qtbot: QtBot
) -> None:
    pane.show_communique(seed)
    pane.reveal(where(seed, "parliamentary elections"))
    top, _ = beside(pane, "parliamentary elections", seed)
    assert abs(top - pane.viewport().height() // 3) < 5
    assert tinted(pane, LIGHT.current) == ["parliamentary elections"]
    qtbot.waitUntil(lambda: tinted(pane, LIGHT.current) == [])


def test_what_is_well_in_view_is_not_scrolled(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    pane.reveal(where(seed, "was held on"))
    assert pane.verticalScrollBar().value() == 0


def test_a_place_gone_to_has_the_caret_and_keys_go_on_from_there(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    for words in ("A. Aytmatov", "parliamentary elections"):  # in view, and far from it
        pane.reveal(where(seed, words))
        scrolled = pane.verticalScrollBar().value()
        assert pane.textCursor().position() == pane.cursor_at(where(seed, words)).selectionStart()
        assert not pane.textCursor().hasSelection()
        QTest.keyClick(pane, Qt.Key.Key_Down)
        line = pane.cursorRect(pane.cursor_at(Span(where(seed, words).start, where(seed, words).start)))
        assert line.bottom() <= pane.cursorRect().top() + 1 <= line.bottom() + line.height()
        assert pane.verticalScrollBar().value() == scrolled


def test_return_chooses_the_name_gone_to(pane: ReadingPane, communique: Communique, qtbot: QtBot) -> None:
    pane.show_communique(communique)
    mention = entity_named(communique, "A. Žižka").mentions[1]
    pane.reveal(mention.span)
    with qtbot.waitSignal(pane.mention_chosen) as chosen:
        QTest.keyClick(pane, Qt.Key.Key_Return)
    assert chosen.args == [mention]


def test_the_margins_above_and_below_the_text_are_in_view_at_its_ends(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    bar, control = pane.verticalScrollBar(), Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(pane, Qt.Key.Key_End, control)
    assert bar.value() == bar.maximum()
    QTest.keyClick(pane, Qt.Key.Key_Home, control)
    assert bar.value() == 0
    bar.setValue(30)
    QTest.keyClick(pane, Qt.Key.Key_Control)
    assert bar.value() == 30, "a key that moves no caret scrolls nothing"
    QTest.keyClick(pane, Qt.Key.Key_Up)
    assert bar.value() == 0


@pytest.mark.parametrize("points", [9, 12, 18])
@pytest.mark.parametrize("width", [1000, 1600])
def test_a_line_holds_as_many_letters_as_in_a_book(
    pane: ReadingPane, seed: Communique, points: int, width: int
) -> None:
    pane.resize(width, 600)
    pane.set_text_size(points)
    pane.show_communique(seed)
    layout = pane.document().findBlockByNumber(2).layout()
    full = [layout.lineAt(line).textLength() for line in range(layout.lineCount() - 1)]
    assert 65 <= mean(full) <= 75


def test_a_narrow_window_leaves_room_for_the_margins(pane: ReadingPane, seed: Communique) -> None:
    pane.resize(360, 600)
    pane.show_communique(seed)
    gutters = pane.gutters()
    assert gutters.left >= 40
    assert pane.viewport().width() - gutters.right >= 40
    assert pane.horizontalScrollBar().maximum() == 0


def test_body_paragraphs_have_their_number_in_the_margin_and_others_none(pane: ReadingPane, seed: Communique) -> None:
    pane.resize(1000, 900)
    pane.show_communique(seed)
    left = pane.gutters().left
    assert ink(pane, left - 50, left - 5, *beside(pane, "A meeting of the Council", seed))
    assert ink(pane, left - 50, left - 5, *beside(pane, "President N. Nazarbayev", seed))
    assert not ink(pane, left - 50, left - 5, *beside(pane, "JOINT COMMUNIQUE", seed))
    assert not ink(pane, left - 50, left - 5, *beside(pane, "attended by the Minister", seed))


@pytest.mark.parametrize("points", [12, 20, 32])
def test_the_margin_holds_the_widest_number_whole(pane: ReadingPane, points: int) -> None:
    pane.set_text_size(points)
    pane.resize(400, 500)
    pane.show_communique(text_alone("Title", *["Body."] * 10_000, "End"))
    font = number_font(pane.text_font)
    assert pane.gutters().left >= QFontMetricsF(font).horizontalAdvance("10000") + NUMBER_GAP
    pane.resize(2400, 500)
    gutters = pane.gutters()
    assert abs(gutters.left - (pane.viewport().width() - gutters.right)) <= 1, "there is room to stand in the middle"


def test_a_note_is_marked_in_the_right_margin_of_its_paragraph(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    edge = pane.gutters().right
    place = edge + 5, edge + 50, *beside(pane, "Border Commission (BC)", communique)
    assert not ink(pane, *place)
    pane.show_notes({3: (NoteColour.PINK,)})
    assert ink(pane, *place)
    pane.show_notes({})
    assert not ink(pane, *place)


def test_a_join_over_a_page_break_is_explained(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    pane.reveal(where(seed, "community should remain"))
    ((repair, place),) = list(pane.joins())
    assert seed.text[repair.at - 9 : repair.at + 7] == "community should"
    assert "A page break cut this sentence in two" in pane._hint(place.center())


def test_copied_words_keep_their_no_break_spaces(pane: ReadingPane) -> None:
    text = "Article\u00a05 \U0001f54a of\u202fthe Treaty\u2028was read"
    pane.show_communique(text_alone("Title", text, "Zenda"))
    span = where(text_alone("Title", text, "Zenda"), text)
    pane.setTextCursor(pane.cursor_at(span))
    pane.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_selection_is_told_without_the_blanks_at_its_ends(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    span = where(communique, " took the chair, ")
    pane.setTextCursor(pane.cursor_at(span))
    assert pane.selected_span() == Span(span.start + 1, span.end - 1)
    pane.setTextCursor(pane.cursor_at(where(communique, "\n")))
    assert pane.selected_span() is None


def test_the_same_text_read_anew_keeps_the_place_and_gets_its_marks(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(replace(seed, analysed=False, mentions=(), entities=()))
    assert not underlined(pane, where(seed, "S. Lavrov"))
    pane.verticalScrollBar().setValue(200)
    pane.show_communique(seed)
    assert pane.verticalScrollBar().value() == 200
    assert underlined(pane, where(seed, "S. Lavrov"))


def test_the_same_words_set_otherwise_are_set_anew(pane: ReadingPane) -> None:
    emphasised, plain = (
        parse(source_from_text(f"Statement\n\nThe ministers noted, {words}, the report.", words))
        for words in ("*inter alia*", "inter alia")
    )
    assert emphasised.text == plain.text
    for communique, italic in ((emphasised, True), (plain, False)):
        pane.show_communique(communique)
        assert pane.cursor_at(where(communique, "inter alia")).charFormat().fontItalic() is italic
    heading = replace(plain, paragraphs=(plain.paragraphs[0], plain.paragraphs[1]._replace(kind=ParagraphKind.HEADING)))
    pane.show_communique(heading)
    assert pane.cursor_at(where(heading, "ministers")).charFormat().fontWeight() == QFont.Weight.DemiBold


def test_another_text_begins_at_its_top(pane: ReadingPane, seed: Communique, communique: Communique) -> None:
    pane.show_communique(seed)
    pane.verticalScrollBar().setValue(200)
    pane.show_communique(communique)
    assert pane.verticalScrollBar().value() == 0
    assert pane.textCursor().position() == 0


def test_the_first_frame_of_each_text_is_told_once(pane: ReadingPane, seed: Communique, qtbot: QtBot) -> None:
    bare = replace(seed, analysed=False, mentions=(), entities=())
    for _ in range(2):  # the same text opened again is told again, because it is analysed again
        with qtbot.waitSignal(pane.page_painted):
            pane.show_communique(bare)
        with qtbot.assertNotEmitted(pane.page_painted):
            pane.show_communique(seed)
            pane.repaint()
            QApplication.processEvents()


def test_kinds_can_be_left_unmarked(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    zenda, chair = (entity_named(communique, name).mentions[0].span for name in ("Zenda", "A. Žižka"))
    pane.set_hidden_marks(frozenset({EntityKind.PLACE}))
    assert (underlined(pane, zenda), underlined(pane, chair)) == (False, True)
    pane.set_hidden_marks(frozenset())
    assert underlined(pane, zenda)


def test_kinds_are_told_by_pattern_as_well_as_by_colour(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    marks = {
        (style.underlineStyle(), style.underlineColor().name())
        for name in ("A. Žižka", "Ruritania", "Border Commission")
        for style in [pane.cursor_at(entity_named(communique, name).mentions[0].span).charFormat()]
    }
    assert len({style for style, _ in marks}) == 3
    assert len({colour for _, colour in marks}) == 3


def test_larger_text_keeps_what_was_at_the_top(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    pane.reveal(where(seed, "The importance of an early signing"))
    top = pane.visible_span().start
    before = pane.document().size().height()
    pane.set_text_size(18)
    assert pane.document().size().height() > before
    assert pane.visible_span().start == top


def test_a_change_of_theme_repaints_marks_and_tints(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    zenda = entity_named(communique, "Zenda")
    pane.show_selection(zenda.mentions, zenda.mentions[0].span)
    pane.set_theme(DARK)
    assert tinted(pane, DARK.current) == ["Zenda"]
    assert tinted(pane, LIGHT.current) == []
    mark = pane.cursor_at(entity_named(communique, "A. Žižka").mentions[0].span).charFormat()
    assert mark.underlineColor() == DARK.kind(EntityKind.PERSON)


def test_the_wheel_with_ctrl_asks_for_another_size_and_alone_scrolls(
    pane: ReadingPane, seed: Communique, qtbot: QtBot
) -> None:
    pane.show_communique(seed)
    with qtbot.waitSignal(pane.zoom_wanted) as wanted:
        turn(pane, 120, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [1]
    assert pane.verticalScrollBar().value() == 0
    with qtbot.assertNotEmitted(pane.zoom_wanted):
        turn(pane, -120, Qt.KeyboardModifier.NoModifier)
    assert pane.verticalScrollBar().value() > 0


def test_dragging_over_a_name_selects_and_chooses_nothing(
    pane: ReadingPane, communique: Communique, qtbot: QtBot
) -> None:
    pane.show_communique(communique)
    span = entity_named(communique, "R. Brown").mentions[0].span
    start, end = (pane.cursorRect(pane.cursor_at(Span(at, at))).center() for at in (span.start, span.end))
    with qtbot.assertNotEmitted(pane.mention_chosen):
        QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(pane.viewport(), end)
        QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert pane.selected_span() == span


def test_the_pointer_is_a_hand_over_a_name(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    for words, shape in (
        ("R. Brown", Qt.CursorShape.PointingHandCursor),
        ("took the chair", Qt.CursorShape.IBeamCursor),
    ):
        start = where(communique, words).start
        QTest.mouseMove(pane.viewport(), pane.cursorRect(pane.cursor_at(Span(start, start))).center() + QPoint(4, 0))
        assert pane.viewport().cursor().shape() is shape


def test_nothing_is_ever_loaded(pane: ReadingPane) -> None:
    image = QTextDocument.ResourceType.ImageResource.value
    loaded = pane.loadResource(image, QUrl("file:///etc/hostname"))
    assert isinstance(loaded, QImage)
    assert (loaded.width(), loaded.height()) == (1, 1)


def test_an_empty_text_is_shown_as_empty(pane: ReadingPane, communique: Communique) -> None:
    pane.show_communique(communique)
    pane.show_communique(parse(source_from_text("", "empty.txt")))
    assert pane.document().isEmpty()
    assert pane.paragraph_at_hand() is None
    assert pane.visible_span() == Span(0, 0)
    assert pane.accessibleDescription() == "This text is empty."
    pane.show_communique(communique)
    assert pane.accessibleDescription() == ""


@pytest.mark.parametrize("words", ["This text is empty.", "Open a communiqué"])
def test_an_empty_page_says_so_in_its_middle(pane: ReadingPane, words: str) -> None:
    if words == "This text is empty.":
        pane.show_communique(parse(source_from_text("", "empty.txt")))
    assert pane.accessibleDescription().startswith(words)
    middle = pane.viewport().height() // 2
    pane.clearFocus()  # or the caret would be seen
    assert ink(pane, *pane.gutters(), middle - 20, middle + 20)
    assert not ink(pane, 0, pane.viewport().width(), 0, middle - 40)


def turn(pane: ReadingPane, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(pane.viewport().rect().center())
    event = QWheelEvent(
        middle,
        pane.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_a_number_that_the_text_prints_is_not_printed_twice(pane: ReadingPane) -> None:
    text = "Statement\n\n1. The ministers met in Oslo and agreed.\n\n2. They noted the report.\n\nThey parted."
    pane.show_communique(parse(source_from_text(text, "numbered")))
    assert [number for number, _ in pane._margins._numbers()] == []


def test_the_points_of_a_list_are_counted_with_the_paragraphs(pane: ReadingPane) -> None:
    text = (
        "Statement\n\nThe ministers agreed in Oslo:\n\n1. to meet\n\n2. to write\n\nThey noted the report and parted."
    )
    pane.show_communique(parse(source_from_text(text, "counted")))
    assert [number for number, _ in pane._margins._numbers()] == ["1", "2", "3", "4"]


def test_a_word_of_a_hundred_thousand_letters_is_broken_anywhere(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(parse(source_from_text("Statement\n\n" + "x" * 100_000, "word")))
    assert pane.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    pane.show_communique(seed)
    assert pane.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_a_page_that_grows_lower_stays_where_it_is(pane: ReadingPane, seed: Communique) -> None:
    pane.show_communique(seed)
    pane.verticalScrollBar().setValue(333)
    pane.resize(pane.width(), pane.height() - 40)
    assert pane.verticalScrollBar().value() == 333


def test_a_nested_item_stands_deeper(pane: ReadingPane) -> None:
    nested = "The ministers agreed in Oslo:\n(a) to meet by these means:\n- by sea\n- by air\n(b) to write"
    pane.show_communique(parse(source_from_text(f"Statement\n\n{nested}", "nested")))
    document = pane.document()
    margins = [document.findBlockByNumber(number).blockFormat().leftMargin() for number in range(2, 6)]
    assert margins[0] == margins[3] < margins[1] == margins[2]


@pytest.mark.parametrize("mark", ["", "**"])
def test_a_run_in_heading_has_the_weight_of_a_heading(pane: ReadingPane, mark: str) -> None:
    heads = ("Trade", "Energy", "Fisheries")
    run_in = "\n\n".join(f"{mark}{head}.{mark} The ministers met in Oslo and noted the report." for head in heads)
    pane.show_communique(parse(source_from_text(f"Statement\n\n{run_in}", "run-in")))
    cursor = pane.cursor_at(Span(len("Statement\n"), len("Statement\nTr")))
    assert cursor.charFormat().fontWeight() == QFont.Weight.DemiBold
