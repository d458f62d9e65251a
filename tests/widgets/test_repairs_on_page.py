from dataclasses import replace

import pytest
from named_text import statement
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.repair_places import changed_span
from viewer.core.repairs import RepairKind, Suspicion, SuspicionKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.widgets.parts.folds import fold_places
from viewer.widgets.parts.marks import SUSPECTED, UNDERLINES
from viewer.widgets.parts.repairs_on_page import repairs_at_caret, repairs_under
from viewer.widgets.parts.theme import LIGHT, palette
from viewer.widgets.parts.waves import wave_places
from viewer.widgets.reading_pane import ReadingPane

PAGE = """Home | About us | News | Contact
Share on Facebook
Print this page

JOINT COMMUNIQUE

1. The Ministers met  in Oslo on 3 May 2031 and spoke of cul\xadture and **trade** and the matters which they had

- 3 -

discussed at length before. 2. They also agreed to meet again next year in the city of Santiago.

- 4 -

3. They thanked the hosts for the welcome that they had been given in the city.

Share on Twitter
Related articles
Cookie policy
"""
FOLDED_BETWEEN = """Home | About us | News | Contact

JOINT COMMUNIQUE

1. The Ministers met in Oslo on 3 May 2031 and spoke of culture and of many other matters of the day.

Share on Facebook

2. They also agreed to meet again next year in the city of Santiago and to speak of the rest of it there.
"""


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    made = ReadingPane()
    qtbot.addWidget(made)
    made.setPalette(palette(LIGHT))
    made.furnish()
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def page() -> Communique:
    return replace(parse(Source(PAGE, "page")), analysed=True)


def place(pane: ReadingPane, communique: Communique, kind: RepairKind) -> QPointF:
    """The middle of the first repair of a kind that stands in a line."""
    span = changed_span(communique, next(repair for repair in communique.repairs if repair.kind is kind))
    before, after = (pane.cursorRect(pane.cursor_at(Span(at, at))).center() for at in (span.start, span.end))
    return QPointF((before.x() + after.x()) / 2, before.y())


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (RepairKind.JOINED_PAGE_BREAK, "A page break cut this sentence in two"),
        (RepairKind.COLLAPSED_SPACES, "Several spaces were taken for one."),
        (RepairKind.REMOVED_HYPHEN, "A word that was parted"),
        (RepairKind.MARKUP_REMOVED, "Mark-up was taken away here"),
    ],
)
def test_pointing_at_a_repair_in_a_line_says_what_was_done_and_why(
    pane: ReadingPane, page: Communique, kind: RepairKind, words: str
) -> None:
    pane.show_communique(page)
    hint = pane._hint(place(pane, page, kind))
    assert words in hint
    assert "Why: " in hint
    assert "The file itself is unchanged." in hint


def test_pointing_at_a_link_says_where_it_leads(pane: ReadingPane) -> None:
    long = f"https://example.org/{'x' * 900}"
    text = (
        f"Statement\n\n1. They met in [Oslo](https://<b>.org/\u202eoslo) and in [Bergen]({long}) and spoke of trade.\n"
    )
    communique = parse(Source(text, "linked"))
    pane.show_communique(communique)
    hints = []
    for words in ("Oslo", "Bergen"):
        at = communique.text.index(words) + 2
        hints.append(pane._hint(QPointF(pane.cursorRect(pane.cursor_at(Span(at, at))).center())))
    assert "Link to https://&lt;b&gt;.org/[U+202E]oslo" in hints[0]
    assert "Link to https://example.org/xxx" in hints[1]
    assert len(hints[1]) < 500


def test_a_page_number_in_a_join_is_told_with_it(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    hint = pane._hint(place(pane, page, RepairKind.JOINED_PAGE_BREAK))
    assert "A page number was taken out of the text here." in hint


def test_pointing_between_two_paragraphs_tells_what_was_taken_out_there(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    layout, last = pane.document().documentLayout(), pane.document().lastBlock()
    above = layout.blockBoundingRect(last.previous()).bottom()
    middle = QPointF(500, (above + layout.blockBoundingRect(last).top()) / 2)
    kinds = [repair.kind for repair in repairs_under(pane, middle)]
    assert RepairKind.REMOVED_PAGE_NUMBER in kinds
    assert repairs_under(pane, middle + QPointF(0, 20)) == ()


def test_pointing_at_plain_words_says_nothing(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    at = page.text.index("Oslo") + 2
    assert pane._hint(QPointF(pane.cursorRect(pane.cursor_at(Span(at, at))).center())) == ""


def test_the_caret_finds_the_repairs_beside_it(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    at = page.text.index("discussed at")
    pane.setTextCursor(pane.cursor_at(Span(at, at)))
    assert {repair.kind for repair in repairs_at_caret(pane)} == {
        RepairKind.JOINED_PAGE_BREAK,
        RepairKind.REMOVED_PAGE_NUMBER,
    }


def test_folded_lines_leave_a_line_above_and_below_the_text(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    (above, at_top), (below, at_foot) = fold_places(pane)
    layout = pane.document().documentLayout()
    assert (above.lines, below.lines) == (3, 3)
    assert at_top.bottom() < layout.blockBoundingRect(pane.document().firstBlock()).top()
    assert at_foot.top() > layout.blockBoundingRect(pane.document().lastBlock()).bottom()
    assert at_foot.bottom() < layout.documentSize().height(), "there is room below the text"
    assert has_ink(pane, at_top.center(), at_top.width())
    assert "folded away here" in pane._hint(at_top.center())


def test_folded_lines_between_paragraphs_part_them(pane: ReadingPane) -> None:
    communique = parse(Source(FOLDED_BETWEEN, "between"))
    pane.show_communique(communique)
    between = next(place for fold, place in fold_places(pane) if fold.after == 1)
    layout, last = pane.document().documentLayout(), pane.document().lastBlock()
    assert layout.blockBoundingRect(last.previous()).bottom() < between.top()
    assert between.bottom() < layout.blockBoundingRect(last).top()


def test_a_narrow_column_says_it_shorter(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(page)
    wide = next(place for _, place in fold_places(pane)).width()
    pane.resize(340, 700)
    gutters = pane.gutters()
    narrow = next(place for _, place in fold_places(pane))
    assert narrow.width() < wide
    assert gutters.left <= narrow.left()
    assert narrow.right() <= gutters.right


def test_a_click_on_the_line_asks_for_what_is_folded(pane: ReadingPane, page: Communique, qtbot: QtBot) -> None:

    pane.show_communique(page)
    fold, where = next(fold_places(pane))
    with qtbot.waitSignal(pane.fold_chosen) as asked:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=where.center().toPoint())
    assert asked.args == [fold]


def unfolded(text: str) -> Communique:
    """With every line of the web page shown."""
    source = Source(text, "shown")
    folded = (one.key for one in parse(source).repairs if one.kind is RepairKind.FOLDED_BOILERPLATE)
    return parse(source, frozenset(folded))


def test_lines_that_are_shown_can_be_folded_away_at_the_same_place(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_communique(parse(Source(PAGE, "page")))
    _, away = next(fold_places(pane))
    pane.show_communique(unfolded(PAGE))
    fold, where = next(fold_places(pane))
    assert fold.shown
    assert (where.top(), where.center().x()) == (away.top(), away.center().x())
    assert where.bottom() < pane.document().documentLayout().blockBoundingRect(pane.document().firstBlock()).top()
    assert "Switched off: lines that belong to a web page" in pane._hint(where.center())
    with qtbot.waitSignal(pane.fold_chosen) as asked:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=where.center().toPoint())
    assert asked.args == [fold]


def test_the_line_over_lines_that_are_shown_stands_before_the_first_of_them(pane: ReadingPane) -> None:
    shown = unfolded(FOLDED_BETWEEN)
    pane.show_communique(shown)
    fold, between = [*fold_places(pane)][1]
    layout, block = pane.document().documentLayout(), pane.document().findBlockByNumber(fold.after)
    assert shown.text.split("\n")[fold.after + 1] == "Share on Facebook"
    assert layout.blockBoundingRect(block).bottom() < between.top()
    assert between.bottom() < layout.blockBoundingRect(block.next()).top()


def test_the_caret_in_lines_that_are_shown_finds_what_folds_them(pane: ReadingPane) -> None:
    shown = unfolded(PAGE)
    pane.show_communique(shown)
    at = shown.text.index("Related articles") + 3
    pane.setTextCursor(pane.cursor_at(Span(at, at)))
    assert repairs_at_caret(pane) == [fold for fold, _ in fold_places(pane)][-1].repairs


def suspecting(communique: Communique, words: str) -> tuple[Communique, Suspicion]:
    start = communique.text.index(words)
    glued = Suspicion(SuspicionKind.GLUED_WORDS, Span(start, start + len(words)), "“mat” and “ters” are words")
    return replace(communique, suspicions=(glued,)), glued


def test_words_that_look_damaged_have_a_wave_and_say_why(pane: ReadingPane, page: Communique) -> None:
    damaged, glued = suspecting(page, "matters")
    pane.show_communique(damaged)
    ((marked, where),) = wave_places(pane)
    left, right = (pane.cursorRect(pane.cursor_at(Span(at, at))) for at in (glued.span.start, glued.span.end))
    assert marked is glued
    assert (where.left(), where.right()) == (left.left(), right.left())
    assert where.top() > left.top() + pane.fontMetrics().ascent()
    assert has_ink(pane, where.center(), where.width())
    hint = pane._hint(QPointF(left.center() + QPoint(3, 0)))
    assert "They are left as the file has them." in hint
    assert "“mat” and “ters” are words" in hint


def test_the_wave_can_be_switched_off(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(suspecting(page, "matters")[0])
    pane.set_hidden_marks(frozenset({SUSPECTED}))
    assert not list(wave_places(pane))


def test_a_name_that_looks_damaged_keeps_its_underline(pane: ReadingPane) -> None:
    damaged, glued = suspecting(statement(), "Ruritania")
    pane.show_communique(damaged)
    kind = next(
        entity.kind for entity in damaged.entities if damaged.mentions_at(glued.span.start)[0] in entity.mentions
    )
    assert pane.cursor_at(glued.span).charFormat().underlineStyle() is UNDERLINES[kind]
    assert [one for one, _ in wave_places(pane)] == [glued]


def test_a_wave_goes_on_in_the_next_line(pane: ReadingPane, page: Communique) -> None:
    pane.show_communique(suspecting(page, "in Oslo on 3 May 2031 and spoke of culture and trade and the matters")[0])
    (_, first), (_, second) = wave_places(pane)
    assert second.top() > first.bottom()
    assert second.left() == pytest.approx(pane.gutters().left, abs=1)
    assert abs(first.right() - pane.gutters().right) < 80


def has_ink(pane: ReadingPane, middle: QPointF, width: float) -> bool:
    picture, paper = pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), pane.palette().base().color()
    row = round(middle.y())
    return any(
        picture.pixelColor(round(middle.x() - width / 2) + x, row).rgb() != paper.rgb() for x in range(int(width))
    )
