"""Turns the old and the new rows of a list model into the row changes its views need, so that nothing is reset."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex

Row = TypeVar("Row")


def change_rows(model: QAbstractListModel, rows: list[Row], new: Sequence[Row], key: Callable[[Row], Hashable]) -> None:
    """Make `rows`, the model's own list, equal to `new`, telling the model's views of every step.

    Rows with one key are the same row, whose data may have changed; keys are unique within `rows` and within `new`.
    Selection, current index and scroll position survive.
    """
    _remove(model, rows, {key(row) for row in new}, key)
    _place(model, rows, new, key)
    for at, (old, row) in enumerate(zip(rows, new, strict=True)):
        if old != row:
            rows[at] = row
            model.dataChanged.emit(model.index(at), model.index(at))


def _remove(model: QAbstractListModel, rows: list[Row], kept: set[Hashable], key: Callable[[Row], Hashable]) -> None:
    end = len(rows)
    while end:
        start = end
        while start and key(rows[start - 1]) not in kept:
            start -= 1
        if start < end:
            model.beginRemoveRows(QModelIndex(), start, end - 1)
            del rows[start:end]
            model.endRemoveRows()
        end = max(0, start - 1)


def _place(model: QAbstractListModel, rows: list[Row], new: Sequence[Row], key: Callable[[Row], Hashable]) -> None:
    """Insert what is missing and move what stands elsewhere, from the first row to the last."""
    known = {key(row) for row in rows}
    at = 0
    while at < len(new):
        end = at
        while end < len(new) and key(new[end]) not in known:
            end += 1
        if end > at:
            model.beginInsertRows(QModelIndex(), at, end - 1)
            rows[at:at] = new[at:end]
            model.endInsertRows()
            at = end
        elif key(rows[at]) != key(new[at]):
            _move(model, rows, at, key(new[at]), key)
        else:
            at += 1


def _move(
    model: QAbstractListModel, rows: list[Row], at: int, wanted: Hashable, key: Callable[[Row], Hashable]
) -> None:
    origin = next(place for place in range(at + 1, len(rows)) if key(rows[place]) == wanted)
    model.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), at)
    rows.insert(at, rows.pop(origin))
    model.endMoveRows()
