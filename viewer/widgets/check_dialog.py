"""What is to be mended in the reader's notes files, to be read and copied."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from viewer.storage.note_check import Report
from viewer.widgets.parts.plain_label import PlainLabel

_SIZE: Final = QSize(640, 360)


class CheckDialog(QDialog):
    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Check notes")
        about = PlainLabel(report.summary(), self)
        about.setWordWrap(True)
        found = QPlainTextEdit("\n\n".join(finding.words() for finding in report.findings), self)
        found.setReadOnly(True)
        found.setTabChangesFocus(True)
        found.setAccessibleName("What is to be mended")
        # With a caret, so that it can be walked and read by key.
        found.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (about, found, close):
            column.addWidget(part)
        self.resize(_SIZE)
