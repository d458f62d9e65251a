"""What the View and Go menus do: panes, type size, theme, marks, and walking the mentions."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from viewer.services.settings import Settings, ThemeChoice
from viewer.services.workspace import Workspace
from viewer.widgets.appearance import NORMAL_SIZE, SIZES, Appearance, text_points, theme_choice
from viewer.widgets.main_window import MainWindow
from viewer.widgets.parts.marks import FAINT, SUSPECTED

_MARKS = (*map(str, FAINT), SUSPECTED)


class ViewActs(QObject):
    """Changes how the document is shown; what was chosen is kept in the settings."""

    def __init__(self, window: MainWindow, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        for command, act in (
            ("larger", self.larger),
            ("smaller", self.smaller),
            ("normal-size", self.normal_size),
            ("reset-layout", window.reset_layout),
            ("full-screen", self.fill_screen),
            ("filter", self.filter_names),
            ("next-pane", window.focus_next_pane),
            ("previous-pane", window.focus_previous_pane),
            ("copy", self.copy),
            ("next-mention", self.next_mention),
            ("previous-mention", self.previous_mention),
            ("forget-entity", self.forget_entity),
        ):
            window.action(command).triggered.connect(act)
        for name, place in window.places.items():
            window.action(f"show-{name}").setData(name)
            window.action(f"show-{name}").setChecked(not place.isHidden())
            window.action(f"show-{name}").triggered.connect(self._toggle_pane)
        for choice in ThemeChoice:
            window.action(f"theme-{choice}").setData(str(choice))
            window.action(f"theme-{choice}").triggered.connect(self._choose_theme)
        for kind in _MARKS:
            window.action(f"mark-{kind}").triggered.connect(self._choose_marks)
        window.pane_shown.connect(self._tick_pane)
        window.reading.zoom_wanted.connect(self._zoom)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        workspace.settings_changed.connect(self.apply)
        self.apply(workspace.settings)

    @Slot(object)
    def apply(self, settings: Settings) -> None:
        """Tick what is set."""
        self._window.action(f"theme-{theme_choice(settings)}").setChecked(True)
        for kind in _MARKS:
            self._window.action(f"mark-{kind}").setChecked(kind not in settings.hidden_marks)
        self._window.reading.set_hidden_marks(frozenset(kind for kind in _MARKS if kind in settings.hidden_marks))

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._appearance.follow_system(scheme is Qt.ColorScheme.Dark)

    @Slot()
    def _choose_theme(self) -> None:
        self._workspace.change_settings(self._workspace.settings._replace(theme=_sender_data(self)))

    # Type and marks ---------------------------------------------------------------------------------------------

    @Slot()
    def larger(self) -> None:
        self._zoom(1)

    @Slot()
    def smaller(self) -> None:
        self._zoom(-1)

    @Slot()
    def normal_size(self) -> None:
        self._workspace.change_settings(self._workspace.settings._replace(text_points=str(NORMAL_SIZE)))

    @Slot(int)
    def _zoom(self, steps: int) -> None:
        here = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - text_points(self._workspace.settings)))
        self._workspace.change_settings(
            self._workspace.settings._replace(text_points=str(SIZES[max(0, min(here + steps, len(SIZES) - 1))]))
        )

    @Slot()
    def _choose_marks(self) -> None:
        hidden = tuple(str(kind) for kind in _MARKS if not self._window.action(f"mark-{kind}").isChecked())
        self._workspace.change_settings(self._workspace.settings._replace(hidden_marks=hidden))

    # Panes ------------------------------------------------------------------------------------------------------

    @Slot(bool)
    def _toggle_pane(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._window.show_pane(_sender_data(self), shown=shown)

    @Slot(str, bool)
    def _tick_pane(self, name: str, shown: bool) -> None:  # noqa: FBT001 - the shape of the signal
        self._window.action(f"show-{name}").setChecked(shown)

    @Slot(bool)
    def fill_screen(self, full: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        """Fill the screen or give it back, to a window that may be maximised beneath."""
        state, filled = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | filled if full else state & ~filled)

    @Slot()
    def copy(self) -> None:
        """Copy the words selected where the reader is; where there are none, those selected in the text."""
        match self._window.focusWidget():
            case QLabel() as label if label.hasSelectedText():
                QGuiApplication.clipboard().setText(label.selectedText())
            case QLineEdit() as field if field.hasSelectedText():
                field.copy()
            case QPlainTextEdit() as field if field.textCursor().hasSelection():
                field.copy()
            case _:
                self._window.reading.copy()

    @Slot()
    def filter_names(self) -> None:
        self._window.show_pane("entities", shown=True)
        self._window.sidebar.focus_filter()

    # Mentions ---------------------------------------------------------------------------------------------------

    @Slot()
    def next_mention(self) -> None:
        self._step(1)

    @Slot()
    def previous_mention(self) -> None:
        self._step(-1)

    @Slot()
    def forget_entity(self) -> None:
        if session := self._workspace.session:
            if self._window.card.isAncestorOf(self._window.focusWidget()):
                self._window.reading.setFocus()  # the card is about to be empty
            session.forget_entity()

    def _step(self, steps: int) -> None:
        session = self._workspace.session
        if session is not None and session.selection is not None:
            session.step_mention(steps)
        else:
            self._window.notice.hint("Choose a name first: click one in the text, the contents or the list.")


def _sender_data(receiver: QObject) -> str:
    sender = receiver.sender()
    return str(sender.data()) if isinstance(sender, QAction) else ""
