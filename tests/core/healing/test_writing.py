"""The reading text as it is written out of the source, with repairs on and off."""

from viewer.core.communique import Communique, EmphasisStyle
from viewer.core.repairs import RepairKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

PAGED = "The ministers of the River States will hold the next ses-\n\n- 2 -\n\nsion, a session of peace."
STARRED = "The ministers of the member states noted the *de\nfacto* peace."


def without(text: str, *kinds: RepairKind) -> Communique:
    source = Source(text, "test")
    return parse(source, frozenset(repair.key for repair in parse(source).repairs if repair.kind in kinds))


def test_a_page_number_that_is_kept_is_a_paragraph_between_the_halves() -> None:
    lines = without(PAGED, RepairKind.REMOVED_PAGE_NUMBER).text.split("\n")
    assert lines == PAGED.split("\n\n")


def test_what_a_kept_page_number_undoes_is_not_applied_either() -> None:
    applied = {repair.kind: repair.applied for repair in without(PAGED, RepairKind.REMOVED_PAGE_NUMBER).repairs}
    assert applied == dict.fromkeys(
        (RepairKind.REMOVED_PAGE_NUMBER, RepairKind.JOINED_PAGE_BREAK, RepairKind.REMOVED_HYPHEN), False
    )


def test_a_hyphen_that_is_kept_leaves_the_lines_joined() -> None:
    assert "next ses-sion, a session" in without(PAGED, RepairKind.REMOVED_HYPHEN).text


def test_a_join_that_is_off_leaves_the_hyphen_where_it_is() -> None:
    assert without(PAGED, RepairKind.JOINED_PAGE_BREAK).text.split("\n")[0].endswith("next ses-")


def test_words_emphasised_over_a_join_that_is_off_are_emphasised_in_both_parts() -> None:
    communique = without(STARRED, RepairKind.JOINED_LINE)
    marked = [(communique.words(mark.span), mark.style) for mark in communique.emphasis]
    assert marked == [("de", EmphasisStyle.ITALIC), ("facto", EmphasisStyle.ITALIC)]


def test_marks_that_are_kept_emphasise_nothing() -> None:
    communique = without(STARRED, RepairKind.MARKUP_REMOVED)
    assert "*de facto*" in communique.text
    assert communique.emphasis == ()


def test_a_repair_says_where_it_was_made() -> None:
    communique = parse(Source("The  ministers met in\t\tHighport.", "test"))
    assert [communique.text[: repair.at] for repair in communique.repairs] == ["The", "The ministers met in"]
