"""The slim line that stands in the page where lines of a web page are folded away, or can be; seldom imported."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock, QTextCursor

from viewer.core.repair_places import Fold
from viewer.qmodels.repair_words import counted

if TYPE_CHECKING:
    from viewer.widgets.parts.page_view import PageView

_FOLDED: Final = ("folded away", "Show")
"""What is so, and what a click does about it."""
_SHOWN: Final = ("shown", "Fold away")
_APART: Final = " · "
_ABOVE_FIRST: Final = 10  # pixels between the page's upper edge and the line before the first paragraph
_GAP: Final = 10  # pixels between a paragraph and the line below it, and between words and rule
_RULE: Final = 48  # pixels
_FAINT: Final = 0.4


def make_room(page: "PageView", folds: Sequence[Fold]) -> None:
    """Part the paragraphs between which the line stands; before the first and after the last there is room."""
    cursor = QTextCursor(page.document())
    cursor.beginEditBlock()
    for fold in folds:
        block = page.document().findBlockByNumber(fold.after) if fold.after >= 0 else QTextBlock()
        if block.isValid() and block.next().isValid():
            cursor.setPosition(block.position())
            made = block.blockFormat()
            made.setBottomMargin(max(made.bottomMargin(), _height(page) + 2 * _GAP))
            cursor.setBlockFormat(made)
    cursor.endEditBlock()


def fold_places(page: "PageView") -> Iterator[tuple[Fold, QRectF]]:
    """The folds on screen, and the place of each one's words in pixels of the viewport."""
    folds = {fold.after: fold for fold in page.folds}
    layout = page.document().documentLayout()
    for block, _ in page.visible_lines():
        if block.blockNumber() == 0 and -1 in folds:
            yield folds[-1], _place(page, folds[-1], _ABOVE_FIRST - page.offset)
        if fold := folds.get(block.blockNumber()):
            yield fold, _place(page, fold, layout.blockBoundingRect(block).bottom() - page.offset + _GAP)


def paint_folds(painter: QPainter, page: "PageView") -> None:
    """Words in the colour of the pen, with a faint rule on either side as far as there is room."""
    left, right = page.gutters()
    for fold, place in fold_places(page):
        (words, act), metrics = _words(page, fold), QFontMetricsF(page.font())
        painter.setFont(page.font())
        foot = QPointF(place.left(), place.top() + metrics.ascent())
        painter.drawText(foot, words)
        painter.setFont(_underlined(page.font()))
        painter.drawText(foot + QPointF(metrics.horizontalAdvance(words), 0), act)
        painter.setOpacity(_FAINT)
        middle = place.center().y() + 0.5
        for end, step in ((place.left() - _GAP, -_RULE), (place.right() + _GAP, _RULE)):
            painter.drawLine(QPointF(end, middle), QPointF(max(left, min(end + step, right)), middle))
        painter.setOpacity(1)


def _place(page: "PageView", fold: Fold, top: float) -> QRectF:
    left, right = page.gutters()
    width = QFontMetricsF(page.font()).horizontalAdvance("".join(_words(page, fold)))
    return QRectF((left + right - width) / 2, top, width, _height(page))


def _words(page: "PageView", fold: Fold) -> tuple[str, str]:
    """What is said, shorter where the column is narrow, and the words to click."""
    left, right = page.gutters()
    state, act = _SHOWN if fold.shown else _FOLDED
    whole = f"{counted(fold.lines, 'line')} of the web page {state}{_APART}"
    fits = QFontMetricsF(page.font()).horizontalAdvance(whole + act) + 2 * _GAP <= right - left
    return whole if fits else f"{counted(fold.lines, 'line')} {state}{_APART}", act


def _height(page: "PageView") -> float:
    return QFontMetricsF(page.font()).height()


def _underlined(font: QFont) -> QFont:
    made = QFont(font)
    made.setUnderline(True)
    return made
