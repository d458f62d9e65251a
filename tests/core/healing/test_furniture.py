"""What a printed page has besides its text, and what only looks like it."""

import pytest

from viewer.core.healing.furniture import find_furniture
from viewer.core.healing.lines import read_lines
from viewer.core.repairs import RepairKind

BODY = "The ministers reviewed the work of the association and agreed to meet again."
OTHERS = [f"They thanked the {guest} of the council for what was done since." for guest in ("hosts", "staff", "guests")]
CUT = "The ministers reviewed the work of the association and the"


def dropped(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [drop.source.of(text) for drop in find_furniture(read_lines(text))]


@pytest.mark.parametrize("number", ["- 2 -", "Page 2", "p. 2 of 9", "[2]", "2/9"])
def test_a_line_that_says_it_is_a_page_number_is_one(number: str) -> None:
    assert dropped(BODY, number, OTHERS[0]) == [number]


def test_bare_numbers_that_grow_from_page_to_page_are_page_numbers() -> None:
    assert dropped(BODY, OTHERS[0], "2", OTHERS[1], "They parted.", "They met again.", "3", OTHERS[2]) == ["2", "3"]


def test_a_bare_number_alone_between_whole_sentences_stays() -> None:
    assert dropped(BODY, BODY, "12", BODY, BODY) == []


def test_a_bare_number_that_parts_a_sentence_is_a_page_number() -> None:
    assert dropped(BODY, CUT, "12", "governments of the members.", BODY) == ["12"]


def test_bare_numbers_above_every_paragraph_are_those_of_paragraphs() -> None:
    assert dropped("1", BODY, "2", BODY, "3", BODY) == []


def test_the_thirty_with_which_a_newsroom_ends_is_no_page_number() -> None:
    assert dropped(BODY, BODY, "-30-") == []


def test_a_line_beside_every_page_number_is_a_running_head() -> None:
    head = "Council of the River States"
    text = "\n\n".join([BODY, OTHERS[0], head, "- 2 -", "They met.", OTHERS[1], head, "- 3 -", OTHERS[2]])
    kinds = [drop.kind for drop in find_furniture(read_lines(text))]
    assert kinds == [RepairKind.REMOVED_RUNNING_HEAD, RepairKind.REMOVED_PAGE_NUMBER] * 2


def test_the_title_stays_where_it_comes_again_as_a_running_head() -> None:
    title = "Joint Communiqué of the River States"
    assert dropped(title, BODY, "- 1 -", title, OTHERS[0], "- 2 -", title, OTHERS[1]) == [
        "- 1 -",
        title,
        "- 2 -",
        title,
    ]


def test_a_heading_that_comes_twice_far_from_any_page_edge_stays() -> None:
    assert dropped(BODY, "Trade and investment", BODY, BODY, "Trade and investment", BODY) == []
