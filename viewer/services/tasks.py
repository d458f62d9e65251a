"""Slow work off the main thread: a pure function runs in a pool, its result comes back as a signal."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from viewer.core.errors import ViewerError


class Task(QObject):
    """One piece of work. Lives in the main thread, so its signals arrive there; deletes itself when it has told.

    Its parent must outlive the pool's work: a task destroyed under way has nobody left to tell. A fault in the program
    is told as a failure, too, where `fault` has words for it.
    """

    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # OSError | ViewerError
    died = Signal(str)  # what a fault in the program says of itself; it goes on to `sys.excepthook`

    def __init__(self, work: Callable[[], object], parent: QObject, fault: str = "") -> None:
        super().__init__(parent)
        self._fault = fault
        self._work = work

    def start(self, pool: QThreadPool) -> None:
        pool.start(self._run)

    def _run(self) -> None:
        try:
            result = self._work()
        except (OSError, ViewerError) as error:
            self.failed.emit(error)
        except BaseException as fault:  # noqa: BLE001 - told, and handed on
            if self._fault:
                self.failed.emit(ViewerError(self._fault))
            self.died.emit(str(fault))
            sys.excepthook(type(fault), fault, fault.__traceback__)  # raised again, PySide6 6.8 would only print it
        else:
            self.succeeded.emit(result)
        finally:
            self.deleteLater()
