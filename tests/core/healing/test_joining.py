"""How lines become paragraphs."""

import pytest

from viewer.core.healing.joining import heal
from viewer.core.repairs import RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import no_word, parse


def healed(text: str, *words: str) -> list[str]:
    """The paragraphs as they read, to somebody who knows these words."""
    return (
        parse(Source(text, "test"), frequency=lambda word: int(word in words)).text.split("\n") if text.strip() else []
    )


def kinds(text: str) -> list[RepairKind]:
    return [repair.kind for repair in parse(Source(text, "test")).repairs]


WRAPPED = (
    "The ministers of the member states met in Port Verde on 3 May 1977 and\n"
    "reviewed the work of the association since their last session. They took\n"
    "note of the report of the secretary and thanked the host.\n"
)


def test_blank_lines_part_paragraphs_whatever_blanks_they_hold() -> None:
    assert healed("One.\n \t\xa0\nTwo.\n\n\n\nThree.") == ["One.", "Two.", "Three."]


def test_a_text_of_blanks_has_no_paragraph() -> None:
    assert healed("") == []
    assert healed(" \n\t\n\x0c") == []


def test_lines_that_are_whole_sentences_stay_paragraphs() -> None:
    text = "The ministers met in Paris.\nThey discussed trade and transport.\nThey agreed to meet again."
    assert healed(text) == text.split("\n")


def test_hard_wrapped_lines_become_one_paragraph() -> None:
    assert healed(WRAPPED) == [WRAPPED.strip().replace("\n", " ")]
    assert set(kinds(WRAPPED)) == {RepairKind.JOINED_LINE}


def test_an_indented_line_begins_a_paragraph_in_wrapped_text() -> None:
    second = "   The ministers then turned to the navigation of the upper river in the\nsummer months."
    assert len(healed(WRAPPED.replace("host.\n", "host in a warm and friendly speech of an hour.\n") + second)) == 2


def test_an_indent_at_which_no_sentence_goes_on_begins_a_paragraph_below_a_full_line() -> None:
    indented = "".join(
        f"   On the {day} day of their talks in Port Verde the ministers of both states\ntook note of the report.\n"
        for day in ("first", "second", "third")
    )
    last = "   They thanked the host and agreed to meet again in the month of September.\n"
    assert healed(indented + last + last)[3:] == [last.strip(), last.strip()]


def test_a_number_would_not_have_been_parted_from_what_it_counts() -> None:
    text = (
        "The ministers took note of the report on shared waters (document\n"
        "No. 88/1968). They thanked the committee and the host for the work done.\n"
    )
    assert len(healed(f"{WRAPPED}\n{text}")) == 2


def test_the_rows_of_lists_do_not_hide_that_a_text_is_wrapped() -> None:
    rows = "".join(f"({letter}) The teaching of languages.\n" for letter in "abcdefghijkl")
    text = (
        "The ministers of the two states took note of the report on the teaching of\n"
        "languages and of the work done by the committee in the course of the year.\n"
        "They asked it to go on with the work, and thanked those who had taken part\n"
        "in it for many years and had come to Port Verde from both capitals for the\n"
        "meeting. The ministers of the two states will meet again in Port Verde in\n"
        "September and review what will have been done.\n"
    )
    assert healed(f"{rows}\n{text}")[12:] == [text.replace("\n", " ").strip()]


def test_a_short_last_line_ends_the_paragraph_in_wrapped_text() -> None:
    assert (
        len(healed(WRAPPED + "A new paragraph begins here without a blank line, as typists had it,\nto save paper."))
        == 2
    )


def test_very_long_lines_are_not_taken_for_wrapped_ones() -> None:
    line = "The ministers discussed " + "the long and winding course of the river and " * 4
    assert healed(f"{line}others.\n{line}others.") == [f"{line}others."] * 2


@pytest.mark.parametrize("mark", ["-", "•", "(a)", "iv.", "2.1"])
def test_a_list_mark_begins_a_paragraph(mark: str) -> None:
    assert len(healed(f"The ministers agreed on the following three steps and\n{mark} patrols of the river")) == 2


def test_a_day_at_the_head_of_a_wrapped_line_is_no_list_mark() -> None:
    text = (
        WRAPPED
        + "The members agreed that the treaty would be signed in the city on February\n25. It will then be ratified."
    )
    assert healed(text)[-1].startswith(
        "The members agreed that the treaty would be signed in the city on February 25. It"
    )


def test_a_number_at_the_head_of_a_wrapped_line_that_no_row_has_a_place_for_is_no_list_mark() -> None:
    text = (
        "1. The share of the northern members came to 40 per cent; that of the others,\n"
        "12.5. The ministers of the two states took note of the increase and agreed on\n"
        "a further meeting.\n"
        "2. They agreed on the points to be taken up by the committee in the new year:\n"
    )
    assert [words.split(" ", 1)[0] for words in healed(text)] == ["1.", "2."]


def test_items_in_a_row_begin_paragraphs_though_none_ends_a_sentence() -> None:
    text = (
        "5. the members of the northern group: 40 million in the month of the talks\n"
        "6. the members of the southern group: 30 million in the month afterwards\n"
    )
    assert healed(f"{WRAPPED}\n{text}")[1:] == text.splitlines()


def test_a_dash_at_the_head_of_a_wrapped_line_belongs_to_a_numbered_sentence() -> None:
    text = (
        "1. The question of the storage of grain for the lean years to be expected\n"
        "– raised by two of the delegations – was left to the Advisory Board.\n"
    )
    assert healed(f"{WRAPPED}\n{text}")[1:] == [text.replace("\n", " ").strip()]


def test_a_dash_under_a_bullet_opens_a_row() -> None:
    text = (
        "* the training of the young diplomats of both of the neighbouring states\n"
        "- the teaching of the languages that are spoken on both sides of the river\n"
    )
    assert healed(f"{WRAPPED}\n{text}")[1:] == text.splitlines()


def test_the_letters_of_a_sentence_go_on_after_one_at_the_head_of_a_line() -> None:
    text = (
        "In the course of the next year, some steps are to be taken by the two sides to\n"
        "(a) lend assistance in the timely payment of the contributions that are due,\n"
        "(b) defend the joint patrol of coastal waters and (c) promote safety.\n"
    )
    assert healed(f"{WRAPPED}\n{text}")[1:] == [text.replace("\n", " ").strip()]


def test_an_item_wraps_with_a_hanging_indent() -> None:
    text = WRAPPED + "\n(a) to set up a group on the navigation of the upper river and the lower\n    Lakes."
    assert healed(text)[-1].endswith("the lower Lakes.")


def test_a_line_that_ends_in_a_function_word_goes_on() -> None:
    assert healed("Meeting of the Council of Ministers of the\nRiver Association") == [
        "Meeting of the Council of Ministers of the River Association"
    ]


def test_a_title_in_capitals_goes_on_with_a_function_word() -> None:
    assert healed("FINAL COMMUNIQUE\nOF THE THIRD SESSION") == ["FINAL COMMUNIQUE OF THE THIRD SESSION"]
    assert healed("FINAL COMMUNIQUE\nThird session") == ["FINAL COMMUNIQUE", "Third session"]


def test_short_lower_case_lines_stay_a_list() -> None:
    assert healed("Topics\ntrade\nenergy") == ["Topics", "trade", "energy"]


def test_a_rule_joins_nothing() -> None:
    assert healed("________________________________\nfollowed by words") == [
        "________________________________",
        "followed by words",
    ]
    assert healed("The ministers of the member states met and\n----------") == [
        "The ministers of the member states met and",
        "----------",
    ]


def test_a_word_parted_by_a_hyphen_gets_no_space() -> None:
    text = "The ministers noted the progress of the co-\noperation among them."
    assert healed(text, "operation") == ["The ministers noted the progress of the co-operation among them."]


def test_a_parted_word_that_the_text_has_whole_loses_its_hyphen() -> None:
    text = "The session was long. The ministers will hold the next ses-\nsion in Highport."
    assert healed(text) == ["The session was long. The ministers will hold the next session in Highport."]


def test_a_dash_at_the_end_of_a_line_is_no_hyphen() -> None:
    assert healed("The ministers agreed on the first of the points -\nthe others wait.")[0].endswith(
        "points - the others wait."
    )


CUT = "The negotiators and the whole international community"


def test_a_sentence_cut_by_a_page_break_is_joined() -> None:
    assert kinds(f"{CUT}\n\nshould remain patient.") == [RepairKind.JOINED_PAGE_BREAK]


def test_a_sentence_cut_twice_is_joined_twice() -> None:
    assert healed(f"{CUT}\n\nshould remain patient and\n\nkeep talking.") == [
        f"{CUT} should remain patient and keep talking."
    ]


def test_a_page_number_between_the_halves_goes_into_the_join() -> None:
    assert healed(f"{CUT}\n\n- 12 -\n\nshould remain patient.") == [f"{CUT} should remain patient."]
    assert healed("They met.\n\n- 12 -\n\nThey left.") == ["They met.", "They left."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CUT}.", "should remain patient."),
        (f"{CUT}:", "patience and calm"),
        (f"{CUT};", "patience and calm"),
        (CUT, "Should remain patient."),
        ("JOINT COMMUNIQUE", "of the ministers"),
        (CUT.upper(), "of the ministers"),
        (f"- {CUT}", "should remain patient."),
        (CUT, "- should remain patient."),
        (f"{CUT},", "recalling their treaty,"),
        ("to strengthen the bodies of the association; and", "to meet more often."),
    ],
)
def test_what_is_no_cut_sentence_is_not_joined(before: str, after: str) -> None:
    assert healed(f"{before}\n\n{after}") == [before, after]


def test_a_cut_after_a_comma_is_joined() -> None:
    assert len(healed(f"{CUT},\n\nwhich wants peace, should remain patient.")) == 1


def test_a_paragraph_knows_whether_it_fills_its_block_alone() -> None:
    drafts = heal("One.\n\nTwo.\nThree.\n\nFour.", no_word).drafts
    assert [draft.alone for draft in drafts] == [True, False, False, True]


def test_a_page_that_begins_with_a_mark_alone_after_a_comma_is_read() -> None:
    assert (
        parse(Source("The ministers recalled the work,\n\x0c* reviewed", "test")).text.split("\n")[0].endswith("work,")
    )
