from dataclasses import replace

from model_checks import ModelChecks
from named_text import entity_named, naming, section, statement, text_alone
from PySide6.QtCore import QModelIndex, Qt

from viewer.core.text import Span
from viewer.qmodels.contents_model import ContentsModel
from viewer.qmodels.roles import Role

Outline = list[tuple[str, str | None]]


def made() -> ContentsModel:
    model = ContentsModel()
    model.show_communique(statement())
    return model


def beneath(model: ContentsModel, index: QModelIndex) -> Outline:
    rows = (model.index(row, 0, index) for row in range(model.rowCount(index)))
    return [(row.data(), row.data(Role.FIGURE)) for row in rows]


def test_the_contents_keep_the_rules_of_a_qt_model(qtmodeltester: ModelChecks) -> None:
    model = made()
    qtmodeltester.check(model)
    model.show_communique(text_alone("", ""))
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_two_roots_count_what_is_beneath_them() -> None:
    assert beneath(made(), QModelIndex()) == [("Sections", "3"), ("Entities", "6")]


def test_sections_are_nested_and_show_the_numbers_of_their_paragraphs() -> None:
    model = made()
    assert beneath(model, model.index(0, 0)) == [("Participants", "¶ 1"), ("The commission", "¶ 2–3")]
    assert beneath(model, model.section_index(2))[0] == ("Its next meeting", "¶ 3")


def test_a_section_lists_what_it_names_in_order_of_first_mention_with_counts_within_it() -> None:
    model = made()
    assert beneath(model, model.section_index(1)) == [
        ("Ruritania", "1"),
        ("A. Žižka", "1"),
        ("R. Brown", "1"),
        ("Zenda", "1"),
    ]
    assert beneath(model, model.section_index(2))[1:] == [("Border Commission", "1"), ("Zenda", "1"), ("A. Žižka", "2")]


def test_entities_stand_in_their_groups_with_their_mentions() -> None:
    model = made()
    groups = [caption for caption, _ in beneath(model, model.index(1, 0))]
    assert groups == ["Ministers", "States", "Organisations", "Other officials", "Places", "Dates"]
    minister = entity_named(statement(), "A. Žižka")
    row = model.entity_index(minister.id)
    assert row.parent().data() == "Ministers"
    assert [place for place, _ in beneath(model, row)] == ["¶ 1", "¶ 2", "¶ 2"]
    assert model.mention_index(minister.id, 2).data(Role.MENTION) == minister.mentions[2]


def test_a_mention_shows_its_words_in_their_paragraph_only() -> None:
    model = made()
    minister = entity_named(statement(), "A. Žižka")
    before, words, after = model.mention_index(minister.id, 0).data(Role.CONTEXT)
    assert (before, words) == ("Minister of Foreign Affairs of Ruritania ", "A. Žižka")
    assert after == " met R. Brown in Zenda."


def test_the_innermost_section_of_a_paragraph_is_found() -> None:
    model = made()
    assert model.section_index(3).data() == "Its next meeting"
    assert model.section_index(2).data() == "The commission"
    assert not model.section_index(4).isValid()
    assert not model.section_index(-1).isValid()
    assert not model.section_index(99).isValid()


def test_a_title_is_read_with_the_first_section_and_names_nothing_in_it() -> None:
    model = made()
    assert model.section_index(0) == model.section_index(1)
    titled = statement()
    ruritania = entity_named(titled, "Ruritania")._replace(mentions=(titled.mentions[0]._replace(span=Span(0, 5)),))
    model.show_communique(replace(titled, entities=(ruritania,), mentions=ruritania.mentions))
    assert beneath(model, model.section_index(0)) == []


def test_one_row_is_marked_and_views_hear_of_both_changes() -> None:
    model = made()
    first, second = model.section_index(1), model.section_index(2)
    model.mark(first.internalId())
    heard: list[str] = []

    def hear(index: QModelIndex) -> None:
        heard.append(index.data())

    model.dataChanged.connect(hear)
    model.mark(second.internalId())
    model.mark(second.internalId())
    assert (first.data(Role.MARKED), second.data(Role.MARKED)) == (False, True)
    assert heard == ["Participants", "The commission"]


def test_only_captions_cannot_be_selected() -> None:
    model = made()
    selectable = Qt.ItemFlag.ItemIsSelectable
    minister = model.entity_index(entity_named(statement(), "A. Žižka").id)
    assert not model.flags(minister.parent()) & selectable
    assert not model.flags(model.index(0, 0)) & selectable
    assert model.flags(minister) & selectable


def test_tooltips_escape_the_text_of_the_document() -> None:
    model = made()
    row = model.entity_index(entity_named(statement(), "<b>4 May 2031</b>").id)
    tip = row.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;4 May 2031&lt;/b&gt;" in tip
    assert "<b>" not in tip


def test_hidden_characters_of_a_title_are_written_out() -> None:
    bare = text_alone("Title", "Body", "End")
    model = ContentsModel()
    model.show_communique(naming(bare, (section(bare, "a\u202eb", range(1, 2)),)))
    assert model.section_index(1).data() == "a[U+202E]b"


def test_a_screen_reader_hears_what_the_row_shows() -> None:
    model = made()
    minister = entity_named(statement(), "A. Žižka")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.entity_index(minister.id).data(spoken) == (
        "A. Žižka, Minister of Foreign Affairs · Ruritania, 3 mentions"
    )
    assert model.section_index(2).data(spoken) == "The commission, paragraphs 2–3"
    assert model.mention_index(minister.id, 2).data(spoken).startswith("¶ 2, The Border Commission met")


def test_an_entity_is_found_under_a_section_that_names_it() -> None:
    model, official = made(), entity_named(statement(), "R. Brown").id
    assert model.entity_in_section(official, model.section_index(1)).data() == "R. Brown"
    assert not model.entity_in_section(official, model.section_index(2)).isValid()
    assert not model.entity_in_section(official, QModelIndex()).isValid()
