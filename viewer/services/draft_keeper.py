"""Keeps what is being written in the note editor on the disk, through one worker, until the notes file has it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.drafts import Draft
from viewer.services.document_session import DocumentSession
from viewer.services.draft_work import DraftOf, DraftPlace, look_for_drafts
from viewer.services.tasks import Task

if TYPE_CHECKING:  # storage.drafts brings YAML, which the first frame does not wait for
    from viewer.storage.drafts import FoundDraft
    from viewer.storage.state_folder import StateFolder

_PATIENCE: Final = 10_000  # milliseconds for what is under way when the program ends

_FAULT: Final = "A fault in this program kept it from being set aside."


class DraftKeeper(QObject):
    """Owns the drafts of one document: that of the open editor, and those of editors that were left.

    One piece of work is under way at a time, in the order it was asked for. Call `end` before letting go of a keeper.
    """

    found = Signal(object)  # list[FoundDraft], the latest last: what programs that ended left behind
    written = Signal()  # the disk has the draft of the open editor as it was given last
    failed = Signal(object)  # OSError | ViewerError: a draft could not be written

    def __init__(self, session: DocumentSession, state: "StateFolder", parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Made before any task, and so destroyed before them: its destructor waits for the work under way.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._session, self._state = session, state
        self._open: DraftPlace | None = None
        self._left: list[DraftPlace] = []

    def look(self) -> None:
        """Look for drafts of this document that nobody is writing any more; `found` follows."""
        task = self._task(partial(look_for_drafts, self._state, self._of()))
        task.succeeded.connect(self.found)
        task.start(self._pool)

    def keep(self, draft: Draft) -> None:
        """Write what stands in the open editor."""
        if self._open is None:
            self._open = DraftPlace()
        task = self._task(partial(self._open.write, self._state, draft, self._of()))
        task.succeeded.connect(self.written)
        task.failed.connect(self.failed)
        task.start(self._pool)

    def resume(self, found: "FoundDraft") -> None:
        """From here on, a draft that was found is that of the open editor."""
        self.leave()
        self._open = DraftPlace(found.file)

    def leave(self) -> None:
        """The editor was left with its note written, which the disk does not have yet."""
        if self._open is not None:
            self._left.append(self._open)
            self._open = None

    def discard(self) -> None:
        """Nothing in the open editor is to be kept."""
        if self._open is not None:
            self._do(self._open.remove)
            self._open = None

    def remove_left(self) -> None:
        """The disk has the notes of the editors that were left, or they were let go."""
        for place in self._left:
            self._do(place.remove)
        self._left.clear()

    def remove_found(self, found: "FoundDraft") -> None:
        """Nothing of a draft that was found is missing from the notes."""
        self._do(DraftPlace(found.file).remove)

    def release_found(self, found: "FoundDraft") -> None:
        """Leave a draft that was found to whoever opens the document next."""
        self._do(DraftPlace(found.file).release)

    @Slot()
    def flush(self) -> None:
        """Wait until the disk has what was given."""
        self._pool.waitForDone(_PATIENCE)

    def end(self) -> None:
        """Let go of every draft; those that are on the disk stay there."""
        self.leave()
        for place in self._left:
            self._do(place.release)
        self._left.clear()
        self.flush()

    def _of(self) -> DraftOf:
        session = self._session
        return DraftOf(session.title, session.path, session.communique.source.sha256)

    def _do(self, work: Callable[[], None]) -> None:
        self._task(work).start(self._pool)

    def _task(self, work: Callable[[], object]) -> Task:
        return Task(work, self, fault=_FAULT)
