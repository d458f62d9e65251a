from model_checks import ModelChecks
from named_text import entity_named, statement

from viewer.core.mentions import EntityId
from viewer.qmodels.entity_model import EntityModel
from viewer.qmodels.roles import Role


def made() -> EntityModel:
    model = EntityModel()
    model.show_communique(statement())
    return model


def test_the_entities_keep_the_rules_of_a_qt_model(qtmodeltester: ModelChecks) -> None:
    qtmodeltester.check(made())


def test_groups_come_in_their_order_with_counts() -> None:
    model = made()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    assert [(group.data(), group.data(Role.FIGURE)) for group in groups][:3] == [
        ("Ministers", "1"),
        ("States", "1"),
        ("Organisations", "1"),
    ]


def test_an_entity_shows_its_name_what_tells_it_apart_and_its_count() -> None:
    model = made()
    row = model.entity_index(entity_named(statement(), "Border Commission").id)
    assert [row.data(role) for role in (0, Role.QUALIFIER, Role.FIGURE)] == ["Border Commission", "BC", "2"]


def test_an_entity_is_found_by_every_word_known_of_it_without_case_and_accents() -> None:
    model = made()
    folded = model.entity_index(entity_named(statement(), "A. Žižka").id).data(Role.FOLDED)
    for looked_for in ("zizka", "minister of foreign", "ruritania", "ru"):
        assert looked_for in folded


def test_an_entity_the_text_does_not_name_has_no_row() -> None:
    assert not made().entity_index(EntityId("person:nobody")).isValid()
