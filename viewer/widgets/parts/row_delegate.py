"""Draws one row of a tree: a mark, the name, muted words, and a figure at the right."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.core.mentions import EntityKind
from viewer.qmodels.roles import Role, RowKind
from viewer.widgets.parts.marks import PEN_STYLES, UNDERLINES
from viewer.widgets.parts.theme import LIGHT, Theme

_ROW_HEIGHT: Final = 26
_GAP: Final = 8
_MARK_WIDTH: Final = 14
_PLACE_WIDTH: Final = 40
_EDGE: Final = 8
"""Pixels kept free at the right of a row."""
_SLACK: Final = 1
"""An advance is rounded down; without this pixel, words that fit would be elided."""
_SHORT_SHARE: Final = 0.25
"""The share of a row that a qualifier may take from the name; a longer one takes what the name leaves."""
_LEAST_QUALIFIER: Final = 64
"""Pixels below which a cut qualifier says nothing."""
_BEFORE_SHARE: Final = 0.4
_DASHES: Final = {Qt.PenStyle.DashLine: (2.5, 1.0), Qt.PenStyle.DashDotLine: (3.0, 1.5, 1.0, 1.5)}
"""Patterns in pen widths, fitted to the width of a mark: Qt's own would be cut off in the middle of a dash."""
_TEXT_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_LEFT: Final = _TEXT_FLAGS | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = _TEXT_FLAGS | int(Qt.AlignmentFlag.AlignRight)

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """All texts are drawn as they are: no row is ever laid out as rich text."""

    def __init__(self, parent: QWidget, inset: int) -> None:
        """`inset` moves the rows that cannot be opened to the right by so many pixels, or to the left."""
        super().__init__(parent)
        self._inset = inset
        self._theme = LIGHT
        self._figures = QFont(parent.font())
        with suppress(TypeError):  # PySide6 6.8.0 has no way to name a feature: the figures stay as the font has them
            self._figures.setFeature(QFont.Tag("tnum"), 1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, max(_ROW_HEIGHT, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        room = option.rect.adjusted(0 if index.model().hasChildren(index) else self._inset, 0, -_EDGE, 0)
        match index.data(Role.KIND):
            case RowKind.MENTION:
                self._paint_mention(painter, option, index, room)
            case RowKind.NOTE:
                self._paint_note(painter, option, index, room)
            case RowKind.ENTITY:
                self._paint_entity(painter, option, index, room)
            case kind:
                self._paint_caption(painter, option, index, room, muted=kind == RowKind.GROUP)
        painter.restore()

    def _paint_caption(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRect, *, muted: bool
    ) -> None:
        rest = self._paint_figure(painter, option, index, room)
        colour = _muted(option) if muted else _text(option)
        if index.data(Role.MARKED):
            colour = option.palette.accent().color()
        _draw(painter, option, rest, str(index.data()), colour)

    def _paint_entity(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRect) -> None:
        rest = self._paint_figure(painter, option, index, room)
        self._paint_kind(painter, EntityKind(index.data(Role.ENTITY_KIND)), rest)
        rest.setLeft(rest.left() + _MARK_WIDTH + _GAP)
        name, qualifier = str(index.data()), str(index.data(Role.QUALIFIER))
        taken = option.fontMetrics.horizontalAdvance(name) + _SLACK
        kept = room_for_qualifier(option.fontMetrics, qualifier, rest.width(), rest.width() - taken - _GAP)
        width = min(taken, rest.width() - kept - _GAP) if kept else rest.width()
        _draw(painter, option, QRect(rest.left(), rest.top(), width, rest.height()), name, _text(option))
        if kept:
            rest.setLeft(rest.left() + width + _GAP)
            _draw(painter, option, rest, qualifier, _muted(option))

    def _paint_kind(self, painter: QPainter, kind: EntityKind, room: QRect) -> None:
        """A sample of the line that marks the kind in the text: its colour and its pattern."""
        style = PEN_STYLES[UNDERLINES[kind]]
        pen = QPen(self._theme.kind(kind), 2, style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if style in _DASHES:
            pen.setDashPattern(_DASHES[style])
        painter.setPen(pen)
        middle = room.center().y() + 1
        painter.drawLine(room.left(), middle, room.left() + _MARK_WIDTH, middle)

    def _paint_mention(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRect) -> None:
        place = str(index.data())
        _draw(painter, option, room, place, _muted(option))
        room.setLeft(room.left() + max(_PLACE_WIDTH, option.fontMetrics.horizontalAdvance(place) + _GAP))
        before, words, after = index.data(Role.CONTEXT)
        metrics = option.fontMetrics
        named = min(metrics.horizontalAdvance(words), room.width())
        spare = room.width() - named
        lead = end_of(before, metrics, max(int(spare * _BEFORE_SHARE), spare - metrics.horizontalAdvance(after)))
        _draw(painter, option, room, lead, _muted(option))
        room.setLeft(room.left() + metrics.horizontalAdvance(lead))
        _draw(painter, option, room.adjusted(0, 0, _SLACK, 0), words, _text(option))
        room.setLeft(room.left() + named)
        _draw(painter, option, room, after, _muted(option))

    def _paint_note(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRect) -> None:
        from viewer.core.notes import NoteColour  # noqa: PLC0415 - the names do not wait for it

        colour = self._theme.note(NoteColour(index.data(Role.NOTE_COLOUR)))
        painter.fillRect(QRect(room.left(), room.top() + 5, 3, room.height() - 10), colour)
        room.setLeft(room.left() + _GAP + 3)
        _draw(painter, option, room, str(index.data()), _text(option))

    def _paint_figure(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRect) -> QRect:
        """Draw what stands at the right; return the room that is left."""
        figure = _figure(index)
        if not figure:
            return QRect(room)
        painter.setFont(self._figures)
        painter.setPen(_muted(option))
        painter.drawText(room, _RIGHT, figure)
        return room.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(figure) - _GAP, 0)


def _draw(painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, colour: QColor) -> None:
    painter.setFont(option.font)
    painter.setPen(colour)
    painter.drawText(room, _LEFT, option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


def room_for_qualifier(metrics: QFontMetrics, qualifier: str, room: int, spare: int) -> int:
    """The pixels a row keeps for its qualifier, of `room` in all and `spare` beside the name; 0 leaves it out."""
    wanted = metrics.horizontalAdvance(qualifier) + _SLACK
    if not qualifier or wanted <= max(spare, room * _SHORT_SHARE):
        return wanted if qualifier else 0
    return spare if spare >= _LEAST_QUALIFIER else 0


def end_of(text: str, metrics: QFontMetrics, width: int) -> str:
    """As many of the last words of the text as fit."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideLeft, width)
    return shown if shown == text else f"… {shown.partition(' ')[2]}"


def _figure(index: AnyIndex) -> str:
    """The figure of a row; a group of which a filter shows a part says so."""
    figure = str(index.data(Role.FIGURE) or "")
    if index.data(Role.KIND) != RowKind.GROUP:
        return figure
    shown = index.model().rowCount(index)
    return f"{shown} of {figure}" if 0 < shown < int(figure) else figure


def _text(option: QStyleOptionViewItem) -> QColor:
    return option.palette.color(QPalette.ColorRole.Text)


def _muted(option: QStyleOptionViewItem) -> QColor:
    return option.palette.color(QPalette.ColorRole.PlaceholderText)
