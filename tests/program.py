"""The real program, started inside a test: its window driven as a reader drives it, by mouse and by key."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from finding import part_of
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from viewer.app import Application
from viewer.core.communique import Communique
from viewer.core.mentions import Entity
from viewer.core.text import Span
from viewer.qmodels.roles import Role, RowKind
from viewer.services.document_session import DocumentSession
from viewer.services.folders import Folders

_AT_WORK = ("Reading notes", "Saving notes", "Saving corrections", "")
_PATIENCE = 5_000  # milliseconds
_Left = Qt.MouseButton.LeftButton
Modal = TypeVar("Modal", bound=QWidget)


Start = Callable[[Path | None], "Program"]
"""Starts the program on a file, or on the bundled communiqué: the fixture `start`."""


class Program:
    """One run of the program with its files in a folder of the test's own."""

    def __init__(self, folder: Path, qtbot: QtBot, path: Path | None) -> None:
        self.folders = Folders.within(folder)
        self.qtbot = qtbot
        self._ended = False
        self._plain = QApplication.palette()
        self.application = Application(self.folders, path)
        self.workspace, self.window = self.application.workspace, self.application.window
        self.reading = self.window.reading
        self._analysed: DocumentSession | None = None
        self.workspace.analysis_ended.connect(self._take_note)

    # Coming and going -------------------------------------------------------------------------------------------

    def open_window(self) -> None:
        with self.qtbot.waitActive(self.window):
            self.application.start()
            self.window.activateWindow()
        self.qtbot.waitUntil(lambda: self.application.connections is not None)
        if self.workspace.session is not None:
            self.wait_until_read()

    def open(self, path: Path) -> None:
        """Open another document by the way every way of opening ends in, and wait until it is read."""
        self.workspace.open(path)
        self.wait_for(path)

    def open_text(self, text: str) -> None:
        """Open a text as pasting it does, and wait until it has taken the place of what was open, and is read."""
        former = self.session
        self.workspace.open_text(text)
        self.qtbot.waitUntil(lambda: self.session is not former)
        self.wait_until_read()

    def wait_for(self, path: Path | None) -> None:
        self.qtbot.waitUntil(lambda: self.session.path == path)
        self.wait_until_read()

    def wait_until_read(self) -> None:
        """Wait until the text on screen has its names and sections, and its notes are there."""
        self.qtbot.waitUntil(lambda: self._analysed is self.session)
        self.wait_for_notes()

    def _take_note(self) -> None:
        self._analysed = self.workspace.session

    def wait_for_notes(self) -> None:
        self.qtbot.waitUntil(lambda: self.saved not in _AT_WORK)

    def end(self) -> None:
        """Close the window and take everything of this run away, as the end of the process would."""
        if self._ended:
            return
        self._ended = True
        if self.window.isVisible():
            self.answer(QMessageBox.StandardButton.Discard)
            self.window.close()
        pools = self.application.findChildren(QThreadPool)  # the workspace's, and one of each document's notes
        ended = [pool.waitForDone(_PATIENCE) for pool in pools]
        for part in (self.window, self.application):
            part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.setPalette(self._plain)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.setStyleSheet("")
        assert ended
        assert all(ended), "the program left work under way"

    # What is open -----------------------------------------------------------------------------------------------

    @property
    def session(self) -> DocumentSession:
        assert self.workspace.session is not None
        return self.workspace.session

    @property
    def communique(self) -> Communique:
        return self.session.communique

    def entity(self, name: str) -> Entity:
        return next(entity for entity in self.communique.entities if name in entity.forms)

    def span(self, words: str) -> Span:
        """Where the words first stand in the reading text."""
        start = self.communique.text.index(words)
        return Span(start, start + len(words))

    # What the window says ---------------------------------------------------------------------------------------

    @property
    def notice(self) -> str:
        """What the notice bar says; empty where it is not shown."""
        return self.window.notice.words if self.window.notice.isVisible() else ""

    @property
    def actions_offered(self) -> list[str]:
        """What the notice bar offers to do about what it says."""
        buttons = self.window.notice.findChildren(QAbstractButton)
        return [button.text() for button in buttons if button.isVisible() and button.text() != "Dismiss"]

    @property
    def saved(self) -> str:
        return self.window.status.words[3]

    @property
    def card(self) -> list[str]:
        return words_on(self.window.card)

    @property
    def current_words(self) -> str | None:
        """The words tinted as the current mention; None where there are none."""
        current = self.theme_tints(self.reading.theme.current)
        return current[-1] if current else None

    def theme_tints(self, colour: str) -> list[str]:
        """The words that stand on this background, as far as they are on screen."""
        tints = [
            tint for tint in self.reading.extraSelections() if tint.format.background().color().name() == colour.lower()
        ]
        return [tint.cursor.selectedText() for tint in tints]

    def sees(self, span: Span) -> bool:
        """Whether the first letter of a span is on screen."""
        return self.reading.viewport().rect().contains(self.point(span))

    # The reader's hand ------------------------------------------------------------------------------------------

    def point(self, span: Span) -> QPoint:
        """The middle of the first letter of a span, in pixels of the text's viewport."""
        before = self.reading.cursorRect(self.reading.cursor_at(Span(span.start, span.start)))
        after = self.reading.cursorRect(self.reading.cursor_at(Span(span.start + 1, span.start + 1)))
        return QPoint((before.center().x() + after.center().x()) // 2, before.center().y())

    def click(self, place: str | Span) -> None:
        """Bring words into view and click them."""
        span = self.span(place) if isinstance(place, str) else place
        self.reading.reveal(span)
        QTest.mouseClick(self.reading.viewport(), _Left, pos=self.point(span))

    def select(self, words: str) -> None:
        """Select words of one line by dragging over them."""
        span = self.span(words)
        self.reading.reveal(span)
        start, end = (
            self.reading.cursorRect(self.reading.cursor_at(Span(at, at))).center() for at in (span.start, span.end)
        )
        QTest.mousePress(self.reading.viewport(), _Left, pos=start)
        QTest.mouseMove(self.reading.viewport(), end)
        QTest.mouseRelease(self.reading.viewport(), _Left, pos=end)

    def press(self, keys: str, *, on: QWidget | None = None) -> None:
        """Press a key, such as "Ctrl+M", on a widget: the one with the focus unless another is named."""
        self.window.activateWindow()  # a question that was open before has taken that away
        self.qtbot.waitUntil(self.window.isActiveWindow)
        widget = on or QApplication.focusWidget()
        assert widget is not None
        QTest.keySequence(widget, keys)

    def click_row(self, pane: QWidget, index: QModelIndex) -> None:
        tree = part_of(pane, QTreeView)
        tree.scrollTo(index)
        QTest.mouseClick(tree.viewport(), _Left, pos=tree.visualRect(index).center())

    def press_button(self, pane: QWidget, text: str) -> None:
        """Press the button with this text, which the reader must be able to see."""
        button = next(b for b in pane.findChildren(QAbstractButton) if b.text() == text and b.isVisible())
        QTest.mouseClick(button, _Left)

    def answer(self, button: QMessageBox.StandardButton) -> None:
        """Press a button of the next question that stops the reader."""
        self._once_open(QMessageBox, lambda box: box.button(button).click())

    def choose_file(self, path: Path) -> None:
        """Give a file's path to the next dialog that asks for one."""

        def accept(dialog: QFileDialog) -> None:
            part_of(dialog, QLineEdit).setText(str(path))
            dialog.accept()

        self._once_open(QFileDialog, accept)

    def give_up_dialog(self) -> None:
        """Put the next dialog away unanswered."""
        self._once_open(QDialog, QDialog.reject)

    def give_up_choosing(self) -> None:
        """Put the next dialog that asks for a file or a folder away unanswered."""
        self._once_open(QFileDialog, QFileDialog.reject)

    def _once_open(self, kind: type[Modal], act: Callable[[Modal], None]) -> None:
        """Act on the next modal window, which stops the caller in an event loop of its own."""
        timer = QTimer(self.window)

        def look() -> None:
            modal = QApplication.activeModalWidget()
            if isinstance(modal, kind):
                timer.stop()
                act(modal)

        timer.timeout.connect(look)
        timer.start()

    def open_menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


def words_on(pane: QWidget) -> list[str]:
    """What the labels of a pane say that can be seen."""
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane) and label.text()]


def row_of(pane: QWidget, kind: RowKind, text: str) -> QModelIndex:
    """The row of a kind with this text, anywhere in the pane's tree."""
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    model = part_of(pane, QTreeView).model()
    found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, text, -1, flags)
    return next(index for index in found if index.data(Role.KIND) == kind)


def selected_text(pane: QWidget) -> str | None:
    """The text of the selected row of a pane's tree."""
    rows = part_of(pane, QTreeView).selectionModel().selectedRows()
    return str(rows[0].data()) if rows else None
