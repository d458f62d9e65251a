"""Signals that end the program: Ctrl+C closes the window as Ctrl+Q does; so does a request to end, as at a logout."""

import os
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""After these, the system may end the process at any moment."""


def heeded() -> tuple[signal.Signals, ...]:
    """The signals that are meant for the program: a script starts one with `&` so that Ctrl+C is not."""
    return tuple(one for one in (signal.SIGINT, *_ENDING) if signal.getsignal(one) is not signal.SIG_IGN)


def are_ignored() -> bool:
    """Whether the program was started so that Ctrl+C is not meant for it."""
    return signal.SIGINT not in heeded()


class Interrupts(QObject):
    """Closes the window at once, idle or not: the signal itself, written to a socket, wakes the event loop.

    Python would run a handler of its own only with the next line of Python, which an idle window never comes to.
    A question that is open is the reader's to answer: Ctrl+C leaves it, but whoever else ends the program does not
    wait for that.
    """

    ending = Signal()  # whatever must be on the disk is to be brought there now

    def __init__(self, window: QWidget, signals: tuple[signal.Signals, ...] = (signal.SIGINT,)) -> None:
        super().__init__(window)
        self._window = window
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        # Python is to know the signal, without a KeyboardInterrupt in whatever slot happens to run.
        self._former = {one: signal.signal(one, _do_nothing) for one in signals}

    @Slot()
    def end(self) -> None:
        """Leave the signals to whom they were left before."""
        for one, former in self._former.items():
            signal.signal(one, former)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in (self._reading, self._writing):
            end.close()

    @Slot()
    def _take(self) -> None:
        came = self._reading.recv(4096)
        ending = next((one for one in _ENDING if one in came), None)
        if ending is not None:
            self.ending.emit()
        if QApplication.activeModalWidget() is None:
            self._window.close()
        elif ending is not None:
            signal.signal(ending, signal.SIG_DFL)
            os.kill(os.getpid(), ending)


def _do_nothing(*_: object) -> None:
    pass
