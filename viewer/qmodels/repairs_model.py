"""The repairs and suspicions of a communiqué by kind, each with a check box that says whether it is made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from viewer.core.communique import Communique
from viewer.core.repairs import Repair, RepairKey, Suspicion
from viewer.qmodels.repair_words import CAPTIONS, excerpt, what_was_done
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_model import TOP, AnyIndex, Row, RowModel
from viewer.qmodels.row_words import paragraph_label
from viewer.qmodels.tooltips import tooltip

_Check = Qt.CheckState
_STANDS_IN_ITS_WAY = "It is not made now: another one that is switched off stands in its way."
_SWITCHED_OFF = "It is switched off."


class RepairsModel(RowModel):
    """Ticking a row changes nothing here: it asks, and the corrections that follow are shown.

    A row's figure is the place of its repair or suspicion in `_found`, a group's the number of its rows.
    """

    switch_wanted = Signal(object, bool)  # tuple[Repair, ...]; whether they are to be made

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._communique: Communique | None = None
        self._found: Sequence[Repair | Suspicion] = ()
        self._off: frozenset[RepairKey] = frozenset()
        self._offs: dict[int, int] = {}

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Every repair listed, whether it is switched off or not."""
        return tuple(one for one in self._found if isinstance(one, Repair))

    def show_repairs(self, communique: Communique, off: frozenset[RepairKey]) -> None:
        """List what was mended; `off` are the repairs that the reader does without.

        Where the list is the same but for what is switched off, its rows stay.
        """
        found: list[Repair | Suspicion] = [*communique.repairs, *communique.suspicions]
        rows = _rows(found)
        same = rows == self._rows and [*map(_identity, found)] == [*map(_identity, self._found)]
        self._communique, self._found, self._off = communique, found, off
        self._offs = _count_off(rows, found, off)
        if same:
            self._tell_of_change()
        else:
            self._take(rows, communique)

    def index_at(self, found: Repair | Suspicion) -> QModelIndex:
        """The row of this repair or suspicion, or the first of its kind behind it; invalid where there is none."""
        kind, place = _identity(found)
        rows = (n for n, row in enumerate(self._rows) if row.parent != TOP)
        identities = ((number, _identity(self._found[self._rows[number].figure])) for number in rows)
        return self.index_of(next((n for n, (k, at) in identities if k == kind and at >= place), TOP))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        number = index.internalId() if index.isValid() else TOP
        checkable = number in self._offs or (number != TOP and self._rows[number].kind is RowKind.REPAIR)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._communique is None:
            return None
        row = self._rows[index.internalId()]
        if role == Role.KIND:
            return int(row.kind)
        if row.kind is RowKind.GROUP:
            return self._of_group(index.internalId(), role)
        return self._of_found(self._communique, self._found[row.figure], role)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        repairs = tuple(self._repairs_of(index)) if role == Qt.ItemDataRole.CheckStateRole else ()
        if repairs:
            on = value in (_Check.Checked, _Check.Checked.value)
            self.switch_wanted.emit(repairs, on)
        return bool(repairs)

    def _of_group(self, number: int, role: int) -> object:
        row = self._rows[number]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.subject
            case Role.FIGURE:
                return str(row.figure)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.subject}, {row.figure}"
            case Qt.ItemDataRole.CheckStateRole if number in self._offs:
                off = self._offs[number]
                state = _Check.Checked if not off else _Check.PartiallyChecked
                return (_Check.Unchecked if off == row.figure else state).value
        return None

    def _of_found(self, communique: Communique, found: Repair | Suspicion, role: int) -> object:
        match role:
            case Qt.ItemDataRole.CheckStateRole if isinstance(found, Repair):
                return (_Check.Unchecked if found.key in self._off else _Check.Checked).value
            case Role.REPAIR:
                return found
            case Role.REASON | Qt.ItemDataRole.AccessibleDescriptionRole:
                return " ".join(self._reasons(found))
            case Qt.ItemDataRole.DisplayRole:
                return _place(communique, found)
            case _:
                return self._around(communique, found, role)

    def _around(self, communique: Communique, found: Repair | Suspicion, role: int) -> object:
        match role:
            case Role.CONTEXT:
                return list(excerpt(communique, found))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("".join(excerpt(communique, found)), *self._reasons(found))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_place(communique, found)}, {''.join(excerpt(communique, found))}"
        return None

    def _reasons(self, found: Repair | Suspicion) -> Iterator[str]:
        yield from filter(None, what_was_done(found))
        if isinstance(found, Repair) and found.key in self._off:
            yield _SWITCHED_OFF
        elif isinstance(found, Repair) and not found.applied:
            yield _STANDS_IN_ITS_WAY

    def _repairs_of(self, index: AnyIndex) -> list[Repair]:
        """The repairs that the check box of a row is about."""
        if not index.isValid():
            return []
        number = index.internalId()
        row = self._rows[number]
        places = [number] if row.kind is RowKind.REPAIR else self._children.get(number, ())
        found = (self._found[self._rows[place].figure] for place in places)
        return [one for one in found if isinstance(one, Repair)]

    def _tell_of_change(self) -> None:
        for parent in (TOP, *self._children.get(TOP, ())):
            children = self._children.get(parent, ())
            if children:
                self.dataChanged.emit(self.index_of(children[0]), self.index_of(children[-1]))


def _place(communique: Communique, found: Repair | Suspicion) -> str:
    """How the list names the paragraph it stands in."""
    at = found.span.start if isinstance(found, Suspicion) else found.at
    return paragraph_label(communique.paragraphs[communique.paragraph_index_at(at)]) if communique.paragraphs else ""


def _rows(found: Sequence[Repair | Suspicion]) -> list[Row]:
    rows: list[Row] = []
    for kind, caption in CAPTIONS.items():
        places = [place for place, one in enumerate(found) if one.kind is kind]
        if places:
            group = len(rows)
            rows.append(Row(RowKind.GROUP, caption, TOP, len(places)))
            leaf = RowKind.REPAIR if isinstance(found[places[0]], Repair) else RowKind.SUSPICION
            rows.extend(Row(leaf, "", group, place) for place in places)
    return rows


def _count_off(rows: Sequence[Row], found: Sequence[Repair | Suspicion], off: frozenset[RepairKey]) -> dict[int, int]:
    """How many repairs of each group are switched off, by the number of the group's row; none of suspicions."""
    offs: dict[int, int] = {}
    for row in rows:
        if row.kind is RowKind.REPAIR:
            one = found[row.figure]
            offs[row.parent] = offs.get(row.parent, 0) + (isinstance(one, Repair) and one.key in off)
    return offs


def _identity(found: Repair | Suspicion) -> tuple[str, int]:
    """What tells one from another: of a repair its place in the source, of a suspicion that in the reading text."""
    return found.kind, found.span.start if isinstance(found, Suspicion) else found.source.start
