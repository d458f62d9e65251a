"""Which repairs and suspicions are under a point of the page, or at its caret."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt

from viewer.core.repair_places import BETWEEN, QUIET, changed_span, repairs_near, suspicion_at
from viewer.core.repairs import Repair, RepairKind, Suspicion
from viewer.core.text import Span

if TYPE_CHECKING:
    from viewer.core.repair_places import Fold
    from viewer.widgets.parts.page_view import PageView

_NEAR: Final = 5  # pixels within which the pointer counts as on a place without width
_GAP: Final = 2  # pixels by which the room between two paragraphs counts as larger


def fold_under(page: "PageView", point: QPointF) -> "Fold | None":
    """The fold whose line is under a point of the viewport."""
    if not page.folds:
        return None
    from viewer.widgets.parts.folds import fold_places  # noqa: PLC0415 - few texts have any

    return next((fold for fold, place in fold_places(page) if place.adjusted(-4, -4, 4, 4).contains(point)), None)


def repairs_under(page: "PageView", point: QPointF) -> tuple[Repair, ...]:
    """The repairs made at a point of the viewport, or those that were not where lines of a web page are shown."""
    if page.communique is None or not page.communique.paragraphs:
        return ()
    if fold := fold_under(page, point):
        return fold.repairs
    units = page.document().documentLayout().hitTest(point + QPointF(0, page.offset), Qt.HitTestAccuracy.FuzzyHit)
    near = _around(page, page.to_code_points(max(0, units)))
    return tuple(
        repair
        for repair in dict.fromkeys(repairs_near(page.communique, near))
        if repair.kind is not RepairKind.FOLDED_BOILERPLATE and _is_under(page, repair, point)
    )


def repairs_at_caret(page: "PageView") -> tuple[Repair, ...]:
    """The repairs made at the caret, or in a letter beside it; in lines of a web page that are shown, theirs."""
    if page.communique is None or not page.communique.paragraphs:
        return ()
    caret = page.to_code_points(page.textCursor().position())
    shown = [repair for fold in page.folds if fold.shown for repair in fold.repairs]
    if beside := tuple(repair for repair in shown if caret in changed_span(page.communique, repair)):
        return beside
    return tuple(dict.fromkeys(repairs_near(page.communique, _around(page, caret))))


def suspicion_under(page: "PageView", position: int | None) -> Suspicion | None:
    """The suspicion about the letter at a reading position."""
    return suspicion_at(page.communique, position) if page.communique and position is not None else None


def _around(page: "PageView", position: int) -> Span:
    return Span(max(0, position - 1), min(position + 1, len(page.communique.text) if page.communique else 0))


def _is_under(page: "PageView", repair: Repair, point: QPointF) -> bool:
    assert page.communique is not None
    span = changed_span(page.communique, repair)
    if repair.kind in BETWEEN and (not span or "\n" in page.communique.words(span)):
        return _gap(page, span).contains(point)
    slack = 1 if repair.kind in QUIET else _NEAR
    before, after = (QRectF(page.cursorRect(page.cursor_at(Span(at, at)))) for at in (span.start, span.end))
    if before.top() == after.top():
        return before.united(after).adjusted(-slack, 0, slack, 0).contains(point)
    if repair.kind is RepairKind.MARKUP_REMOVED:
        return before.top() <= point.y() <= after.bottom()
    return any(edge.adjusted(-slack, 0, slack, 0).contains(point) for edge in (before, after))


def _gap(page: "PageView", span: Span) -> QRectF:
    """The room between the paragraph that a span begins in and the one it ends in; above the first, below the last."""
    layout = page.document().documentLayout()
    upper, lower = (page.cursor_at(Span(at, at)).block() for at in (span.start, span.end))
    left, right = page.gutters()
    if upper == lower and span.start == 0:
        top, bottom = 0.0, layout.blockBoundingRect(lower).top()
    elif upper == lower:
        top, bottom = layout.blockBoundingRect(upper).bottom(), layout.documentSize().height()
    else:
        top, bottom = layout.blockBoundingRect(upper).bottom(), layout.blockBoundingRect(lower).top()
    return QRectF(left, top - _GAP - page.offset, right - left, bottom - top + 2 * _GAP)
