"""The workspace: settings, the open document, and the way from a path or a pasted text to a session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.communique import Communique
from viewer.core.structure.parse import parse
from viewer.formats.plain_text import to_source
from viewer.services.analysis import Analysis
from viewer.services.document_session import DocumentSession
from viewer.services.folders import Folders
from viewer.services.recognition import Analyst
from viewer.services.settings import Settings, SettingsStore
from viewer.services.tasks import Task
from viewer.storage.dictionary import word_frequency
from viewer.storage.documents import read_document
from viewer.storage.resources import bundled_communique

if TYPE_CHECKING:
    from viewer.core.notes import Corrections
    from viewer.services.revision import Revision
    from viewer.storage.kept_texts import Kept
    from viewer.storage.notes_folder import NotesFolder
    from viewer.storage.state_folder import StateFolder

_MOST_RECENT: Final = 10
_FAULT: Final = "A fault in this program kept the text from being opened or kept. The text itself is as it was."
T = TypeVar("T")


class _Read(NamedTuple):
    """A document as it came from the pool, with the number of the request it answers.

    `corrections` are those it is to have from the beginning, beside those of its notes file.
    """

    communique: Communique
    path: Path | None
    request: int
    corrections: "Corrections | None" = None


class Workspace(QObject):
    """Owns what is open. A document that cannot be opened leaves the open one as it was."""

    session_opened = Signal(object)  # DocumentSession
    failed = Signal(str)  # why a document could not be opened and what to do, fit to show
    text_not_saved = Signal(str)  # likewise, of a text that could not be saved as a file
    text_looked_at = Signal(object)  # Communique: what a text that may be opened is, as far as reading it tells
    text_kept = Signal(object)  # Kept: the file of a pasted text, which is being opened
    text_not_kept = Signal(str)  # why a pasted text could not be kept, fit to show
    names_not_found = Signal(str)  # why the open document has no names
    own_names_left_out = Signal(str)  # why names that the reader adds are not among them
    analysis_ended = Signal()  # the open document has its names and sections, or never will
    revised = Signal()  # the open document was read anew as the reader's corrections ask
    not_revised = Signal(str)  # why it could not be
    settings_changed = Signal(object)  # Settings

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folders = folders
        self._store = SettingsStore(folders.settings)
        self._settings = self._store.load()
        self._analyst = Analyst(folders.cache, folders.gazetteers)
        self.pool = QThreadPool(self)
        self._session: DocumentSession | None = None
        self._analysis: Analysis | None = None
        self._revision: Revision | None = None
        self._requests = 0
        self._answered = 0

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def session(self) -> DocumentSession | None:
        return self._session

    @property
    def notes_folder(self) -> "NotesFolder":
        from viewer.storage.notes_folder import NotesFolder  # noqa: PLC0415 - not before the first frame

        chosen = self._settings.notes_folder
        return NotesFolder(Path(chosen), chosen=True) if chosen else NotesFolder(self.folders.notes)

    @property
    def state_folder(self) -> "StateFolder":
        from viewer.storage.state_folder import StateFolder  # noqa: PLC0415 - not before the first frame

        return StateFolder(self.folders.state)

    @property
    def texts_folder(self) -> "NotesFolder":
        """Where pasted texts are kept; of a folder that the reader chose no more is made than of one for notes."""
        from viewer.storage.notes_folder import NotesFolder  # noqa: PLC0415 - not before the first frame

        chosen = self._settings.texts_folder
        return NotesFolder(Path(chosen), chosen=True) if chosen else NotesFolder(self.folders.texts)

    def change_settings(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._store.save(settings)
            self.settings_changed.emit(settings)

    def change_notes_folder(self, folder: Path) -> None:
        self.change_settings(self._settings._replace(notes_folder=str(folder)))

    def change_texts_folder(self, folder: Path) -> None:
        self.change_settings(self._settings._replace(texts_folder=str(folder)))

    def open(self, path: Path, corrections: "Corrections | None" = None) -> None:
        """Read a document off the main thread; it is to have these corrections besides those it has."""
        self._requests += 1
        self._start(partial(_read, path, self._requests, corrections), self._show, self._fail)

    def open_bundled(self) -> None:
        self.open(bundled_communique())

    def open_text(self, text: str) -> None:
        """Open a text that was pasted; it has no file."""
        self._requests += 1
        self._start(partial(_read_pasted, text, self._requests), self._show, self._fail)

    def look_at(self, text: str) -> None:
        """Find out what a text is without opening it; `text_looked_at` follows."""
        from viewer.services.text_work import read_pasted  # noqa: PLC0415 - not before the first frame

        self._start(partial(read_pasted, text), self.text_looked_at.emit, self._fail)

    def keep_text(self, text: str, title: str, corrections: "Corrections", by_hand: "Corrections") -> None:
        """Keep a pasted text as a file in the folder of texts, and open it from there with these corrections.

        A text that was kept before is opened with those `by_hand` alone: what it is known by stays.
        """
        from viewer.services.text_work import keep  # noqa: PLC0415 - not before the first frame

        work = partial(keep, self.texts_folder, title, text, corrections, by_hand)
        self._start(work, self._open_kept, self._fail_to_keep)

    def save_text(self, path: Path) -> None:
        """Keep the open text as a file, and from then on read it from there."""
        from viewer.services.text_work import write  # noqa: PLC0415 - not before the first frame

        if (session := self._session) is not None:
            work = partial(write, path, session.communique.source.text, session.path)
            self._start(work, self.open, self._fail_to_save)

    def analyse(self) -> None:
        """Find the names of the open document, then its sections, off the main thread."""
        if self._session is not None and self._analysis is None:
            self._analysis = Analysis(self._session, self._analyst, self.pool)
            self._analysis.failed.connect(self.names_not_found)
            self._analysis.warned.connect(self.own_names_left_out)
            self._analysis.ended.connect(self._follow_corrections)
            self._analysis.ended.connect(self.analysis_ended)
            self._analysis.start()

    def revise(self) -> None:
        """Read the open document as its corrections ask, even where that has failed before."""
        if self._revision is not None:
            self._revision.retry()

    @Slot()
    def _follow_corrections(self) -> None:
        """From here on, what the reader puts right is followed by another reading."""
        if (session := self._session) is not None:
            from viewer.services.revision import Revision  # noqa: PLC0415 - not before the first frame

            self._revision = Revision(session, self._analyst, self.pool)
            self._revision.ended.connect(self.revised)
            self._revision.failed.connect(self.not_revised)
            self._revision.heed(session.corrections)

    def _start(self, work: Callable[[], T], then: Callable[[T], None], fail: Callable[[Exception], None]) -> None:
        task = Task(work, self, fault=_FAULT)
        task.succeeded.connect(then)
        task.failed.connect(fail)
        task.start(self.pool)

    @Slot(object)
    def _show(self, read: _Read) -> None:
        """Open a session on what was read, unless a later request was answered sooner."""
        if read.request < self._answered:
            return
        self._answered = read.request
        former, self._session = self._session, DocumentSession(read.communique, read.path, self)
        if self._analysis is not None:
            self._analysis.blockSignals(True)
            self._analysis = None
        if self._revision is not None:
            self._revision.blockSignals(True)
            self._revision = None
        if read.path is not None and read.path != bundled_communique():
            self._remember(str(read.path))
        if read.corrections is not None:
            self._session.correct(read.corrections)  # the notes that are read next are brought together with them
        self.session_opened.emit(self._session)
        if former is not None:
            former.blockSignals(True)
            former.deleteLater()

    @Slot(object)
    def _open_kept(self, answer: "tuple[Kept, Corrections]") -> None:
        kept, corrections = answer
        self.text_kept.emit(kept)
        self.open(kept.path, corrections)

    @Slot(object)
    def _fail_to_keep(self, error: Exception) -> None:
        self.text_not_kept.emit(str(error))

    def _remember(self, path: str) -> None:
        """List a document among the recent ones, unless a settings file, which is text, cannot hold its name."""
        try:
            path.encode()
        except UnicodeEncodeError:
            return
        others = tuple(other for other in self._settings.recent if other != path)
        self.change_settings(self._settings._replace(recent=(path, *others)[:_MOST_RECENT]))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(str(error))

    @Slot(object)
    def _fail_to_save(self, error: Exception) -> None:
        self.text_not_saved.emit(str(error))


def _read(path: Path, request: int, corrections: "Corrections | None" = None) -> _Read:
    whole = path.absolute()
    communique = parse(to_source(read_document(whole), whole.name), frequency=word_frequency)
    return _Read(communique, whole, request, corrections)


def _read_pasted(text: str, request: int) -> _Read:
    from viewer.services.text_work import read_pasted  # noqa: PLC0415 - not before the first frame

    return _Read(read_pasted(text), None, request)
