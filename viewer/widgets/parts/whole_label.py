"""A label that breaks its words into lines and always stands in its whole height: what is beside it gives way."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.widgets.parts.plain_label import PlainLabel


class WholeLabel(PlainLabel):
    """Qt's layouts take the height that a label needs for its width for a wish, and slice it where room is short."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, muted: bool = False) -> None:
        super().__init__(text, parent, muted=muted)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(0)  # or Qt would count it in
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
