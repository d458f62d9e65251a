"""What the File menu does: open, paste, drop, recent files, keep a pasted text."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from viewer.core.display_names import shown_name
from viewer.services.workspace import Workspace
from viewer.storage.resources import bundled_communique
from viewer.widgets.main_window import MainWindow

_LARGE_PASTE: Final = 1_000_000  # characters above which the reader is asked first


class FileActs(QObject):
    """Brings documents in and keeps pasted ones."""

    def __init__(self, window: MainWindow, workspace: Workspace, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._workspace, self._may_leave = window, workspace, may_leave
        for command, act in (
            ("open", self.open),
            ("paste", self.paste),
            ("save-text", self.save_text),
            ("quit", window.close),
            ("sample", self.open_bundled),
        ):
            window.action(command).triggered.connect(act)
        window.dropped.connect(self.drop)
        window.recent.aboutToShow.connect(self._list_recent)
        window.recent.triggered.connect(self._open_recent)

    @Slot()
    def open(self) -> None:
        at_hand = self._workspace.settings.recent
        folder = str(Path(at_hand[0]).parent) if at_hand else ""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a communiqué", folder, "Texts (*.txt *.md *.text);;All files (*)"
        )
        if name:
            self._bring(Path(name))

    @Slot()
    def open_bundled(self) -> None:
        self._bring(bundled_communique())

    def _bring(self, path: Path) -> None:
        if self._may_leave():
            self._workspace.open(path)

    def _bring_text(self, text: str) -> None:
        if self._may_leave():
            self._workspace.open_text(text)

    @Slot()
    def paste(self) -> None:
        """Open the text on the clipboard, once the reader agrees to a very large one."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._window.notice.hint(
                "There is no text on the clipboard. Copy the communiqué first, then paste it here."
            )
        elif len(text) <= _LARGE_PASTE or self._agrees_to(len(text)):
            self._bring_text(text)

    @Slot(object)
    def drop(self, data: QMimeData) -> None:
        """Open the first file dropped, or the text where none was."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._bring(Path(files[0]))
        elif data.text().strip():
            self._bring_text(data.text())

    @Slot()
    def save_text(self) -> None:
        """Keep a pasted text as a file, and from then on read it from there."""
        if self._workspace.session is None or not self._may_leave():
            return
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the text", "communiqué.txt", "Texts (*.txt)")
        if name:
            self._workspace.save_text(Path(name))

    def _agrees_to(self, length: int) -> bool:
        question = f"The clipboard holds {length:,} characters. Open them as one communiqué?"
        return QMessageBox.question(self._window, "Paste", question) is QMessageBox.StandardButton.Yes

    @Slot()
    def _list_recent(self) -> None:
        menu = self._window.recent
        menu.clear()
        for path in self._workspace.settings.recent:
            menu.addAction(shown_name(path).replace("&", "&&")).setData(path)
        if menu.isEmpty():
            menu.addAction("No document opened yet").setEnabled(False)

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        self._bring(Path(action.data()))
