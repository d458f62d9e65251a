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


def test_the_first_running_head_goes_where_a_title_of_the_same_kind_stands_below_it() -> None:
    head, title = "Final Act – Osterby, 18 September 1970", "Final Act of 18 September 1970"
    assert dropped(head, title, BODY, "- 1 -", head, OTHERS[0], "- 2 -", head, OTHERS[1]).count(head) == 3
    body = "Council of the River States"
    assert dropped(body, title, BODY, "- 1 -", body, OTHERS[0], "- 2 -", body).count(body) == 3


def test_the_title_stays_below_a_running_head_of_the_same_words() -> None:
    title = "Joint Communiqué"
    found = dropped(title, "Page 1", title, BODY, "Page 2", title, OTHERS[0], "Page 3", title, OTHERS[1])
    assert found == [title, "Page 1", "Page 2", title, "Page 3", title]


def test_a_line_of_the_title_stays_where_the_running_head_has_the_same_words() -> None:
    head = "Council of the River States"
    title = f"Joint Communiqué of the Third Meeting of the\n{head}"
    assert dropped(head, title, BODY, "- 1 -", head, OTHERS[0], "- 2 -", head).count(head) == 3


def test_a_line_that_comes_again_and_once_parts_a_sentence_is_a_running_head() -> None:
    pages = [
        BODY,
        "Declaration",
        OTHERS[0],
        "Declaration",
        CUT,
        "Declaration",
        "governments of the members.",
        OTHERS[1],
    ]
    assert dropped(*pages) == ["Declaration"] * 3
    assert dropped(*pages[:4], OTHERS[2], "Declaration", OTHERS[1]) == []


def test_a_documents_number_that_comes_again_is_a_running_head() -> None:
    for number in ("MC/1999/50/Rev.5", "CM(1984)57", "No. 57/1984"):
        assert dropped(BODY, OTHERS[2], OTHERS[0], number, BODY, number, OTHERS[1]) == [number] * 2


def test_a_line_with_which_the_title_begins_is_a_running_head_where_it_comes_twice_in_the_text() -> None:
    pages = (BODY, OTHERS[0], OTHERS[1], "Final Act", BODY, OTHERS[2], "Final Act", BODY)
    assert dropped("Final Act of the Meeting in San Oriel", *pages) == ["Final Act"] * 2
    assert dropped("Joint Statement", *pages) == []


def test_a_wrapped_line_that_comes_again_is_no_running_head() -> None:
    sentence = (
        "They noted, since nothing had been heard of it for so long, that the\n"
        "Republic of Lomaria would act as coordinator until the end of\n"
        "the year."
    )
    assert dropped(BODY, sentence, OTHERS[0], sentence, OTHERS[1], sentence) == []


def test_a_line_above_a_list_mark_parts_no_sentence() -> None:
    rows = "(a) to remove all obstacles to the navigation of the rivers through the\nAudit Board.\n(b) to meet again;"
    assert dropped(BODY, rows, OTHERS[0], rows, OTHERS[1]) == []


def test_a_line_that_says_what_the_text_is_and_where_is_a_running_head_where_it_comes_three_times() -> None:
    head = "Joint Statement, San Oriel"
    assert dropped(BODY, head, OTHERS[0], head, OTHERS[1], head, OTHERS[2]) == [head] * 3


def test_a_clause_that_begins_alike_is_no_running_head() -> None:
    clause = "Invite the Association of the Republics,\nin agreement with {}, to come to the council."
    texts = [f"{BODY}\n\n{clause.format(guest)}" for guest in ("Lowland", "Upland", "all the others")]
    assert dropped(*texts) == []


def test_the_second_line_of_a_running_head_is_one_too() -> None:
    below, further = "40718/99 XY/zz {}\nQR S EN", "QR S EN"
    assert dropped(BODY, below.format(1), OTHERS[0], below.format(2), OTHERS[1]).count(further) == 2
