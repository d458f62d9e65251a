from collections.abc import Callable

import pytest
from found import named

from viewer.core.calendar import Day, interval, year_of
from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import EntityKind

Recognise = Callable[..., Recognition]


def _isos(recognition: Recognition) -> list[str | None]:
    return [entity.iso for entity in recognition.entities if entity.kind is EntityKind.DATE]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("March 4, 1961", "1961-03-04"),
        ("March 4th 1961", "1961-03-04"),
        ("4 March 1961", "1961-03-04"),
        ("the 4th of March, 1961", "1961-03-04"),
        ("1961-03-04", "1961-03-04"),
        ("04.03.1961", "1961-03-04"),
        ("Mar. 4, 1961", "1961-03-04"),
        ("4 Sept. 1961", "1961-09-04"),
        ("4.III.1961", "1961-03-04"),
        ("4.–6.3.1961", "1961-03-04/1961-03-06"),
        ("03/24/1961", "1961-03-24"),
        ("from March to May 1961", "1961-03/1961-05"),
        ("in the fourth quarter of 1961", "1961-10/1961-12"),
        ("in Q1 1961", "1961-01/1961-03"),
        ("in the second half of 1961", "1961"),
        ("March 1961", "1961-03"),
        ("March of 1961", "1961-03"),
        ("spring 1961", "1961-21"),
        ("the summer of 1961", "1961-22"),
        ("autumn of 1961", "1961-23"),
        ("winter, 1961", "1961-24"),
        ("March 4-6, 1961", "1961-03-04/1961-03-06"),
        ("March 4 to 6, 1961", "1961-03-04/1961-03-06"),
        ("March 30 - April 2, 1961", "1961-03-30/1961-04-02"),
        ("4–6 March 1961", "1961-03-04/1961-03-06"),
        ("4 and 5 March 1961", "1961-03-04/1961-03-05"),
        ("30 March to 2 April 1961", "1961-03-30/1961-04-02"),
        ("by late 1961", "1961"),
        ("in 1961", "1961"),
        ("from 1961-1965", "1961/1965"),
        ("from 1961/62", "1961/1962"),
    ],
)
def test_every_written_form_is_resolved(recognise: Recognise, words: str, iso: str) -> None:
    assert _isos(recognise(f"They met {words} and agreed.")) == [iso]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on May 3 this year", "1999-05-03"),
        ("in May of last year", "1998-05"),
        ("in autumn next year", "2000-23"),
        ("last March", "1999-03"),
        ("last September", "1998-09"),
        ("on 3 November last", "1998-11-03"),
        ("last autumn", "1998-23"),
        ("next May", "2000-05"),
        ("in spring of this year", "1999-21"),
    ],
)
def test_relative_years_are_counted_from_the_documents_own_date(recognise: Recognise, words: str, iso: str) -> None:
    text = f"A session was held {words}."
    assert _isos(recognise(text, "1999-07-01")) == [iso]
    assert _isos(recognise(text)) == [None]


def test_a_day_without_a_year_takes_the_year_the_text_gives_that_day(recognise: Recognise) -> None:
    found = recognise("The raid of June 5, 1984 was condemned. After June 5 all changed.", "1990-01-01")
    assert _isos(found) == ["1984-06-05"]


def test_a_day_without_a_year_takes_that_of_the_text_and_its_rule_says_so(recognise: Recognise) -> None:
    found = recognise("They met on 7 June. The battle of 8-9 July, begun in May, went on.", "1990-08-01")
    assert _isos(found) == ["1990-06-07", "1990-07-08/1990-07-09", "1990-05"]
    assert {mention.rule for mention in found.mentions} == {"year-from-context"}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("They will meet again on 3 February.", "1991-02-03"),
        ("A report is to be given not later than May 1.", "1991-05-01"),
        ("The treaty was signed on 3 November.", "1989-11-03"),
        ("The treaty was signed on 3 July.", "1990-07-03"),
        ("They will meet again on 3 November.", "1990-11-03"),
        ("On 3 November all is open.", "1990-11-03"),
        ("They agreed to meet again in Lund in October.", "1990-10"),
        ("They agreed that a workshop be held in Lund on 12 November.", "1990-11-12"),
        ("The treaty signed in Lund is to be opened in March.", "1991-03"),
    ],
)
def test_what_was_and_what_will_be_tell_the_year_before_and_the_year_after(
    recognise: Recognise, text: str, iso: str
) -> None:
    assert _isos(recognise(text, "1990-08-01")) == [iso]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("They met in the middle of this year.", ["1990"]),
        ("Last year they parted; next year they meet.", ["1989", "1991"]),
        ("It ends by the end of the year.", ["1990"]),
        ("In the coming year all will be well.", ["1991"]),
        ("They met last month, and meet next month.", ["1990-07", "1990-09"]),
        ("They met on 3 May 1984 and on the 9th of the same month.", ["1984-05-03", "1984-05-09"]),
        ("They met on 3 May 1984 and later in the same year.", ["1984-05-03", "1984"]),
        ("Over the last year and in the past year, the year was good every year.", []),
        ("In the course of the year 1999 it rained for a month.", ["1999"]),
    ],
)
def test_years_and_months_are_told_by_small_words(recognise: Recognise, text: str, isos: list[str]) -> None:
    assert _isos(recognise(text, "1990-08-01")) == isos


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("They met on 2 June and 15 July 1984.", ["1984-06-02", "1984-07-15"]),
        ("They met on June 2 and July 15, 1984.", ["1984-06-02", "1984-07-15"]),
        ("They met on 12 and 14 November 1984.", ["1984-11-12", "1984-11-14"]),
        ("They met on 12 and 13 November 1984.", ["1984-11-12/1984-11-13"]),
        ("They met on 30 April and 1 May 1984.", ["1984-04-30/1984-05-01"]),
        ("They met from 12 to 14 November 1984.", ["1984-11-12/1984-11-14"]),
    ],
)
def test_days_apart_joined_by_and_are_two_dates(recognise: Recognise, text: str, isos: list[str]) -> None:
    assert _isos(recognise(text)) == isos


def test_a_month_beside_an_unknown_one_stays_open(recognise: Recognise) -> None:
    assert _isos(recognise("They met last month.")) == [None]


def test_the_day_of_a_solemn_date_is_read(recognise: Recognise) -> None:
    assert _isos(recognise("Done at Lund this 3rd day of May, 1984.")) == ["1984-05-03"]


def test_without_a_date_of_its_own_a_text_takes_the_year_of_its_first_full_date(recognise: Recognise) -> None:
    assert _isos(recognise("They met on 5 May 1984 and, after a rest, on 7 June.")) == ["1984-05-05", "1984-06-07"]


def test_a_year_nothing_tells_stays_open(recognise: Recognise) -> None:
    assert _isos(recognise("They met on 7 June and again in July.")) == ["XXXX-06-07", "XXXX-07"]


def test_a_range_that_ends_in_an_earlier_month_begins_the_year_before(recognise: Recognise) -> None:
    assert _isos(recognise("The siege lasted from 17 December to 22 April.", "1997-08-24")) == ["1996-12-17/1997-04-22"]


def test_a_resolution_is_not_numbered_by_years(recognise: Recognise) -> None:
    assert _isos(recognise("They recalled Resolutions 1718 and 1874.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1973 and document A/1999/12 and 12:1999 were read.",
        "They may march on. The May session ended.",
        "It was 31.02.1999.",
        "Paragraph 2 of part 1 took 5 days.",
    ],
)
def test_other_figures_and_words_are_no_dates(recognise: Recognise, text: str) -> None:
    assert _isos(recognise(text)) == []


def test_a_time_of_day_is_not_taken_for_a_year(recognise: Recognise) -> None:
    assert _isos(recognise("Sent 27 April 2.25 p.m. to all posts.")) == ["XXXX-04-27"]


def test_the_full_stop_after_a_month_is_no_part_of_a_date(recognise: Recognise) -> None:
    assert named(recognise("They met on 27 June. It rained on Dec. 3."), EntityKind.DATE) == ["27 June", "Dec. 3"]


@pytest.mark.parametrize("day", ["June 31, 1984", "29 February 2005", "February 29, 1900"])
def test_an_impossible_day_stays_unresolved(recognise: Recognise, day: str) -> None:
    assert _isos(recognise(f"It fell on {day} by mistake.")) == [None]


def test_the_day_that_leap_years_have_is_resolved(recognise: Recognise) -> None:
    assert _isos(recognise("It fell on 29 February 2004, not on 29 February 2000.")) == ["2004-02-29", "2000-02-29"]


def test_a_month_may_be_printed_with_an_accent(recognise: Recognise) -> None:
    assert _isos(recognise("They met on Àpril 5, 2005.")) == ["2005-04-05"]
    assert _isos(recognise("Máy bay đã đến Hà Nội.")) == []


def test_calendar_arithmetic() -> None:
    assert Day(1961, 3).iso() == "1961-03"
    assert Day(0, 3, 4).iso() is None
    assert interval(Day(0, 3, 4), Day(0, 3, 5)) is None
    assert year_of(None) == 0
    assert year_of("XXXX-03-04") == 0
