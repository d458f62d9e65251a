"""What the reader does about repairs: list them, go to one, switch them off and on, copy the link one took out."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QGuiApplication

from viewer.core.communique import Communique
from viewer.core.edition import switched_off, with_switched
from viewer.core.links import link_address
from viewer.core.notes import Corrections
from viewer.core.repair_places import Fold, place_of
from viewer.core.repairs import Repair, RepairKey
from viewer.core.text import Span
from viewer.services.document_session import DocumentSession
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import Appearance
from viewer.widgets.main_window import MainWindow
from viewer.widgets.parts.hints import short_address
from viewer.widgets.repairs_dialog import RepairsDialog

_NONE_HERE = "There is no repair here. Document > Repairs… lists them all."
_NO_LINK = "There is no link here. Set the caret on its words first."


class RepairActs(QObject):
    """The list is made when it is first wanted, and filled only while it is shown."""

    def __init__(self, window: MainWindow, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self._session: DocumentSession | None = None
        self._dialog: RepairsDialog | None = None
        self._listed: Communique | None = None
        self._heeded: tuple[Communique, Corrections, frozenset[RepairKey]] | None = None
        self._picked: tuple[Repair, ...] = ()
        self._unfolded: RepairKey | None = None
        window.action("repairs").triggered.connect(self.open)
        window.action("switch-repair").triggered.connect(self.switch_at_hand)
        window.action("copy-link").triggered.connect(self.copy_link)
        window.reading.repairs_picked.connect(self._pick)
        for menu in ("Document", "Edit"):  # there, it is about the caret, whatever was pointed at before
            window.menu(menu).aboutToShow.connect(self._forget_pick)
        window.reading.fold_chosen.connect(self.fold_or_unfold)
        window.status.repairs_wanted.connect(window.action("repairs").trigger)
        window.status.tell_key_of_repairs(window.action("repairs").toolTip())

    def adopt(self, session: DocumentSession) -> None:
        """Show the repairs of another document."""
        self._session, self._heeded, self._listed, self._picked = session, None, None, ()
        self._unfolded = None
        session.communique_changed.connect(self._show)
        session.notebook_changed.connect(self._show)
        self._show()

    @property
    def menu_actions(self) -> list[QAction]:
        """What the context menu of the text offers besides, where it was opened on a repair or a link."""
        offered = {"copy-link": self._addresses(self._picked), "switch-repair": self._picked}
        return [self._window.action(command) for command, found in offered.items() if found]

    @Slot()
    def open(self) -> None:
        """Open the list beside the text, or bring it to the front."""
        if self._dialog is None:
            self._dialog = RepairsDialog(self._window)
            self._dialog.switch_wanted.connect(self.switch)
            self._dialog.place_chosen.connect(self._go)
            self._appearance.dress(self._dialog)
            self._dialog.stand_beside_text(self._window)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._show()

    @Slot()
    def switch_at_hand(self) -> None:
        """Switch the repairs that the menu was opened on, or those at the caret: off, or on where all are off."""
        if repairs := self._at_hand():
            self.switch(repairs, on=not any(repair.applied for repair in repairs))
        else:
            self._window.notice.hint(_NONE_HERE)

    @Slot()
    def copy_link(self) -> None:
        """Put the address of the link that the menu was opened on, or of that at the caret, on the clipboard."""
        if addresses := self._addresses(self._at_hand()):
            QGuiApplication.clipboard().setText(addresses[0])
            self._window.notice.hint(f"“{short_address(addresses[0])}” is on the clipboard.")
        else:
            self._window.notice.hint(_NO_LINK)

    def _at_hand(self) -> tuple[Repair, ...]:
        """The repairs that the menu was opened on, which are then done with, or those at the caret."""
        picked, self._picked = self._picked, ()
        return picked or self._window.reading.repairs_at_hand()

    def _addresses(self, repairs: tuple[Repair, ...]) -> list[str]:
        communique = self._session.communique if self._session else None
        return [] if communique is None else list(filter(None, (link_address(communique, one) for one in repairs)))

    @Slot(object)
    def fold_or_unfold(self, fold: Fold) -> None:
        """Bring back lines of a web page, and go to them once they are there; or fold them away again."""
        self._unfolded = None if fold.shown else fold.repairs[0].key
        self.switch(fold.repairs, on=fold.shown)

    @Slot(object, bool)
    def switch(self, repairs: tuple[Repair, ...], on: bool) -> None:  # noqa: FBT001 - the shape of the signal
        """Store as corrections which repairs the reader does without; the text follows."""
        if (session := self._session) is not None:
            session.correct(with_switched(session.communique, session.corrections, repairs, on=on))

    @Slot(object)
    def _pick(self, repairs: tuple[Repair, ...]) -> None:
        self._picked = repairs

    @Slot()
    def _forget_pick(self) -> None:
        self._picked = ()

    @Slot(object)
    def _go(self, span: Span) -> None:
        if self._session is not None:
            self._session.go_to(span)

    @Slot()
    def _show(self) -> None:
        """Bring the status line and the list, if it is shown, to what is so now."""
        session = self._session
        if session is None:
            return
        self._window.status.show_repairs(session.communique)
        self._go_to_unfolded(session)
        if self._dialog is None or not self._dialog.isVisible():
            return
        communique, off = session.communique, self._off(session)
        self._dialog.show_repairs(communique, off, another=self._listed is None)
        self._listed = communique

    def _go_to_unfolded(self, session: DocumentSession) -> None:
        wanted, communique = self._unfolded, session.communique
        if wanted is None:
            return
        shown = next((one for one in communique.repairs if one.key == wanted and not one.applied), None)
        if shown is not None:
            self._unfolded = None
            session.go_to(place_of(communique, shown))

    def _off(self, session: DocumentSession) -> frozenset[RepairKey]:
        """What is switched off; looked up anew only where the source or the corrections are others."""
        corrections, communique = session.notebook.corrections, session.communique
        if self._heeded is not None:
            before, heeded, off = self._heeded
            if heeded == corrections and before.source is communique.source:
                return off
        off = switched_off(communique, corrections)
        self._heeded = communique, corrections, off
        return off
