from dataclasses import replace

import pytest
from model_checks import ModelChecks
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from viewer.core.communique import Communique
from viewer.core.repairs import Repair, RepairKind, Suspicion, SuspicionKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.qmodels.repair_words import heading, how_to_use
from viewer.qmodels.repairs_model import RepairsModel
from viewer.qmodels.roles import Role, RowKind

TEXT = """JOINT COMMUNIQUE

1. The Ministers met  in  Oslo on 3 May 2031 and discussed trade and **agreed** on the matters which they had

- 3 -

discussed at length before. They also agreed to meet again nextyear in the city of Santiago.
"""
Check = Qt.CheckState


def damaged() -> Communique:
    communique = parse(Source(TEXT, "damaged"))
    start = communique.text.index("nextyear")
    glued = Suspicion(SuspicionKind.GLUED_WORDS, Span(start, start + 8), "“next” and “year” are words")
    return replace(communique, suspicions=(glued,))


@pytest.fixture
def model() -> RepairsModel:
    made = RepairsModel()
    made.show_repairs(damaged(), frozenset())
    return made


def group(model: RepairsModel, caption: str) -> QModelIndex:
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return next(index for index in rows if index.data() == caption)


def first_of(model: RepairsModel, caption: str) -> QModelIndex:
    return model.index(0, 0, group(model, caption))


def state(index: QModelIndex) -> Qt.CheckState:
    return Check(index.data(Qt.ItemDataRole.CheckStateRole))


def test_the_repairs_keep_the_rules_of_a_qt_model(model: RepairsModel, qtmodeltester: ModelChecks) -> None:
    qtmodeltester.check(model)
    model.show_repairs(parse(Source("", "empty")), frozenset())
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_repairs_stand_in_groups_by_kind_and_suspicions_behind_them(model: RepairsModel) -> None:
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    assert [(index.data(), index.data(Role.FIGURE)) for index in groups] == [
        ("Sentences joined across a page break", "1"),
        ("Page numbers taken out", "1"),
        ("Double spaces", "2"),
        ("Mark-up", "1"),
        ("Suspected: words run together", "1"),
    ]


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("Sentences joined across a page break", "the matters which they had ⟨page break⟩ discussed at length"),
        ("Page numbers taken out", "they had ⟨- 3 -⟩ discussed at length"),
        ("Double spaces", "The Ministers met ⟨2 spaces⟩ in Oslo"),
        ("Mark-up", "trade and ⟨**agreed**⟩ on the matters"),
        ("Suspected: words run together", "to meet again nextyear in the city"),
    ],
)
def test_a_row_shows_what_the_file_has_among_the_words_around_it(model: RepairsModel, caption: str, words: str) -> None:
    row = first_of(model, caption)
    assert words in "".join(row.data(Role.CONTEXT))
    assert row.data() == "¶ 1"


def test_a_row_says_what_was_done_and_why(model: RepairsModel) -> None:
    row = first_of(model, "Page numbers taken out")
    assert row.data(Role.REASON) == "A page number was taken out of the text here. Why: a page number."
    assert "Why: a page number." in row.data(Qt.ItemDataRole.ToolTipRole)


def test_only_repairs_can_be_ticked(model: RepairsModel) -> None:
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    assert first_of(model, "Mark-up").flags() & checkable
    assert group(model, "Mark-up").flags() & checkable
    for index in (group(model, "Suspected: words run together"), first_of(model, "Suspected: words run together")):
        assert not index.flags() & checkable
        assert index.data(Qt.ItemDataRole.CheckStateRole) is None


def test_a_tick_asks_and_changes_nothing_by_itself(model: RepairsModel, qtbot: QtBot) -> None:
    row = first_of(model, "Mark-up")
    with qtbot.waitSignal(model.switch_wanted) as asked:
        model.setData(row, Check.Unchecked, Qt.ItemDataRole.CheckStateRole)
    repairs, on = asked.args
    assert ([repair.kind for repair in repairs], on) == ([RepairKind.MARKUP_REMOVED], False)
    assert state(row) is Check.Checked


def test_a_group_asks_for_all_its_repairs(model: RepairsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.switch_wanted) as asked:
        model.setData(group(model, "Double spaces"), Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert [repair.source.of(TEXT) for repair in asked.args[0]] == ["  ", "  "]


def test_a_group_is_ticked_in_part_where_some_of_it_is_off(model: RepairsModel) -> None:
    spaces = [repair for repair in damaged().repairs if repair.kind is RepairKind.COLLAPSED_SPACES]
    assert state(group(model, "Double spaces")) is Check.Checked
    model.show_repairs(damaged(), frozenset({spaces[0].key}))
    assert state(group(model, "Double spaces")) is Check.PartiallyChecked
    assert state(first_of(model, "Double spaces")) is Check.Unchecked
    assert "switched off" in first_of(model, "Double spaces").data(Role.REASON)
    model.show_repairs(damaged(), frozenset(repair.key for repair in spaces))
    assert state(group(model, "Double spaces")) is Check.Unchecked


def test_switching_keeps_every_row_and_tells_of_the_change(model: RepairsModel) -> None:
    resets, changes = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    off = frozenset({damaged().repairs[0].key})
    again = parse(damaged().source, off)
    model.show_repairs(replace(again, suspicions=damaged().suspicions), off)
    assert (resets.count(), changes.count()) == (0, 6)
    model.show_repairs(again, off)
    assert resets.count() == 1, "a suspicion is gone"


def test_a_repair_that_another_one_keeps_from_being_made_says_so(model: RepairsModel) -> None:
    communique = damaged()
    stuck = tuple(repair._replace(applied=False) for repair in communique.repairs)
    model.show_repairs(replace(communique, repairs=stuck), frozenset())
    assert "stands in its way" in first_of(model, "Mark-up").data(Role.REASON)


def test_a_repair_is_found_again_by_its_kind_and_place(model: RepairsModel) -> None:
    spaces = [repair for repair in damaged().repairs if repair.kind is RepairKind.COLLAPSED_SPACES]
    assert model.index_at(spaces[1]).data(Role.REPAIR) == spaces[1]
    assert model.index_at(spaces[1]._replace(source=Span(900, 901))) == QModelIndex()


@pytest.mark.parametrize(
    ("repairs", "suspicions", "all_off", "words"),
    [
        (True, False, False, "What was mended in this text for reading. The file itself is unchanged."),
        (
            True,
            True,
            False,
            "What was mended in this text for reading, and words that look damaged. The file itself is",
        ),
        (True, False, True, "What could be mended in this text for reading. All of it is switched off."),
        (False, True, False, "Words that look damaged. They are left as the file has them."),
    ],
)
def test_the_heading_says_what_is_listed(*, repairs: bool, suspicions: bool, all_off: bool, words: str) -> None:
    whole = damaged()
    listed = replace(whole, repairs=whole.repairs * repairs, suspicions=whole.suspicions * suspicions)
    off = frozenset(repair.key for repair in listed.repairs) if all_off else frozenset()
    assert heading(listed, off).startswith(words)
    assert ("Space" in how_to_use(listed)) is repairs, "nothing else can be switched"


def test_hostile_words_are_shown_as_they_are_and_cannot_hide_or_be_markup() -> None:
    text = "JOINT STATEMENT\n\nThe Ministers met  in <b>\u202eOslo</b> and spoke."
    model = RepairsModel()
    model.show_repairs(parse(Source(text, "hostile")), frozenset())
    row = first_of(model, "Double spaces")
    assert "<b>[U+202E]Oslo</b>" in "".join(row.data(Role.CONTEXT))
    assert "&lt;b&gt;[U+202E]Oslo" in row.data(Qt.ItemDataRole.ToolTipRole)


def test_many_repairs_cost_little_until_they_are_looked_at() -> None:
    communique = parse(Source("The ministers  met in Oslo. " * 5_000, "long"))
    model = RepairsModel()
    model.show_repairs(communique, frozenset())
    assert model.rowCount(group(model, "Double spaces")) == 5_000
    last = model.index(4_999, 0, group(model, "Double spaces"))
    assert isinstance(last.data(Role.REPAIR), Repair)
    assert last.data(Role.KIND) == RowKind.REPAIR
