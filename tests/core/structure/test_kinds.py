"""What each paragraph is."""

import pytest

from viewer.core.communique import ParagraphKind
from viewer.core.source import Source
from viewer.core.structure.datelines import is_dateline
from viewer.core.structure.parse import parse

BODY = "The ministers met in Highport and discussed the trade between their countries."


def kinds(*paragraphs: str) -> list[str]:
    communique = parse(Source("\n\n".join(paragraphs), "test"))
    return [paragraph.kind.value for paragraph in communique.paragraphs]


def test_the_first_lines_before_the_body_are_title_and_subtitle() -> None:
    assert kinds("Joint Statement", "Meeting of the Council", "Third Session", BODY) == [
        "title",
        "subtitle",
        "subtitle",
        "body",
    ]


def test_a_text_that_begins_with_its_body_has_no_title() -> None:
    assert kinds(BODY, BODY) == ["body", "body"]
    assert kinds("the ministers, in a word", BODY) == ["body", "body"]


def test_a_title_may_follow_the_notes_of_a_release() -> None:
    text = ("PRESS RELEASE", "For immediate release", "12 April 2003", "JOINT STATEMENT", BODY)
    assert kinds(*text) == ["note", "note", "dateline", "title", "body"]


def test_a_heading_word_after_the_title_is_a_heading() -> None:
    assert kinds("Joint Statement", "Preamble", BODY) == ["title", "heading", "body"]


@pytest.mark.parametrize(
    "heading",
    ["Political dialogue", "II. ECONOMIC QUESTIONS", "3. Trade", "B. Energy", "SECURITY:", "## Energy", "**Energy.**"],
)
def test_a_short_line_that_stands_alone_is_a_heading(heading: str) -> None:
    assert kinds("Title", BODY, heading, BODY) == ["title", "body", "heading", "body"]


@pytest.mark.parametrize("line", ["They agreed.", "in conclusion", "Mindful of peace,", "The following was agreed:"])
def test_a_short_line_that_is_part_of_a_sentence_is_no_heading(line: str) -> None:
    assert kinds("Title", BODY, line, BODY)[2] == "body"


@pytest.mark.parametrize("line", ["DECLARE:", "HAVE AGREED AS FOLLOWS:"])
def test_capitals_that_say_what_is_done_are_no_heading(line: str) -> None:
    assert kinds("Title", BODY, line, BODY)[2] == "body"


def test_capitals_in_the_middle_of_a_sentence_are_no_heading() -> None:
    found = kinds(
        "Title", "THE COUNCIL OF THE RIVER STATES,", "RECALLING", "– the river treaty;", "– its own report,", BODY
    )
    assert "heading" not in found


@pytest.mark.parametrize(("mark", "following"), [("Article 1", "Article 2"), ("I", "II")])
def test_the_line_below_a_mark_alone_is_its_heading(mark: str, following: str) -> None:
    found = kinds("Title", f"{mark}\nThe northern canal", BODY, f"{following}\nThe fleet", BODY)
    assert found[1:] == [*("heading", "heading", "body"), *("heading", "heading", "body")]


def test_a_mark_may_end_in_a_colon_and_have_two_headings_below_it() -> None:
    found = kinds("Title", BODY, "CHAPTER I:", "GLOBAL QUESTIONS", "The northern canal", BODY)
    assert found == ["title", "body", "heading", "heading", "heading", "body"]


def test_a_sentence_below_a_mark_alone_is_no_heading() -> None:
    assert kinds("Title", BODY, "Article 1", BODY, "Article 2", BODY)[2:4] == ["heading", "body"]


def test_the_number_of_a_document_is_no_heading() -> None:
    assert kinds("Title", BODY, "AB.07-41926", BODY)[2] == "body"


def test_a_clause_with_the_mark_of_a_note_is_no_heading() -> None:
    assert kinds("Title", BODY, "Recalling the river treaty,2", BODY)[2] == "body"


def test_the_last_line_is_no_heading() -> None:
    assert kinds("Title", BODY, "Thank you") == ["title", "body", "body"]


def test_lines_of_one_block_are_no_headings() -> None:
    assert kinds("Title", BODY, "1. Trade\n2. Energy")[2:] == ["item"] * 2


def test_rows_of_a_list_without_full_stops_are_no_headings() -> None:
    assert kinds("Title", BODY, "- trade", "- energy", BODY)[2:4] == ["item", "item"]


def test_a_list_of_names_between_paragraphs_is_no_row_of_headings() -> None:
    assert kinds("Title", BODY, "Lowland", "Highland", "Midland", BODY)[2:5] == ["body"] * 3
    assert kinds("Title", BODY, "PART ONE", "TRADE", "FISH", BODY)[2:5] == ["heading"] * 3


def test_a_text_without_blank_lines_has_headings_too() -> None:
    lines = ("Title", BODY, "Trade in fish", BODY, "Energy", BODY)
    communique = parse(Source("\n".join(lines), "test"))
    assert [p.kind.value for p in communique.paragraphs] == ["title", "body", "heading", "body", "heading", "body"]


def test_a_short_line_before_more_short_text_is_no_heading() -> None:
    assert kinds("Title", BODY, "Trade in grain", "and, to a lesser degree, fish,", BODY)[2] == "body"


@pytest.mark.parametrize("mark", ["-", "•", "*", "(a)", "b)", "iv)", "(12)"])
def test_marked_paragraphs_are_items(mark: str) -> None:
    assert kinds("Title", "The ministers agreed:", f"{mark} to meet again.")[-1] == "item"


def test_a_numbered_sentence_is_a_paragraph_of_the_text() -> None:
    assert kinds("Title", f"1. {BODY}", "2. The ministers agreed:", "1. to meet again.") == [
        "title",
        "body",
        "body",
        "item",
    ]


def test_an_initial_is_no_list_mark() -> None:
    assert kinds("Title", BODY, "K. Marsh spoke on the state of the river.")[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Astana, February 25, 2005",
        "Brussels, 3 June 2004",
        "Done at Highport on 12th of May 1999",
        "(Port Verde, 3-5 May 1977)",
        "12 April 2003",
        "Highport, 2015-06-12",
    ],
)
def test_a_place_and_a_date_are_a_dateline(line: str) -> None:
    assert is_dateline(line)
    assert kinds("Title", BODY, line)[-1] == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "Joint Statement, 3 May 1999",
        "The ministers met in Highport on 3 May 1999",
        "3 May 1999 was the day on which the ministers of the river states met",
        "On the third of May",
        "Highport, 3 May 1999, at the invitation of the Minister of the River, and in the presence of friends",
    ],
)
def test_a_date_in_other_words_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


def test_a_date_in_the_middle_of_a_long_text_is_no_dateline() -> None:
    assert kinds("Title", *[BODY] * 9, "Highport, 3 May 1999.", *[BODY] * 9)[10] == "body"


@pytest.mark.parametrize("line", ["(Signed) A. Marsh", "/s/ A. Marsh", "For the Government of Lowland: A. Marsh"])
def test_a_signature_at_the_end_is_told(line: str) -> None:
    assert kinds("Title", BODY, line)[-1] == "signature"


def test_the_line_that_says_for_whom_is_signed_may_end_in_initials() -> None:
    assert kinds("Title", BODY, "On behalf of the U.S.", "A. Marsh")[-2:] == ["signature", "signature"]


@pytest.mark.parametrize(
    "note",
    [
        "The following is the text of a declaration of the two ministers.",
        "The following statement was issued by the ministers in Highport.",
        "The text of the following declaration was issued by the ministers.",
        "For immediate release",
        "Press release No 12",
        "HLM 2031/FD/Doc.1/Rev.2",
        "PRESS RELEASE (2008) 114",
        "Published 14 June 2019 | 5 min read",
        "Last updated: Friday, May 3, 2019",
        "Contact: the press office",
        "Unofficial translation",
        "_",
        "* * *",
    ],
)
def test_what_the_release_adds_is_a_note(note: str) -> None:
    assert kinds("Title", note, BODY) == ["title", "note", "body"]


def test_what_stands_before_the_beginning_mark_is_a_note() -> None:
    assert kinds("Mission to Ministry", "Telegram 12", "My last telegram refers.", "BEGINS.", BODY) == [
        "title",
        "note",
        "note",
        "note",
        "body",
    ]


def test_the_mark_at_which_the_text_begins_may_be_a_numbered_line_of_a_cable() -> None:
    fields = ("FM EMBASSY HIGHPORT", "TO MINISTRY 12", "1. FOLLOWING IS TEXT OF DECLARATION.", "2. BEGIN TEXT:")
    assert kinds(*fields, "DECLARATION", BODY) == [*(["note"] * 4), "title", "body"]


def test_the_grade_of_secrecy_at_the_foot_of_a_cable_signs_nothing() -> None:
    assert kinds("Title", BODY, BODY, "END TEXT", "MARSH", "UNCLASSIFIED", "NNNN")[-3:] == [
        "signature",
        "note",
        "note",
    ]


def test_a_long_line_that_names_the_annex_to_a_letter_heads_it_and_ends_the_letter() -> None:
    annex = (
        "Annex to the letter dated 3 May 2031 from the Permanent Representative of Lowland to the United Nations "
        "addressed to the Secretary-General"
    )
    assert kinds("Title", BODY, "(Signed) A. Marsh", "Ambassador", annex, BODY) == [
        "title",
        "body",
        "signature",
        "signature",
        "heading",
        "body",
    ]


def test_what_stands_at_the_end_mark_is_a_note() -> None:
    assert kinds("Title", BODY, BODY, "ENDS", "[A 12/34, ii]")[-2:] == ["note", "note"]


def test_notes_and_headings_have_no_number() -> None:
    communique = parse(Source(f"Title\n\nPolitical dialogue\n\n{BODY}\n\n* * *\n\n{BODY}", "test"))
    numbers = [(paragraph.kind, paragraph.number) for paragraph in communique.paragraphs]
    assert numbers[-3:] == [(ParagraphKind.BODY, 1), (ParagraphKind.NOTE, None), (ParagraphKind.BODY, 2)]
