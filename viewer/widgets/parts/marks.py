"""Marks: the underline each kind of entity has in the text, told by colour and by pattern."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from viewer.core.communique import Communique
from viewer.core.mentions import EntityKind, Mention
from viewer.core.text import Utf16Map
from viewer.widgets.parts.theme import Theme

_Underline = QTextCharFormat.UnderlineStyle

UNDERLINES: Final = {
    EntityKind.PERSON: _Underline.SingleUnderline,
    EntityKind.STATE: _Underline.DotLine,
    EntityKind.ORGANISATION: _Underline.DashUnderline,
    EntityKind.PLACE: _Underline.DotLine,
    EntityKind.DOCUMENT: _Underline.DashUnderline,
    EntityKind.EVENT: _Underline.DashDotLine,
    EntityKind.DATE: _Underline.DotLine,
}
PEN_STYLES: Final = {
    _Underline.SingleUnderline: Qt.PenStyle.SolidLine,
    _Underline.DotLine: Qt.PenStyle.DotLine,
    _Underline.DashUnderline: Qt.PenStyle.DashLine,
    _Underline.DashDotLine: Qt.PenStyle.DashDotLine,
}
FAINT: Final = (EntityKind.PLACE, EntityKind.DOCUMENT, EntityKind.EVENT, EntityKind.DATE)
"""The kinds that are marked more faintly, and that a reader can switch off."""
SUSPECTED: Final = "suspected"
"""The name, among those of the kinds, of the wave under words that look damaged; it can be switched off as well."""
_FAINT_ALPHA: Final = 0.55


def mark_format(kind: EntityKind, theme: Theme) -> QTextCharFormat:
    """The format that marks words as naming an entity of a kind; the words keep the text's colour."""
    colour = QColor(theme.kind(kind))
    if kind in FAINT:
        colour.setAlphaF(_FAINT_ALPHA)
    made = QTextCharFormat()
    made.setUnderlineStyle(UNDERLINES[kind])
    made.setUnderlineColor(colour)
    return made


def set_marks(
    document: QTextDocument, communique: Communique, hidden: frozenset[str], units: Utf16Map, theme: Theme
) -> None:
    """Mark every mention in one edit block; a mention inside another is drawn over it."""
    formats = {kind: mark_format(kind, theme) for kind in EntityKind if kind not in hidden}
    entities = [entity for entity in communique.entities if entity.kind in formats]
    mentions = [(mention, entity.kind) for entity in entities for mention in entity.mentions]
    marks = [(mention.span, formats[kind]) for mention, kind in sorted(mentions, key=_outer_first)]
    plain = QTextCharFormat()
    plain.setUnderlineStyle(_Underline.NoUnderline)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(plain)
    for span, mark in marks:
        cursor.setPosition(units.to_units(span.start))
        cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark)
    cursor.endEditBlock()


def _outer_first(shown: tuple[Mention, EntityKind]) -> tuple[int, int]:
    span = shown[0].span
    return span.start, -span.end
