from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from viewer.qmodels.row_changes import change_rows

Row = tuple[int, str]
ROWS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda row: row[0], max_size=12)


class Letters(QAbstractListModel):
    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{self.rows[index.row()]}" if role == Qt.ItemDataRole.DisplayRole else None

    def change(self, new: list[Row]) -> None:
        change_rows(self, self.rows, new, number)


def number(row: Row) -> int:
    return row[0]


@given(old=ROWS, new=ROWS)
def test_any_rows_become_any_other_rows_and_each_stays_the_same_row(old: list[Row], new: list[Row]) -> None:
    model = Letters(list(old))
    held = {row[0]: QPersistentModelIndex(model.index(at)) for at, row in enumerate(old)}
    model.change(new)
    assert model.rows == new
    places = {row[0]: at for at, row in enumerate(new)}
    assert {key: index.row() if index.isValid() else None for key, index in held.items()} == {
        row[0]: places.get(row[0]) for row in old
    }


@given(old=ROWS, new=ROWS)
def test_only_rows_that_differ_are_said_to_have_changed(old: list[Row], new: list[Row]) -> None:
    model = Letters(list(old))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    model.change(new)
    before = dict(old)
    assert sorted(changed) == [at for at, (key, value) in enumerate(new) if before.get(key, value) != value]


def test_the_steps_satisfy_the_model_tester(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = Letters([(1, "a"), (2, "a"), (3, "a"), (4, "a")])
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    with qtbot.assertNotEmitted(model.modelReset):
        model.change([(5, "b"), (4, "a"), (1, "b"), (6, "a"), (3, "a")])
        model.change([])
        model.change([(7, "a")])
    assert model.rows == [(7, "a")]
