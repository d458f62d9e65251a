import pytest
from PySide6.QtGui import QFont, QFontMetrics

from viewer.widgets.parts.row_delegate import end_of, room_for_qualifier


@pytest.fixture
def metrics(qapp: object) -> QFontMetrics:
    assert qapp
    return QFontMetrics(QFont())


def test_a_short_qualifier_is_kept_whole_even_beside_a_long_name(metrics: QFontMetrics) -> None:
    assert room_for_qualifier(metrics, "SCO", 200, -50) > metrics.horizontalAdvance("SCO")


def test_a_long_qualifier_takes_only_what_the_name_leaves(metrics: QFontMetrics) -> None:
    words = "Shanghai Cooperation Organization" * 2
    assert room_for_qualifier(metrics, words, 200, 90) == 90
    assert room_for_qualifier(metrics, words, 200, 40) == 0


def test_nothing_is_kept_for_no_qualifier(metrics: QFontMetrics) -> None:
    assert room_for_qualifier(metrics, "", 200, 150) == 0


def test_the_words_before_a_mention_are_cut_between_words(metrics: QFontMetrics) -> None:
    text = "by the heads of state "
    assert end_of(text, metrics, 1000) == text
    cut = end_of(text, metrics, metrics.horizontalAdvance("… of state ") + 2)
    assert cut.startswith("… ")
    assert text.endswith(cut[2:])
    assert text[: -len(cut[2:])].endswith(" ")
