"""The workspace: settings, the open document, and the way from a path or a pasted text to a session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.structure.parse import parse
from viewer.formats.plain_text import source_from_text, to_source
from viewer.services.analysis import Analysis
from viewer.services.document_session import DocumentSession
from viewer.services.folders import Folders
from viewer.services.recognition import Analyst
from viewer.services.settings import Settings, SettingsStore
from viewer.services.tasks import Task
from viewer.storage.dictionary import is_word
from viewer.storage.documents import is_same_file, read_document
from viewer.storage.resources import bundled_communique

if TYPE_CHECKING:
    from viewer.services.revision import Revision
    from viewer.storage.notes_folder import NotesFolder

_MOST_RECENT: Final = 10
LARGEST: Final = 20_000_000
"""Characters of the longest text that is pasted: as long as the largest file."""
T = TypeVar("T")


class _Read(NamedTuple):
    """A document as it came from the pool, with the number of the request it answers."""

    communique: Communique
    path: Path | None
    request: int


class Workspace(QObject):
    """Owns what is open. A document that cannot be opened leaves the open one as it was."""

    session_opened = Signal(object)  # DocumentSession
    failed = Signal(str)  # why a document could not be opened and what to do, fit to show
    text_not_saved = Signal(str)  # likewise, of a text that could not be kept as a file
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

    def change_settings(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._store.save(settings)
            self.settings_changed.emit(settings)

    def change_notes_folder(self, folder: Path) -> None:
        self.change_settings(self._settings._replace(notes_folder=str(folder)))

    def open(self, path: Path) -> None:
        """Read a document off the main thread."""
        self._requests += 1
        self._start(partial(_read, path, self._requests), self._show, self._fail)

    def open_bundled(self) -> None:
        self.open(bundled_communique())

    def open_text(self, text: str) -> None:
        """Open a text that was pasted; it has no file."""
        self._requests += 1
        self._start(partial(_parse, text, self._requests), self._show, self._fail)

    def save_text(self, path: Path) -> None:
        """Keep the open text as a file, and from then on read it from there."""
        if (session := self._session) is not None:
            work = partial(_write, path, session.communique.source.text, session.path)
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
        task = Task(work, self)
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
        self.session_opened.emit(self._session)
        if former is not None:
            former.blockSignals(True)
            former.deleteLater()

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


def _read(path: Path, request: int) -> _Read:
    whole = path.absolute()
    return _Read(parse(to_source(read_document(whole), whole.name), is_word=is_word), whole, request)


def _parse(text: str, request: int) -> _Read:
    if len(text) > LARGEST:
        raise ViewerError(f"The text is longer than {LARGEST:,} characters. Paste the communiqué alone.")
    return _Read(parse(source_from_text(text, "Pasted text"), is_word=is_word), None, request)


def _write(path: Path, text: str, own: Path | None) -> Path:
    """Write the text and give its path back. Raises ViewerError, always for the document's `own` file.

    That file may be in another encoding, and is the reader's, not the program's.
    """
    from viewer.storage.atomic import write_atomically  # noqa: PLC0415 - not before the first frame

    name = shown_name(str(path))
    try:
        if own is not None and is_same_file(path, own):
            raise ViewerError(f"“{name}” is the open document itself, which is never changed. Choose another name.")
        write_atomically(path, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ViewerError(f"The text could not be saved as “{name}”: {reason}. Choose another name.") from error
    return path
