"""The contents pane: sections with what they name, entities with their mentions, in one tree."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.core.communique import Communique
from viewer.core.mentions import EntityId, Mention
from viewer.qmodels.contents_model import ContentsModel
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.row_model import TOP
from viewer.services.document_session import EntitySelection
from viewer.widgets.parts.pane_header import PaneHeader
from viewer.widgets.parts.quiet_tree import QuietTree
from viewer.widgets.parts.theme import Theme

_NOTHING_OPEN: Final = "Open a communiqué, or paste one, to see its sections and the names in it."
_EMPTY: Final = "This text is empty."
_BEING_READ: Final = "The sections and the names stand here once the text has been looked through."
_NOTHING_FOUND: Final = "No sections and no names were found in this text."


class ContentsTree(QWidget):
    """Follows the reading without moving the reader's selection; choosing a row asks, and moves nothing by itself."""

    entity_chosen = Signal(str)  # EntityId
    entity_picked = Signal(str)  # EntityId, to be selected without moving
    mention_chosen = Signal(object)  # Mention
    mention_picked = Signal(object)  # Mention, likewise
    place_chosen = Signal(object)  # Span
    menu_requested = Signal(object)  # QPoint, global; of the entity picked
    section_menu_requested = Signal(object)  # QPoint, global; of the section chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraph = TOP
        self._communique: Communique | None = None
        self._model = ContentsModel(self)
        self._tree = QuietTree(self)
        self._tree.setModel(self._model)
        self._tree.setAccessibleName("Contents")
        self._tree.show_empty_text(_NOTHING_OPEN)
        self.setFocusProxy(self._tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHeader("Contents", self))
        column.addWidget(self._tree)
        self._tree.row_chosen.connect(self._choose)
        self._tree.row_reached.connect(self._pick)
        self._tree.menu_wanted.connect(self._show_menu)
        self._tree.expanded.connect(self._mark_reading)
        self._tree.collapsed.connect(self._mark_reading)

    def sizeHint(self) -> QSize:
        return QSize(300, 640)

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        self._communique = communique
        self._tree.show_empty_text(_empty_text(communique))
        self._model.show_communique(communique)
        for row in range(self._model.rowCount()):
            self._tree.expand(self._model.index(row, 0))
        for index in self._model.section_indexes():
            if index.parent().data(Role.KIND) == RowKind.SECTION:
                self._tree.expand(index.parent())
        self._mark_reading()

    @Slot(object)
    def show_selection(self, selection: EntitySelection | None) -> None:
        """Select the chosen entity's row, or its mention's where the entity is open.

        A choice made elsewhere opens the entity's group, and leaves the section being read in view.
        """
        if selection is None:
            self._tree.clearSelection()
            return
        chosen = selection.entity.id
        entity = self._model.entity_index(chosen)
        if not entity.isValid() or self._stands_on(chosen):
            return
        listed = self._model.mention_index(chosen, selection.current) if self._tree.isExpanded(entity) else entity
        if self._tree.hasFocus():
            self._tree.reveal(listed)
        else:
            self._select_quietly(selection, listed)

    @Slot(int)
    def show_paragraph(self, index: int) -> None:
        """Mark the section being read; the selection and what is open stay as they are."""
        self._paragraph = index
        if (section := self._mark_reading()).isValid():
            self._tree.scrollTo(self._tree.indexAbove(section))  # for the first, the caption
            self._tree.scrollTo(section)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        self._tree.set_theme(theme)

    def _select_quietly(self, selection: EntitySelection, listed: QModelIndex) -> None:
        """Select one of the entity's rows: one on screen, or one that fits on it with the section, or out of view."""
        self._tree.expand(listed.parent())
        section = self._section_of(selection.mention)
        named = self._model.entity_in_section(selection.entity.id, section)
        places = [place for place in (named, listed) if place.isValid()]
        if seen := next(filter(self._tree.sees, places), None):
            self._tree.mark(seen)
        elif near := next((place for place in places if self._fit_together(section, place)), None):
            self._tree.mark(near)
            self._tree.scrollTo(near)
        else:
            self._tree.mark(places[0] if self._tree.isExpanded(section) else listed)

    def _section_of(self, mention: Mention) -> QModelIndex:
        """The row of the section a mention stands in, as far as it is open; the first row where it is in none."""
        paragraph = self._communique.paragraph_index_at(mention.span.start) if self._communique else TOP
        section = self._open_section(paragraph)
        return section if section.isValid() else self._model.index(0, 0)

    def _fit_together(self, section: QModelIndex, place: QModelIndex) -> bool:
        rows = [self._tree.visualRect(index) for index in (section, place)]
        return not rows[1].isEmpty() and rows[0].united(rows[1]).height() <= self._tree.viewport().height()

    def _stands_on(self, entity: EntityId) -> bool:
        """Whether the reader walks this tree and is on the entity already, wherever it stands in it."""
        index = self._tree.currentIndex()
        here = index.data(Role.KIND) == RowKind.ENTITY and index.data(Role.ENTITY) == entity
        return here and self._tree.hasFocus()

    @Slot()
    def _mark_reading(self) -> QModelIndex:
        """Mark the section being read, or the closed one it is in; return its index."""
        section = self._open_section(self._paragraph)
        self._model.mark(section.internalId() if section.isValid() else TOP)
        return section

    def _open_section(self, paragraph: int) -> QModelIndex:
        """The section a paragraph stands in, or the closed one around it; invalid where there is none in sight."""
        section = self._model.section_index(paragraph)
        above = section.parent()
        while above.isValid():
            section = section if self._tree.isExpanded(above) else above
            above = above.parent()
        return section if section.data(Role.KIND) == RowKind.SECTION else QModelIndex()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        match index.data(Role.KIND):
            case RowKind.SECTION:
                self.place_chosen.emit(index.data(Role.SPAN))
            case RowKind.MENTION:
                self.mention_chosen.emit(index.data(Role.MENTION))
            case RowKind.ENTITY:
                self.entity_chosen.emit(index.data(Role.ENTITY))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        match index.data(Role.KIND):
            case RowKind.MENTION:
                self.mention_picked.emit(index.data(Role.MENTION))
            case RowKind.ENTITY:
                self.entity_picked.emit(index.data(Role.ENTITY))

    @Slot(QModelIndex, QPoint)
    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """The menu of a name leaves the text; that of a section is about its paragraph, and goes there first."""
        if index.data(Role.ENTITY):
            self._pick(index)
            self.menu_requested.emit(place)
        elif index.data(Role.KIND) == RowKind.SECTION:
            self._choose(index)
            self.section_menu_requested.emit(place)


def _empty_text(communique: Communique) -> str:
    if not communique.text.strip():
        return _EMPTY
    return _NOTHING_FOUND if communique.analysed else _BEING_READ
