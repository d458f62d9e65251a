"""The main window: the page, and a place for every pane; knows no pane's inside.

It is furnished in two steps, so that the text is on the screen before the rest is even imported: the page and empty
places first, panes and menus when the first frame is painted.
"""

from typing import TYPE_CHECKING, Final

# Types of Qt that the first frame does not use are named through their module: see reading_pane.
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QByteArray, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter, QStatusBar, QToolBar, QVBoxLayout, QWidget

from viewer.services.settings import Settings
from viewer.widgets.parts.side_column import SideColumn
from viewer.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from viewer.widgets.contents_tree import ContentsTree
    from viewer.widgets.entity_card import EntityCard
    from viewer.widgets.entity_sidebar import EntitySidebar
    from viewer.widgets.notes_panel import NotesPanel
    from viewer.widgets.parts.notice_bar import NoticeBar
    from viewer.widgets.parts.status_line import StatusLine

_SIZE: Final = (1280, 800)
_SMALLEST: Final = (720, 480)
_LEAST_TEXT: Final = 400  # pixels
_LEFT: Final = (0.2, 264, 380)  # contents: share of the window's width, least and most pixels; the text has the rest
_RIGHT_SIDE: Final = (0.22, 308, 420)  # the column of names, card and notes, likewise
MENUS: Final = ("File", "Edit", "View", "Document", "Go", "Notes", "Help")


class MainWindow(QMainWindow):
    """One window on one document."""

    close_wanted = Signal(object)  # QCloseEvent: ignore it to stay open
    dropped = Signal(object)  # QMimeData with files or text
    pane_shown = Signal(str, bool)  # name of a pane, whether it is shown now

    contents: "ContentsTree"
    sidebar: "EntitySidebar"
    card: "EntityCard"
    notes: "NotesPanel"
    notice: "NoticeBar"
    status: "StatusLine"
    actions_by_id: "dict[str, QtGui.QAction]"
    recent: "QtWidgets.QMenu"

    def __init__(self) -> None:
        super().__init__()
        self._set_by_hand = False
        self.setWindowTitle("Communiqué")
        self.setAcceptDrops(True)
        self.reading = ReadingPane()
        self.places = {name: _Place() for name in ("contents", "entities", "card", "notes")}
        self._lay_out()
        self._menus = {name: self.menuBar().addMenu(f"&{name}") for name in MENUS}
        self.toolbar = QToolBar("Toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setFixedHeight(self.fontMetrics().height() + 18)
        self.addToolBar(self.toolbar)
        self.setStatusBar(QStatusBar())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def action(self, command: str) -> "QtGui.QAction":
        return self.actions_by_id[command]

    def menu(self, path: str) -> "QtWidgets.QMenu":
        """The menu of a path such as "View/Theme", made where it is not there yet."""
        if path not in self._menus:
            above, _, name = path.rpartition("/")
            self._menus[path] = self.menu(above).addMenu(f"&{name}")
        return self._menus[path]

    def show_menu(self, actions: "list[QtGui.QAction]", point: "QtCore.QPoint") -> None:
        """Show some commands as a menu at a point of the screen."""
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(actions)
        menu.popup(point)

    def place_notice(self, notice: "NoticeBar") -> None:
        """Put the notice bar above the text."""
        self.notice = notice
        self._centre.insertWidget(0, notice)

    # Layout -----------------------------------------------------------------------------------------------------

    def restore_layout(self, settings: Settings) -> None:
        """Stand where the window stood last; where that is not known, at the first sizes."""
        self.restoreGeometry(_from_text(settings.window))
        self.reset_layout()
        self._set_by_hand = self._columns.restoreState(_from_text(settings.columns))
        self._right.take_heights(settings.right_column)
        for name in self.places:
            self.show_pane(name, shown=name not in settings.hidden_panes)

    def layout_in(self, settings: Settings) -> Settings:
        """The settings with the layout as it stands."""
        return settings._replace(
            window=_to_text(self.saveGeometry()),
            columns=_to_text(self._columns.saveState()) if self._set_by_hand else "",
            right_column=self._right.heights_as_text(),
            hidden_panes=tuple(name for name, place in self.places.items() if place.isHidden()),
        )

    @Slot()
    def reset_layout(self) -> None:
        """Every pane shown, at its first size."""
        for name in self.places:
            self.show_pane(name, shown=True)
        self._share_width()
        self._right.take_heights("")

    @Slot()
    def _keep_columns(self) -> None:
        self._set_by_hand = True

    def _share_width(self) -> None:
        """Give every column its share of the window, until the reader sets one by hand."""
        self._set_by_hand = False
        left, right = (
            round(max(least, min(self.width() * share, most))) for share, least, most in (_LEFT, _RIGHT_SIDE)
        )
        self._columns.setSizes([left, max(self.width() - left - right, 1), right])

    def show_pane(self, name: str, *, shown: bool) -> None:
        self.places[name].setVisible(shown)
        self._right.setVisible(any(not self.places[pane].isHidden() for pane in ("entities", "card", "notes")))
        self._right.share_out()
        self.pane_shown.emit(name, shown)

    def show_card(self, *, empty: bool) -> None:
        """Give the card its height, or leave that to the names while there is nothing on it."""
        self._right.show_card(empty=empty)

    @Slot()
    def focus_next_pane(self) -> None:
        self._focus_pane(1)

    @Slot()
    def focus_previous_pane(self) -> None:
        self._focus_pane(-1)

    def _focus_pane(self, step: int) -> None:
        order = (self.contents, self.reading, self.sidebar, self.card, self.notes)
        # A pane that has nothing to move in passes the focus on to no part of it.
        shown = [pane for pane in order if pane.isVisible() and (pane is self.reading or pane.focusProxy())]
        focused = self.focusWidget()
        here = next((i for i, pane in enumerate(shown) if pane is focused or pane.isAncestorOf(focused)), 0)
        shown[(here + step) % len(shown)].setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        centre = QWidget()
        centre.setMinimumWidth(_LEAST_TEXT)
        self._centre = _column(centre)
        self._centre.addWidget(self.reading, 1)
        self._right = SideColumn(*(self.places[name] for name in ("entities", "card", "notes")))
        self._columns = QSplitter()
        for part in (self.places["contents"], centre, self._right):
            self._columns.addWidget(part)
        for splitter in (self._right, self._columns):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._columns.setStretchFactor(1, 1)
        self._columns.splitterMoved.connect(self._keep_columns)
        self.setCentralWidget(self._columns)

    # Qt's own ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: "QtGui.QResizeEvent") -> None:
        super().resizeEvent(event)
        if not self._set_by_hand:
            self._share_width()

    def closeEvent(self, event: "QtGui.QCloseEvent") -> None:
        self.close_wanted.emit(event)

    def dragEnterEvent(self, event: "QtGui.QDragEnterEvent") -> None:
        if _openable(event.mimeData()) and _takes_copy(event):
            event.accept()

    def dropEvent(self, event: "QtGui.QDropEvent") -> None:
        if _takes_copy(event):
            event.accept()
            self.dropped.emit(event.mimeData())


class _Place(QWidget):
    """Where a pane will stand."""

    def __init__(self) -> None:
        super().__init__()
        self._column = _column(self)

    def put(self, pane: QWidget) -> None:
        self._column.addWidget(pane)


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made


def _openable(data: "QtCore.QMimeData") -> bool:
    return data.hasText() or any(url.isLocalFile() for url in data.urls())


def _takes_copy(event: "QtGui.QDropEvent") -> bool:
    """Whether a copy is to be had, which is then asked for: what was moved here, its source would delete."""
    event.setDropAction(QtCore.Qt.DropAction.CopyAction)
    return event.dropAction() is QtCore.Qt.DropAction.CopyAction


def _to_text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _from_text(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
