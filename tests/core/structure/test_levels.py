"""How deep headings and list items stand."""

from viewer.core.communique import ParagraphKind
from viewer.core.healing.shapes import Shape
from viewer.core.structure.levels import levels

SAID = "The ministers noted the report on the state of the river."


def heading_levels(*headings: Shape | str) -> list[int]:
    """The levels of headings with a sentence below each."""
    shapes, kinds = [], []
    for heading in headings:
        shapes += [heading if isinstance(heading, Shape) else Shape(heading), Shape(SAID)]
        kinds += [ParagraphKind.HEADING, ParagraphKind.BODY]
    return levels(shapes, kinds)[::2]


def two_line_levels(*lines: str | None) -> list[int]:
    """The levels of headings of two lines with a sentence below each; None stands for a missing first line."""
    shapes, kinds = [], []
    for place, line in enumerate(lines):
        shapes += [Shape(line)] if line else []
        kinds += [ParagraphKind.HEADING] if line else []
        if place % 2:
            shapes.append(Shape(SAID))
            kinds.append(ParagraphKind.BODY)
    return [level for level in levels(shapes, kinds) if level]


def item_levels(*rows: Shape | str) -> list[int]:
    shapes = [row if isinstance(row, Shape) else Shape(row) for row in rows]
    kinds = [ParagraphKind.BODY if shape.text == SAID else ParagraphKind.ITEM for shape in shapes]
    return levels(shapes, kinds)


def test_number_signs_rank_as_they_are_counted_from_the_fewest() -> None:
    assert heading_levels(Shape("Trade", depth=2), Shape("Grain", depth=3), Shape("Peace", depth=2)) == [1, 2, 1]


def test_a_chapter_stands_above_its_articles() -> None:
    assert heading_levels("Chapter I", "Article 1", "Article 2", "Chapter II", "Article 3") == [1, 2, 2, 1, 2]


def test_roman_numbers_stand_above_capital_letters() -> None:
    assert heading_levels("I. Trade", "A. Grain", "B. Fish", "II. Peace", "A. Borders", "B. Rivers") == [
        *(1, 2, 2),
        *(1, 2, 2),
    ]


def test_the_dots_of_a_number_tell_its_level() -> None:
    assert heading_levels("1 Trade", "1.1 Grain", "1.2 Fish", "2 Peace") == [1, 2, 2, 1]


def test_a_heading_that_has_a_row_right_below_it_stands_above_it() -> None:
    shapes = [Shape(text) for text in ("Trade", SAID, "Fish", "A. Salmon", SAID, "B. Cod", SAID, "Peace", SAID)]
    kinds = [ParagraphKind.BODY if shape.text == SAID else ParagraphKind.HEADING for shape in shapes]
    assert [level for level in levels(shapes, kinds) if level] == [1, 1, 2, 2, 1]


def test_the_words_below_a_mark_alone_have_its_level() -> None:
    assert two_line_levels("I", "Trade", "II", "Peace") == [1, 1, 1, 1]


def test_what_stands_below_an_annex_is_its_title_unless_it_has_its_like() -> None:
    assert two_line_levels("Annex", "Plan of action") == [1, 1]
    assert two_line_levels("Annex", "Trade", "Annex", "Peace", None, "Borders") == [1, 1, 1, 2, 2]


def test_capitals_stand_above_plain_headings() -> None:
    assert heading_levels(Shape("TRADE", capitals=True), "Grain", Shape("PEACE", capitals=True)) == [1, 2, 1]


def test_a_word_that_begins_like_a_part_names_none() -> None:
    assert heading_levels("Participation", "Grain", "Sections of the river") == [1, 1, 1]


def test_no_heading_stands_two_levels_below_the_one_before() -> None:
    assert heading_levels("Chapter I", "Grain", Shape("PEACE", capitals=True)) == [1, 2, 2]


def test_the_headings_of_an_annex_stand_below_it() -> None:
    assert heading_levels(Shape("TRADE", capitals=True), "Annex", Shape("GRAIN", capitals=True)) == [1, 1, 2]


def test_another_mark_opens_an_inner_list_and_the_outer_mark_goes_back() -> None:
    assert item_levels("(a) to meet:", "(i) in May;", "(ii) in June;", "(b) to write.") == [1, 2, 2, 1]


def test_the_letter_i_after_h_is_no_roman_number() -> None:
    assert item_levels("(h) to meet;", "(i) to write;", "(j) to read.") == [1, 1, 1]


def test_bullets_are_told_apart_by_their_indent() -> None:
    rows = (Shape("- trade", indent=0), Shape("- grain", indent=4), Shape("- peace", indent=0))
    assert item_levels(*rows) == [1, 2, 1]


def test_a_paragraph_of_text_closes_the_lists() -> None:
    assert item_levels("- trade", "• grain", SAID, "• peace") == [1, 2, 0, 1]
