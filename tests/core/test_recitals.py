import pytest

from viewer.core.recitals import ends_clause, is_recital


@pytest.mark.parametrize(
    "words",
    [
        "Recalling the river treaty,",
        "Deeply concerned at the low water;",
        "Having considered the report,2",
        "Mindful of the drought; and",
        "(a) Bearing in mind the drought,",
        "_Aware_ of the drought,",
    ],
)
def test_a_clause_that_begins_with_a_participle_is_a_recital(words: str) -> None:
    assert is_recital(words)


@pytest.mark.parametrize("words", ["Recalling the river treaty.", "The canal is closed,", "Urges all states to wait;"])
def test_a_sentence_and_a_clause_of_another_kind_are_none(words: str) -> None:
    assert not is_recital(words)


def test_the_mark_of_a_note_does_not_hide_a_comma() -> None:
    assert ends_clause("the river treaty,12")
    assert not ends_clause("the river treaty of 1912")
