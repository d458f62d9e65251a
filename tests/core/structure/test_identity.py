"""What a text says about itself."""

import pytest

from viewer.core.communique import Evidence, Identity
from viewer.core.source import Source
from viewer.core.structure.parse import parse

BODY = "The ministers discussed the trade that is between their countries and the state of the river."


def identity(*paragraphs: str) -> Identity:
    return parse(Source("\n\n".join(paragraphs), "test")).identity


def test_a_text_that_says_nothing_of_itself_has_no_identity() -> None:
    assert identity("") == Identity()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Highport, February 25, 2005", "2005-02-25"),
        ("Highport, 3 Sept. 1999", "1999-09-03"),
        ("Highport, 3-5 May 1977", "1977-05-05"),
        ("Highport, July 15-16, 2021", "2021-07-16"),
        ("Highport, 2015-06-12", "2015-06-12"),
        ("Highport, 25.02.2005", "2005-02-25"),
        ("Highport, 29 February 2005", None),
        ("Highport, 30 February 2015", None),
        ("Highport, 2015-13-12", None),
    ],
)
def test_a_dateline_gives_the_date(line: str, date: str | None) -> None:
    assert identity("Title", BODY, line).date == date


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Highport, 3 May 1999", "Highport"),
        ("HIGHPORT, 3 May 1999", "Highport"),
        ("Done at Port Verde on 3 May 1999", "Port Verde"),
        ("(Port Verde, 3-5 May 1977)", "Port Verde"),
        ("3 May 1999", None),
    ],
)
def test_a_dateline_gives_the_place(line: str, place: str | None) -> None:
    assert identity("Title", BODY, line).place == place


def test_a_title_may_give_the_date() -> None:
    assert identity("Statement of the ministers, 3 May 1999", BODY).date == "1999-05-03"


def test_the_first_paragraph_says_when_and_where_they_met() -> None:
    found = identity("Title", "The ministers met in Port Verde on 3 May 1999. They parted on 5 May 1999.")
    assert (found.date, found.place) == ("1999-05-03", "Port Verde")


def test_the_date_of_another_event_is_not_the_date_of_the_text() -> None:
    assert identity("Title", "The ministers met today to recall the events of 3 May 1999.").date is None
    assert identity("Title", "The treaty of 3 May 1999 is in force.").date is None


def test_a_release_note_may_give_the_date() -> None:
    assert (
        identity("Mission to Ministry", "Telegram 12, Highport, 27 April 1949, 2 p.m.", "BEGINS.", BODY).date
        == "1949-04-27"
    )


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Meeting of the Council of Ministers of the River States", "Council of Ministers of the River States"),
        ("Third Session of the Joint River Commission, Highport", "Joint River Commission"),
        ("Meeting of the Ministers of Transport", None),
        ("Joint statement", None),
    ],
)
def test_a_body_that_met_is_named_in_the_title(title: str, body: str | None) -> None:
    assert identity(title, BODY).issuing_body == body


def test_english_is_told_by_its_commonest_words() -> None:
    assert identity("Title", BODY).language == "en"
    assert identity("Titre", "Les ministres ont examiné la situation du fleuve et du commerce.").language is None


@pytest.mark.parametrize("head", ["{}   Page {} of 9", "{}   - {} -", "{1}   {0}", "{0} | Page {1}"])
def test_a_text_without_a_title_has_that_of_its_running_heads(head: str) -> None:
    title = "Final Communiqué of the River Council"
    said = "{}. The ministers noted the report on the state of the river, and thanked the people of Highport."
    pages = "\f".join(f"{head.format(title, page)}\n\n{said.format(page)}\n" for page in range(1, 6))
    source = Source(pages, "test")
    whole = parse(source)
    for off in (frozenset(), frozenset(repair.key for repair in whole.repairs)):
        found = parse(source, off).identity
        assert (found.title, found.kind) == (title, "final communiqué")
        assert found.evidence["title"] == Evidence("running-head")


def test_the_subject_of_a_letter_that_was_passed_on_is_the_title_without_what_says_so() -> None:
    fields = ("From: Press office <press@mfa.example>", "Subject: Fwd: RE: Joint statement on salt", "To: all")
    assert identity("\n".join(fields), f"{BODY} {BODY}").title == "Joint statement on salt"
