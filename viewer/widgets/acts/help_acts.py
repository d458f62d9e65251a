"""What the Help menu does: the list of keys, and what the program is made of."""

from html import escape

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QScrollArea, QVBoxLayout

from viewer import __version__
from viewer.widgets.commands import COMMANDS, Command, key_names
from viewer.widgets.main_window import MainWindow

_ABOUT = (
    f"Communiqué {__version__}\n\nA reference viewer for diplomatic communiqués.\n\n"
    "It reads only the files you open, keeps your notes as plain YAML files in a folder of your own, "
    "and never uses the network.\n\nMade with Python and Qt for Python (LGPL)."
)
_ALSO = (
    ("Return", "Choose the name at the caret, or the row of a list; of a note, go to its words"),
    ("Space", "Switch a repair off or on (in the list of repairs)"),
    ("F2, Del", "Edit or delete a note (in the list of notes)"),
    ("Ctrl+wheel", "Make the text larger or smaller"),
    ("Ctrl+Enter", "Save the note being written"),
    ("Esc", "Close the note being written without saving it; a second time, if it has new words"),
)


class HelpActs(QObject):
    """Opens the two small windows of help."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action("keys").triggered.connect(self.show_keys)
        window.action("about").triggered.connect(self.show_about)

    @Slot()
    def show_keys(self) -> None:
        """The table of commands, as a list of keys."""
        dialog = QDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Keys")
        words = QLabel(keys_as_html())
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setMargin(16)
        area = QScrollArea()
        area.setWidget(words)
        area.setWidgetResizable(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(area)
        column.addWidget(close)
        dialog.resize(words.sizeHint().width() + 64, 560)
        dialog.open()

    @Slot()
    def show_about(self) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "About Communiqué", _ABOUT, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def keys_as_html() -> str:
    """Every key the program knows, with what it does; made from the table of commands."""
    known = [(_keys(command), command.tip) for command in COMMANDS if command.keys]
    rows = (
        f"<tr><td>{escape(keys)}&nbsp;&nbsp;&nbsp;</td><td>{escape(what)}</td></tr>" for keys, what in (*known, *_ALSO)
    )
    return f"<table cellpadding=3>{''.join(rows)}</table>"


def _keys(command: Command) -> str:
    return key_names(command) + (" (not where you type)" if command.pane_keys else "")
