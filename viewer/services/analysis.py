"""The analysis of one open document: its names, then its sections, found off the main thread."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from viewer.core.communique import Communique
from viewer.services.document_session import DocumentSession
from viewer.services.recognition import Analyst
from viewer.services.tasks import Task

_MOST_SHOWN: Final = 3
_FAULT: Final = "a fault in this program"


class Analysis(QObject):
    """Ends with its session: what is found too late has nobody left to show it to."""

    ended = Signal()  # the document has its names and sections, or never will
    failed = Signal(str)  # why it has no names, fit to show
    warned = Signal(str)  # which of the reader's own names it was done without, and why

    def __init__(self, session: DocumentSession, analyst: Analyst, pool: QThreadPool) -> None:
        super().__init__(session)
        self._session, self._analyst, self._pool = session, analyst, pool
        self._trouble = ""

    def start(self) -> None:
        task = self._task(partial(self._analyst.find_names, self._session.recognised))
        task.succeeded.connect(self._show_names)
        task.failed.connect(self._do_without_names)
        task.died.connect(self._do_without_names_by_fault)
        task.start(self._pool)

    def _task(self, work: partial[Communique]) -> Task:
        return Task(work, self._pool)  # which waits for the work before it lets go of its children

    @Slot(object)
    def _show_names(self, communique: Communique) -> None:
        self._session.show_communique(communique)
        QTimer.singleShot(0, self, self._find_sections)  # when the names are on the screen

    @Slot()
    def _find_sections(self) -> None:
        task = self._task(partial(self._analyst.outline, self._session.recognised))
        task.succeeded.connect(self._show_sections)
        task.failed.connect(self._end)
        task.died.connect(self._end)
        task.start(self._pool)

    @Slot(object)
    def _show_sections(self, communique: Communique) -> None:
        self._session.show_communique(communique)
        self._end()

    @Slot(object)
    def _do_without_names(self, error: object) -> None:
        """Nobody is to wait any longer: the text has been looked through, as far as it can be."""
        self._trouble = f"The names could not be found: {str(error).rstrip('.')}."
        self._show_names(replace(self._session.recognised, analysed=True))

    @Slot()
    def _do_without_names_by_fault(self) -> None:
        self._do_without_names(_FAULT)

    @Slot()
    def _end(self) -> None:
        if self._trouble:
            self.failed.emit(self._trouble)
        elif self._analyst.mistakes:
            self.warned.emit(_left_out(self._analyst.mistakes))
        self.ended.emit()


def _left_out(mistakes: Sequence[str]) -> str:
    shown = "; ".join(mistake.rstrip(".") for mistake in mistakes[:_MOST_SHOWN])
    more = f"; and {len(mistakes) - _MOST_SHOWN} more" if len(mistakes) > _MOST_SHOWN else ""
    return f"Left out of the names you add: {shown}{more}. Mend this, and open the communiqué again."
