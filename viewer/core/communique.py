"""The communiqué: reading text, paragraphs, sections, entities; positions are code points of the reading text."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from viewer.core.repairs import Repair, RepairMap, Suspicion
from viewer.core.source import Source
from viewer.core.text import Span

if TYPE_CHECKING:  # the first frame shows no entities
    from viewer.core.mentions import Entity, EntityId, Mention


class ParagraphKind(StrEnum):
    """What a paragraph is; the value is what `inspect` prints."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    DATELINE = "dateline"
    SIGNATURE = "signature"
    NOTE = "note"


class EmphasisStyle(StrEnum):
    ITALIC = "italic"
    BOLD = "bold"


class Emphasis(NamedTuple):
    """Words the source marked as emphasised; the marks themselves are not in the reading text."""

    span: Span
    style: EmphasisStyle


class Paragraph(NamedTuple):
    """One paragraph.

    `number` is what a citation uses: in a text that prints numbers the printed one, which what stands below it
    shares; otherwise body and item paragraphs count from 1; None for the others. `level` is 1 for the highest
    headings and for outer list items, 2 for those beneath, 0 for all else. `mark` counts the code points of the
    printed number, letter or bullet at its beginning, with the blank after it. `run_in` is the heading that opens a
    paragraph on its first line.
    """

    span: Span
    kind: ParagraphKind
    number: int | None = None
    level: int = 0
    mark: int = 0
    run_in: Span | None = None


class Section(NamedTuple):
    """A run of paragraphs on one subject. `paragraphs` are indexes into `Communique.paragraphs`, end exclusive.

    `title_rule` names the rule that made the title: "heading" for the text's own, otherwise what it was built from.
    """

    title: str
    level: int
    span: Span
    paragraphs: range
    title_rule: str


class Evidence(NamedTuple):
    """Why something is said of a document: the rule, and the words of the reading text that set it off, if any."""

    rule: str
    span: Span | None = None


class Identity(NamedTuple):
    """What the text says about itself; None where it does not say.

    `kind` is that of the document in lower case ("joint communiqué"), `date` and `accessed` are ISO 8601, `language`
    ISO 639-1. `evidence` has an entry for each field that has a value, by the field's name.
    """

    title: str | None = None
    subtitle: str | None = None
    kind: str | None = None
    issuing_body: str | None = None
    parties: tuple[str, ...] = ()
    chair: str | None = None
    place: str | None = None
    date: str | None = None
    language: str | None = None
    source_address: str | None = None
    accessed: str | None = None
    evidence: Mapping[str, Evidence] = MappingProxyType({})


NOT_SAID: Final = Identity()


@dataclass(frozen=True, slots=True)
class Communique:
    """A document made ready to be read.

    `text` has its paragraphs separated by exactly one newline, so paragraph i is line i. `sections`, `entities` and
    `mentions` are empty until the text was analysed (`analysed`); mentions are in text order, outer before inner.
    """

    source: Source
    text: str
    paragraphs: tuple[Paragraph, ...]
    repair_map: RepairMap
    repairs: tuple[Repair, ...] = ()
    """Every repair in the order of the source, those that are switched off as well."""
    emphasis: tuple[Emphasis, ...] = ()
    identity: Identity = NOT_SAID
    analysed: bool = False
    suspicions: tuple[Suspicion, ...] = ()
    sections: tuple[Section, ...] = ()
    entities: "tuple[Entity, ...]" = ()
    mentions: "tuple[Mention, ...]" = ()

    def words(self, span: Span) -> str:
        return span.of(self.text)

    def paragraph_index_at(self, position: int) -> int:
        """The index of the paragraph that holds a reading position; a newline belongs to the paragraph it ends."""
        return max(0, bisect_right(self.paragraphs, position, key=lambda paragraph: paragraph.span.start) - 1)

    def repairs_in(self, span: Span) -> tuple[Repair, ...]:
        """The repairs made between the two ends of a stretch of the reading text, in order."""
        first = bisect_left(self.repairs, span.start, key=_at)
        last = bisect_right(self.repairs, span.end, key=_at)
        return tuple(repair for repair in self.repairs[first:last] if repair.applied)

    def entity(self, entity_id: "EntityId") -> "Entity | None":
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def mentions_at(self, position: int) -> "tuple[Mention, ...]":
        """The mentions that cover a reading position, innermost first. No mention reaches beyond its paragraph."""
        if not self.mentions:
            return ()
        first = self.paragraphs[self.paragraph_index_at(position)].span.start
        found = []
        for index in range(bisect_right(self.mentions, position, key=_start) - 1, -1, -1):
            if self.mentions[index].span.start < first:
                break
            if position in self.mentions[index].span:
                found.append(self.mentions[index])
        return tuple(sorted(found, key=lambda mention: len(mention.span)))


def _start(mention: "Mention") -> int:
    return mention.span.start


def _at(repair: Repair) -> int:
    return repair.at
