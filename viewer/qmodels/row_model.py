"""A read-only tree model over rows that were worked out before; an index carries the number of its row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.core.communique import Communique
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_words import RowWords

if TYPE_CHECKING:
    from viewer.qmodels.row_words import Subject

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = -1
_NO_INDEX = QModelIndex()
_CAPTIONS = (RowKind.ROOT, RowKind.GROUP)


class Row(NamedTuple):
    """One row: what it stands for, the number of the row it hangs from, and what it counts."""

    kind: RowKind
    subject: "Subject"
    parent: int = TOP
    figure: int = 0


class RowModel(QAbstractItemModel):
    """Rows are numbered in their sequence, parents before children; a reset is for another document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._words: RowWords | None = None
        self._children: dict[int, list[int]] = {}
        self._places: list[int] = []
        self._marked = TOP

    def index_of(self, number: int) -> QModelIndex:
        """The index of a row by its number; invalid for a number that is none."""
        if not 0 <= number < len(self._rows):
            return QModelIndex()
        return self.createIndex(self._places[number], 0, number)

    def mark(self, number: int) -> None:
        """Mark the one row the reader is at; `TOP` marks none."""
        if number == self._marked:
            return
        former, self._marked = self._marked, number
        for index in (self.index_of(former), self.index_of(number)):
            if index.isValid():
                self.dataChanged.emit(index, index, [Role.MARKED, Qt.ItemDataRole.AccessibleTextRole])

    def index(self, row: int, column: int, parent: AnyIndex = _NO_INDEX) -> QModelIndex:
        children = self._children.get(parent.internalId() if parent.isValid() else TOP, ())
        if column != 0 or not 0 <= row < len(children) or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    @overload
    def parent(self) -> QObject: ...
    @overload
    def parent(self, child: AnyIndex) -> QModelIndex: ...
    def parent(self, child: AnyIndex | None = None) -> QObject | QModelIndex | None:
        if child is None:
            return QObject.parent(self)
        return self.index_of(self._rows[child.internalId()].parent) if child.isValid() else QModelIndex()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return len(self._children.get(parent.internalId() if parent.isValid() else TOP, ()))

    def columnCount(self, _parent: AnyIndex = _NO_INDEX) -> int:
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        caption = self._rows[index.internalId()].kind in _CAPTIONS
        return Qt.ItemFlag.ItemIsEnabled if caption else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._words is None:
            return None
        number = index.internalId()
        row = self._rows[number]
        if role == Role.KIND:
            return int(row.kind)
        if role == Role.MARKED:
            return number == self._marked
        return self._words.answer(row.subject, row.figure, role)

    def _take(self, rows: Sequence[Row], communique: Communique) -> None:
        self.beginResetModel()
        self._rows = rows
        self._words = RowWords(communique)
        self._marked = TOP
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._children = {}
        self._places = []
        for number, row in enumerate(self._rows):
            siblings = self._children.setdefault(row.parent, [])
            self._places.append(len(siblings))
            siblings.append(number)
