"""What stands before the text proper."""

import pytest

from viewer.core.communique import ParagraphKind
from viewer.core.healing.shapes import Shape
from viewer.core.structure.front import mark_front

BODY = "The ministers met in Highport and discussed the trade between their countries."
LETTERS = {"T": "title", "S": "subtitle", "B": "body", "I": "item", "D": "dateline", "N": "note"}


def front(*shapes: str | Shape, kinds: str = "") -> str:
    """The first letters of the paragraphs' kinds; all are body text to begin with, or of the given kinds."""
    paragraphs = [shape if isinstance(shape, Shape) else Shape(shape) for shape in shapes]
    found = [ParagraphKind(LETTERS[letter]) for letter in kinds.ljust(len(paragraphs), "B")]
    mark_front(paragraphs, found)
    return "".join(kind.value[0].upper() for kind in found)


def below(text: str) -> Shape:
    """A line of the same block as the one above it."""
    return Shape(text, alone=False)


def test_no_paragraphs_have_no_front() -> None:
    assert front() == ""


def test_titles_end_with_the_first_line_that_is_none() -> None:
    assert front("Joint Statement", "Third Session", "On fish", BODY, "On fish") == "TSSBB"
    assert front(BODY, "On fish") == "BB"


def test_at_most_sixteen_paragraphs_stand_at_the_front() -> None:
    assert front(*["Lowland"] * 17) == "T" + "S" * 15 + "B"


# Cables


def test_the_fields_of_a_cable_and_what_stands_between_them_are_notes() -> None:
    assert front("Lowland", "From: Highport", BODY, "To: Lowland", "Joint Statement", BODY) == "TNNNSB"
    assert front("From: Highport", "Joint Statement", BODY) == "NTB"
    assert front(BODY, "From: Highport", BODY) == "BBB"


def test_the_fields_of_a_cable_stand_among_the_first_sixteen_paragraphs() -> None:
    assert front(*[BODY] * 14, "From: Highport", "To: Lowland") == "B" * 14 + "NN"
    assert front(*[BODY] * 15, "From: Highport", "To: Lowland") == "B" * 17


def test_what_stands_before_the_beginning_mark_is_a_note_but_for_a_title() -> None:
    assert front("Talks of Highport", BODY, "BEGINS.", BODY) == "TNNB"
    assert front("Talks of Highport", BODY, "BEGINS.", "Third Session", BODY) == "TNNSB"
    assert front("Press release", BODY, "BEGINS.", "Third Session", BODY) == "NNNTB"
    assert front("BEGINS.", "Third Session", BODY) == "NTB"
    assert front("1) Talks", BODY, "BEGINS.", "Third Session", BODY, kinds="I") == "NNNTB"


@pytest.mark.parametrize("mark", ["Begin text:", "2. BEGIN TEXT:", "Text begins", "Quote.", "Start of the text"])
def test_how_the_beginning_is_marked(mark: str) -> None:
    assert front("From: Highport", BODY, mark, "Joint Statement", BODY) == "NNNTB"


def test_the_beginning_mark_stands_among_the_first_thirty_paragraphs() -> None:
    assert front(*[BODY] * 29, "BEGINS.") == "T" + "N" * 29
    assert front(*[BODY] * 30, "BEGINS.") == "B" * 31


def test_a_date_before_the_beginning_mark_is_a_dateline_with_its_place() -> None:
    assert front("Talks", "Port Verde", below("3 May 1999"), "BEGINS.", BODY) == "TDDNB"
    assert front("Talks", "Telegram, Highport, 3 May 1999", "BEGINS.", BODY) == "TNNB"
    assert front("Talks", "3 May 1999 was a fine day", "BEGINS.", BODY) == "TNNB"


# Notes and datelines


def test_notes_and_datelines_may_stand_between_titles() -> None:
    assert front("For immediate release", "Joint Statement", "3 May 1999", "Third Session", BODY) == "NTDSB"
    assert front("Joint Statement", BODY, "For immediate release", "3 May 1999") == "TBBB"


def test_what_is_known_already_is_passed_over() -> None:
    assert front("Joint Statement", "* * *", "Third Session", BODY, kinds="BNBB") == "TNSB"


@pytest.mark.parametrize(
    "note",
    [
        *("Distr.: General", "General Assembly Distr.: Limited", "Distr.", "Agenda item 94 (c)", "Agenda items 7"),
        *("PRESS COMMUNIQUE M-2(77)14", "Press communiqué No. 12", "*** For immediate release ***"),
        "If you cannot see it, view this in your browser.",
    ],
)
def test_what_a_letterhead_adds_is_a_note(note: str) -> None:
    assert front(note, "Joint Statement", note, BODY) == "NTNB"


@pytest.mark.parametrize("line", ["Agenda item 3: Fish", "Press communiqué", "District of Highport"])
def test_what_is_like_it_is_not(line: str) -> None:
    assert "N" not in front("Joint Statement", line, BODY)


def test_a_line_above_a_date_in_the_same_block_is_its_place() -> None:
    assert front("Talks", "Port Verde, Lowland", below("3 May 1999"), BODY) == "TDDB"
    assert front("Talks", "Port Verde, Lowland", below("(3 May 1999)"), BODY) == "TDDB"
    assert front("Talks", "* * *", below("3 May 1999"), BODY, kinds="BN") == "TNDB"
    assert front("Talks", "Port Verde", below("3 May 1999"), BODY, kinds="BN") == "TDDB"


def test_other_lines_above_a_date_are_not() -> None:
    assert front("Talks", "Port Verde, Lowland", "3 May 1999", BODY) == "TSDB"
    assert front("Talks", "Port Verde", below("Highport, 3 May 1999"), BODY) == "TSDB"
    assert front("Talks", "Third Session", below("3 May 1999"), BODY) == "TSDB"
    assert front("Port Verde", below("3 May 1999"), BODY) == "TDB"
    assert front("Press release", "Office of the Envoy", below("3 May 1999"), "Talks", BODY) == "NNDTB"
    assert front(below("3 May 1999"), "Talks", BODY, "Port Verde", kinds="BBBN") == "DTBN"


# Titles


def test_a_title_has_a_length() -> None:
    assert front("A" * 320, BODY) == "TB"
    assert front("A" * 321, BODY) == "BB"


@pytest.mark.parametrize("line", ["Talks of fish,", "talks of fish", "Talks of fish.", "Talks of fish:"])
def test_part_of_a_sentence_is_no_title(line: str) -> None:
    assert front(line, BODY) == "BB"
    assert front("Joint Statement", line, BODY) == "TBB"


@pytest.mark.parametrize("line", ["of the ministers", "(talks of fish)", "issued in Highport"])
def test_a_subtitle_may_go_on_in_small_letters(line: str) -> None:
    assert front("Joint Statement", line, BODY) == "TSB"


@pytest.mark.parametrize("verb", ["issued", "adopted", "agreed", "approved", "signed", "made"])
def test_what_was_done_to_a_document_goes_on_below_it(verb: str) -> None:
    assert front("Joint Statement", f"{verb} by the ministers", BODY) == "TSB"
    assert front(f"{verb} by the ministers", BODY) == "BB"
    assert front("Joint Statement", f"ministers {verb} it", BODY) == "TBB"
    assert front("Joint Statement", f"{verb}ness of the ministers", BODY) == "TBB"


def test_a_first_line_in_small_letters_is_a_title_in_brackets_only() -> None:
    assert front("of the ministers", BODY) == "BB"
    assert front("(of the ministers)", BODY) == "TB"


def test_a_line_set_as_a_heading_or_ending_in_initials_is_a_title_with_its_full_stop() -> None:
    assert front(Shape("Talks of fish.", heading=True), BODY) == "TB"
    assert front(Shape("TALKS OF FISH.", capitals=True), BODY) == "TB"
    assert front("Statement on the talks with the U.S.", BODY) == "TB"
    assert front(f"Statement on the talks {'of fish ' * 12} with the U.S.", BODY) == "BB"
    assert front("of the U.S.".rjust(120, "A"), BODY) == "TB"
    assert front("of the U.S.".rjust(121, "A"), BODY) == "BB"


# Where the text begins


@pytest.mark.parametrize(
    "word",
    [
        *("Preamble", "Introduction", "Summary", "Overview", "Background", "General", "Conclusion", "Conclusions"),
        *("Appendix", "Part", "Chapter", "Section", "Article", "Participants", "Agenda", "Closing"),
        *("Next steps", "Other matters", "Miscellaneous", "ANNEX"),
    ],
)
def test_a_word_that_opens_a_text_is_no_subtitle(word: str) -> None:
    assert front("Joint Statement", word, BODY) == "TBB"
    assert front("Joint Statement", f"{word}ish", BODY) == "TSB"


@pytest.mark.parametrize(
    "line",
    [
        *("General Assembly", "Conclusions of the Presidency", "Summary by the Chair", "Conclusions of the Council"),
        *("Conclusion of the President", "Conclusions adopted by the ministers", "Summary issued by the ministers"),
    ],
)
def test_what_names_a_body_or_a_document_opens_no_text(line: str) -> None:
    assert front("Lowland", line, BODY) == "TSB"


def test_a_word_or_a_letter_inside_a_line_opens_no_text() -> None:
    assert front("Joint Statement", "Third General Introduction", BODY) == "TSB"
    assert front("Joint Statement", "Talks with A. Marsh", BODY) == "TSB"


def test_a_lettered_line_opens_the_text() -> None:
    assert front("Joint Statement", "A. Fish", BODY) == "TBB"
    assert front("A. Fish", BODY) == "TB"


def test_the_first_of_a_series_of_headings_opens_the_text() -> None:
    assert front("Joint Statement", "I. Fish", BODY, "II. Trade", BODY) == "TBBBB"
    assert front("I. Fish", BODY, "II. Trade", BODY) == "BBBB"


def test_an_annex_is_no_title() -> None:
    assert front("Annex", BODY) == "BB"


def test_a_list_ends_the_front_but_may_not_begin_it() -> None:
    assert front("Joint Statement", "(a) Fish", "Third Session", kinds="BI") == "TIB"
    assert front("Joint Statement", "1. Fish", "Third Session", kinds="BI") == "TIB"
    assert front("1. Statement", "Third Session", BODY, kinds="I") == "TSB"


def test_a_heading_over_text_opens_it_where_others_follow() -> None:
    heading = Shape("Fish", heading=True)
    assert front("Joint Statement", heading, BODY, heading) == "TBBB"
    assert front("Joint Statement", heading, BODY, BODY) == "TSBB"
    assert front("Joint Statement", heading, "Third Session", BODY, heading) == "TSSBB"
    assert front("Joint Statement", "Fish", BODY, heading) == "TSBB"
    assert front("Joint Statement", heading, "3 May 1999", heading, BODY) == "TSDSB"


def test_a_heading_word_above_a_date_is_a_subtitle() -> None:
    assert front("Joint Statement", "Summary", "3 May 1999", BODY) == "TSDB"
    assert front("Joint Statement", "Summary", "Third Session", "3 May 1999", BODY) == "TBBBB"


def test_headings_of_one_depth_open_the_text_but_for_the_first_that_names_the_document() -> None:
    fish, trade = (Shape(words, heading=True, depth=2) for words in ("Fish", "Trade"))
    whole = Shape("Joint Statement", heading=True, depth=2)
    assert front(fish, BODY, trade, BODY) == "BBBB"
    assert front(fish, trade, BODY) == "BBB"
    assert front(Shape("Talks", heading=True, depth=1), fish, trade, BODY) == "TBBB"
    assert front(whole, BODY, trade, BODY) == "TBBB"
    assert front("Talks", whole, BODY, trade, BODY) == "TBBBB"
    assert front(Shape("Talks", heading=True, depth=1), BODY, trade, BODY) == "TBBB"
