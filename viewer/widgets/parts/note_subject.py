"""The line that says what a note is about: the quoted words, or the name of the entity, cut to the room there is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.core.notes import NoteScope
from viewer.widgets.parts.announcing import announce
from viewer.widgets.parts.note_sheet import quote_font
from viewer.widgets.parts.plain_label import PlainLabel
from viewer.widgets.parts.theme import LIGHT, Theme

_QUOTED = (NoteScope.SELECTION, NoteScope.PARAGRAPH)


class NoteSubject(PlainLabel):
    """A hint stands in the place of the subject while there is one, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, muted=True)
        self._subject = self._hint = ""
        self._theme = LIGHT
        self._plain_font = QFont(self.font())
        self._subject_font = self._plain_font
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_subject(self, subject: str, scope: NoteScope) -> None:
        self._subject = subject
        self._subject_font = quote_font(self._plain_font) if scope in _QUOTED else self._plain_font
        self.setAccessibleName(f"Note on: {subject}")
        self._fit()

    def show_hint(self, hint: str) -> None:
        """Say this instead of the subject; an empty hint brings the subject back."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self._fit()
        if hint:
            announce(self, hint)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.setFont(self._plain_font if self._hint else self._subject_font)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.alert))
        self.setPalette(palette if self._hint else QPalette())
        self.setForegroundRole(QPalette.ColorRole.Text if self._hint else QPalette.ColorRole.PlaceholderText)
        text = self._hint or self._subject
        self.show_text(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width()))
