"""What the text says about itself once its names are known: place, date, parties, chair, issuing body."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from viewer.core.communique import Communique, Evidence, Identity, ParagraphKind
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

_TITLES = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
_HEAD = (*_TITLES, ParagraphKind.DATELINE, ParagraphKind.NOTE)
_OPENING = 3
"""So many of the first paragraphs may say where, when and under whom they met."""
# In words, compiled at first use: most texts name who issued them.
_ISSUED_BY = lazy_pattern(
    r"(?i:(?:statement|communiqu[eé]|declaration|release|conclusions|(?:meeting|summit|session) of)"
    r"(?: (?:of|by|from|issued by|adopted by))?(?: the)? )$"
)
_CHAIRED_BY = lazy_pattern(
    r"(?i)\b(?:(?:co-)?chaired by|chairmanship of|presided over by|chair(?:man|person)?:)[^.]{0,140}$"
)
_MET = lazy_pattern(
    r"(?i)\b(?:held|met|gathered|convened|assembled|meeting|took place|done|adopted|signed)\b[^.;]{0,160}$"
)
_OF_ANOTHER = (" of ", " since ", " after ", " before ", " dated ")
_CHAIRS = lazy_pattern(r"(?i)^[^.]{0,120}?\b(?:(?:took|was in|in) the chair|chaired|presided)\b")
_LONGEST_LEAD = 200
_IN = lazy_pattern(r"\b(?:in|at)(?: the)?(?: city of)? $")


def with_names_known(communique: Communique) -> Identity:
    """The identity with what only names can tell; what the words alone said is kept, but for a dateline's city."""
    reader = _Reader(communique)
    identity = communique.identity
    found: dict[str, tuple[object, Evidence] | None] = {
        "place": reader.place(identity),
        "date": None if identity.date else next(reader.dates(), None),
        "issuing_body": None if identity.issuing_body else next(reader.issuers(), None),
        "parties": reader.parties(),
        "chair": next(reader.chairs(), None),
    }
    known = {field: one for field, one in found.items() if one is not None}
    values: dict[str, Any] = {field: value for field, (value, _) in known.items()}
    evidence = {**identity.evidence, **{field: why for field, (_, why) in known.items()}}
    return identity._replace(**values, evidence=MappingProxyType(evidence))


class _Reader:
    """The mentions of a communiqué, by what their paragraph is."""

    def __init__(self, communique: Communique) -> None:
        self._communique = communique
        self._entities: dict[EntityId, Entity] = {entity.id: entity for entity in communique.entities}
        bodies = [p.span for p in communique.paragraphs if p.kind is ParagraphKind.BODY]
        self._first = bodies[0] if bodies else Span(0, 0)
        self._opening = Span(self._first.start, bodies[:_OPENING][-1].end) if bodies else Span(0, 0)

    def _in(self, *kinds: ParagraphKind) -> Iterator[tuple[Mention, Entity]]:
        """The mentions in paragraphs of some kinds, in the order of the text."""
        spans = [p.span for p in self._communique.paragraphs if p.kind in kinds]
        for span in spans:
            yield from self._inside(span)

    def _inside(self, span: Span) -> Iterator[tuple[Mention, Entity]]:
        for mention in self._communique.mentions:
            if mention.span.start >= span.end:
                return
            if span.covers(mention.span):
                yield mention, self._entities[mention.entity]

    def _lead(self, mention: Mention) -> str:
        start = mention.span.start
        paragraph = self._communique.paragraphs[self._communique.paragraph_index_at(start)]
        return self._communique.text[max(paragraph.span.start, start - _LONGEST_LEAD) : start]

    def _said(self, mention: Mention, rule: str) -> tuple[str, Evidence]:
        return self._communique.words(mention.span), Evidence(rule, mention.span)

    def place(self, identity: Identity) -> tuple[object, Evidence] | None:
        why = identity.evidence.get("place")
        if identity.place is None:
            return next(self._places(), None)
        if why is None or why.rule != "dateline" or why.span is None:
            return None
        line = self._communique.paragraphs[self._communique.paragraph_index_at(why.span.start)].span
        cities = [mention for mention, entity in self._inside(line) if entity.kind is EntityKind.PLACE]
        named = [mention for mention in cities if mention.span.overlaps(why.span)]
        return self._said(cities[-1], "city-in-dateline") if cities and not named else None

    def _places(self) -> Iterator[tuple[str, Evidence]]:
        for mention, entity in self._inside(self._opening):
            lead = self._lead(mention)
            met = self._first.covers(mention.span) or _MET.search(lead)
            if entity.kind is EntityKind.PLACE and _IN.search(lead) and met:
                yield self._said(mention, "place-of-meeting")
        for mention, entity in self._in(ParagraphKind.DATELINE, *_TITLES, ParagraphKind.NOTE):
            if entity.kind is EntityKind.PLACE:
                yield self._said(mention, "place-at-the-head")

    def dates(self) -> Iterator[tuple[str, Evidence]]:
        """Whole days, of a range the last."""
        opening = (one for one in self._inside(self._opening) if self._tells_when(one[0]))
        for mention, entity in (*self._in(*_HEAD), *opening):
            day = (entity.iso or "").rpartition("/")[2] if entity.kind is EntityKind.DATE else ""
            if day.count("-") == 2 and day.replace("-", "").isdecimal():
                yield day, Evidence("date-at-the-head", mention.span)

    def _tells_when(self, mention: Mention) -> bool:
        lead = self._lead(mention)
        return not lead.endswith(_OF_ANOTHER) and _MET.search(lead) is not None

    def issuers(self) -> Iterator[tuple[str, Evidence]]:
        for mention, entity in self._in(*_TITLES):
            if entity.kind is EntityKind.ORGANISATION and _ISSUED_BY.search(self._lead(mention)):
                yield self._said(mention, "issued-by")

    def parties(self) -> tuple[object, Evidence] | None:
        """The states that the title names, or else those whose people the opening names."""
        titled = [(mention, entity) for mention, entity in self._in(*_TITLES) if entity.kind is EntityKind.STATE]
        names = dict.fromkeys(entity.name for _, entity in titled)
        if len(names) > 1:
            return tuple(names), Evidence("states-in-title", titled[0][0].span)
        people = [entity for _, entity in self._inside(self._opening) if entity.kind is EntityKind.PERSON]
        codes = dict.fromkeys(entity.state for entity in people if entity.state)
        states = {entity.iso: entity.name for entity in self._entities.values() if entity.kind is EntityKind.STATE}
        acting = tuple(states[code] for code in codes if code in states)
        return (acting, Evidence("states-of-those-who-met", self._opening)) if len(acting) > 1 else None

    def chairs(self) -> Iterator[tuple[str, Evidence]]:
        for mention, entity in self._inside(self._opening):
            if entity.kind is not EntityKind.PERSON:
                continue
            lead = self._lead(mention)
            after = self._communique.text[mention.span.end : mention.span.end + _LONGEST_LEAD]
            if _CHAIRED_BY.search(lead) or _CHAIRS.match(after):
                yield entity.name, Evidence("chair", mention.span)
