"""The body of a note as a document to draw: its Markdown without raw HTML, pictures and live links."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from viewer.widgets.parts.safe_document import SafeDocument

LONGEST_BODY: Final = 4000
"""Code points drawn of one note in the list; the editor shows the whole."""

# Not GitHub's dialect: Qt takes 150 ms to lay out a table of 2,000 columns, and a list is no place for tables.
_FEATURES: Final = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_LINK_PROPERTIES: Final = (
    QTextFormat.Property.IsAnchor,
    QTextFormat.Property.AnchorHref,
    QTextFormat.Property.TextToolTip,
    QTextFormat.Property.ForegroundBrush,
)
_GAP: Final = 4.0  # pixels between paragraphs
_INDENT: Final = 16.0  # pixels: of a list, of a quotation


class _Fragment(NamedTuple):
    """A stretch of the document in one format, in Qt's positions."""

    start: int
    end: int
    words: str
    format: QTextCharFormat

    @property
    def address(self) -> str:
        return self.format.anchorHref()


def note_body(body: str, font: QFont, width: float) -> SafeDocument:
    """The body laid out in a column of this many pixels, in the text colour of the palette it is drawn with."""
    document = SafeDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setIndentWidth(_INDENT)
    document.setMarkdown(body if len(body) <= LONGEST_BODY else f"{body[:LONGEST_BODY]}…", _FEATURES)
    _write_out(document)
    _space(document)
    document.setTextWidth(width)
    return document


def _write_out(document: SafeDocument) -> None:
    """Put a picture's name in its place and a link's address behind its words: neither can be followed in a list."""
    fragments = [fragment for block in _blocks(document) for fragment in _fragments(block)]
    changes = []
    for address, run in groupby(fragments, key=attrgetter("address")):
        parts = tuple(run)
        words = "".join(part.words for part in parts)
        changes += [(part, "") for part in parts[:-1]]
        changes.append((parts[-1], f" ({address})" if address and words != address else ""))
    cursor = QTextCursor(document)
    for fragment, address in reversed(changes):  # from the end, so that the positions before stay right
        _rewrite(cursor, fragment, address)


def _rewrite(cursor: QTextCursor, fragment: _Fragment, address: str) -> None:
    cursor.setPosition(fragment.start)
    cursor.setPosition(fragment.end, QTextCursor.MoveMode.KeepAnchor)
    if fragment.format.isImageFormat():
        picture = fragment.format.toImageFormat()
        alternative = str(picture.property(QTextFormat.Property.ImageAltText) or "")
        cursor.insertText(f"[{alternative or picture.name()}]", QTextCharFormat())
    elif fragment.address:
        plain = QTextCharFormat(fragment.format)
        for prop in _LINK_PROPERTIES:
            plain.clearProperty(prop)
        cursor.setCharFormat(plain)
        cursor.setPosition(fragment.end)
        cursor.insertText(address, plain)


def _space(document: SafeDocument) -> None:
    """Set it closer than a page, and headings in the size of the text: a note is small."""
    cursor = QTextCursor(document)
    level = QTextCharFormat()
    level.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    last = document.lastBlock()
    for block in _blocks(document):
        spaced = QTextBlockFormat()
        spaced.setTopMargin(0)
        close = block == last or (block.textList() and block.next().textList())
        spaced.setBottomMargin(0 if close else _GAP)
        if depth := block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
            spaced.setLeftMargin(_INDENT * min(depth, 4))
            spaced.setRightMargin(0)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(spaced)
        if block.blockFormat().headingLevel():
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(level)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[_Fragment]:
    place = block.begin()
    while not place.atEnd():
        fragment: QTextFragment = place.fragment()
        start = fragment.position()
        yield _Fragment(start, start + fragment.length(), fragment.text(), fragment.charFormat())
        place += 1
