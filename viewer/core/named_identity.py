"""What the text says about itself once its names are known: place, date, parties, chair, issuing body."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from viewer.core.communique import Communique, Evidence, Identity, Paragraph, ParagraphKind
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.footnotes import is_footnote
from viewer.core.structure.identity import in_plain_capitals, only_recalls
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
    r"(?i)\b(?:(?:co-)?chaired by|chairmanship of|presided over by|chair(?:man|person)?:)"
    r"(?:[^.]|\b(?:[a-z]|mrs?|ms|dr|prof|hon|amb|gen|st)\.){0,140}$"
)
_MET = lazy_pattern(
    r"(?i)\b(?:held|met|gathered|convened|assembled|meeting|took place|done|adopted|signed)\b[^.;]{0,160}$"
)
_OF_ANOTHER = (" of ", " since ", " after ", " before ", " dated ")
_CHAIRS = lazy_pattern(r"(?i)[^.]{0,120}?\b(?:(?:took|in) the chair|chaired|presided)\b")
_ABOUT = lazy_pattern(r"(?i)\b(?:on|about|regarding|concerning|situation|crisis|conflict|elections)\b")
"""What comes before the name of a place that a title is about."""
_LONGEST_LEAD = 200
_LEAST_PARTIES = 2
_SENTENCE_END = r"(?<=[a-z\d]{2})\. "
_OFFICE_OF = lazy_pattern(
    r"\b(?i:ministers?|presidents?|governments?|chancellors?|kings?|queens?|secretar(?:y|ies)|heads|leaders)\b"
    r"(?:,? (?:of|for|and|the|[A-Z][\w.’'-]*))*(?:,|,? (?:of|and|the)) $"
)
_IN = lazy_pattern(r"(?i)\b(?:in|at)(?: the)?(?: city of)? $")


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
        """The mentions in paragraphs of some kinds, but for footnotes, in the order of the text."""
        for paragraph in self._communique.paragraphs:
            if paragraph.kind in kinds and not self._is_footnote(paragraph):
                yield from self._inside(paragraph.span)

    def _is_footnote(self, paragraph: Paragraph) -> bool:
        return paragraph.kind is ParagraphKind.NOTE and is_footnote(self._communique.words(paragraph.span))

    def _inside(self, span: Span) -> Iterator[tuple[Mention, Entity]]:
        mentions = self._communique.mentions
        first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
        for place in range(first, len(mentions)):
            mention = mentions[place]
            if mention.span.start >= span.end:
                return
            if span.covers(mention.span):
                yield mention, self._entities[mention.entity]

    def _paragraph(self, mention: Mention) -> Span:
        return self._communique.paragraphs[self._communique.paragraph_index_at(mention.span.start)].span

    def _lead(self, mention: Mention) -> str:
        start = mention.span.start
        return self._communique.text[max(self._paragraph(mention).start, start - _LONGEST_LEAD) : start]

    def _said(self, mention: Mention, rule: str) -> tuple[str, Evidence]:
        return self._communique.words(mention.span), Evidence(rule, mention.span)

    def _said_place(self, mention: Mention, rule: str) -> tuple[str, Evidence]:
        words, why = self._said(mention, rule)
        return in_plain_capitals(words), why

    def place(self, identity: Identity) -> tuple[object, Evidence] | None:
        why = identity.evidence.get("place")
        if identity.place is None:
            return next(self._places(), None)
        if why is None or why.rule != "dateline" or why.span is None:
            return None
        line = self._communique.paragraphs[self._communique.paragraph_index_at(why.span.start)].span
        cities = [mention for mention, entity in self._inside(line) if entity.kind is EntityKind.PLACE]
        named = [mention for mention in cities if mention.span.overlaps(why.span)]
        return self._said_place(cities[-1], "city-in-dateline") if cities and not named else None

    def _places(self) -> Iterator[tuple[str, Evidence]]:
        for mention, entity in self._inside(self._opening):
            if entity.kind is not EntityKind.PLACE or only_recalls(self._communique.words(self._paragraph(mention))):
                continue
            lead = self._lead(mention)
            if _IN.search(lead) and (self._first.covers(mention.span) or _MET.search(lead)):
                yield self._said_place(mention, "place-of-meeting")
        for mention, entity in self._in(ParagraphKind.DATELINE, *_TITLES, ParagraphKind.NOTE):
            if entity.kind is EntityKind.PLACE and not _ABOUT.search(self._lead(mention)):
                yield self._said_place(mention, "place-at-the-head")

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
        if len(names) >= _LEAST_PARTIES:
            return tuple(names), Evidence("states-in-title", titled[0][0].span)
        codes = dict.fromkeys(entity.state for _, entity in self._inside(self._opening))
        states = {entity.iso: entity.name for entity in self._entities.values() if entity.kind is EntityKind.STATE}
        acting = tuple(states[code] for code in codes if code in states)
        if len(acting) < _LEAST_PARTIES:
            acting = tuple(self._states_with_offices())
        return (acting, Evidence("states-of-those-who-met", self._opening)) if len(acting) >= _LEAST_PARTIES else None

    def _states_with_offices(self) -> dict[str, None]:
        """The states whose offices the first sentence names ("the Foreign Ministers of Lowland and Highland")."""
        sentence = re.split(_SENTENCE_END, self._communique.words(self._first), maxsplit=1)[0]
        first = Span(self._first.start, self._first.start + len(sentence))
        states = ((mention, entity) for mention, entity in self._inside(first) if entity.kind is EntityKind.STATE)
        return dict.fromkeys(entity.name for mention, entity in states if _OFFICE_OF.search(self._lead(mention)))

    def chairs(self) -> Iterator[tuple[str, Evidence]]:
        for mention, entity in self._inside(self._opening):
            if entity.kind is not EntityKind.PERSON:
                continue
            lead = self._lead(mention)
            after = self._communique.text[mention.span.end : mention.span.end + _LONGEST_LEAD]
            if _CHAIRED_BY.search(lead) or _CHAIRS.match(after):
                yield entity.name, Evidence("chair", mention.span)
