"""Analyses a communiqué that was parsed: recognises its entities, outlines it, completes its identity."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from viewer.core.communique import Communique, Identity, ParagraphKind
from viewer.core.mentions import Entity, EntityKind, Mention

_TITLES = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
# In words, compiled at first use: most texts name who issued them.
_ISSUED_BY = (
    r"(?i:(?:statement|communiqu[eé]|declaration|release|conclusions|(?:meeting|summit|session) of)"
    r"(?: (?:of|by|from|issued by|adopted by))?(?: the)? )$"
)
_LONGEST_LEAD = 40


class Recognition(Protocol):
    """What a recogniser found: entities in order of first mention, mentions in text order."""

    @property
    def entities(self) -> tuple[Entity, ...]: ...
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


class Recogniser(Protocol):
    """Finds what a communiqué names."""

    def recognise(self, communique: Communique, /) -> Recognition: ...


def analyse(communique: Communique, recogniser: Recogniser) -> Communique:
    """The communiqué with its entities, mentions and sections; pure, and the same for the same recogniser."""
    return with_sections(with_names(communique, recogniser))


def with_names(communique: Communique, recogniser: Recogniser) -> Communique:
    """The first half of the analysis, which the reader sees first: entities and mentions."""
    recognition = recogniser.recognise(communique)
    named = replace(communique, entities=recognition.entities, mentions=recognition.mentions, analysed=True)
    return replace(named, identity=_completed(named))


def with_sections(communique: Communique) -> Communique:
    """The other half: the outline of a communiqué whose names are known."""
    from viewer.core.outline.sections import outline  # noqa: PLC0415 - the names do not wait for its many rules

    return replace(communique, sections=outline(communique))


def _completed(communique: Communique) -> Identity:
    """The identity with what only names can tell: the city where they met, the organisation a title names."""
    identity = communique.identity
    return identity._replace(
        place=identity.place or next(_meeting_places(communique), None),
        issuing_body=identity.issuing_body or next(_issuers(communique), None),
    )


def _meeting_places(communique: Communique) -> Iterator[str]:
    """Places that the first body paragraph's first mention of them puts after "in" or "at"."""
    opening = next((p.span for p in communique.paragraphs if p.kind is ParagraphKind.BODY), None)
    for mention, lead in _mentions(communique, EntityKind.PLACE):
        if opening and opening.covers(mention.span) and lead.endswith((" in ", " at ")):
            yield communique.words(mention.span)


def _issuers(communique: Communique) -> Iterator[str]:
    titles = [p.span for p in communique.paragraphs if p.kind in _TITLES]
    for mention, lead in _mentions(communique, EntityKind.ORGANISATION):
        if any(title.covers(mention.span) for title in titles) and re.search(_ISSUED_BY, lead):
            yield communique.words(mention.span)


def _mentions(communique: Communique, kind: EntityKind) -> Iterator[tuple[Mention, str]]:
    """The mentions of a kind in text order, each with the words before it."""
    entities = {entity.id for entity in communique.entities if entity.kind is kind}
    for mention in communique.mentions:
        if mention.entity in entities:
            start = mention.span.start
            yield mention, communique.text[max(0, start - _LONGEST_LEAD) : start]
