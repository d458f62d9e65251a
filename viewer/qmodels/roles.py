"""What a row of a tree can be asked for, beside its text, and what kinds of row there are."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class RowKind(IntEnum):
    """What a row stands for."""

    ROOT = 0
    SECTION = 1
    GROUP = 2
    ENTITY = 3
    MENTION = 4
    NOTE = 5
    REPAIR = 6
    SUSPICION = 7


class Role(IntEnum):
    """Roles of the project's own; a row that has nothing to say answers None."""

    KIND = _FIRST + 1  # RowKind
    ENTITY = _FIRST + 2  # EntityId of an entity or of a mention
    ENTITY_KIND = _FIRST + 3  # EntityKind's value
    MENTION = _FIRST + 4  # Mention
    SPAN = _FIRST + 5  # Span of a section
    NOTE = _FIRST + 6  # NoteId
    NOTE_COLOUR = _FIRST + 7  # NoteColour's value
    QUALIFIER = _FIRST + 8  # muted words after the name
    FIGURE = _FIRST + 9  # what stands at the right: a count, or the paragraphs of a section
    CONTEXT = _FIRST + 10  # [words before, the mention's words, words after]
    MARKED = _FIRST + 11  # whether the reader is at this row
    FOLDED = _FIRST + 12  # the words a filter looks in, without case and accents
    REPAIR = _FIRST + 13  # Repair or Suspicion
    REASON = _FIRST + 14  # why it was made, in a sentence or two
