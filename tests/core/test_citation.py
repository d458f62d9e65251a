import pytest

from viewer.core.citation import place_and_date, what_is_known, written_date
from viewer.core.communique import Identity


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2005-02-25", "25 February 2005"),
        ("2005-02-05", "5 February 2005"),
        ("2005-07", "July 2005"),
        ("2005-12", "December 2005"),
        ("2005-22", "2005-22"),
        ("2005", "2005"),
        ("2005-02-25/2005-02-26", "2005-02-25/2005-02-26"),
        ("2005-00", "2005-00"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_is_written_as_english_writes_it_and_any_other_form_as_it_is(iso: str | None, written: str) -> None:
    assert written_date(iso) == written


@pytest.mark.parametrize(
    ("identity", "line"),
    [
        (Identity(place="Astana", date="2005-02-25"), "Astana, 25 February 2005"),
        (Identity(place="Astana"), "Astana"),
        (Identity(date="2005-02"), "February 2005"),
        (Identity(), ""),
    ],
)
def test_a_citation_gives_as_much_as_the_text_says(identity: Identity, line: str) -> None:
    assert place_and_date(identity) == line


@pytest.mark.parametrize(
    ("identity", "line"),
    [
        (Identity("Joint statement", place="Astana", date="2005-02-25"), "Astana, 25 February 2005"),
        (Identity("Joint statement", date="2005-02"), "February 2005"),
        (Identity("Joint statement", place="Astana"), "Astana · Joint statement"),
        (Identity("Joint statement"), "Joint statement"),
        (Identity(place="Astana"), "Astana"),
        (Identity(kind="joint statement"), ""),
    ],
)
def test_without_a_date_the_title_says_what_it_is(identity: Identity, line: str) -> None:
    assert what_is_known(identity) == line
