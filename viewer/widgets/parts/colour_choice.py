"""Five buttons for the colour of a note; the chosen one has a ring and a check mark, not its colour alone."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from viewer.core.notes import NoteColour
from viewer.widgets.parts.theme import LIGHT, Theme

_SIDE: Final = 22


class ColourChoice(QWidget):
    colour_chosen = Signal(object)  # NoteColour

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colour of the note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons = {colour: _ColourButton(colour, self) for colour in NoteColour}
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    @property
    def colour(self) -> NoteColour:
        button = self._group.checkedButton()
        return button.colour if isinstance(button, _ColourButton) else NoteColour.YELLOW

    def show_colour(self, colour: NoteColour) -> None:
        self._buttons[colour].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        for button in self._buttons.values():
            button.set_theme(theme)

    @Slot(QAbstractButton)
    def _tell(self, _button: QAbstractButton) -> None:
        self.colour_chosen.emit(self.colour)


class _ColourButton(QAbstractButton):
    def __init__(self, colour: NoteColour, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = LIGHT
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = colour.value.capitalize()
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0, 0, 12, 12)
        disc.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.note(self.colour))
        painter.drawEllipse(disc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(self._theme.note(self.colour), 1.5))
            painter.drawEllipse(disc.adjusted(-3, -3, 3, 3))
            painter.setPen(QPen(QColor(self._theme.paper), 1.6))
            middle = disc.center()
            painter.drawPolyline([middle + QPointF(-2.8, 0.2), middle + QPointF(-0.8, 2.2), middle + QPointF(2.9, -2)])
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
