"""The properties of a document: in which field each is written, and in which spelling."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from viewer.core.citation import written_date
from viewer.core.edition import PARTIES_APART
from viewer.core.written_dates import iso_date
from viewer.widgets.parts.growing_field import GrowingField
from viewer.widgets.parts.plain_paste import PlainPaste
from viewer.widgets.parts.property_row import Field, PropertyRow, Spelling

_TITLES: Final = {
    "title": "&Title",
    "subtitle": "S&ubtitle",
    "kind": "&Kind",
    "issuing_body": "&Issued by",
    "parties": "&Parties",
    "chair": "C&hair",
    "place": "P&lace",
    "date": "&Date",
    "language": "Lan&guage",
    "source_address": "&Source address",
    "accessed": "&Accessed",
}
_HINTS: Final = {
    "parties": "One a line, or separated by “; ”",
    "date": "25 February 2005, 2005-02-25, February 2005 or 2005",
    "source_address": "Where the text was published, such as https://…",
    "accessed": "When you took it from there",
}
_KINDS: Final = (
    "communiqué",
    "joint communiqué",
    "joint statement",
    "statement",
    "declaration",
    "joint declaration",
    "press release",
    "press statement",
    "chair’s statement",
    "chair’s summary",
    "conclusions",
    "protocol",
    "memorandum of understanding",
    "resolution",
)
_LANGUAGES: Final = {
    "ar": "Arabic",
    "zh": "Chinese",
    "cs": "Czech",
    "nl": "Dutch",
    "en": "English",
    "fr": "French",
    "de": "German",
    "el": "Greek",
    "he": "Hebrew",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "kk": "Kazakh",
    "ko": "Korean",
    "fa": "Persian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "es": "Spanish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "uz": "Uzbek",
}
_CODES: Final = {name.casefold(): code for code, name in _LANGUAGES.items()}
_LINES: Final = 2


def make_row(name: str, parent: QWidget) -> PropertyRow:
    """The row of a field of `Identity`."""
    return PropertyRow(name, _TITLES[name], _field(name, parent), _SPELLINGS.get(name, _PLAIN), parent)


def _field(name: str, parent: QWidget) -> Field:
    match name:
        case "kind":
            return _choice(_KINDS, parent)
        case "language":
            return _choice(tuple(_LANGUAGES.values()), parent)
        case "parties":
            lines = GrowingField(_LINES, 2 * _LINES, parent)
            lines.setPlaceholderText(_HINTS[name])
            return lines
        case "title" | "subtitle" | "issuing_body":
            return GrowingField(1, _LINES + 1, parent)
    line = QLineEdit(parent)
    line.setPlaceholderText(_HINTS.get(name, ""))
    PlainPaste(line)
    return line


def _choice(choices: tuple[str, ...], parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(choices)
    box.setCurrentIndex(-1)
    if (line := box.lineEdit()) is not None:
        PlainPaste(line)
    return box


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _parties(words: str) -> str:
    parts = (_one_line(part) for line in words.splitlines() for part in line.split(";"))
    return PARTIES_APART.join(filter(None, parts))


def _language(words: str) -> str:
    """The code of a language that is known by its name; otherwise the words themselves."""
    return _CODES.get(_one_line(words).casefold(), _one_line(words))


_PLAIN: Final = Spelling(_one_line, _one_line)
_DATE: Final = Spelling(written_date, iso_date)
_SPELLINGS: Final = {
    "parties": Spelling(lambda value: value.replace(PARTIES_APART, "\n"), _parties),
    "date": _DATE,
    "accessed": _DATE,
    "language": Spelling(lambda value: _LANGUAGES.get(value, value), _language),
}
