"""One measured start, in a process of its own: `startup_probe.py bare|program`, run by startup.py.

Prints the seconds from the start of the process (given in the environment as STARTED, of the monotonic clock) to the
first painted frame with text and to the filled sidebar, its processor time and its peak memory.
"""

import json
import os
import resource
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


def since_start() -> float:
    return time.monotonic() - float(os.environ["STARTED"])


def report(text: float, filled: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = {"text": text, "filled": filled, "cpu": used.ru_utime + used.ru_stime, "memory_mb": used.ru_maxrss / 1024}
    print(json.dumps(figures), flush=True)
    os._exit(0)


def bare() -> None:
    """The floor: what any PySide6 program pays for a window."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            report(since_start(), since_start())

    app = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def program() -> None:
    """The program as its command starts it, watched from outside."""
    from viewer import __main__, quick_start

    import_plainly = quick_start.import_plainly

    def import_plainly_and_watch() -> None:
        import_plainly()
        watch()

    # The last thing the command does before it imports the window: what is watched must not be imported sooner.
    quick_start.import_plainly = import_plainly_and_watch
    sys.argv = ["communique"]
    __main__.main()


def watch() -> None:
    """Note when the text and then the filled sidebar are painted; before the text is, nothing more is imported."""
    from PySide6.QtCore import QObject

    from viewer.app import Application

    class Watcher(QObject):
        def __init__(self, application: Application) -> None:
            super().__init__()
            self.application = application
            self.text = 0.0
            application.window.reading.page_painted.connect(self.painted)

        def painted(self) -> None:
            from PySide6.QtCore import QEvent
            from PySide6.QtWidgets import QTreeView

            self.text = since_start()
            self.paint, self.view = QEvent.Type.Paint, QTreeView
            self.tree: QTreeView | None = None
            self.application.window.places["entities"].installEventFilter(self)

        def eventFilter(self, watched: QObject, event: "QEvent") -> bool:
            if self.tree is None and (tree := watched.findChild(self.view)) is not None:
                self.tree = tree
                tree.viewport().installEventFilter(self)
            elif self.tree and event.type() is self.paint and self.tree.model().rowCount():
                report(self.text, since_start())
            return False

    start = Application.start

    def start_watched(self: Application) -> None:
        self.watcher = Watcher(self)  # type: ignore[attr-defined]
        start(self)

    Application.start = start_watched  # type: ignore[method-assign]


if __name__ == "__main__":
    {"bare": bare, "program": program}[sys.argv[1]]()
