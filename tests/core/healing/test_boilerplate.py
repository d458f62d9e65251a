"""What a web page puts around a text; too little of it folds nothing."""

import pytest

from viewer.core.healing.boilerplate import find_boilerplate
from viewer.core.healing.lines import read_lines
from viewer.core.repairs import RepairKind

TITLE = "Joint Communiqué of the River States"
BODY = "The ministers of the River States met in Highport and reviewed the work of the association."


def folded(*lines: str) -> list[str]:
    text = "\n\n".join(lines)
    return [line for drop in find_boilerplate(read_lines(text)) for line in drop.source.of(text).split("\n\n")]


def test_menus_above_and_footers_below_are_folded() -> None:
    page = ("Skip to main content", "Menu", TITLE, BODY, BODY, "Share this page", "© 2015 Ministry of the River")
    assert folded(*page) == ["Skip to main content", "Menu", "Share this page", "© 2015 Ministry of the River"]


def test_neighbouring_lines_are_folded_as_one_run() -> None:
    text = f"Skip to content\nLog in\n\n{TITLE}\n\n{BODY}\n\nBack to top\nSite map"
    drops = find_boilerplate(read_lines(text))
    assert [drop.source.of(text) for drop in drops] == ["Skip to content\nLog in", "Back to top\nSite map"]
    assert {drop.kind for drop in drops} == {RepairKind.FOLDED_BOILERPLATE}


@pytest.mark.parametrize("heading", ["News", "Privacy", "Search", "Documents"])
def test_a_word_of_menus_is_left_where_nothing_else_tells_of_a_web_page(heading: str) -> None:
    assert folded(TITLE, BODY, heading, BODY) == []


def test_one_control_alone_tells_no_web_page() -> None:
    assert folded(TITLE, BODY, BODY, "© 2015 Ministry of the River") == []


def test_a_row_of_words_between_bars_is_a_menu_if_half_of_them_are_known() -> None:
    menu, row = "Home | News | River affairs | Fish", "Home | Lakes | River affairs | Fish"
    page = ("Skip to content", TITLE, BODY, menu, BODY, row, BODY, "Back to top")
    assert folded(*page) == ["Skip to content", menu, "Back to top"]


def test_the_date_between_a_pages_buttons_stays() -> None:
    page = (TITLE, "Share this page", "3 May 2015", "Print this page", BODY, BODY, "Back to top")
    assert folded(*page) == ["Share this page", "Print this page", "Back to top"]


def test_a_page_of_controls_without_running_text_is_left_whole() -> None:
    assert folded("Skip to content", "Log in", "Site map", "Back to top") == []
