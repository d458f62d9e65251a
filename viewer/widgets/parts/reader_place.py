"""Where the reader is on a page, in a way that outlives the reading text: positions in the source, and pixels."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint

from viewer.core.communique import Communique
from viewer.core.text import Span

if TYPE_CHECKING:
    from viewer.widgets.parts.page_view import PageView


class ReaderPlace(NamedTuple):
    """The position that begins the line at the page's upper edge, and that of the caret."""

    top: int
    below: int
    """How far below the edge the line's top is; negative where the edge cuts it."""
    caret: int


def place_on(page: "PageView", communique: Communique) -> ReaderPlace | None:
    """The reader's place, if the communiqué that is to be shown is of the source on the page."""
    shown = page.communique
    if shown is None or shown.source.text != communique.source.text:
        return None
    corner = page.cursorForPosition(QPoint(int(page.gutters().left) + 1, 0))
    units = corner.position(), page.textCursor().position()
    top, caret = (shown.repair_map.to_source(page.to_code_points(at)) for at in units)
    return ReaderPlace(top, page.cursorRect(corner).top(), caret)


def go_back(page: "PageView", place: ReaderPlace) -> None:
    """Bring the page, which now shows the communiqué, back to the reader's place."""
    assert page.communique is not None
    top, caret = (page.communique.repair_map.to_reading(at) for at in (place.top, place.caret))
    page.setTextCursor(page.cursor_at(Span(caret, caret)))  # first: it brings itself into view
    page.scroll_to(top, place.below)
