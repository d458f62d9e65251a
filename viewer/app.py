"""The desktop program from its start to its whole window; `connections` then knows who tells whom.

The window comes in three steps, each on the screen before the next is imported: the text; the names; all the rest.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from viewer.arguments import Arguments
from viewer.core.communique import Communique
from viewer.core.errors import ViewerError
from viewer.services.document_session import DocumentSession
from viewer.services.folders import Folders, platform_folders
from viewer.services.settings import Settings
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import Appearance, text_points, theme_choice
from viewer.widgets.crash_report import CrashReport
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.connections import Connections

_PATIENCE: Final = 300  # milliseconds the rest of the window waits for the names of a long text
_LONG: Final = 1500  # milliseconds it waits for a text at all, as from a slow disk


class Application(QObject):
    """The workspace, the window, and the steps by which the window becomes whole.

    The document, or the bundled communiqué where `path` is None, is read while the window is built.
    """

    furnished = Signal()  # every pane is there

    def __init__(self, folders: Folders, path: Path | None) -> None:
        super().__init__()
        self.workspace = Workspace(folders, self)
        if path is None:
            self.workspace.open_bundled()
        else:
            self.workspace.open(path)
        self.appearance = Appearance(self.workspace.settings)
        self.window = MainWindow()
        self.window.restore_layout(self.workspace.settings)
        self.window.reading.set_text_size(text_points(self.workspace.settings))
        self.appearance.dress(self.window.reading)
        self.workspace.settings_changed.connect(self._apply_settings)
        self.connections: Connections | None = None
        self.workspace.session_opened.connect(self._show_session)
        self.workspace.failed.connect(self._show_failure)
        self.workspace.text_not_saved.connect(self._show_unsaved_text)
        self.workspace.names_not_found.connect(self._show_missing_names)
        self.workspace.own_names_left_out.connect(self._show_names_left_out)
        self.window.reading.page_painted.connect(self._go_on_later)

    def start(self) -> None:
        """Show the window; what was read is shown when it is there."""
        self.window.show()
        QTimer.singleShot(_LONG, self, self._end_start)

    @Slot()
    def _end_start(self) -> None:
        """Whatever the document is doing, the window is whole from here on, and there is garbage to collect."""
        gc.freeze()  # what was made so far is none
        gc.enable()
        self.furnish()

    @Slot(object)
    def _apply_settings(self, settings: Settings) -> None:
        self.appearance.choose(theme_choice(settings))
        self.window.reading.set_text_size(text_points(settings))

    @Slot(object)
    def _show_session(self, session: DocumentSession) -> None:
        if self.connections is not None:
            self.connections.adopt(session)
        else:
            session.communique_changed.connect(self._show_first_names)
            self.window.reading.show_communique(session.communique)

    @Slot()
    def _go_on_later(self) -> None:
        # So that the frame is on the screen before anything takes the processor. A timer without `self` as its context
        # would call the slot even when this object is gone.
        QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """The text is on the screen: look for the names, and at the first text make a place for them."""
        self.workspace.analyse()
        session = self.workspace.session
        if self.connections is None and session is not None:
            self._place_names()
            QTimer.singleShot(_PATIENCE, self, self.furnish)

    @Slot(object)
    def _show_first_names(self, communique: Communique) -> None:
        self.window.sidebar.show_communique(communique)
        self.window.places["entities"].repaint()  # now: the rest takes longer than the reader should wait for it
        QTimer.singleShot(0, self, self.furnish)

    @Slot(str)
    def _show_failure(self, words: str) -> None:
        """Say why a document could not be opened, even where it would have been the first."""
        self.furnish()
        self.window.notice.say(words, command="open", action="Open another…", alert=True)

    @Slot(str)
    def _show_unsaved_text(self, words: str) -> None:
        self.window.notice.say(words, command="save-text", action="Save text as…", alert=True)

    @Slot(str)
    def _show_missing_names(self, words: str) -> None:
        self.furnish()
        self.window.status.show_names_not_found()
        self.window.notice.say(words, alert=True)

    @Slot(str)
    def _show_names_left_out(self, words: str) -> None:
        self.furnish()
        self.window.notice.say(words, command="own-names", action="Open folder", alert=True)

    def _place_names(self) -> None:
        from viewer.widgets.entity_sidebar import EntitySidebar  # noqa: PLC0415 - after the first frame

        if not hasattr(self.window, "sidebar"):
            self.window.sidebar = EntitySidebar()
            self.window.places["entities"].put(self.window.sidebar)
            self.appearance.dress(self.window.sidebar)

    @Slot()
    def furnish(self) -> None:
        """Build and connect what is not there yet."""
        if self.connections is None:
            from viewer.connections import Connections  # noqa: PLC0415 - after the names are on the screen

            self._place_names()
            self.connections = Connections(self.workspace, self.window, self.appearance)
            if session := self.workspace.session:
                session.communique_changed.disconnect(self._show_first_names)
                self.connections.adopt(session)
            self.furnished.emit()

    @Slot()
    def heed_interrupts(self) -> None:
        """Let Ctrl+C in the terminal and a request to end close the window, as far as they are meant for it."""
        from viewer.widgets.interrupts import Interrupts, heeded  # noqa: PLC0415 - after the window is whole

        if (signals := heeded()) and self.connections is not None:
            interrupts = Interrupts(self.window, signals)
            interrupts.ending.connect(self.connections.note_acts.drafts.flush)
            cast("QApplication", QApplication.instance()).aboutToQuit.connect(interrupts.end)

    @Slot()
    def settle(self) -> None:
        """Have everything on the window that the document and its notes give."""
        self.furnish()
        if self.connections is not None:
            self.connections.note_acts.leave()


def run(arguments: Arguments) -> int:
    """Run the program in a window, or draw the window into a picture; the exit status."""
    QApplication.setApplicationName("communique")
    QApplication.setApplicationDisplayName("Communiqué")
    program = QApplication([sys.argv[0], "-style", "fusion"])  # setStyle() would build Python's view of QStyle first
    if arguments.screenshot is not None:
        return _draw(program, arguments, arguments.screenshot)
    application = Application(platform_folders(), arguments.file)
    report = CrashReport(application.window)
    report.crashed.connect(report.show)
    sys.excepthook = report.take
    application.furnished.connect(application.heed_interrupts)
    application.start()
    return program.exec()


def _draw(program: QApplication, arguments: Arguments, picture: Path) -> int:
    """Draw the window as it is at a first start: the reader's own settings, notes and names neither show nor change."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - a window does without

    from viewer.widgets.screenshot import Screenshot  # noqa: PLC0415 - as above

    with TemporaryDirectory() as folder:
        folders = Folders.within(Path(folder))._replace(cache=platform_folders().cache)
        application = Application(folders, arguments.file)
        workspace, window = application.workspace, application.window
        if arguments.theme is not None:
            workspace.change_settings(workspace.settings._replace(theme=str(arguments.theme)))
        if arguments.size is not None:
            _resize(window, *arguments.size)
        workspace.analysis_ended.connect(application.settle)
        screenshot = Screenshot(workspace, window, picture, arguments.select)
        report = CrashReport(window)
        report.crashed.connect(screenshot.give_up)
        sys.excepthook = report.take
        application.start()
        return program.exec()


def _resize(window: MainWindow, width: int, height: int) -> None:
    """Raises ViewerError where the window cannot be that small."""
    if width < window.minimumWidth() or height < window.minimumHeight():
        least = f"{window.minimumWidth()}x{window.minimumHeight()}"
        raise ViewerError(f"The window cannot be drawn at {width}x{height}: it needs at least {least} pixels.")
    window.resize(width, height)
    window.reset_layout()
