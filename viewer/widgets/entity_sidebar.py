"""The entity sidebar: every name of the communiqué by group, with a filter."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRegularExpression, QSize, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.core.communique import Communique
from viewer.core.entities.groups import Group
from viewer.core.folding import fold
from viewer.core.mentions import EntityId
from viewer.qmodels.entity_model import EntityModel
from viewer.qmodels.roles import Role, RowKind
from viewer.services.document_session import EntitySelection
from viewer.widgets.parts.filter_field import FilterField
from viewer.widgets.parts.pane_header import PaneHeader
from viewer.widgets.parts.quiet_tree import INDENTATION, QuietTree
from viewer.widgets.parts.theme import Theme

_OPEN_FIRST: Final = (Group.MINISTERS, Group.HEADS, Group.STATES, Group.ORGANISATIONS, Group.OTHER_OFFICIALS)
_NOTHING_OPEN: Final = "Open a communiqué, or paste one, to see the names in it."
_EMPTY: Final = "This text is empty."
_BEING_READ: Final = "The names stand here once the text has been looked through."
_NOTHING_FOUND: Final = "No names were found in this text."


class EntitySidebar(QWidget):
    """The field that narrows, and `list`, where every row is a name or a caption."""

    entity_chosen = Signal(str)  # EntityId
    entity_picked = Signal(str)  # EntityId, to be selected without moving
    menu_requested = Signal(object)  # QPoint, global

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text = _NOTHING_OPEN
        self._chosen: EntityId | None = None
        self._open_groups: set[str] = set(_OPEN_FIRST)
        self._model = EntityModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setFilterRole(Role.FOLDED)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setSourceModel(self._model)
        self._header = PaneHeader("Entities", self)
        self._filter = FilterField("Filter names", self)
        self.list = QuietTree(self, inset=-INDENTATION)
        self.list.setModel(self._found)
        self.list.setAccessibleName("Entities")
        self.list.show_empty_text(_NOTHING_OPEN)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(300, 400)

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        self._empty_text = _empty_text(communique)
        self._chosen = None
        self._model.show_communique(communique)
        self._narrow()

    @Slot(object)
    def show_selection(self, selection: EntitySelection | None) -> None:
        """Select the chosen entity's row; a filter that hides it stays."""
        self._chosen = selection.entity.id if selection else None
        self._show_chosen()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    @Slot()
    def focus_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _lay_out(self) -> None:
        self.setFocusProxy(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        field = QVBoxLayout()
        field.setContentsMargins(12, 0, 12, 8)
        field.addWidget(self._filter)
        column.addLayout(field)
        column.addWidget(self.list)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._filter.list_wanted.connect(self._enter_list)
        self._filter.returnPressed.connect(self._choose_first)
        self.list.row_chosen.connect(self._choose)
        self.list.row_reached.connect(self._pick)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.expanded.connect(self._keep_open)
        self.list.collapsed.connect(self._keep_closed)

    @Slot()
    def _narrow(self) -> None:
        """Show the names that hold every word of the filter, in any order."""
        words = fold(self._filter.text()).split()
        every = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in words)
        option = QRegularExpression.PatternOption.DotMatchesEverythingOption
        self._found.setFilterRegularExpression(QRegularExpression(f"^{every}" if words else "", option))
        missing = f"No name matches “{self._filter.text().strip()}”."
        self.list.show_empty_text(missing if words and self._model.rowCount() else self._empty_text)
        self._open_rows(everything=bool(words))
        self._show_count()
        self._show_chosen()

    def _show_count(self) -> None:
        """Count the names; where a filter hides some, how many of them are left."""
        every, left = (
            sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount()))
            for model in (self._model, self._found)
        )
        count = str(every) if left == every else f"{left} of {every}"
        self._header.show_count(count if every else "")

    def _open_rows(self, *, everything: bool) -> None:
        for row in range(self._found.rowCount()):
            group = self._found.index(row, 0)
            self.list.setExpanded(group, everything or group.data() in self._open_groups)

    def _show_chosen(self) -> None:
        index = self._found.mapFromSource(self._model.entity_index(self._chosen)) if self._chosen else QModelIndex()
        if index.isValid():
            self.list.reveal(index)
        else:
            self.list.clearSelection()

    @Slot(QModelIndex)
    def _keep_open(self, index: QModelIndex) -> None:
        # Expanding everything, as the key * does, tells of rows that have nothing beneath them too.
        if not self._filter.text() and index.data(Role.KIND) == RowKind.GROUP:
            self._open_groups.add(index.data())

    @Slot(QModelIndex)
    def _keep_closed(self, index: QModelIndex) -> None:
        if not self._filter.text():
            self._open_groups.discard(index.data())

    @Slot()
    def _enter_list(self) -> None:
        # Before the focus comes: a tree that gets it without a current row makes its first caption the current one.
        if self.list.currentIndex().data(Role.KIND) != RowKind.ENTITY:
            self.list.setCurrentIndex(self._first())
            self._pick(self._first())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose_first(self) -> None:
        if self._filter.text().strip() and (first := self._first()).isValid():
            self._choose(first)

    def _first(self) -> QModelIndex:
        """The first name the filter has left; invalid where there is none."""
        return self._found.index(0, 0, self._found.index(0, 0))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.data(Role.KIND) == RowKind.ENTITY:
            self.entity_chosen.emit(index.data(Role.ENTITY))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        if index.data(Role.KIND) == RowKind.ENTITY:
            self.entity_picked.emit(index.data(Role.ENTITY))

    @Slot(QModelIndex, QPoint)
    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        if index.data(Role.KIND) == RowKind.ENTITY:
            self._pick(index)
            self.menu_requested.emit(place)


def _empty_text(communique: Communique) -> str:
    if not communique.text.strip():
        return _EMPTY
    return _NOTHING_FOUND if communique.analysed else _BEING_READ
