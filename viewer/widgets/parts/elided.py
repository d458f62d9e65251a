"""Breaks a text into a few lines and cuts the last one short where it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout


def elided_lines(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """The text in at most `most` lines of this many pixels; what is left over becomes an ellipsis."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    # Qt counts UTF-16 units, and so must the cuts.
    units = text.encode("utf-16-le", "surrogatepass")
    parts = [units[2 * start : 2 * end] for start, end in zip(starts, [*starts[1:], len(units) // 2], strict=True)]
    lines = [part.decode("utf-16-le", "replace").strip() for part in parts]
    if lines:
        lines[-1] = QFontMetricsF(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, max(1.0, width))
    return tuple(lines)
