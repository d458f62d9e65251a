"""One property of a document: its name, a field to write in, and a line that says where its value comes from."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.stepper import quiet_button
from viewer.widgets.parts.theme import LIGHT, Theme
from viewer.widgets.parts.whole_label import WholeLabel

_LONGEST: Final = 120
"""Code points shown of what was recognised; the field itself has the whole."""

Field = QLineEdit | QComboBox | QPlainTextEdit


class Spelling(NamedTuple):
    """How a value is written for the reader, and read back from what they wrote.

    `read` raises ViewerError where the words make no value. Both are in one canonical spelling.
    """

    write: Callable[[str], str]
    read: Callable[[str], str]


class Found(NamedTuple):
    """What the text says: the value, and in words where it says so; whether there is a place to show."""

    value: str = ""
    source: str = ""
    has_place: bool = False


class PropertyRow(QObject):
    """Holds what the reader has written until the dialog asks for it."""

    place_wanted = Signal(str)  # the name of the field whose words are to be shown

    def __init__(self, name: str, title: str, field: Field, spelling: Spelling, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.field = name, field
        self._spelling, self._theme = spelling, LIGHT
        self._found, self._shown = Found(), ""
        self._edit: str | None = None
        self.label = PlainLabel(title, parent, muted=True)
        self.label.setBuddy(field)
        plain = title.replace("&", "")
        field.setAccessibleName(plain)
        self.foot = QWidget(parent)
        self._source = WholeLabel("", self.foot, muted=True)
        self._show = quiet_button("Show", f"Show the words of the text that give the {plain.lower()}", self.foot)
        self._reset = quiet_button("Reset", f"Put back the {plain.lower()} that the text gives", self.foot)
        self._lay_out()
        self._show.clicked.connect(self._want_place)
        self._reset.clicked.connect(self.reset)
        if isinstance(field, QLineEdit):
            field.editingFinished.connect(self.check)
        _changed(field).connect(self._say_source)

    # Values -----------------------------------------------------------------------------------------------------

    def show_value(self, found: Found, edit: str | None) -> None:
        """Show what the text says and what the reader has put in its place; what is being written stays."""
        touched = self.is_touched
        self._found, self._edit = found, edit
        if not touched:
            self._put(found.value if edit is None else edit)
            self._shown = self.words
        self._say_source()

    @property
    def words(self) -> str:
        """What stands in the field."""
        match self.field:
            case QComboBox():
                return self.field.currentText()
            case QPlainTextEdit():
                return self.field.toPlainText()
            case _:
                return self.field.text()

    @property
    def is_touched(self) -> bool:
        """Whether the reader has written here since the value was shown."""
        return self.words != self._shown

    def edit(self) -> str | None:
        """What is to stand in the place of what was recognised; None where that is to stand.

        Raises ViewerError where the reader's words make no value.
        """
        if not self.is_touched:
            return self._edit
        return None if self._is_as_found() else self._spelling.read(self.words)

    @Slot()
    def check(self) -> bool:
        """Whether the words make a value; if not, say why."""
        try:
            self.edit()
        except ViewerError as error:
            self._say(str(error), alert=True)
            return False
        return True

    @Slot()
    def reset(self) -> None:
        self._put(self._found.value)
        self.field.setFocus()

    def _is_as_found(self) -> bool:
        return self._canonical(self.words) == self._canonical(self._written(self._found.value))

    def _canonical(self, words: str) -> str:
        """The value the words make, or the words themselves."""
        try:
            return self._spelling.read(words)
        except ViewerError:
            return words

    def _written(self, value: str) -> str:
        return _safe_lines(self._spelling.write(value))

    def _put(self, value: str) -> None:
        words = self._written(value)
        match self.field:
            case QComboBox():
                self.field.setEditText(words)
            case QPlainTextEdit():
                self.field.setPlainText(words)
            case _:
                self.field.setText(words)
                self.field.setCursorPosition(0)  # a long title is read from its beginning

    # Saying where it comes from ---------------------------------------------------------------------------------

    @Slot()
    def _say_source(self) -> None:
        as_found = self._is_as_found()
        self._reset.setVisible(not as_found)
        self._show.setVisible(self._found.has_place)
        if as_found:
            self._say(self._found.source if self._found.value else "Not said in the text")
        else:
            by_hand = "Written by you" if self.words.strip() else "Left out by you"
            self._say(f"{by_hand} · {self._recognised()}")

    def _recognised(self) -> str:
        words = "; ".join(self._spelling.write(self._found.value).splitlines())
        return f"recognised: {words[:_LONGEST]}{'…' * (len(words) > _LONGEST)}" if words else "not said in the text"

    def _say(self, words: str, *, alert: bool = False) -> None:
        self._source.show_text(words)
        self._source.setForegroundRole(QPalette.ColorRole.WindowText if alert else QPalette.ColorRole.PlaceholderText)
        self.field.setAccessibleDescription(words)

    def set_theme(self, theme: Theme) -> None:
        palette = QPalette(self.foot.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.alert))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(theme.muted))
        self._source.setPalette(palette)

    @Slot()
    def _want_place(self) -> None:
        self.place_wanted.emit(self.name)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._source, 1)
        for button in (self._show, self._reset):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the rows below stay where they are while the reader types
            button.setSizePolicy(policy)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def _safe_lines(text: str) -> str:
    """The lines made safe to show, each by itself."""
    return "\n".join(map(shown_name, text.split("\n")))


def _changed(field: Field) -> SignalInstance:
    return field.editTextChanged if isinstance(field, QComboBox) else field.textChanged
