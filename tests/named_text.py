"""Makes small analysed communiqués for tests: the text, and what it names, are written out by the test."""

from dataclasses import replace

from viewer.core.communique import Communique, Paragraph, ParagraphKind, Section
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention, Rank
from viewer.core.repairs import Piece, RepairMap
from viewer.core.source import Source
from viewer.core.text import Span

TEXT = (
    "\U0001f54a Joint statement",
    "Minister of Foreign Affairs of Ruritania A. Žižka met R. Brown in Zenda.",
    "The Border Commission met in Zenda. A. Žižka took the chair, and Žižka closed the meeting.",
    "The Border Commission (BC) will meet in Ruritania on <b>4 May 2031</b>.",
    "Zenda, 3 May 2031",
)


def text_alone(*paragraphs: str) -> Communique:
    """The paragraphs, not analysed: the first is the title, the last the dateline, the others are numbered."""
    made, start = [], 0
    for index, words in enumerate(paragraphs):
        body = 0 < index < len(paragraphs) - 1
        kind = ParagraphKind.BODY if body else ParagraphKind.DATELINE if index else ParagraphKind.TITLE
        made.append(Paragraph(Span(start, start + len(words)), kind, index if body else None))
        start += len(words) + 1
    text = "\n".join(paragraphs)
    whole = Span(0, len(text))
    return Communique(Source(text, "test"), text, tuple(made), RepairMap((Piece(whole, whole),)))


def named(text: str, kind: EntityKind, *forms: str) -> Entity:
    """An entity with a mention wherever one of its forms stands; a form inside a longer, earlier one is left out."""
    entity_id = EntityId(f"{kind.value}:{forms[0].lower().replace(' ', '-')}")
    spans: list[Span] = []
    for form in forms:
        start = text.find(form)
        while start >= 0:
            span = Span(start, start + len(form))
            if not any(span.overlaps(other) for other in spans):
                spans.append(span)
            start = text.find(form, start + 1)
    mentions = tuple(Mention(entity_id, span, "name-alone", span) for span in sorted(spans))
    return Entity(id=entity_id, kind=kind, name=forms[0], forms=forms, mentions=mentions)


def section(communique: Communique, title: str, paragraphs: range, level: int = 1) -> Section:
    spans = [communique.paragraphs[index].span for index in paragraphs]
    return Section(title, level, Span(spans[0].start, spans[-1].end), paragraphs, "heading")


def naming(communique: Communique, sections: tuple[Section, ...], *entities: Entity) -> Communique:
    """The communiqué as analysis would leave it."""
    mentions = sorted((mention for entity in entities for mention in entity.mentions), key=_outer_first)
    return replace(communique, analysed=True, sections=sections, entities=entities, mentions=tuple(mentions))


def statement() -> Communique:
    """Three numbered paragraphs in two sections and one beneath the second; six entities."""
    bare = text_alone(*TEXT)
    sections = (
        section(bare, "Participants", range(1, 2)),
        section(bare, "The commission", range(2, 4)),
        section(bare, "Its next meeting", range(3, 4), 2),
    )
    minister = named(bare.text, EntityKind.PERSON, "A. Žižka", "Žižka")._replace(
        office="Minister of Foreign Affairs",
        rank=Rank.MINISTER,
        state="RU",
    )
    return naming(
        bare,
        sections,
        minister,
        named(bare.text, EntityKind.STATE, "Ruritania")._replace(iso="RU"),
        named(bare.text, EntityKind.PERSON, "R. Brown")._replace(rank=Rank.OFFICIAL),
        named(bare.text, EntityKind.PLACE, "Zenda"),
        named(bare.text, EntityKind.ORGANISATION, "Border Commission")._replace(abbreviation="BC"),
        named(bare.text, EntityKind.DATE, "<b>4 May 2031</b>")._replace(iso="2031-05-04"),
    )


def entity_named(communique: Communique, name: str) -> Entity:
    return next(entity for entity in communique.entities if entity.name == name)


def _outer_first(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end
