"""Writes what was recognised in a communiqué as JSON, for other programs and for measuring."""

import json
from collections.abc import Iterator

from viewer.core.communique import Communique, Paragraph, ParagraphKind, Section
from viewer.core.healing.shapes import without_mark
from viewer.core.mentions import Entity, EntityKind, Mention

_FORMAT = "communique-inspect/1"
_START_WORDS = 6
_FIELDS = {
    EntityKind.PERSON: ("office", "state", "organisation"),
    EntityKind.STATE: ("iso",),
    EntityKind.ORGANISATION: ("abbreviation",),
    EntityKind.DATE: ("iso",),
}
"""What is printed of an entity of each kind besides what all have."""


def inspect_document(communique: Communique) -> str:
    """One JSON object; positions are code points of `document.text`, ends exclusive, unknown values null."""
    inspected = {
        "format": _FORMAT,
        "document": _document(communique),
        "paragraphs": [_paragraph(paragraph, communique) for paragraph in communique.paragraphs],
        "sections": list(_sections(communique)),
        "entities": [_entity(entity, communique) for entity in communique.entities],
    }
    return json.dumps(inspected, ensure_ascii=False, indent=1) + "\n"


def _document(communique: Communique) -> dict[str, object]:
    identity = communique.identity
    return {
        "title": identity.title,
        "subtitle": identity.subtitle,
        "date": identity.date,
        "place": identity.place,
        "issuing_body": identity.issuing_body,
        "language": identity.language,
        "source_sha256": communique.source.sha256,
        "text": communique.text,
    }


def _paragraph(paragraph: Paragraph, communique: Communique) -> dict[str, object]:
    return {
        "number": paragraph.number,
        "start": paragraph.span.start,
        "end": paragraph.span.end,
        "kind": paragraph.kind,
        "repairs": [{"kind": repair.kind, "at": repair.at} for repair in communique.repairs_in(paragraph.span)],
    }


def _sections(communique: Communique) -> Iterator[dict[str, object]]:
    beginnings = [_words(communique, paragraph) for paragraph in communique.paragraphs]
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, words in enumerate(beginnings):
        alike.setdefault(tuple(words[:_START_WORDS]), []).append(index)
    for section in communique.sections:
        numbers = [number for i in section.paragraphs if (number := communique.paragraphs[i].number) is not None]
        yield {
            "title": section.title,
            "level": section.level,
            "start": section.span.start,
            "end": section.span.end,
            "first_paragraph": numbers[0] if numbers else None,
            "last_paragraph": numbers[-1] if numbers else None,
            "starts": _starts(section, communique, beginnings, alike),
        }


def _starts(
    section: Section, communique: Communique, beginnings: list[list[str]], alike: dict[tuple[str, ...], list[int]]
) -> str:
    """The first words of the section's first paragraph after its headings, so many that no other begins with them."""
    kinds = [communique.paragraphs[i].kind for i in section.paragraphs]
    headings = next((i for i, kind in enumerate(kinds) if kind is not ParagraphKind.HEADING), 0)
    first = section.paragraphs[headings]
    words = beginnings[first]
    others = [beginnings[i] for i in alike[tuple(words[:_START_WORDS])] if i != first]
    count = _START_WORDS
    while count < len(words) and any(other[:count] == words[:count] for other in others):
        count += 1
    return " ".join(words[:count])


def _words(communique: Communique, paragraph: Paragraph) -> list[str]:
    """The words of a paragraph, its bullet or number left off."""
    return without_mark(communique.words(paragraph.span)[paragraph.mark :]).split()


def _entity(entity: Entity, communique: Communique) -> dict[str, object]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "forms": entity.forms,
        **{field: getattr(entity, field) for field in _FIELDS.get(entity.kind, ())},
        "mentions": [_mention(mention, communique) for mention in entity.mentions],
    }


def _mention(mention: Mention, communique: Communique) -> dict[str, object]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "paragraph": communique.paragraphs[communique.paragraph_index_at(mention.span.start)].number,
        "text": communique.words(mention.span),
        "rule": mention.rule,
    }
