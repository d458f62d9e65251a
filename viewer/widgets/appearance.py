"""The appearance: which theme is shown, and telling every part of the window when it changes."""

from typing import Final, Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from viewer.services.settings import Settings, ThemeChoice
from viewer.widgets.parts.theme import DARK, LIGHT, Theme, palette, style_sheet

SIZES: Final = (9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 32)
"""The sizes of the text, in points."""
NORMAL_SIZE: Final = 12
"""The size of the text at first, in points."""


class Themed(Protocol):
    """A part of the window that draws with a theme's colours."""

    def set_theme(self, theme: Theme, /) -> None: ...


class Appearance(QObject):
    """Holds the theme; a part is shown in it from `dress` on."""

    theme_changed = Signal(object)  # Theme

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._choice = theme_choice(settings)
        self._system_dark = _is_dark(QApplication.palette())
        self.theme = LIGHT
        self._show()

    def dress(self, part: Themed) -> None:
        """Show a part in the theme, now and whenever it changes."""
        part.set_theme(self.theme)
        self.theme_changed.connect(part.set_theme)

    def choose(self, choice: ThemeChoice) -> None:
        if choice is not self._choice:
            self._choice = choice
            self._show()

    @Slot(bool)
    def follow_system(self, dark: bool) -> None:  # noqa: FBT001 - the shape of a slot
        """The system has turned dark or light."""
        self._system_dark = dark
        self._show()

    def _show(self) -> None:
        dark = self._choice is ThemeChoice.DARK or (self._choice is ThemeChoice.SYSTEM and self._system_dark)
        self.theme = DARK if dark else LIGHT
        QApplication.setPalette(palette(self.theme))
        cast("QApplication", QApplication.instance()).setStyleSheet(style_sheet(self.theme))
        self.theme_changed.emit(self.theme)


def theme_choice(settings: Settings) -> ThemeChoice:
    """The theme set; the system's where the settings file has something else."""
    return ThemeChoice(settings.theme) if settings.theme in set(ThemeChoice) else ThemeChoice.SYSTEM


def text_points(settings: Settings) -> float:
    """The size of the text set; the normal one where the settings file has something else."""
    points = float(settings.text_points) if settings.text_points.isdecimal() else NORMAL_SIZE
    return max(SIZES[0], min(points, SIZES[-1]))


def _is_dark(colours: QPalette) -> bool:
    """Whether Qt's own palette, which follows the system, has light words on dark."""
    return colours.window().color().lightness() < colours.windowText().color().lightness()
