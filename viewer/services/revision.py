"""Reads an open document anew where the reader's corrections ask for another reading: repairs or encoding."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.communique import Communique
from viewer.core.edition import switched_off
from viewer.core.notes import Anchor, Corrections
from viewer.core.structure.parse import parse
from viewer.formats.plain_text import to_source
from viewer.services.document_session import DocumentSession
from viewer.services.recognition import Analyst
from viewer.services.tasks import Task
from viewer.storage.dictionary import word_frequency
from viewer.storage.documents import read_document


class _Reading(NamedTuple):
    """What of the corrections a reading depends on."""

    encoding: str
    switched_off: frozenset[tuple[str, Anchor]]
    switched_off_kinds: frozenset[str]
    switched_on: frozenset[tuple[str, Anchor]]

    @classmethod
    def asked_by(cls, corrections: Corrections) -> "_Reading":
        off, on = (
            frozenset((one.kind, one.anchor) for one in named)
            for named in (corrections.switched_off, corrections.switched_on)
        )
        return cls(corrections.encoding, off, frozenset(corrections.switched_off_kinds), on)


class Revision(QObject):
    """Ends with its session, which is analysed already.

    One reading is under way at a time. What was asked for meanwhile is read next, and the answer to what nobody asks
    for any more is dropped. A reading is shown once, as a whole; one that fails leaves what is shown.
    """

    ended = Signal()  # a newer reading is shown
    failed = Signal(str)  # why there is none, fit to show

    def __init__(self, session: DocumentSession, analyst: Analyst, pool: QThreadPool) -> None:
        super().__init__(session)
        self._session, self._analyst, self._pool = session, analyst, pool
        self._shown = self._wanted = _Reading.asked_by(Corrections())
        self._under_way: _Reading | None = None
        session.corrections_changed.connect(self.heed)

    @Slot(object)
    def heed(self, corrections: Corrections) -> None:
        """Read the document as these corrections ask, unless that was tried last."""
        if (wanted := _Reading.asked_by(corrections)) != self._wanted:
            self._wanted = wanted
            self._go_on()

    @Slot()
    def retry(self) -> None:
        """Read the document as the corrections ask, even where that has failed."""
        self._wanted = _Reading.asked_by(self._session.corrections)
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is not None or self._wanted == self._shown:
            return
        self._under_way = self._wanted
        task = Task(self._work(), self._pool)  # which waits for the work before it lets go of its children
        task.succeeded.connect(self._show)
        task.failed.connect(self._fail)
        task.died.connect(self._fail_by_fault)
        task.start(self._pool)

    def _work(self) -> partial[Communique]:
        session = self._session
        file = session.path if self._wanted.encoding != self._shown.encoding else None
        return partial(_read_anew, session.recognised, file, session.corrections, self._analyst)

    @Slot(object)
    def _show(self, communique: Communique) -> None:
        done, self._under_way = self._under_way, None
        if done is None or done != self._wanted:
            self._go_on()
            return
        self._shown = done
        self._session.show_communique(communique)
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        done, self._under_way = self._under_way, None
        if done == self._wanted:
            self.failed.emit(f"{str(error).rstrip('.')}. The text on the screen stays as it was.")
        else:
            self._go_on()

    @Slot()
    def _fail_by_fault(self) -> None:
        self._fail("A fault in this program kept the text from being read anew")


def _read_anew(communique: Communique, file: Path | None, corrections: Corrections, analyst: Analyst) -> Communique:
    """The whole communiqué again: from `file` where that is to be read in another encoding, otherwise from the source.

    Raises ViewerError where the file cannot be read, or not so, and where the names cannot be found.
    """
    if file is not None:
        source = to_source(read_document(file), communique.source.name, corrections.encoding or None)
        communique = parse(source, frequency=word_frequency)
    off = switched_off(communique, corrections)
    if file is None or off:
        communique = parse(communique.source, off, word_frequency)
    return analyst.outline(analyst.find_names(communique))
