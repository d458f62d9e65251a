"""What a communiqué answers about its positions and names."""

from dataclasses import replace

from viewer.core.communique import Communique
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

OUTER = Mention(EntityId("council"), Span(4, 20), "test", Span(4, 4))
INNER = Mention(EntityId("lowland"), Span(4, 11), "test", Span(4, 4))


def communique() -> Communique:
    parsed = parse(Source("The Lowland Council met.\n\nIt was short.", "test"))
    council = Entity(
        id=EntityId("council"), kind=EntityKind.ORGANISATION, name="Lowland Council", forms=(), mentions=(OUTER,)
    )
    return replace(parsed, entities=(council,), mentions=(OUTER, INNER))


def test_a_newline_belongs_to_the_paragraph_it_ends() -> None:
    text = communique()
    assert text.text[24] == "\n"
    assert [text.paragraph_index_at(position) for position in (0, 24, 25, 38)] == [0, 0, 1, 1]


def test_a_text_without_paragraphs_still_answers() -> None:
    assert parse(Source("", "test")).paragraph_index_at(0) == 0


def test_the_innermost_mention_comes_first() -> None:
    assert communique().mentions_at(5) == (INNER, OUTER)
    assert communique().mentions_at(12) == (OUTER,)
    assert communique().mentions_at(22) == communique().mentions_at(30) == ()


def test_a_communique_without_mentions_has_none_at_any_place() -> None:
    assert replace(communique(), mentions=()).mentions_at(5) == ()


def test_an_entity_is_found_by_its_id() -> None:
    found = communique().entity(EntityId("council"))
    assert found is not None
    assert found.name == "Lowland Council"
    assert communique().entity(EntityId("nobody")) is None
