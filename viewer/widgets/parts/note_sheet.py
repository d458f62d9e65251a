"""One note as the list draws it: its words in the text, its body, its tags, each in its place."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QFontMetricsF, QPainter, QPalette

from viewer.widgets.parts.elided import elided_lines
from viewer.widgets.parts.note_body import note_body
from viewer.widgets.parts.page import SERIF
from viewer.widgets.parts.theme import Theme

_GAP: Final = 4
_SUBJECT_LINES: Final = 2
_TALLEST_BODY: Final = 24  # lines of a body that are drawn; the editor shows the whole
_SMALL: Final = 0.9  # the size of tags and places, relative to the body


@dataclass(frozen=True, slots=True)
class NoteFace:
    """What of a note is drawn. `quoted` tells words of the text from a name; `warnings` stand above, each in a line."""

    subject: str
    place: str
    body: str
    tags: tuple[str, ...]
    quoted: bool
    warnings: tuple[str, ...]


class NoteSheet:
    """A face laid out in a column of `width` pixels."""

    def __init__(self, face: NoteFace, font: QFont, width: float) -> None:
        self._face = face
        self._width = width
        font = QFont(font)  # the caller's may be part of an option that Qt deletes after the call
        self._font = font
        self._small = small_font(font)
        self._subject_font = quote_font(font) if face.quoted else font
        self._line = QFontMetricsF(self._subject_font).height()
        self._small_line = QFontMetricsF(self._small).height()
        self._place_width = QFontMetricsF(self._small).horizontalAdvance(face.place) if face.place else 0.0
        column = width - (self._place_width + 3 * _GAP if face.place else 0)
        self._subject = elided_lines(face.subject, self._subject_font, column, _SUBJECT_LINES)
        self._body = note_body(face.body, font, width) if face.body.strip() else None
        self._warnings = [line for words in face.warnings for line in elided_lines(words, self._small, width, 1)]
        self._tags = elided_lines(tag_words(face.tags), self._small, width, 1) if face.tags else ()

    @property
    def _body_height(self) -> float:
        most = _TALLEST_BODY * QFontMetricsF(self._font).lineSpacing()
        return min(self._body.size().height(), most) if self._body else 0.0

    @property
    def mark_height(self) -> float:
        """The height of the lines above the note."""
        return len(self._warnings) * self._small_line

    def height(self) -> int:
        parts = (
            len(self._warnings) * self._small_line,
            len(self._subject) * self._line,
            self._body_height,
            self._small_line if self._tags else 0,
        )
        shown = [part for part in parts if part]
        return ceil(sum(shown) + _GAP * (len(shown) - 1))

    def paint(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw the note with its top left corner here."""
        painter.save()
        painter.translate(at)
        for line in self._warnings:
            self._draw_line(painter, line, self._small, theme.alert)
            painter.translate(0, self._small_line)
        if self._warnings:
            painter.translate(0, _GAP)
        self._draw_place(painter, theme)
        for line in self._subject:
            self._draw_line(painter, line, self._subject_font, theme.muted if self._face.quoted else theme.text)
            painter.translate(0, self._line)
        painter.translate(0, _GAP)
        if self._body:
            self._draw_body(painter, theme)
            painter.translate(0, self._body_height + _GAP)
        for line in self._tags:
            self._draw_line(painter, line, self._small, theme.muted)
        painter.restore()

    def _draw_line(self, painter: QPainter, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        # Not elided by Qt here: the line was made to fit.
        rect = QRectF(0, 0, self._width, QFontMetricsF(font).height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, text)

    def _draw_place(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        rect = QRectF(self._width - self._place_width - 1, 0, self._place_width + 1, self._line)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._face.place)

    def _draw_body(self, painter: QPainter, theme: Theme) -> None:
        assert self._body is not None
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        context.palette = palette
        clip = QRectF(0, 0, self._width, self._body_height)
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        context.clip = clip
        self._body.documentLayout().draw(painter, context)
        painter.restore()


def small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def quote_font(font: QFont) -> QFont:
    """The font that quotes the text: the page's own, in italics."""
    quote = QFont(font)
    quote.setFamilies(list(SERIF))
    quote.setStyleHint(QFont.StyleHint.Serif)
    quote.setItalic(True)
    return quote


def tag_words(tags: tuple[str, ...]) -> str:
    return "  ".join(f"#{tag}" for tag in tags)
