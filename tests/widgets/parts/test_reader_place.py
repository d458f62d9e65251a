import pytest
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.repairs import RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.formats.plain_text import source_from_text
from viewer.storage.resources import bundled_communique
from viewer.widgets.reading_pane import ReadingPane


@pytest.fixture
def joined() -> Communique:
    return parse(source_from_text(bundled_communique().read_text(encoding="utf-8"), "seed"))


@pytest.fixture
def parted(joined: Communique) -> Communique:
    """The same source with its page breaks left as they are."""
    off = [repair.key for repair in joined.repairs if repair.kind is RepairKind.JOINED_PAGE_BREAK]
    return parse(joined.source, frozenset(off))


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    made = ReadingPane()
    qtbot.addWidget(made)
    made.furnish()
    made.resize(1000, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at_top(pane: ReadingPane, communique: Communique) -> tuple[int, int]:
    """The source position that begins the line at the top, and where that line stands."""
    corner = pane.cursorForPosition(pane.rect().topLeft())
    place = communique.repair_map.to_source(pane.to_code_points(corner.position()))
    return place, pane.cursorRect(corner).top()


@pytest.mark.parametrize("scrolled", [0, 7, 333, 900])
def test_what_was_at_the_top_is_at_the_top_in_another_reading(
    pane: ReadingPane, joined: Communique, parted: Communique, scrolled: int
) -> None:
    assert parted.text != joined.text
    pane.show_communique(joined)
    pane.verticalScrollBar().setValue(scrolled)
    before = at_top(pane, joined)
    pane.show_communique(parted)
    assert at_top(pane, parted) == before
    pane.show_communique(joined)
    assert at_top(pane, joined) == before
    assert pane.offset == scrolled


def test_the_caret_stays_at_its_words(pane: ReadingPane, joined: Communique, parted: Communique) -> None:
    pane.show_communique(joined)
    start = joined.text.index("parliamentary elections")
    pane.reveal(Span(start, start + 5))
    pane.show_communique(parted)
    assert parted.text[pane.to_code_points(pane.textCursor().position()) :].startswith("parliamentary elections")


def test_another_text_and_none_have_no_place_to_keep(pane: ReadingPane, joined: Communique) -> None:
    pane.show_communique(joined)
    pane.verticalScrollBar().setValue(500)
    pane.show_communique(parse(Source("Statement\n\n" + "The ministers met.\n\n" * 90, "other")))
    assert pane.offset == 0
    pane.show_communique(parse(Source("", "none")))
    pane.show_communique(parse(Source("", "none")))
    assert pane.offset == 0
