"""Which lines are a place and a date and nothing more."""

import pytest

from viewer.core.calendar import full_dates
from viewer.core.structure.datelines import before_date, is_dateline, is_done_line, may_be_place


@pytest.mark.parametrize(
    "line",
    [
        "3 May 1999",
        "Highport, Lowland – 3 May 1999",
        "Adopted at Highport on 3 May 1999",
        "given at Highport by day this 3 May 1999",
        "done in Highport the 3 May 1999",
        "issued, adopted, signed, done at Highport, 3 May 1999",
        "Signed (signed) at Highport, 3 May 1999.",
        "Highport, 3 May 1999, 2 p.m.",
        "Highport, 3 May 1999, 11.30 am",
        "Highport, 3 May 1999, 1130 hours GMT",
        "Highport, 3 May 1999 1130 hrs utc gmt",
        "Highport, 3 May 1999 11.30 a.m. pm",
        "3 May 1999 Highport, Lowland",
        "Highport, 11 and 12 May 1983",
        "Highport, 11th to 12 May 1983",
        "Highport from 30 April to 2 May 1983",
        f"A-{'b' * 77} 3 May 1999",
        "One Two Three Four Five Six 3 May 1999",
    ],
)
def test_a_place_and_a_date_are_a_dateline(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Highport",
        "Highport, May 1999",
        "Highport, 3 May 1999,",
        "Highport near 3 May 1999",
        "Highport, 3 May 1999 by all",
        "Highport, 3 May 1999 at noon",
        "The storm of 3 May 1999",
        "THE STORM OF 3 May 1999",
        "Highport and Port Verde, 3 May 1999",
        "Highport to Port Verde, 3 May 1999",
        "Highport Meeting, 3 May 1999",
        "HIGHPORT SUMMIT, 3 May 1999",
        "Conference, Highport, 3 May 1999",
        "Session, 3 May 1999",
        "Report, 3 May 1999",
        "Treaty, 3 May 1999",
        f"A-{'b' * 78} 3 May 1999",
        "One Two Three Four Five Six Seven 3 May 1999",
    ],
)
def test_more_than_a_place_and_a_date_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


def test_a_reporter_is_no_report() -> None:
    assert is_dateline("Reporters Square, 3 May 1999")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Highport, 11 and 12 May 1983", "Highport, "),
        ("Highport, 11th and 12 May 1983", "Highport, "),
        ("Highport, 1st and 2 May 1983", "Highport, "),
        ("Highport, 2nd and 3 May 1983", "Highport, "),
        ("Highport, 3rd and 4 May 1983", "Highport, "),
        ("Highport, From 30 April to 2 May 1983", "Highport, "),
        ("Highport, 2 May 1983", "Highport, "),
        ("Highport 24 or 25 May 1983", "Highport 24 or "),
        ("Highport and 25 May 1983", "Highport and "),
    ],
)
def test_the_first_day_of_two_belongs_to_the_date(text: str, before: str) -> None:
    assert before_date(text, next(full_dates(text))) == before


@pytest.mark.parametrize("verb", ["Done", "SIGNED", "adopted", "Given", "Issued", "Executed", "Made"])
@pytest.mark.parametrize("word", ["at", "in", "on", "this"])
def test_a_line_may_say_that_the_text_was_made(verb: str, word: str) -> None:
    assert is_done_line(f"{verb} {word} Highport, in two copies, on the third day of May 1999.")


@pytest.mark.parametrize(
    "line",
    [
        "Done in Highport in two copies.",
        "Done in Highport in 1499.",
        "Done in Highport in 2199.",
        "Done in Highport in 19991.",
        "Having been done in Highport in 1999.",
        "Donegal is done in 1999.",
        "Done for Highport in 1999.",
        "Done into 1999.",
        "Done in Highport in 1999. All are content.",
        f"Done in Highport in 1999{', in peace' * 24}",
    ],
)
def test_other_lines_do_not(line: str) -> None:
    assert not is_done_line(line)


@pytest.mark.parametrize("year", ["1500", "1600", "1799", "1899", "1900", "2031"])
def test_the_years_of_treaties(year: str) -> None:
    assert is_done_line(f"Done in Highport in {year}.")
    assert is_done_line(f"Done in Highport in {year}{', in peace' * 20}.")


def test_a_made_line_of_just_the_greatest_length() -> None:
    line = "Done in Highport in 1999".ljust(260, "x")
    assert not is_done_line(f"{line}x")
    assert is_done_line("Done in 1999 Highport ".ljust(260, "x"))
    assert not is_done_line("Done in 1999 Highport ".ljust(261, "x"))


@pytest.mark.parametrize(
    "line",
    [
        *("Highport", "Highport, Lowland", "Highport (Lowland)", "St. Reed, Lowland", "Port of the Kings", "High-Port"),
        *("King’s Port", "King's Port Lowland", f"A{'b' * 49}", "OFFICES"),
    ],
)
def test_a_line_beside_a_date_may_be_its_place(line: str) -> None:
    assert may_be_place(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "highport",
            "Port of all the great Kings",
            "Highport, lowland",
            "Highport; Lowland",
            "Highport.",
            "Highport:",
        ),
        *("Highport Meeting", "Joint Statement", f"A{'b' * 50}", "Office of the Envoy", "Ministry of Fish"),
    ],
)
def test_other_lines_beside_a_date_are_not(line: str) -> None:
    assert not may_be_place(line)
