"""What the reader has set and the window remembers: one value, kept in one INI file."""

from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QSettings


class ThemeChoice(StrEnum):
    """Which colours to show; the system's own unless the reader says otherwise."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(NamedTuple):
    """All settings with their defaults. Text and lists of text only, so that an INI file gives back what it got."""

    theme: str = ThemeChoice.SYSTEM
    text_points: str = "12"
    hidden_marks: tuple[str, ...] = ()
    hidden_panes: tuple[str, ...] = ()
    notes_folder: str = ""
    """The folder of the notes files; empty for the default."""
    texts_folder: str = ""
    """The folder of the texts that were pasted, likewise."""
    recent: tuple[str, ...] = ()
    """Paths of documents opened, newest first."""
    window: str = ""
    """Geometry of the window, as Qt saves it, in base 64."""
    columns: str = ""
    """The splitter between contents, text and the right-hand side, likewise; empty until it is set by hand."""
    right_column: str = ""
    """The heights of names, card and notes in proportion, such as "250 275 205"; empty for the first ones."""


class SettingsStore:
    """Loads and saves the settings; nobody else sees QSettings."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def load(self) -> Settings:
        return Settings(**{name: self._value(name, default) for name, default in Settings._field_defaults.items()})

    def _value(self, name: str, default: object) -> Any:  # noqa: ANN401 - a value of the default's own type
        if isinstance(default, tuple):
            found = cast("list[object]", self._file.value(name, list(default), type=list))
            return tuple(str(item) for item in found)
        return str(self._file.value(name, default, type=str))

    def save(self, settings: Settings) -> None:
        for name, value in settings._asdict().items():
            self._file.setValue(name, list(value) if isinstance(value, tuple) else str(value))
        self._file.sync()
