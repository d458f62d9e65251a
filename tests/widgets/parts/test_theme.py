import pytest
from PySide6.QtGui import QColor, QPalette

from viewer.widgets.parts.theme import DARK, LIGHT, Theme, palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 computes it."""
    made = QColor(colour)
    red, green, blue = (_linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_words_can_be_read_on_everything_they_stand_on(theme: Theme) -> None:
    grounds = (theme.paper, theme.chrome, theme.row, theme.selected, theme.chosen, theme.current)
    pairs = [(theme.text, ground) for ground in grounds]
    pairs += [(ink, ground) for ink in (theme.muted, theme.accent) for ground in (theme.paper, theme.chrome, theme.row)]
    pairs += [(theme.alert, theme.alert_paper), *((kind, theme.paper) for kind in theme.kinds)]
    assert [pair for pair in pairs if contrast(*pair) < 4.6] == []


@THEMES
def test_selected_words_are_seen_to_be_selected(theme: Theme) -> None:
    assert contrast(theme.selected, theme.paper) >= 1.7
    assert palette(theme).color(QPalette.ColorRole.Highlight) == QColor(theme.selected)
    assert palette(theme).color(QPalette.ColorRole.HighlightedText) == QColor(theme.text)
