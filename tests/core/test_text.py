"""Spans and the conversion between code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.text import Span, Utf16Map

TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("😀𝔘é\n")), max_size=80)


def test_a_span_counts_and_contains_its_start_but_not_its_end() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert 2 in span
    assert 5 not in span
    assert span.of("abcdefg") == "cde"


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_that_ends_before_it_starts_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(2, 5))
    assert not Span(2, 5).covers(Span(0, 5))


@given(TEXT)
def test_units_are_counted_as_utf_16_counts_them(text: str) -> None:
    units = Utf16Map(text)
    for position in range(len(text) + 1):
        expected = len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        assert units.to_units(position) == expected
        assert units.to_code_points(expected) == position


def test_inside_a_surrogate_pair_is_the_place_of_the_pair() -> None:
    assert Utf16Map("a😀b").to_code_points(2) == 1
