"""Draws the real window into a picture, without a display, once the document is on screen and recognised."""

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QObject, QTimer, Slot

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.folding import fold
from viewer.core.mentions import Entity
from viewer.services.workspace import Workspace
from viewer.storage.atomic import write_atomically
from viewer.widgets.main_window import MainWindow


class Screenshot(QObject):
    """Ends the program with status 0 when the picture is written, with 2 and one line when it cannot be."""

    def __init__(self, workspace: Workspace, window: MainWindow, picture: Path, select: str | None) -> None:
        super().__init__(window)
        self._workspace, self._window, self._picture, self._select = workspace, window, picture, select
        workspace.analysis_ended.connect(self._choose)
        workspace.failed.connect(self.give_up)
        workspace.names_not_found.connect(self.give_up)

    @Slot()
    def _choose(self) -> None:
        session = self._workspace.session
        if session is None:
            return
        entity = _named(session.communique, self._select) if self._select else None
        if self._select and entity is None:
            self.give_up(f"“{shown_name(self._select)}” is not named in this communiqué.")
            return
        if entity is not None:
            session.choose_entity(entity.id)
        QTimer.singleShot(0, self, self._draw)  # once everyone who was told of the change has shown it

    @Slot()
    def _draw(self) -> None:
        drawn = QBuffer()  # and not the file: what Qt's writer has to say of a full disk is not for the reader
        self._window.grab().save(drawn, "PNG")
        try:
            write_atomically(self._picture, bytes(drawn.data().data()))
        except OSError as error:
            name = shown_name(str(self._picture))
            self.give_up(f"The picture could not be written to “{name}”: {error.strerror}.")
        else:
            QCoreApplication.exit(0)

    @Slot(str)
    def give_up(self, words: str) -> None:
        print(f"communique: {words}", file=sys.stderr)  # noqa: T201 - the answer of a command line
        QCoreApplication.exit(2)


def _named(communique: Communique, wanted: str) -> Entity | None:
    """The entity of this id, name or form; case and accents are forgiven."""
    folded = fold(wanted)
    exact = (e for e in communique.entities if folded in {fold(e.id), fold(e.name), *map(fold, e.forms)})
    part = (e for e in communique.entities if folded in fold(e.name))
    return next(exact, None) or next(part, None)
