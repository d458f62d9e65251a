"""The line at the head of a pane: its caption, a count, and room for buttons at the right."""

from typing import Final

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from viewer.widgets.parts.plain_label import PlainLabel

_HEIGHT: Final = 32


class PaneHeader(QWidget):
    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(max(_HEIGHT, self.fontMetrics().height() + 8))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 8, 0)
        self._row.setSpacing(8)
        self._row.addWidget(PlainLabel(caption, self, muted=True))
        self._row.addStretch(1)
        self._count = PlainLabel("", self, muted=True)
        self._row.addWidget(self._count)

    def show_count(self, count: str) -> None:
        """Show a figure at the right, before the buttons; an empty text shows none."""
        self._count.show_text(count)

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button)
