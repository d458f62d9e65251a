"""Ctrl+C in the terminal: the window closes as by Ctrl+Q, and asks first what that would ask."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication, QWidget


def are_ignored() -> bool:
    """Whether the program was started so that Ctrl+C is not meant for it, as a script starts one with `&`."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


class Interrupts(QObject):
    """Closes the window at once, idle or not: the signal itself, written to a socket, wakes the event loop.

    Python would run a handler of its own only with the next line of Python, which an idle window never comes to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        # Python is to know the signal, without a KeyboardInterrupt in whatever slot happens to run.
        self._former = signal.signal(signal.SIGINT, _do_nothing)

    @Slot()
    def end(self) -> None:
        """Leave the signal to whom it was left before."""
        signal.signal(signal.SIGINT, self._former)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in (self._reading, self._writing):
            end.close()

    @Slot()
    def _take(self) -> None:
        if signal.SIGINT in self._reading.recv(4096) and QApplication.activeModalWidget() is None:
            self._window.close()


def _do_nothing(*_: object) -> None:
    pass
