"""A word cut at a hyphen by a line's end, and whether the hyphen is its own."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from viewer.core.healing.hyphens import Hyphens, is_cut

COMMON, RARE = 50_000, 300
NONE: Mapping[str, int] = MappingProxyType({})


def rejoined(line: str, following: str, *, text: str = "", counts: Mapping[str, int] = NONE) -> str:
    """The two lines as they read in a text, to somebody who has counted these words."""
    glue, drops_hyphen, _ = Hyphens(text, lambda word: counts.get(word, 0)).rejoin(line, following)
    return line[: len(line) - drops_hyphen] + glue + following


@pytest.mark.parametrize(
    ("line", "following", "cut"),
    [
        ("the ses-", "sion", True),
        ("the ses‐", "sion", True),
        ("the points -", "others", False),
        ("1977-", "(a)", False),
    ],
)
def test_a_hyphen_right_after_a_letter_or_digit_may_cut_a_word(line: str, following: str, *, cut: bool) -> None:
    assert is_cut(line, following) is cut


def test_the_hyphen_goes_where_the_whole_is_a_word() -> None:
    assert rejoined("the navi-", "gation of", counts={"navigation": COMMON}) == "the navigation of"


def test_the_hyphen_stays_where_only_the_halves_are_words() -> None:
    assert rejoined("the river-", "borne goods", counts={"river": COMMON, "borne": COMMON}) == "the river-borne goods"


def test_the_text_itself_tells_before_the_dictionary_does() -> None:
    counts = {"reform": COMMON}
    assert rejoined("to re-", "form it", text="to re-form the council", counts=counts) == "to re-form it"
    assert rejoined("to re-", "form it", counts=counts) == "to reform it"


def test_a_first_half_that_usually_keeps_its_hyphen_keeps_it() -> None:
    assert (
        rejoined("the non-", "aligned states", counts={"aligned": COMMON, "nonaligned": COMMON})
        == "the non-aligned states"
    )


def test_a_rare_word_of_two_common_ones_is_written_with_a_hyphen() -> None:
    counts = {"landlocked": RARE, "land": COMMON, "locked": COMMON}
    assert rejoined("the land-", "locked states", counts=counts) == "the land-locked states"
    assert rejoined("the land-", "locked states", counts=counts | {"landlocked": COMMON}) == "the landlocked states"


def test_a_hyphen_that_stands_for_what_follows_gets_a_space() -> None:
    assert rejoined("short-", "and long-term aid") == "short- and long-term aid"


def test_a_name_goes_on_after_its_hyphen_and_a_parted_name_does_not() -> None:
    assert rejoined("in Guinea-", "Bissau") == "in Guinea-Bissau"
    assert rejoined("in Kazakh-", "stan") == "in Kazakhstan"


def test_a_soft_hyphen_always_goes() -> None:
    assert rejoined("the river\xad", "borne goods", counts={"river": COMMON, "borne": COMMON}) == "the riverborne goods"


def test_one_of_several_hyphens_in_a_word_stays() -> None:
    counts = {"roads": COMMON, "case": COMMON, "by": COMMON}
    assert rejoined("the roads-", "to-school programme", counts=counts) == "the roads-to-school programme"
    assert rejoined("on a case-", "by-case basis", counts=counts) == "on a case-by-case basis"
    assert rejoined("environ-", "ment-friendly", counts={"environment": COMMON}) == "environment-friendly"


def test_a_printer_carries_no_two_letters_over() -> None:
    counts = {"follow": COMMON, "there": COMMON, "with": COMMON, "up": COMMON, "in": COMMON, "followup": 50}
    assert rejoined("the follow-", "up to", counts=counts) == "the follow-up to"
    assert rejoined("all there-", "in", counts=counts | {"therein": RARE}) == "all therein"


def test_an_uncounted_word_of_two_very_common_ones_is_written_with_a_hyphen() -> None:
    uncounted = {"waybills": 50, "afternoon": 50}
    counts = uncounted | dict.fromkeys(("way", "bills", "after", "noon"), COMMON)
    assert rejoined("the way-", "bills", counts=counts) == "the way-bills"
    assert rejoined("the after-", "noon", counts=counts) == "the afternoon"


def test_a_word_that_is_not_much_rarer_than_its_halves_is_written_without() -> None:
    counts = {"com": 4_849, "mended": 1_179, "commended": 635}
    assert rejoined("they com-", "mended it", counts=counts) == "they commended it"


def test_a_british_spelling_is_known_by_the_american_one() -> None:
    assert rejoined("the neighbour-", "ing state", counts={"neighbor": COMMON}) == "the neighbouring state"


def test_co_before_an_o_keeps_its_hyphen_unless_the_text_writes_it_without() -> None:
    counts = {"coordinator": COMMON}
    assert rejoined("the co-", "ordinator", counts=counts) == "the co-ordinator"
    assert rejoined("the co-", "ordinator", text="their cooperation", counts=counts) == "the coordinator"
