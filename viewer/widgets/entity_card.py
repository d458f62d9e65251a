"""The card of the chosen entity: what it is, where the text names it and why we think so, and the notes on it."""

from itertools import accumulate
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from viewer.core.communique import Communique
from viewer.core.entities.groups import describe, state_names
from viewer.core.mentions import Entity, EntityId
from viewer.core.notes import Notebook
from viewer.qmodels.evidence_model import EvidenceModel, notes_on
from viewer.qmodels.roles import Role, RowKind
from viewer.qmodels.tooltips import tooltip
from viewer.services.document_session import EntitySelection
from viewer.widgets.parts.hints import reason
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.quiet_tree import QuietTree
from viewer.widgets.parts.stepper import Stepper, quiet_button
from viewer.widgets.parts.theme import Theme
from viewer.widgets.parts.tool_row import ToolRow
from viewer.widgets.parts.whole_label import WholeLabel

_NOTHING_OPEN: Final = "Open a communiqué, or paste one, to see what it says about a name."
_NOTHING_CHOSEN: Final = "Choose a name in the text or a list to see what is said of it."
_NO_NAMES: Final = "No names were found in this text."
_TITLE_SCALE: Final = 1.44
"""Two steps of a scale of 1.2."""
_MOST_FORMS: Final = 6
_MOST_LETTERS: Final = 80
"""Code points the other forms take together; the tooltip has them whole."""
_LIST_HEIGHT: Final = 60
"""Pixels the list keeps when room is short: two rows and a hint of the next."""
_MARGIN: Final = 12


class EntityCard(QWidget):
    step_wanted = Signal(int)  # mentions forward, negative back
    mention_chosen = Signal(object)  # Mention
    note_chosen = Signal(str)  # NoteId
    note_wanted = Signal()  # a new note on the entity

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._communique: Communique | None = None
        self._selection: EntitySelection | None = None
        self._notebook = Notebook()
        self._shown: EntityId | None = None
        self._model = EvidenceModel(self)
        self._empty = PlainLabel(_NOTHING_OPEN, self, muted=True)
        self._body = QScrollArea(self)
        self._page = QWidget()
        self._name = WholeLabel("", self._page)
        self._what = WholeLabel("", self._page, muted=True)
        self._also = WholeLabel("", self._page, muted=True)
        self._stepper = Stepper(self._page)
        self._why = quiet_button("Why?", "Why this mention was recognised", self._page)
        self._count = quiet_button("", "Show the notes on this name", self._page)
        self._add = quiet_button("Add note", "Add a note on this name", self._page)
        self._reason = WholeLabel("", self._page, muted=True)
        self._list = QuietTree(self._page, inset=_MARGIN)
        self._set_up()
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(300, 264)

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        self._communique = communique
        self._shown = None
        self._empty.show_text(_NO_NAMES if communique.analysed and not communique.entities else _NOTHING_CHOSEN)
        self.show_selection(None)

    @Slot(object)
    def show_selection(self, selection: EntitySelection | None) -> None:
        self._selection = selection if self._communique else None
        self._empty.setVisible(self._selection is None)
        self._body.setVisible(self._selection is not None)
        # Without a list there is nothing to focus. Qt takes None, whatever PySide's stubs say.
        self.setFocusProxy(self._list if self._selection else None)  # type: ignore[arg-type]
        if self._selection and self._communique:
            if self._shown != self._selection.entity.id:
                self._show_entity(self._selection.entity, self._communique)
            self._show_mention(self._selection, self._communique)

    @Slot(object)
    def show_notebook(self, notebook: Notebook) -> None:
        self._notebook = notebook
        if self._selection:
            self._show_notes(self._selection.entity)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        self._list.set_theme(theme)

    def _show_entity(self, entity: Entity, communique: Communique) -> None:
        self._shown = entity.id
        self._name.show_text(entity.name)
        self._what.show_text(describe(entity, state_names(communique.entities)))
        others = _other_forms(entity)
        self._also.show_text(_also(others))
        self._also.setToolTip(tooltip(", ".join(others)))
        self._also.setVisible(bool(others))
        self._model.show_entity(entity, communique)
        self._show_notes(entity)
        self._body.verticalScrollBar().setValue(0)

    def _show_notes(self, entity: Entity) -> None:
        notes = notes_on(entity, self._notebook)
        self._model.show_notes(notes)
        self._count.setText("1 note" if len(notes) == 1 else f"{len(notes)} notes")
        self._count.setVisible(bool(notes))
        self._add.setText("+" if notes else "Add note")

    def _show_mention(self, selection: EntitySelection, communique: Communique) -> None:
        self._stepper.show_place(selection.current, len(selection.entity.mentions))
        self._reason.show_text(reason(selection.mention, communique))
        self._model.mark(selection.current)
        self._list.reveal(self._model.index_of(selection.current))

    def _set_up(self) -> None:
        font = self._name.font()
        font.setPointSizeF(QFontInfo(font).pointSizeF() * _TITLE_SCALE)
        self._name.setFont(font)
        self._empty.setWordWrap(True)
        self._empty.setMinimumWidth(1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._why.setCheckable(True)
        self._reason.hide()
        self._list.setModel(self._model)
        self._list.setRootIsDecorated(False)
        self._list.setMinimumHeight(_LIST_HEIGHT)
        # The list asks for no more than its least height, so the card scrolls only when that does not fit.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setAccessibleName("Mentions and notes")
        self.setAccessibleName("Chosen name")

    def _lay_out(self) -> None:
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setWidget(self._page)
        self._body.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._body, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._facts())
        column.addWidget(self._list, 1)

    def _facts(self) -> QVBoxLayout:
        facts = QVBoxLayout()
        facts.setContentsMargins(_MARGIN, 0, 8, 0)
        facts.setSpacing(4)
        for label in (self._name, self._what, self._also):
            facts.addWidget(label)
        facts.addWidget(ToolRow(self._stepper, self._why, self._count, self._add))
        facts.addWidget(self._reason)
        return facts

    def _connect(self) -> None:
        self._stepper.step_wanted.connect(self.step_wanted)
        self._why.toggled.connect(self._show_reason)
        self._count.clicked.connect(self._reveal_notes)
        self._add.clicked.connect(self._want_note)
        self._list.row_chosen.connect(self._choose)

    @Slot(bool)
    def _show_reason(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._reason.setVisible(shown)
        if shown:
            QTimer.singleShot(0, self, self._bring_reason)  # once it has its place

    @Slot()
    def _bring_reason(self) -> None:
        self._body.ensureWidgetVisible(self._reason, 0, 0)

    @Slot()
    def _reveal_notes(self) -> None:
        self._list.scrollTo(self._model.notes_index(), QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot()
    def _want_note(self) -> None:
        self.note_wanted.emit()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        match index.data(Role.KIND):
            case RowKind.MENTION:
                self.mention_chosen.emit(index.data(Role.MENTION))
            case RowKind.NOTE:
                self.note_chosen.emit(index.data(Role.NOTE))


def _other_forms(entity: Entity) -> tuple[str, ...]:
    return tuple(form for form in entity.forms if form != entity.name)


def _also(forms: tuple[str, ...]) -> str:
    """The first few of these forms, and how many there are beside; empty where there are none."""
    if not forms:
        return ""
    lengths = accumulate(len(form) for form in forms[:_MOST_FORMS])
    count = max(1, sum(length <= _MOST_LETTERS for length in lengths))
    words = ", ".join(forms[:count])
    cut = words if len(words) <= _MOST_LETTERS + _MOST_FORMS * 2 else f"{words[:_MOST_LETTERS]}…"
    return f"Also: {cut} and {len(forms) - count} more" if len(forms) > count else f"Also: {cut}"
