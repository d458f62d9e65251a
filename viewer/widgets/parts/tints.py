"""The tints behind the words: the mentions of the chosen entity, the current one, the place just reached."""

from typing import TYPE_CHECKING, Final

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTextEdit

from viewer.core.text import Span

if TYPE_CHECKING:  # the first frame shows no entities
    from viewer.core.mentions import Mention
    from viewer.widgets.parts.page_view import PageView

_FLASH: Final = 1000  # milliseconds a place reached is tinted


class Tints(QObject):
    """Tints what is on screen: thousands of tints would be slow."""

    def __init__(self, page: "PageView") -> None:
        super().__init__(page)
        self._page = page
        self._chosen: tuple[Mention, ...] = ()
        self._current: Span | None = None
        self._reached: Span | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_FLASH)
        self._end.timeout.connect(self._forget_place)
        page.scrolled.connect(self.show)
        page.resized.connect(self.show)

    def choose(self, mentions: "tuple[Mention, ...]", current: Span | None) -> None:
        """Tint the mentions of the chosen entity, the current one more strongly."""
        self._chosen, self._current = mentions, current
        self.show()

    def reach(self, span: Span) -> None:
        """Tint a place for a second."""
        self._reached = span
        self._end.start()
        self.show()

    def forget(self) -> None:
        """Another text is shown: nothing in it is tinted yet."""
        self._chosen, self._current, self._reached = (), None, None
        self.show()

    @Slot()
    def show(self) -> None:
        shown, theme = self._page.visible_span(), self._page.theme
        tints = [(mention.span, theme.chosen) for mention in self._chosen if shown.overlaps(mention.span)]
        tints += [(span, theme.current) for span in (self._reached, self._current) if span]
        if tints or self._page.extraSelections():
            self._page.setExtraSelections([self._tinted(span, colour) for span, colour in tints])

    def _tinted(self, span: Span, colour: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._page.cursor_at(span)
        made.format.setBackground(QtGui.QColor(colour))
        made.format.setForeground(QtGui.QColor(self._page.theme.text))  # a dateline's muted words would not show enough
        return made

    @Slot()
    def _forget_place(self) -> None:
        self._reached = None
        self.show()
