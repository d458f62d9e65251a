"""What the Document menu does: the properties of the communiqué, and the encoding its file is read in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from viewer.core.display_names import shown_name
from viewer.core.edition import EDITABLE
from viewer.core.notes import Corrections
from viewer.core.source import Source
from viewer.formats.encodings import encoding_name
from viewer.services.document_session import DocumentSession
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import Appearance
from viewer.widgets.commands import ENCODING_COMMANDS
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from viewer.widgets.properties_dialog import PropertiesDialog

_AUTOMATIC: Final = "encoding-automatic"


class DocumentActs(QObject):
    """Shows what is said of a document, and hands on what the reader puts right in it."""

    def __init__(self, window: MainWindow, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._session: DocumentSession | None = None
        self._dialog: PropertiesDialog | None = None
        self._found_out = ""
        window.action("properties").triggered.connect(self.show_properties)
        for command, codec in ENCODING_COMMANDS.items():
            window.action(command).setData(codec)
            window.action(command).triggered.connect(self._choose_encoding)
        window.status.offer_encodings(window.menu("Document/Encoding"))
        window.close_wanted.connect(self.leave)
        workspace.revised.connect(self._say_what_is_missing)
        workspace.not_revised.connect(self._say_why_not)

    def open(self, session: DocumentSession) -> None:
        """From here on, act on this document."""
        self._session = session
        self._found_out = _how_read(session.communique.source, ", a guess")
        session.communique_changed.connect(self._show_document)
        session.corrections_changed.connect(self._show_document)
        self._show_document()

    @Slot()
    def leave(self) -> None:
        """The document gives way to another: what was written in its properties belongs to it."""
        if self._dialog is not None:
            self._dialog.finish()

    # Properties -------------------------------------------------------------------------------------------------

    @Slot()
    def show_properties(self) -> None:
        """Open the properties, or bring them forward."""
        from viewer.widgets.properties_dialog import PropertiesDialog  # noqa: PLC0415 - not before it is asked for

        if (session := self._session) is None:
            return
        if self._dialog is None:
            self._dialog = PropertiesDialog(self._window.menu("Document/Encoding"), self._window)
            self._dialog.corrected.connect(self._correct)
            self._dialog.place_wanted.connect(session.go_to)
            self._dialog.finished.connect(self._forget_dialog)
            self._appearance.dress(self._dialog)
            self._show_document()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(object)
    def _correct(self, edits: Mapping[str, str]) -> None:
        """Put these edits in the place of the former; fields of another version stay."""
        if (session := self._session) is not None:
            others = {name: text for name, text in session.corrections.identity.items() if name not in EDITABLE}
            session.correct(replace(session.corrections, identity={**edits, **others}))

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    # Encoding ---------------------------------------------------------------------------------------------------

    @Slot()
    def _choose_encoding(self) -> None:
        """Read the file in the encoding that was chosen; chosen again, try again."""
        action, session = self.sender(), self._session
        if session is not None and isinstance(action, QAction):
            session.correct(replace(session.corrections, encoding=str(action.data())))
            self._workspace.revise()

    @Slot()
    def _say_what_is_missing(self) -> None:
        if (session := self._session) is None:
            return
        source = session.communique.source
        if not source.undecodable:
            self._window.notice.pass_by()  # it may say that another encoding was a guess
            return
        places = "One place is" if source.undecodable == 1 else f"{source.undecodable:,} places are"
        name = encoding_name(source.encoding)
        self._window.notice.say(f"{places} not in {name}, and shown as “\ufffd”. The file itself is unchanged.")

    @Slot(str)
    def _say_why_not(self, words: str) -> None:
        self._window.notice.say(words, alert=True)
        self._show_document()

    # Showing ----------------------------------------------------------------------------------------------------

    @Slot()
    def _show_document(self) -> None:
        if (session := self._session) is None:
            return
        source, corrections = session.communique.source, session.corrections
        has_file = session.path is not None
        self._show_encodings(corrections, has_file=has_file)
        how = _how_read(source) if has_file else ""
        self._window.status.show_encoding(how)
        if self._dialog is not None:
            chosen = f"{how} · chosen by you" if how and corrections.encoding else how
            self._dialog.show_file(shown_name(str(session.path)) if has_file else "", chosen)
            self._dialog.show_properties(session.recognised, corrections)

    def _show_encodings(self, corrections: Corrections, *, has_file: bool) -> None:
        """Tick the encoding that is asked for. Of a pasted text there are no bytes to read in another."""
        asked = corrections.encoding.lower().replace("_", "-")
        for command, codec in ENCODING_COMMANDS.items():
            action = self._window.action(command)
            action.setEnabled(has_file)
            action.setChecked(codec == asked)
        self._window.action(_AUTOMATIC).setText(f"&Automatic ({self._found_out})" if has_file else "&Automatic")


def _how_read(source: Source, guess: str = " (a guess)") -> str:
    return encoding_name(source.encoding) + (guess if source.encoding_guessed else "")
