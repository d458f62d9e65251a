"""What happens when the program itself is at fault: the report is printed, and shown once so that it can be copied."""

import sys
from types import TracebackType

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer import __version__

_WORDS = (
    "Something went wrong inside Communiqué. Your document is untouched. "
    "The details below can be copied and sent to the developers."
)


class CrashReport(QObject):
    """Stands in for `sys.excepthook`. Faults may come from any thread; the window is told in its own."""

    crashed = Signal(str)  # the report

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False

    def take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, fault, trace)
        if not issubclass(kind, KeyboardInterrupt):
            import traceback  # noqa: PLC0415 - not needed as long as all goes well

            details = "".join(traceback.format_exception(kind, fault, trace))
            self.crashed.emit(f"Communiqué {__version__}, Python {sys.version.split()[0]}\n\n{details}")

    @Slot(str)
    def show(self, report: str) -> None:
        """One dialog: a fault that repeats itself must not bury the window."""
        if self._shown:
            return
        self._shown = True
        box = QtWidgets.QMessageBox(QtWidgets.QMessageBox.Icon.Warning, "Communiqué", _WORDS, parent=self._window)
        box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        box.setDetailedText(report)
        box.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
