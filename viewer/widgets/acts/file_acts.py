"""What the File menu does: open, drop, recent files, save a text that has no file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from viewer.core.display_names import shown_name
from viewer.services.workspace import Workspace
from viewer.storage.resources import bundled_communique
from viewer.widgets.main_window import MainWindow


class FileActs(QObject):
    """Brings documents in; what is pasted: see paste_acts."""

    def __init__(self, window: MainWindow, workspace: Workspace, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._workspace, self._may_leave = window, workspace, may_leave
        for command, act in (
            ("open", self.open),
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

    @Slot(object)
    def drop(self, data: QMimeData) -> None:
        """Open the first file dropped; of texts others see to it."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._bring(Path(files[0]))

    @Slot()
    def save_text(self) -> None:
        """Keep a pasted text as a file, and from then on read it from there."""
        if self._workspace.session is None or not self._may_leave():
            return
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the text", "communiqué.txt", "Texts (*.txt)")
        if name:
            self._workspace.save_text(Path(name))

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
