"""The page itself: one communiqué set as text in a centred column, its entities marked, its choices tinted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QWidget

from viewer.core.communique import Communique
from viewer.core.repairs import Repair, RepairKind
from viewer.core.text import Span
from viewer.widgets.parts import page
from viewer.widgets.parts.placed_text import PlacedText
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.tints import Tints

if TYPE_CHECKING:  # the first frame shows no entities
    from viewer.core.mentions import Mention
    from viewer.core.repair_places import Fold
    from viewer.widgets.parts.reader_place import ReaderPlace

_LONGEST_WORD: Final = 1000  # letters
_TOP: Final = 40  # pixels above the title


class PageView(PlacedText):
    """Sets a communiqué as a page, and anew for another width, type or theme."""

    resized = Signal()  # `room` has changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.text_font = page.page_font(12)
        self._breaks_words = False
        self.hidden_marks: frozenset[str] = frozenset()
        self.folds: tuple[Fold, ...] = ()
        """What is folded away of the web page that the text came from, or could be."""
        self._tints = Tints(self)

    # What is shown ----------------------------------------------------------------------------------------------

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        """Show a communiqué; a newer reading of the text on screen only renews the marks.

        Where the same source is read in another way, what stood at the top stands there still.
        """
        same_page = self.communique is not None and page.sets_alike(self.communique, communique)
        place = self._place_in(communique) if not same_page else None
        self._tints.forget()
        if same_page:
            self.communique = communique
        else:
            self._wrap(communique.text)
            self.put_text(communique)
            self.folds = _folds(communique)
            self._set_page()
            self.setTextCursor(QTextCursor(self.document()))  # filling the document left it at the end
            if self.offset:
                self.verticalScrollBar().setValue(0)
        self._mark()
        if place is not None:
            from viewer.widgets.parts.reader_place import go_back  # noqa: PLC0415 - not before the first frame

            go_back(self, place)

    def show_selection(self, mentions: "tuple[Mention, ...]", current: Span | None) -> None:
        """Tint the mentions of the chosen entity, the current one more strongly."""
        self._tints.choose(mentions, current)

    def set_theme(self, theme: Theme) -> None:
        if theme is not self.theme:
            self.theme = theme
            self._set_again()

    def set_text_size(self, points: float) -> None:
        if points != self.text_font.pointSizeF():
            self.text_font = page.page_font(points)
            self._set_again()

    def set_hidden_marks(self, kinds: frozenset[str]) -> None:
        if kinds != self.hidden_marks:
            self.hidden_marks = kinds
            self._mark()

    @Slot(object)
    def reveal(self, span: Span) -> None:
        """Go to a span: tint it for a second and put the caret at its start, where keys and screen readers go on.

        Where it is not well in view, scroll so that it stands a third from the top.
        """
        start, height = self.cursor_at(Span(span.start, span.start)), self.room.height()
        if not height // 12 <= self.cursorRect(start).top() <= height * 2 // 3:
            self.scroll_to(span.start, height // 3)
        self.setTextCursor(start)  # only now: a caret out of view would bring itself to the window's edge
        self._tints.reach(span)

    def joins(self) -> Iterator[tuple[Repair, QRectF]]:
        """The joins on screen: each repair that brought words together, and its place in pixels of the viewport."""
        if self.communique is None or not self.communique.paragraphs:
            return
        paragraphs = self.communique.paragraphs
        for block, _ in self.visible_lines():
            for repair in self.communique.repairs_in(paragraphs[block.blockNumber()].span):
                if repair.kind is RepairKind.JOINED_PAGE_BREAK:
                    before = QRectF(self.cursorRect(self.cursor_at(Span(repair.at, repair.at))))
                    after = QRectF(self.cursorRect(self.cursor_at(Span(repair.at + 1, repair.at + 1))))
                    yield repair, before if after.top() > before.top() else before.united(after)

    # Setting the page -------------------------------------------------------------------------------------------

    def _place_in(self, communique: Communique) -> "ReaderPlace | None":
        if self.communique is None:
            return None
        from viewer.widgets.parts.reader_place import place_on  # noqa: PLC0415 - not before the first frame

        return place_on(self, communique)

    def _set_page(self) -> None:
        if self.communique is not None:
            quiet = self.palette().placeholderText()
            page.set_page(self.document(), self.communique, self.units, self.text_font, quiet)
            if self.folds:
                from viewer.widgets.parts.folds import make_room  # noqa: PLC0415 - few texts have any

                make_room(self, self.folds)
            self._set_column()

    def _set_again(self) -> None:
        """Set the page anew for another type or theme, and keep what was at the top there."""
        top = self.visible_span().start
        self._set_page()
        self._mark()
        if top:
            self.scroll_to(top, 0)
        self._tints.show()

    def _wrap(self, text: str) -> None:
        """Break lines between words, but anywhere in a text whose longest word would take Qt minutes."""
        anywhere = max(map(len, text.split()), default=0) > _LONGEST_WORD
        if anywhere != self._breaks_words:
            self._breaks_words = anywhere
            mode = QtGui.QTextOption.WrapMode
            self.setWordWrapMode(mode.WrapAnywhere if anywhere else mode.WrapAtWordBoundaryOrAnywhere)

    def _set_column(self) -> None:
        """Centre a column of the book's measure, with room for the margins."""
        left, right = page.side_margins(self.room.width(), self.communique, self.text_font)
        made = QTextFrameFormat(self.document().rootFrame().frameFormat())
        made.setLeftMargin(left)
        made.setRightMargin(right)
        made.setTopMargin(_TOP)
        made.setBottomMargin(_TOP * 2)
        self.document().rootFrame().setFrameFormat(made)

    def _mark(self) -> None:
        if self.communique is not None and self.communique.analysed:
            from viewer.widgets.parts.marks import set_marks  # noqa: PLC0415 - the first frame has no marks

            set_marks(self.document(), self.communique, self.hidden_marks, self.units, self.theme)

    # Qt's own ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: "QtGui.QResizeEvent") -> None:
        # A page that only grows higher or lower stays where it is; one that is set anew keeps its top.
        top = self.visible_span().start if event.size().width() != self.room.width() else 0
        self.room = event.size()
        self._set_column()
        super().resizeEvent(event)
        self.resized.emit()
        if top:
            self.scroll_to(top, 0)


def _folds(communique: Communique) -> "tuple[Fold, ...]":
    if all(repair.kind is not RepairKind.FOLDED_BOILERPLATE for repair in communique.repairs):
        return ()
    from viewer.core.repair_places import folds  # noqa: PLC0415 - few texts have any

    return folds(communique)
