from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.citation import written_date
from viewer.core.errors import ViewerError
from viewer.core.written_dates import iso_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("25 February 2005", "2005-02-25"),
        ("  25   Feb  2005 ", "2005-02-25"),
        ("February 25, 2005", "2005-02-25"),
        ("25th of February 2005", "2005-02-25"),
        ("25.02.2005", "2005-02-25"),
        ("2005-02-25", "2005-02-25"),
        ("February 2005", "2005-02"),
        ("2005-02", "2005-02"),
        ("2005", "2005"),
        ("2005~", "2005~"),
        ("2005-02?", "2005-02?"),
        ("200X", "200X"),
        ("2005-xx-25", "2005-XX-25"),
        ("24–25 February 2005", "2005-02-24/2005-02-25"),
        ("February 24-25, 2005", "2005-02-24/2005-02-25"),
        ("2005-02-24/2005-03-01", "2005-02-24/2005-03-01"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(words: str, iso: str) -> None:
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("31 February 2005", "There is no such day as 31 February 2005."),
        ("2005-02-30", "There is no such day as 2005-02-30."),
        ("2005-13", "There is no month 13."),
        ("2005-02-00", "There is no such day"),
        ("last winter", "“last winter” is not a date that can be read. Write it like 25 February 2005"),
        ("3/2/2005", "is not a date that can be read"),
        ("on 25 February 2005", "is not a date that can be read"),
        ("2005-02-24/soon", "“soon” is not a date that can be read"),
    ],
)
def test_what_is_no_date_is_said_kindly(words: str, said: str) -> None:
    with pytest.raises(ViewerError) as refused:
        iso_date(words)
    assert said in str(refused.value)


@given(st.dates().map(str) | st.dates().map(lambda date: str(date)[:7]) | st.dates().map(lambda date: str(date)[:4]))
def test_a_date_that_is_written_out_is_read_back_the_same(iso: str) -> None:
    assert iso_date(written_date(iso)) == iso


@given(st.text("0123456789-/X?. Feb–", max_size=14))
def test_any_words_are_read_or_refused(words: str) -> None:
    with suppress(ViewerError):
        iso = iso_date(words)
        assert iso_date(iso) == iso
