"""The reading pane: the page with its margins, its pointer and its keys."""

from typing import TYPE_CHECKING, Final

# Types of Qt that the first frame does not use are named through their module: Python builds each at its first
# mention, and the namespace `Qt` with its hundreds of enumerations alone takes a tenth of a bare window's start.
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QPoint, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.communique import Communique, Paragraph
from viewer.core.repairs import Repair
from viewer.widgets.parts.margin_layer import MarginLayer
from viewer.widgets.parts.page_view import PageView

if TYPE_CHECKING:  # the first frame shows no entities
    from viewer.core.mentions import Mention
    from viewer.core.repair_places import Fold
    from viewer.widgets.parts.margin_layer import NoteColours

_NOTHING_OPEN: Final = "Open a communiqué (Ctrl+O), paste one (Ctrl+Shift+V),\nor drop a file here."
_EMPTY: Final = "This text is empty."


class ReadingPane(PageView):
    """Tells by its signals what the reader points at; shows what it is told."""

    mention_chosen = Signal(object)  # Mention
    mention_picked = Signal(object)  # Mention: selected where it stands, as by a right click
    menu_requested = Signal(object)  # QPoint on the screen; `repairs_picked` comes first
    repairs_picked = Signal(object)  # tuple[Repair, ...]: pointed at by a right click; may be empty
    fold_chosen = Signal(object)  # Fold: its lines are to be shown, or folded away again
    note_marker_chosen = Signal(int)  # index of a paragraph
    paragraph_reached = Signal(int)  # index of the paragraph being read
    page_painted = Signal()  # the first frame that shows a newly shown communiqué
    zoom_wanted = Signal(int)  # steps of the text's size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the communiqué")
        self._reading = -1
        self._margins = MarginLayer(self)
        self._margins.page_painted.connect(self.page_painted)
        self.scrolled.connect(self._follow)

    @Slot(object)
    def show_communique(self, communique: Communique) -> None:
        if communique is self.communique:
            return
        if not communique.analysed:
            self._reading = -1
            self._margins.await_frame()
        self._show_empty_words("" if communique.text else _EMPTY)
        super().show_communique(communique)
        self._follow()

    def show_notes(self, colours: "NoteColours") -> None:
        """Mark the paragraphs that have notes."""
        self._margins.show_notes(colours)

    def furnish(self) -> None:
        """What the first frame did without: words for an empty page, a caret for the keyboard, tooltips."""
        if self.communique is None:
            self._show_empty_words(_NOTHING_OPEN)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        flag = QtCore.Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self._margins.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)

    @property
    def paragraph_read(self) -> int:
        """The index of the paragraph being read, as `paragraph_reached` tells it."""
        return max(0, self._reading)

    def paragraph_at_hand(self) -> Paragraph | None:
        """The paragraph of the caret where the reader has set it on screen, otherwise the one being read.

        At a title or a heading, that is the numbered paragraph below it.
        """
        if self.communique is None or not self.communique.paragraphs:
            return None
        caret = self.textCursor()
        if caret.position() and 0 <= self.cursorRect().top() < self.room.height():
            return self.communique.paragraphs[caret.blockNumber()]
        following = self.communique.paragraphs[max(0, self._reading) :]
        return next((paragraph for paragraph in following if paragraph.number is not None), following[0])

    def _show_empty_words(self, words: str) -> None:
        """Say in the middle of the page why there is no text on it."""
        self._margins.show_empty_words(words)
        self.setAccessibleDescription(words)

    @Slot()
    def _follow(self) -> None:
        """Tell which paragraph is being read."""
        reading = self.cursorForPosition(QPoint(self.room.width() // 2, self._reading_line())).blockNumber()
        if self.communique is not None and self.communique.paragraphs and reading != self._reading:
            self._reading = reading
            self.paragraph_reached.emit(reading)

    def _reading_line(self) -> int:
        """A third from the top, but at the top and at the end of the text where it begins and ends."""
        if not self.offset:
            return 0
        height, bar = self.room.height(), self.verticalScrollBar()
        line = min(height // 3, bar.value())
        return max(line, height - (bar.maximum() - bar.value()) - 1) if bar.maximum() > height else line

    # What the pointer is on -------------------------------------------------------------------------------------

    def _position_under(self, point: QPointF) -> int | None:
        """The reading position of the letter under a point of the viewport."""
        place = point + QPointF(0, self.offset)
        units = self.document().documentLayout().hitTest(place, QtCore.Qt.HitTestAccuracy.ExactHit)
        return None if units < 0 else self.to_code_points(units)

    def _mention_under(self, point: QPointF) -> "Mention | None":
        position = self._position_under(point)
        if self.communique is None or position is None:
            return None
        return next(iter(self.communique.mentions_at(position)), None)

    def repairs_at_hand(self) -> tuple[Repair, ...]:
        """The repairs made where the caret is."""
        from viewer.widgets.parts.repairs_on_page import repairs_at_caret  # noqa: PLC0415 - as for hints

        return repairs_at_caret(self)

    def _fold_under(self, point: QPointF) -> "Fold | None":
        if not self.folds:
            return None
        from viewer.widgets.parts.repairs_on_page import fold_under  # noqa: PLC0415 - few texts have any

        return fold_under(self, point)

    # The reader's hand ------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: "QtGui.QMouseEvent") -> None:
        super().mouseMoveEvent(event)
        point = event.position()
        on_mark = self._margins.marker_at(point) is not None or self._fold_under(point) is not None
        on_something = on_mark or self._mention_under(point)
        shape = QtCore.Qt.CursorShape.PointingHandCursor if on_something else QtCore.Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: "QtGui.QMouseEvent") -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not QtCore.Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if mention := self._mention_under(event.position()):
            self.mention_chosen.emit(mention)
        elif (marked := self._margins.marker_at(event.position())) is not None:
            self.note_marker_chosen.emit(marked)
        elif fold := self._fold_under(event.position()):
            self.fold_chosen.emit(fold)

    def keyPressEvent(self, event: "QtGui.QKeyEvent") -> None:
        """Return chooses the entity at the caret; all other keys are Qt's, which walk the caret."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter} and self.communique is not None:
            found = self.communique.mentions_at(self.to_code_points(self.textCursor().position()))
            if found:
                self.mention_chosen.emit(found[0])
                return
        super().keyPressEvent(event)
        key = QtCore.Qt.Key
        if event.key() in {key.Key_Home, key.Key_End, key.Key_Up, key.Key_Down, key.Key_PageUp, key.Key_PageDown}:
            self._show_margin()

    def _show_margin(self) -> None:
        """Scroll to the very top with the caret in the first line, to the end in the last: Qt stops at the words."""
        caret, bar = self.textCursor(), self.verticalScrollBar()
        lines = caret.block().layout()
        line = lines.lineForTextPosition(caret.positionInBlock()).lineNumber()
        if line == 0 and not caret.block().previous().isValid():
            bar.setValue(bar.minimum())
        elif line == lines.lineCount() - 1 and not caret.block().next().isValid():
            bar.setValue(bar.maximum())

    def wheelEvent(self, event: "QtGui.QWheelEvent") -> None:
        """Turning the wheel with Ctrl held changes the text's size."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: "QtGui.QContextMenuEvent") -> None:
        if mention := self._mention_under(QPointF(event.pos())):
            self.mention_picked.emit(mention)
        self.repairs_picked.emit(self._repairs_meant(event))
        self.menu_requested.emit(event.globalPos())

    def _repairs_meant(self, event: "QtGui.QContextMenuEvent") -> tuple[Repair, ...]:
        from viewer.widgets.parts.repairs_on_page import repairs_under  # noqa: PLC0415 - as for hints

        if event.reason() is QtGui.QContextMenuEvent.Reason.Keyboard:
            return self.repairs_at_hand()
        return repairs_under(self, QPointF(event.pos()))

    def eventFilter(self, watched: "QtCore.QObject", event: "QtCore.QEvent") -> bool:
        """Tooltips of the page; the filter is put on by `furnish`."""
        if isinstance(event, QtGui.QHelpEvent) and event.type() is QtCore.QEvent.Type.ToolTip:
            words = self._hint(QPointF(event.pos()))
            QtWidgets.QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().eventFilter(watched, event)

    def _hint(self, point: QPointF) -> str:
        """What the name under a point is, where a link leads, and what was mended there or looks damaged."""
        from viewer.widgets.parts.hints import link_hint, mention_hint, repair_hint  # noqa: PLC0415 - not at first
        from viewer.widgets.parts.repairs_on_page import repairs_under, suspicion_under  # noqa: PLC0415

        if self.communique is None:
            return ""
        mention = self._mention_under(point)
        suspicion = suspicion_under(self, self._position_under(point))
        named = mention_hint(self.communique, mention) if mention else ""
        repairs = repairs_under(self, point)
        linked = link_hint(self.communique, repairs)
        return named + linked + repair_hint(*repairs, *((suspicion,) if suspicion else ()))
