"""Resolves mentions to entities: one entity for one thing, with its variants, its best name and a readable id."""

from viewer.core.entities.identifiers import Identifiers
from viewer.core.entities.lexicon import Lexicon, spellings
from viewer.core.entities.reading import Candidate, Facts
from viewer.core.entities.same_person import Persons
from viewer.core.folding import fold
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.text import Span


def resolve(text: str, candidates: list[Candidate], lexicon: Lexicon) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities in order of first mention, and all mentions in the order of the candidates."""
    identifiers = Identifiers()
    entities = tuple(_entity(text, members, lexicon, identifiers) for members in _groups(candidates))
    mentions = [mention for entity in entities for mention in entity.mentions]
    mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return entities, tuple(mentions)


def _groups(candidates: list[Candidate]) -> list[list[Candidate]]:
    """The candidates of each entity, entities in order of first mention."""
    groups: dict[tuple[EntityKind, str], list[Candidate]] = {}
    persons = Persons()
    for candidate in candidates:
        key = persons.key_of(candidate) if candidate.kind is EntityKind.PERSON else candidate.key
        groups.setdefault((candidate.kind, key), []).append(candidate)
    return list(groups.values())


def _entity(text: str, members: list[Candidate], lexicon: Lexicon, identifiers: Identifiers) -> Entity:
    kind, key = members[0].kind, members[0].key
    forms = tuple(dict.fromkeys(" ".join(text[one.start : one.end].split()) for one in members))
    facts = _merged(members)
    name = facts.name or _best_name(kind, key, forms, lexicon)
    entity_id = identifiers.new(kind, name)
    return Entity(
        id=entity_id,
        kind=kind,
        name=name,
        forms=forms,
        mentions=tuple(_mention(entity_id, member) for member in members),
        office=facts.office,
        rank=facts.rank,
        state=facts.state,
        organisation=facts.organisation,
        iso=key if kind is EntityKind.STATE else facts.iso,
        abbreviation=facts.abbreviation or _abbreviation(kind, key, forms, lexicon),
        date=facts.date,
        place=facts.place,
    )


def _mention(entity: EntityId, candidate: Candidate) -> Mention:
    return Mention(entity, Span(candidate.start, candidate.end), candidate.rule, Span(*candidate.trigger))


def _merged(members: list[Candidate]) -> Facts:
    """What the mentions say together: of each field the first that is said."""
    if len(members) == 1:
        return members[0].facts
    return Facts(
        *(next((value for value in values if value), None) for values in zip(*(m.facts for m in members), strict=True))
    )


def _best_name(kind: EntityKind, key: str, forms: tuple[str, ...], lexicon: Lexicon) -> str:
    """The gazetteer's name in the text's own spelling; without one, a person's fullest form, or the first form."""
    if kind is EntityKind.STATE:
        return lexicon.state_names.get(key, key)
    if kind is EntityKind.PERSON:
        return max(forms, key=lambda form: (len(form.split()), len(form)))
    if key in lexicon.abbreviations.get(key, ()):
        return forms[0]
    if kind is EntityKind.PLACE or key in lexicon.abbreviations:
        spelled = set(spellings(fold(key)))
        return next((form for form in forms if fold(form) in spelled), key)
    return forms[0]


def _abbreviation(kind: EntityKind, key: str, forms: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The abbreviation the text uses; otherwise the one the gazetteer shows."""
    listed = lexicon.abbreviations.get(key, ()) if kind is EntityKind.ORGANISATION else ()
    return next((abbreviation for abbreviation in listed if abbreviation in forms), listed[0] if listed else None)
