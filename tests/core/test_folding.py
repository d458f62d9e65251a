from hypothesis import given
from hypothesis import strategies as st

from viewer.core.folding import fold, fold_keeping_length


def test_case_and_accents_are_forgiven() -> None:
    assert fold("Çavuşoğlu") == fold("CAVUSOGLU")
    assert fold("Straße") == "strasse"


def test_curly_apostrophes_and_dashes_fold_to_plain_ones() -> None:
    assert fold_keeping_length("People’s – Élysée") == "people's - elysee"


@given(st.text())
def test_the_variant_for_matching_keeps_every_position(text: str) -> None:
    assert len(fold_keeping_length(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
