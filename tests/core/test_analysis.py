"""The analysis: entities, sections and the rest of the identity."""

from dataclasses import dataclass, field

from viewer.core.analysis import analyse
from viewer.core.communique import Communique
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

BODY = "The ministers, at the invitation of Lowland, discussed fish and talked of peace in Port Verde."


@dataclass(frozen=True)
class Found:
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Names:
    """A recogniser that knows some names, each of them with its kind."""

    kinds: dict[str, EntityKind] = field(default_factory=dict)

    def recognise(self, communique: Communique, /) -> Found:
        entities = []
        for name, kind in self.kinds.items():
            start = communique.text.find(name)
            mention = Mention(EntityId(name), Span(start, start + len(name)), "test", Span(start, start))
            entities.append(Entity(id=EntityId(name), kind=kind, name=name, forms=(name,), mentions=(mention,)))
        mentions = sorted((entity.mentions[0] for entity in entities), key=lambda mention: mention.span)
        return Found(tuple(entities), tuple(mentions))


def analysed(text: str, **kinds: EntityKind) -> Communique:
    names = Names({name.replace("_", " "): kind for name, kind in kinds.items()})
    return analyse(parse(Source(text, "test")), names)


def test_an_analysed_communique_has_what_was_recognised_and_its_sections() -> None:
    communique = analysed(f"Title\n\n{BODY}", Lowland=EntityKind.STATE)
    assert communique.analysed
    assert [entity.name for entity in communique.entities] == ["Lowland"]
    assert len(communique.mentions) == len(communique.sections) == 1


def test_a_city_of_the_first_paragraph_may_be_the_place() -> None:
    assert analysed(f"Title\n\n{BODY}", Port_Verde=EntityKind.PLACE).identity.place == "Port Verde"
    assert analysed(f"Title\n\nThey like it.\n\n{BODY}", Port_Verde=EntityKind.PLACE).identity.place is None
    assert (
        analysed("Title\n\nThe lake, called Port Verde, is calm.", Port_Verde=EntityKind.PLACE).identity.place is None
    )


def test_what_the_text_says_plainly_is_kept() -> None:
    text = f"Meeting of the River Council\n\n{BODY}\n\nHighport, 3 May 1999"
    identity = analysed(text, Port_Verde=EntityKind.PLACE, Council=EntityKind.ORGANISATION).identity
    assert (identity.place, identity.issuing_body) == ("Highport", "River Council")


def test_an_organisation_whose_statement_it_is_issued_it() -> None:
    text = f"Joint Statement of the Coastal Forum on Fish\n\n{BODY}"
    assert analysed(text, Coastal_Forum=EntityKind.ORGANISATION).identity.issuing_body == "Coastal Forum"


def test_an_organisation_that_is_only_named_did_not_issue_it() -> None:
    text = f"Joint Statement on the Coastal Forum\n\n{BODY} The statement of the River League."
    identity = analysed(text, Coastal_Forum=EntityKind.ORGANISATION, River_League=EntityKind.ORGANISATION).identity
    assert identity.issuing_body is None


def test_an_empty_text_can_be_analysed() -> None:
    communique = analysed("")
    assert communique.analysed
    assert communique.sections == ()
