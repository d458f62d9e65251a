"""Where one page ends and the next begins."""

from viewer.core.healing.lines import read_lines
from viewer.core.healing.page_edges import interrupts, is_at_page_edge, opens_text

ABOVE = "They reviewed the work of the association since the last session of"
APART = f"{ABOVE}\n\nJoint Statement\n\nthe council."


def test_a_line_by_itself_between_the_halves_of_a_sentence_interrupts_it() -> None:
    assert interrupts(read_lines(APART), 1)
    assert is_at_page_edge(read_lines(APART), 1)
    assert not interrupts(read_lines(APART.replace("of\n", "it.\n")), 1)
    assert not interrupts(read_lines(f"{ABOVE}\nJoint Statement\nthe council."), 1)


def test_a_number_goes_on_with_a_sentence() -> None:
    assert interrupts(read_lines(f"{ABOVE}\n\nJoint Statement\n\n84 members."), 1)


def test_a_form_feed_is_a_page_edge() -> None:
    assert is_at_page_edge(read_lines("They met.\n\fJoint Statement\nThey parted."), 1)


def test_a_line_below_a_sentence_that_goes_on_below_opens_text() -> None:
    assert opens_text(
        read_lines("They met.\nInvite the Association of the Republics,\nin agreement with it, to come."), 1
    )
    assert not opens_text(read_lines(f"{ABOVE}\nJoint Statement\nthe council."), 1)


def test_the_indent_of_a_line_is_that_on_its_page() -> None:
    assert [line.indent for line in read_lines("  One.\n\f  Two.")] == [2, 2]
