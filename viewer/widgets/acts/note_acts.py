"""What the Notes menu does, and how the notes panel and the keeper of the notes file speak with each other."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from viewer.core.display_names import shown_name
from viewer.core.note_places import notes_by_paragraph
from viewer.core.notes import Corrections, Note, Notebook
from viewer.services.document_session import DocumentSession
from viewer.services.note_keeper import NoteKeeper
from viewer.services.note_maker import NoteMaker
from viewer.services.notes_status import NotesState, NotesStatus
from viewer.services.undo_history import UndoHistory
from viewer.services.workspace import Workspace
from viewer.storage.notebook_errors import reason_of
from viewer.widgets.acts.draft_acts import DraftActs
from viewer.widgets.acts.merge_acts import MergeActs
from viewer.widgets.acts.undo_acts import UndoActs
from viewer.widgets.acts.unsaved import Answer, ask_about_unsaved
from viewer.widgets.appearance import Appearance
from viewer.widgets.commands import Where, commands_at
from viewer.widgets.main_window import MainWindow

_SAVED_WORDS = {
    NotesState.READING: "Reading notes",
    NotesState.NONE: "No notes",
    NotesState.SAVING: "Saving notes",
    NotesState.SAVED: "Notes saved",
    NotesState.FAILED: "Notes not saved",
    NotesState.UNREADABLE: "Notes not readable",
}
_CORRECTED_WORDS = {
    NotesState.SAVING: "Saving corrections",
    NotesState.SAVED: "Corrections saved",
    NotesState.FAILED: "Corrections not saved",
}
"""The same where there are corrections, and no notes."""
_WRITING = "Writing a note"


class NoteActs(QObject):
    """Starts notes, shows them, and sees to it that nothing written is left behind."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: Appearance, maker: NoteMaker | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._maker = maker or NoteMaker()
        self._session: DocumentSession | None = None
        self._keeper: NoteKeeper | None = None
        self._history: UndoHistory | None = None
        self._let_go: Notebook | None = None
        self._undo, self._merges = UndoActs(window), MergeActs(window, appearance)
        self.drafts = DraftActs(window, workspace)
        for command, act in (
            ("note-selection", self.note_selection),
            ("note-paragraph", self.note_paragraph),
            ("note-entity", self.note_entity),
            ("note-document", self.note_document),
            ("notes-folder", self.open_folder),
            ("change-notes-folder", self.change_folder),
        ):
            window.action(command).triggered.connect(act)
        window.notes.add_actions([window.action(command.id) for command in commands_at(Where.NOTES)])
        window.notes.retry_wanted.connect(self.retry)
        window.notes.copy_wanted.connect(self.save_copy)
        window.notes.folder_wanted.connect(self.change_folder)
        window.notes.writing_changed.connect(self._show_writing)
        window.card.note_wanted.connect(self.note_entity)
        window.reading.note_marker_chosen.connect(self.choose_marked)
        cast("QGuiApplication", QGuiApplication.instance()).applicationStateChanged.connect(self._come_back)
        window.close_wanted.connect(self.close)

    def open(self, session: DocumentSession) -> None:
        """Read the notes of a session and show them."""
        window, self._session, self._let_go = self._window, session, None
        self._keeper = NoteKeeper(session, self._workspace.notes_folder, self._workspace.state_folder, session)
        self._keeper.status_changed.connect(self._show_status)
        self._keeper.copy_saved.connect(self._tell_of_copy)
        self._keeper.copy_failed.connect(self._tell_of_failure)
        session.notebook_changed.connect(self._show_notebook)
        session.communique_changed.connect(self._show_markers)
        session.note_selected.connect(window.notes.select_note)
        self._history = history = UndoHistory(session)
        window.notes.note_written.connect(history.write_note)
        window.notes.note_deleted.connect(history.delete_note)
        self._undo.adopt(history)
        self._merges.adopt(session, history)
        self._keeper.brought_together.connect(self._merges.tell)
        window.notes.note_chosen.connect(session.choose_note)
        window.card.note_chosen.connect(session.choose_note)
        self._show_notebook(session.notebook)
        self.drafts.open(session, self._keeper)
        self._keeper.read()

    @property
    def keeper(self) -> NoteKeeper:
        """The keeper of the open document's notes."""
        assert self._keeper is not None
        return self._keeper

    @property
    def history(self) -> UndoHistory:
        """What was done to the open document's notes."""
        assert self._history is not None
        return self._history

    # Starting notes ---------------------------------------------------------------------------------------------

    @Slot()
    def note_selection(self) -> None:
        session, span = self._session, self._window.reading.selected_span()
        if session is None or span is None:
            self._window.notice.hint("Select the words first, then write a note on them.")
        else:
            self._start(self._maker.on_selection(session.communique, span))

    @Slot()
    def note_paragraph(self) -> None:
        session, paragraph = self._session, self._window.reading.paragraph_at_hand()
        if session is not None and paragraph is not None:
            index = session.communique.paragraphs.index(paragraph)
            self._start(self._maker.on_paragraph(session.communique, index))

    @Slot()
    def note_entity(self) -> None:
        session = self._session
        if session is None or session.selection is None:
            self._window.notice.hint("Choose a name first, then write a note on it.")
        else:
            self._start(self._maker.on_entity(session.communique, session.selection.entity))

    @Slot()
    def note_document(self) -> None:
        if self._session is not None:
            self._start(self._maker.on_document())

    def _start(self, note: Note) -> None:
        self._window.show_pane("notes", shown=True)
        self._window.notes.start_note(note)

    @Slot(int)
    def choose_marked(self, paragraph: int) -> None:
        """Choose the first note of a paragraph whose marker was clicked."""
        if session := self._session:
            found = notes_by_paragraph(session.communique, session.notebook).get(paragraph, ())
            for note in found[:1]:
                self._window.show_pane("notes", shown=True)
                session.choose_note(note.id)

    # The folder and the file ------------------------------------------------------------------------------------

    @Slot()
    def open_folder(self) -> None:
        folder = self._workspace.notes_folder
        try:
            folder.make()
        except OSError as error:
            words = f"The notes folder “{shown_name(str(folder.path))}” cannot be made: {reason_of(error)}"
            self._window.notice.say(words, command="change-notes-folder", action="Change folder…", alert=True)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.path)))

    @Slot()
    def change_folder(self) -> None:
        """Keep notes in another folder from now on; those already written stay where they are."""
        name = QFileDialog.getExistingDirectory(self._window, "Keep notes in", str(self._workspace.notes_folder.path))
        if name:
            self._window.notes.finish_editing()
            self._workspace.change_notes_folder(Path(name))
            if self._keeper is not None:
                self._keeper.change_folder(self._workspace.notes_folder)

    @Slot()
    def retry(self) -> None:
        if self._keeper is not None:
            self._keeper.retry()

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.retry()

    @Slot()
    def save_copy(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, "Save a copy of the notes", "notes.yaml", "Notes (*.yaml)")
        if name and self._keeper is not None:
            self._keeper.save_copy(Path(name))

    @Slot(object)
    def _tell_of_copy(self, path: Path) -> None:
        self._window.notice.say(f"A copy of the notes is in {shown_name(str(path))}.")

    @Slot(str)
    def _tell_of_failure(self, words: str) -> None:
        self._window.notice.say(words, alert=True)

    @Slot()
    def leave(self) -> None:
        """The document gives way to another: what is being written belongs to it, and is not let go unasked."""
        self._window.notes.finish_editing()
        while not (self._is_kept() or self._is_let_go() or self._lets_go(may_stay=False)):
            pass  # the copy that was asked for could not be saved

    def may_leave(self) -> bool:
        """Finish what is being written; whether all of it is on the disk, there or in a copy, or is let go."""
        self._window.notes.finish_editing()
        return self._is_kept() or self._lets_go()

    def _is_kept(self) -> bool:
        return self._keeper is None or self._keeper.finish()

    def _is_let_go(self) -> bool:
        return self._session is not None and self._session.notebook == self._let_go

    @Slot(object)
    def close(self, event: QCloseEvent) -> None:
        """Keep the window open while notes are not on the disk and the reader wants them."""
        if not self.may_leave():
            event.ignore()
            return
        self.drafts.end()
        self._workspace.change_settings(self._window.layout_in(self._workspace.settings))

    def _lets_go(self, *, may_stay: bool = True) -> bool:
        """Whether the reader lets go of notes that are not on the disk, or saves a copy of them now."""
        reason = self._keeper.status.reason if self._keeper else ""
        match ask_about_unsaved(self._window, reason, may_stay=may_stay):
            case Answer.COPY:
                self.save_copy()
                return self._is_kept()
            case Answer.LET_GO:
                self._let_go = self._session.notebook if self._session else None
                self.drafts.let_go()
                return True
        return False

    # Showing ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_notebook(self, notebook: Notebook) -> None:
        self._window.notes.show_notebook(notebook)
        self._window.card.show_notebook(notebook)
        self._show_markers()

    @Slot()
    def _show_markers(self) -> None:
        """Mark the paragraphs that have notes, which another reading of the text may have moved."""
        if (session := self._session) is not None:
            places = notes_by_paragraph(session.communique, session.notebook)
            self._window.reading.show_notes({index: tuple(n.colour for n in notes) for index, notes in places.items()})

    @Slot(object)
    def _show_status(self, status: NotesStatus) -> None:
        self._window.notes.show_status(status)
        self._show_saved(status)

    @Slot()
    def _show_writing(self) -> None:
        if self._keeper is not None:
            self._show_saved(self._keeper.status)

    def _show_saved(self, status: NotesStatus) -> None:
        """Say what became of the notes; that all is well is not said of a note that is still being written."""
        is_well = status.state in (NotesState.NONE, NotesState.SAVED)
        words = _SAVED_WORDS[status.state]
        if (
            self._session is not None
            and not self._session.notebook.notes
            and self._session.corrections != Corrections()
        ):
            words = _CORRECTED_WORDS.get(status.state, words)
        self._window.status.show_saved(_WRITING if is_well and self._window.notes.is_writing else words)
