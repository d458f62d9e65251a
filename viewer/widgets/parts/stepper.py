"""Steps through the mentions of an entity: "‹ 1 of 5 ›"."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.widgets.parts.plain_label import PlainLabel


class Stepper(QWidget):
    step_wanted = Signal(int)  # 1 forward, -1 back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = quiet_button("‹", "Previous mention (Shift+N)", self)
        self._forward = quiet_button("›", "Next mention (N)", self)
        self._place = PlainLabel("", self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Wide enough for most, so that the buttons stay under the pointer while the figures grow.
        self._place.setMinimumWidth(self.fontMetrics().horizontalAdvance("00 of 000"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self._back, self._place, self._forward):
            row.addWidget(part)
        self._back.clicked.connect(self._step_back)
        self._forward.clicked.connect(self._step_forward)

    def show_place(self, current: int, count: int) -> None:
        """Show the place of the current mention, counted from 0, among how many."""
        self._place.show_text(f"{current + 1} of {count}")
        for button in (self._back, self._forward):
            button.setEnabled(count > 1)

    @Slot()
    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _step_forward(self) -> None:
        self.step_wanted.emit(1)


def quiet_button(text: str, tooltip: str, parent: QWidget, kind: type[QToolButton] = QToolButton) -> QToolButton:
    """A button without a frame until the pointer is over it."""
    button = kind(parent)
    button.setText(text)
    button.setToolTip(tooltip)
    button.setAccessibleName(tooltip.partition(" (")[0])
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
