"""A field for plain text that is as high as what stands in it, from a few lines to a few more."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.widgets.parts.plain_paste import PlainPaste

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingField(QPlainTextEdit):
    """`least` and `most` are lines. A field of one line that grows leaves Return to the dialog, like a line edit."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._fit)
        PlainPaste(self)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._least == 1 and event.key() in _RETURN:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @Slot()
    def _fit(self) -> None:
        wanted = self.document().size().height()  # in lines: that is what this layout counts in
        lines = max(self._least, min(round(wanted), self._most))
        around = 2 * (self.document().documentMargin() + self.frameWidth())
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + around))
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if wanted > self._most else never)
