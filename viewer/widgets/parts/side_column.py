"""The column of names, card and notes; a card with nothing on it leaves its room to the names."""

from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSplitter, QWidget

_FIRST: Final = (250, 275, 205)
"""The heights at first, for a window of 800 pixels: the card explains and lists mentions beneath."""
_LEAST: Final = 40  # pixels
_LINES: Final = 3  # of words on the empty card
_AROUND: Final = 24  # pixels above and below them
_ANY: Final = (1 << 24) - 1  # pixels: Qt's own greatest height
_NAMES, _CARD, _NOTES = range(3)


class SideColumn(QSplitter):
    """Keeps the heights that the panes have while there is something on the card, as the reader sets them.

    They are in proportion: the panes share what height there is, and a pane that is hidden keeps its share.
    """

    def __init__(self, names: QWidget, card: QWidget, notes: QWidget) -> None:
        super().__init__()
        self.setProperty("orientation", 2)  # Qt.Orientation.Vertical, named without importing Qt: see reading_pane
        self._panes = (names, card, notes)
        for pane in self._panes:
            self.addWidget(pane)
        self._heights = [*_FIRST]
        self._card_is_empty = True
        self.splitterMoved.connect(self._keep)

    def heights_as_text(self) -> str:
        """For the settings."""
        return " ".join(map(str, self._heights))

    def take_heights(self, text: str) -> None:
        """Take the heights from the settings, or the first ones where these make no sense."""
        heights = [int(word) for word in text.split() if word.isdecimal()]
        self._heights = heights if len(heights) == len(_FIRST) and all(heights) else [*_FIRST]
        self.share_out()

    def show_card(self, *, empty: bool) -> None:
        """Give the card its height, or leave that to the names while there is nothing on it."""
        if empty is not self._card_is_empty:
            self._card_is_empty = empty
            self.share_out()

    def share_out(self) -> None:
        """Give every pane its height; asked for anew when one was shown or hidden."""
        low = self._low()
        self._panes[_CARD].setMinimumHeight(low or 0)
        self._panes[_CARD].setMaximumHeight(low or _ANY)
        heights = self._in_proportion()
        if low is not None and not self._panes[_CARD].isHidden():
            heights[self._taker()] += heights[_CARD] - low
            heights[_CARD] = low
        self.setSizes(heights)

    def resizeEvent(self, event: "QtGui.QResizeEvent") -> None:
        super().resizeEvent(event)
        self.share_out()

    @Slot()
    def _keep(self) -> None:
        """The reader has moved a border: the heights are what they see, but for what the card has left to others."""
        kept, seen = self._in_proportion(), self.sizes()
        if self._low() is not None and not self._panes[_CARD].isHidden():
            seen[self._taker()] -= kept[_CARD] - seen[_CARD]
            seen[_CARD] = kept[_CARD]
        self._heights = [kept[at] if pane.isHidden() else max(seen[at], _LEAST) for at, pane in enumerate(self._panes)]

    def _in_proportion(self) -> list[int]:
        """The heights, such that those of the panes shown fill the column."""
        shown = sum(height for pane, height in zip(self._panes, self._heights, strict=True) if not pane.isHidden())
        there = sum(self.sizes()) or shown
        return [round(height * there / max(shown, 1)) for height in self._heights]

    def _low(self) -> int | None:
        """The height of a card with nothing on it; None where it has its own, or nobody to leave it to."""
        if not self._card_is_empty or (self._panes[_NAMES].isHidden() and self._panes[_NOTES].isHidden()):
            return None
        return _LINES * self.fontMetrics().lineSpacing() + _AROUND

    def _taker(self) -> int:
        return _NOTES if self._panes[_NAMES].isHidden() else _NAMES
