"""What the rows of the trees say: every answer is worked out when asked, so a row costs nothing to make."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from viewer.core.communique import Communique, Paragraph, Section
from viewer.core.display_names import shown_name
from viewer.core.entities.groups import describe, qualifier, state_names
from viewer.core.folding import fold
from viewer.core.mentions import Entity, EntityKind, Mention
from viewer.core.text import Span
from viewer.qmodels.roles import Role
from viewer.qmodels.tooltips import tooltip

if TYPE_CHECKING:  # the names do not wait for the notes
    from viewer.core.notes import Note

    Subject = str | Section | Entity | Mention | Note
_REACH: Final = 96
"""Code points of context on each side of a mention; a row cannot show more."""


class RowWords:
    """Answers for the rows about one communiqué, by what the row stands for and by role."""

    def __init__(self, communique: Communique) -> None:
        self._communique = communique
        self._states = state_names(communique.entities)
        bodies = (entity for entity in communique.entities if entity.kind is EntityKind.ORGANISATION)
        self._short = {body.name: body.abbreviation for body in bodies if body.abbreviation}

    def answer(self, subject: "Subject", count: int, role: int) -> object:
        """What a row says in a role; None where it says nothing."""
        match subject:
            case Entity():
                return self._of_entity(subject, count, role)
            case Mention():
                return self._of_mention(subject, role)
            case Section():
                return self._of_section(subject, role)
            case str():
                return _of_caption(subject, count, role)
            case _:
                return _of_note(subject, role)

    def _of_entity(self, entity: Entity, count: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(entity.name)
            case Role.ENTITY:
                return entity.id
            case Role.ENTITY_KIND:
                return entity.kind.value
            case Role.QUALIFIER:
                words = qualifier(entity)
                return shown_name(self._short.get(words, words))
            case Role.FIGURE:
                return str(count)
            case _:
                return self._about_entity(entity, count, role)

    def _about_entity(self, entity: Entity, count: int, role: int) -> object:
        match role:
            case Role.FOLDED:
                return self._folded(entity)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(entity.name, describe(entity, self._states))
            case Qt.ItemDataRole.AccessibleTextRole:
                facts = (entity.name, describe(entity, self._states), _counted(count, "mention"))
                return shown_name(", ".join(facts))
            case _:
                return None

    def _of_mention(self, mention: Mention, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return paragraph_label(self._paragraph(mention.span))
            case Role.ENTITY:
                return mention.entity
            case Role.MENTION:
                return mention
            case _:
                return self._around(mention.span, role)

    def _around(self, span: Span, role: int) -> object:
        match role:
            case Role.CONTEXT:
                return list(self._context(span))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("".join(self._context(span)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{paragraph_label(self._paragraph(span))}, {''.join(self._context(span))}"
            case _:
                return None

    def _of_section(self, section: Section, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(section.title)
            case Role.SPAN:
                return section.span
            case Role.FIGURE:
                return f"¶ {numbers}" if (numbers := self._numbers(section)) else ""
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(section.title, self._paragraphs(section))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (shown_name(section.title), self._paragraphs(section))))
        return None

    def _paragraph(self, span: Span) -> Paragraph:
        return self._communique.paragraphs[self._communique.paragraph_index_at(span.start)]

    def _context(self, span: Span) -> tuple[str, str, str]:
        text, paragraph = self._communique.text, self._paragraph(span).span
        start, end = max(paragraph.start, span.start - _REACH), min(paragraph.end, span.end + _REACH)
        before = ("…" if start > paragraph.start else "") + shown_name(text[start : span.start])
        after = shown_name(text[span.end : end]) + ("…" if end < paragraph.end else "")
        return before, shown_name(span.of(text)), after

    def _numbers(self, section: Section) -> str:
        """The numbers of the paragraphs a section spans: "1–3"."""
        paragraphs = (self._communique.paragraphs[index] for index in section.paragraphs)
        numbers = [paragraph.number for paragraph in paragraphs if paragraph.number is not None]
        if not numbers:
            return ""
        return f"{numbers[0]}–{numbers[-1]}" if numbers[0] != numbers[-1] else str(numbers[0])

    def _paragraphs(self, section: Section) -> str:
        numbers = self._numbers(section)
        if not numbers:
            return ""
        return f"{'paragraphs' if '–' in numbers else 'paragraph'} {numbers}"

    def _folded(self, entity: Entity) -> str:
        """Everything a reader may look for an entity by."""
        state = self._states.get(entity.state) if entity.state else None
        facts = (entity.office, entity.abbreviation, entity.state, state, entity.organisation, entity.iso)
        return fold("\n".join(fact for fact in (entity.name, *entity.forms, *facts) if fact))


def paragraph_label(paragraph: Paragraph) -> str:
    """How a list names a paragraph: its number, or what it is where it has none."""
    return f"¶ {paragraph.number}" if paragraph.number is not None else paragraph.kind.value.capitalize()


def first_line(body: str) -> str:
    """The first line of a note that says something, without the marks of a Markdown heading or list."""
    lines = (line.strip().lstrip("#>*- ").strip() for line in body.splitlines())
    return next((line for line in lines if line), "Empty note")


def _of_note(note: "Note", role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return shown_name(first_line(note.body))
        case Role.NOTE:
            return note.id
        case Role.NOTE_COLOUR:
            return note.colour.value
        case Qt.ItemDataRole.ToolTipRole:
            return tooltip(first_line(note.body))
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"Note, {shown_name(first_line(note.body))}"
    return None


def _of_caption(caption: str, count: int, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return str(caption)
        case Role.FIGURE:
            return str(count)
        case Role.FOLDED:
            return ""
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{caption}, {count}"
    return None


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
