"""A row of tools that becomes two where one is too narrow for them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_GAP = 4


class ToolRow(QWidget):
    """What leads the row, and the tools beside it; below it where there is no room for both.

    The last tools stand at the right end, from `aside` on.
    """

    def __init__(self, lead: QWidget, near: QWidget, *aside: QWidget) -> None:
        super().__init__(lead.parentWidget())
        self._lead, self._tools = lead, QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(_GAP)
        tools.addWidget(near)
        tools.addStretch(1)
        for tool in aside:
            tools.addWidget(tool)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._box.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._tools, 1)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part alone: side by side, the layout would not let itself become narrower."""
        widest = max(part.minimumSizeHint().width() for part in (self._lead, self._tools))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a tool has come, gone or changed its words
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        wanted = self._lead.sizeHint().width() + _GAP + self._tools.sizeHint().width()
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if wanted <= self.width() else way.TopToBottom)
