"""The colours of the light and the dark theme, and the palettes Qt draws with."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:  # the first frame shows neither entities nor notes
    from viewer.core.mentions import EntityKind
    from viewer.core.notes import NoteColour


class Theme(NamedTuple):
    """One set of colours, as `#rrggbb`. Text on its paper has a contrast of at least 4.6 throughout."""

    name: str
    paper: str
    chrome: str
    line: str
    text: str
    muted: str
    accent: str
    chosen: str
    """The tint behind every mention of the chosen entity."""
    current: str
    """The stronger tint behind the mention the reader is at."""
    selected: str
    """The background of selected words, which stand on it in the text's own colour (9.1 light, 6.4 dark).

    It differs from the paper by 1.7 and more: the row's quieter one did not show behind single words.
    """
    row: str
    """The background of a selected row."""
    alert: str
    alert_paper: str
    kinds: tuple[str, ...]
    """The colours of the kinds of entity, in the order of `EntityKind`."""
    notes: tuple[str, ...]
    """The colours of notes, in the order of `NoteColour`."""

    def kind(self, kind: "EntityKind") -> QColor:
        return QColor(self.kinds[list(type(kind)).index(kind)])

    def note(self, colour: "NoteColour") -> QColor:
        return QColor(self.notes[list(type(colour)).index(colour)])


LIGHT: Final = Theme(
    name="light",
    paper="#FFFFFF",
    chrome="#F6F5F3",
    line="#D9D6D0",
    text="#1F2328",
    muted="#59616B",
    accent="#1F5FA8",
    chosen="#FFF3C4",
    current="#FFD970",
    selected="#A6C8F0",
    row="#E3ECF7",
    alert="#9A2A1B",
    alert_paper="#FBEAE6",
    kinds=("#8A3B12", "#1B5E3B", "#1F4E99", "#6B4B00", "#6A2C7A", "#8C1D40", "#44515E"),
    notes=("#D9A400", "#3F8F5B", "#3B78C2", "#C2447A", "#7A828C"),
)

DARK: Final = Theme(
    name="dark",
    paper="#16181C",
    chrome="#1D2025",
    line="#33373E",
    text="#E4E2DD",
    muted="#9BA3AD",
    accent="#7DB3F0",
    chosen="#3B3417",
    current="#66530F",
    selected="#2F4F7A",
    row="#2A3646",
    alert="#F2A093",
    alert_paper="#3A211D",
    kinds=("#F0A37A", "#7FCBA0", "#8FB8F2", "#DDBB6A", "#D29BE0", "#F08FAE", "#A9B6C4"),
    notes=("#E3B93C", "#6DBE8C", "#6FA8EC", "#E07FA8", "#9AA3AE"),
)


def palette(theme: Theme) -> QPalette:
    """The palette that makes Qt's own widgets look like the theme."""
    colours = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.chrome,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.chrome,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.selected,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Light: theme.chrome,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor.fromString(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor.fromString(theme.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say: flat bars, slim scroll bars, one-pixel lines between the panes."""
    return f"""
QMenuBar {{ background: {theme.chrome}; }}
QToolBar {{ background: {theme.chrome}; border: none; border-bottom: 1px solid {theme.line}; padding: 2px 6px; }}
QStatusBar {{ background: {theme.chrome}; border-top: 1px solid {theme.line}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {theme.line}; }}
QToolTip {{ background: {theme.chrome}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
