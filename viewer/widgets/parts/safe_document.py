"""A text document that reads nothing but the text it is given: no file, no address that the text names."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument


class SafeDocument(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002  Qt's signature
        # Qt reads the file after all if it is given nothing or no bytes; a real picture stops it.
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(0)
        return picture
