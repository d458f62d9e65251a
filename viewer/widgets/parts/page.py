"""The page: how each kind of paragraph is set in the reading pane's text document."""

from typing import Final

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from viewer.core.communique import Communique, EmphasisStyle, ParagraphKind
from viewer.core.text import Utf16Map

SERIF: Final = ("Charter", "Georgia", "Noto Serif", "DejaVu Serif")
MEASURE: Final = 70  # characters in a line of the text column: within the 65 to 75 of a well-made book
STEP: Final = 1.2  # each larger size of type is this much larger
NUMBER_GAP: Final = 20.0  # pixels between a paragraph's number and its text
_EDGE: Final = 8  # pixels kept free between the window's edge and a paragraph's number
_GUTTER: Final = 56  # pixels at least on either side of the text column, for numbers and markers
_NUMBER_SIZE: Final = 0.8  # of the text's own
LEADING: Final = 1.6  # line height as a multiple of the type's size
_TIGHT: Final = 1.35  # the same for lines of a title
_CENTRE: Final = 4  # Qt.AlignmentFlag.AlignHCenter: the Qt namespace is too dear before the first frame
_SAMPLE: Final = "the ministers have noted the need to implement the agreements reached at these meetings"

_STEPS: Final = {
    ParagraphKind.TITLE: STEP**2,
    ParagraphKind.SUBTITLE: STEP,
    ParagraphKind.HEADING: STEP,
    ParagraphKind.NOTE: 1 / STEP**0.5,
}
_CENTRED: Final = frozenset({ParagraphKind.TITLE, ParagraphKind.SUBTITLE})
_QUIET: Final = frozenset({ParagraphKind.DATELINE, ParagraphKind.NOTE})


def page_font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(list(SERIF))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def number_font(font: QFont) -> QFont:
    """The font of the paragraph numbers beside a text in this font."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _NUMBER_SIZE)
    return made


def sets_alike(one: Communique, other: Communique) -> bool:
    """Whether two communiqués make the same page, but for the marks of their entities."""
    return (one.text, one.paragraphs, one.emphasis) == (other.text, other.paragraphs, other.emphasis)


def column_width(font: QFont) -> float:
    """The width in pixels of a line of `MEASURE` characters of ordinary English."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE


def side_margins(room: float, communique: Communique | None, font: QFont) -> tuple[float, float]:
    """The margins left and right of a column centred in so many pixels; the left one holds the widest number."""
    paragraphs = communique.paragraphs if communique else ()
    last = next((paragraph.number for paragraph in reversed(paragraphs) if paragraph.number is not None), 0)
    number = QFontMetricsF(number_font(font)).horizontalAdvance("0" * len(str(last)))
    least = max(_GUTTER, number + NUMBER_GAP + _EDGE)
    width = min(column_width(font), room - least - _GUTTER)
    left = max(least, (room - width) / 2)
    return left, room - width - left


def set_page(document: QTextDocument, communique: Communique, units: Utf16Map, font: QFont, quiet: QBrush) -> None:
    """Set a document that holds the communiqué's text, one block a paragraph, by the kind of each.

    Words have the view's own text colour, and `quiet` where the paragraph stands back.
    """
    document.setDefaultFont(font)
    kinds = {paragraph.kind for paragraph in communique.paragraphs}
    line, size = QFontMetricsF(font).height(), QFontInfo(font).pixelSize()
    shapes = {(paragraph.kind, paragraph.level) for paragraph in communique.paragraphs}
    blocks = {(kind, level): _block_format(kind, level, line, size) for kind, level in shapes}
    if ParagraphKind.TITLE in kinds and ParagraphKind.SUBTITLE in kinds:
        blocks[ParagraphKind.TITLE, 0].setBottomMargin(line / 2)
    words = {kind: _char_format(kind, font, quiet) for kind in kinds}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    for paragraph in communique.paragraphs:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(blocks[paragraph.kind, paragraph.level])
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(words[paragraph.kind])
        block = block.next()
    emphasised = [(span, _emphasis_format(style)) for span, style in communique.emphasis]
    run_ins = [(paragraph.run_in, _heading_format()) for paragraph in communique.paragraphs if paragraph.run_in]
    for span, made in (*emphasised, *run_ins):
        cursor.setPosition(units.to_units(span.start))
        cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(made)
    cursor.endEditBlock()


def _block_format(kind: ParagraphKind, level: int, line: float, size: int) -> QTextBlockFormat:
    """How paragraphs of a kind and level stand: `line` is the type's own line height and `size` its size, in pixels."""
    leading = (_TIGHT if kind in _CENTRED else LEADING) * size / line * 100
    made = QTextBlockFormat()
    made.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(line / 2)
    if kind in _CENTRED:
        made.setProperty(QTextFormat.Property.BlockAlignment.value, _CENTRE)
        made.setBottomMargin(line * 1.5)
    elif kind is ParagraphKind.HEADING:
        made.setTopMargin(line)
    elif kind is ParagraphKind.ITEM:
        made.setLeftMargin(line * max(1, level))
    return made


def _char_format(kind: ParagraphKind, font: QFont, quiet: QBrush) -> QTextCharFormat:
    made = _heading_format() if kind is ParagraphKind.HEADING else QTextCharFormat()
    if kind in _QUIET:
        made.setForeground(quiet)
    if step := _STEPS.get(kind):
        made.setFontPointSize(font.pointSizeF() * step)
    if kind is ParagraphKind.TITLE:
        made.setFontLetterSpacing(104)
    if kind is ParagraphKind.DATELINE:
        made.setFontItalic(True)
    return made


def _heading_format() -> QTextCharFormat:
    """The weight of a heading, whether it stands by itself or runs into its paragraph."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _emphasis_format(style: EmphasisStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    if style is EmphasisStyle.ITALIC:
        made.setFontItalic(True)
    else:
        made.setFontWeight(QFont.Weight.Bold)
    return made
