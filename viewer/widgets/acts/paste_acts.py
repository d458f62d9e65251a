"""What becomes of a text that is pasted or dropped: it is looked through, asked about, kept and opened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.notes import Corrections
from viewer.formats.clipboard import FORMATS, source_address
from viewer.formats.plain_text import canonical_text, why_not_kept
from viewer.services.document_session import DocumentSession
from viewer.services.text_work import LARGEST
from viewer.services.workspace import Workspace
from viewer.storage.kept_texts import Kept
from viewer.widgets.appearance import Appearance
from viewer.widgets.main_window import MainWindow
from viewer.widgets.paste_dialog import PasteDialog, PasteWish

_LARGE: Final = 1_000_000  # characters above which the reader is asked first
_NOTHING: Final = "There is no text on the clipboard. Copy the communiqué first, then paste it here."
_TOO_LARGE: Final = f"The text is longer than {LARGEST:,} characters. Paste the communiqué alone."


class PasteActs(QObject):
    """One text is asked about at a time. It is never lost: where it cannot be kept, it can be opened all the same."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: Appearance,
        may_leave: Callable[[], bool],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._may_leave, self._today = may_leave, today
        self._dialog: PasteDialog | None = None
        self._kept: Kept | None = None
        window.action("paste").triggered.connect(self.paste)
        window.dropped.connect(self.drop)
        workspace.text_looked_at.connect(self._show_what_it_is)
        workspace.text_kept.connect(self._end)
        workspace.text_not_kept.connect(self._tell_failure)
        workspace.session_opened.connect(self._tell_where)

    @Slot()
    def paste(self) -> None:
        """Ask about the text on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.text().strip():
            self._offer(clipboard.mimeData())
        else:
            self._window.notice.hint(_NOTHING)

    @Slot(object)
    def drop(self, data: QMimeData) -> None:
        """Ask about a text that was dropped; of files others see to it."""
        if not any(url.isLocalFile() for url in data.urls()) and data.text().strip():
            self._offer(data)

    def _offer(self, data: QMimeData) -> None:
        text = data.text()
        if len(text) > LARGEST:
            self._window.notice.say(_TOO_LARGE, alert=True)
        elif len(text) <= _LARGE or self._agrees_to(len(text)):
            found = {kind: bytes(data.data(kind).data()) for kind in FORMATS if data.hasFormat(kind)}
            self._ask(text, source_address(found))

    def _agrees_to(self, length: int) -> bool:
        question = f"The clipboard holds {length:,} characters. Open them as one communiqué?"
        return QMessageBox.question(self._window, "Paste", question) is QMessageBox.StandardButton.Yes

    def _ask(self, text: str, address: str) -> None:
        self._put_away()
        dialog = PasteDialog(text, address, self._workspace.texts_folder.path, self._window)
        dialog.keep_wanted.connect(self._keep)
        dialog.open_wanted.connect(self._open)
        dialog.folder_wanted.connect(self._change_folder)
        dialog.finished.connect(self._forget)
        self._appearance.dress(dialog)
        self._dialog = dialog
        dialog.open()
        if reason := why_not_kept(text):
            dialog.refuse(reason)
        self._workspace.look_at(text)

    @Slot(object)
    def _show_what_it_is(self, communique: Communique) -> None:
        """Tell the dialog, unless it asks about another text by now."""
        if self._dialog is not None and canonical_text(self._dialog.text) == communique.source.text:
            self._dialog.show_what_it_is(communique)

    @Slot(object)
    def _keep(self, wish: PasteWish) -> None:
        if self._may_leave():
            title = {"title": wish.new_title} if wish.new_title else {}
            address = {"source_address": wish.source_address} if wish.source_address else {}
            by_hand = Corrections(title | address if wish.address_by_hand else title)
            every = Corrections(title | address | {"accessed": self._today().isoformat()})
            self._workspace.keep_text(wish.text, wish.title, every, by_hand)
        elif self._dialog is not None:
            self._dialog.go_on()

    @Slot(str)
    def _open(self, text: str) -> None:
        if self._may_leave():
            self._put_away()
            self._workspace.open_text(text)

    @Slot()
    def _change_folder(self) -> None:
        folder = self._workspace.texts_folder.path
        name = QFileDialog.getExistingDirectory(self._dialog, "Keep pasted texts in", str(folder))
        if name:
            self._workspace.change_texts_folder(Path(name))
            if self._dialog is not None:
                self._dialog.show_folder(Path(name))

    @Slot(object)
    def _end(self, kept: Kept) -> None:
        self._kept = kept
        self._put_away()

    @Slot(str)
    def _tell_failure(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(words)
        else:  # it was put away meanwhile
            self._window.notice.say(words, alert=True)

    @Slot(object)
    def _tell_where(self, session: DocumentSession) -> None:
        """Say where the text is that was just opened, once it is."""
        kept, self._kept = self._kept, None
        if kept is not None and session.path == kept.path.absolute():
            name, folder = shown_name(kept.path.name), shown_name(str(kept.path.parent))
            said = "This text was kept before; it was opened from" if kept.already else "The text is kept as"
            self._window.notice.say(f"{said} “{name}” in “{folder}”.")

    def _put_away(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    @Slot()
    def _forget(self) -> None:
        if self._dialog is self.sender():
            self._dialog = None
