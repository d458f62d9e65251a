"""The question that stops the reader before notes are let go that the disk does not have."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(StrEnum):
    """What is to become of the notes."""

    COPY = "copy"
    LET_GO = "let go"
    STAY = "stay"


_ANSWERS = {
    QMessageBox.StandardButton.Save: Answer.COPY,
    QMessageBox.StandardButton.Discard: Answer.LET_GO,
    QMessageBox.StandardButton.Cancel: Answer.STAY,
}


def ask_about_unsaved(window: QWidget, reason: str, *, may_stay: bool) -> Answer:
    """Say why the notes are not on the disk, and ask; whether all may stay as it is depends on the occasion."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Notes not saved",
        f"Some notes or corrections are not on the disk yet. {reason}",
        QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard,
        window,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.button(QMessageBox.StandardButton.Save).setText("Save a copy…")
    if may_stay:
        box.addButton(QMessageBox.StandardButton.Cancel)
    return _ANSWERS.get(QMessageBox.StandardButton(box.exec()), Answer.STAY)
