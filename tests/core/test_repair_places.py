from dataclasses import replace

import pytest

from viewer.core.communique import Communique
from viewer.core.repair_places import folds, place_of, repairs_near, suspicion_at
from viewer.core.repairs import Repair, RepairKind, Suspicion, SuspicionKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

WEB_PAGE = """Home | About us | News | Contact
Share on Facebook

Print this page

JOINT COMMUNIQUE

1. The Ministers met  in Oslo on 3 May 2031 and discussed trade and **agreed** on the matters which they had

- 3 -

discussed at length before. 2. They also agreed to meet again next year in the city of Santiago.

Share on Twitter
Related articles
Cookie policy
© 2031 Ministry of Foreign Affairs. All rights reserved.
"""


@pytest.fixture(scope="module")
def page() -> Communique:
    return parse(Source(WEB_PAGE, "page"))


def repair_of(communique: Communique, kind: RepairKind) -> Repair:
    return next(repair for repair in communique.repairs if repair.kind is kind)


def test_a_join_is_shown_by_the_words_on_either_side(page: Communique) -> None:
    join = repair_of(page, RepairKind.JOINED_PAGE_BREAK)
    assert page.words(place_of(page, join)) == "had discussed"


def test_what_was_folded_away_before_the_text_is_shown_by_the_first_word(page: Communique) -> None:
    assert page.words(place_of(page, page.repairs[0])) == "JOINT"


def test_what_was_folded_away_after_the_text_is_shown_by_the_last_word(page: Communique) -> None:
    assert page.words(place_of(page, page.repairs[-1])) == "Santiago."


def test_mark_up_is_shown_by_the_words_it_stood_around(page: Communique) -> None:
    assert page.words(place_of(page, repair_of(page, RepairKind.MARKUP_REMOVED))) == "agreed"


def test_what_is_switched_off_is_shown_by_its_own_words(page: Communique) -> None:
    off = frozenset({repair_of(page, RepairKind.REMOVED_PAGE_NUMBER).key})
    kept = parse(page.source, off)
    assert kept.words(place_of(kept, repair_of(kept, RepairKind.REMOVED_PAGE_NUMBER))) == "- 3 -"


def test_every_place_lies_within_the_text(page: Communique) -> None:
    for repair in page.repairs:
        assert place_of(page, repair).end <= len(page.text)


def test_a_suspicion_is_shown_by_its_words(page: Communique) -> None:
    suspicion = Suspicion(SuspicionKind.GLUED_WORDS, Span(3, 8), "two words")
    suspicious = replace(page, suspicions=(suspicion,))
    assert place_of(suspicious, suspicion) == Span(3, 8)
    assert suspicion_at(suspicious, 7) is suspicion
    assert suspicion_at(suspicious, 8) is None


def test_folded_lines_are_counted_and_placed_before_the_first_and_after_the_last_paragraph(page: Communique) -> None:
    before, after = folds(page)
    assert (before.after, before.lines) == (-1, 3)
    assert (after.after, after.lines) == (len(page.paragraphs) - 1, 4)


def test_what_is_switched_off_is_told_at_the_same_place_to_be_shown(page: Communique) -> None:
    first, last = folds(page)
    shown = parse(page.source, frozenset(repair.key for repair in first.repairs))
    assert shown.text.startswith("Home | About us")
    fold, other = folds(shown)
    assert (fold.after, fold.lines, fold.shown) == (-1, 3, True)
    assert [one.key for one in fold.repairs] == [one.key for one in first.repairs]
    assert (other.after, other.lines, other.shown) == (len(shown.paragraphs) - 1, last.lines, False)
    end = parse(page.source, frozenset(repair.key for repair in last.repairs))
    assert folds(end)[1][1:] == (last.after, last.lines, True)


def test_of_lines_of_which_some_are_shown_the_others_are_told() -> None:
    whole = parse(Source(WEB_PAGE.replace("Print this page", "- 1 -\n\nPrint this page"), "page"))
    repairs = folds(whole)[0].repairs
    for one in repairs:
        fold = folds(parse(whole.source, frozenset({one.key})))[0]
        others = [repair.key for repair in repairs if repair is not one]
        assert [repair.key for repair in fold.repairs] == (others or [one.key])
        assert (fold.after, fold.shown) == (-1, not others)


def test_the_repairs_near_a_place_are_those_that_touch_it(page: Communique) -> None:
    join = repair_of(page, RepairKind.JOINED_PAGE_BREAK)
    near = {repair.kind for repair in repairs_near(page, Span(join.at, join.at + 1))}
    assert near == {RepairKind.JOINED_PAGE_BREAK, RepairKind.REMOVED_PAGE_NUMBER}
    inside = page.text.index("agreed") + 3
    assert [repair.kind for repair in repairs_near(page, Span(inside, inside))] == [RepairKind.MARKUP_REMOVED]
    nowhere = page.text.index("trade") + 2
    assert list(repairs_near(page, Span(nowhere, nowhere))) == []
