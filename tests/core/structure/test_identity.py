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


def said(field: str, *paragraphs: str) -> tuple[object, str, str]:
    """A field's value, its rule, and the words it was read of."""
    communique = parse(Source("\n\n".join(paragraphs), "test"))
    found = communique.identity
    span = found.evidence[field].span
    assert span is not None
    return getattr(found, field), found.evidence[field].rule, communique.words(span)


# The date


@pytest.mark.parametrize("verb", ["adopted", "issued", "signed", "done", "Released"])
def test_the_day_of_adoption_comes_before_the_day_of_printing(verb: str) -> None:
    lines = (f"Resolution {verb} by the Assembly on 3 May 1999", "9 June 1999", BODY)
    assert said("date", *lines) == ("1999-05-03", "adopted-in-title", "3 May 1999")
    assert identity(lines[1], lines[0], BODY).date == "1999-05-03"


def test_a_dateline_comes_before_another_date_of_the_title() -> None:
    assert said("date", "Talks of 3 May 1999", "Highport, 9 June 1999", BODY) == (
        "1999-06-09",
        "dateline",
        "9 June 1999",
    )
    assert said("date", "Statement of 3 May 1999 on fish", BODY) == ("1999-05-03", "title", "3 May 1999")


def test_a_title_comes_before_what_the_text_tells() -> None:
    assert identity("Statement of 3 May 1999 on fish", "They met on 4 May 1999.").date == "1999-05-03"


@pytest.mark.parametrize(
    "verb",
    [
        *(
            "held talks",
            "met",
            "gathered",
            "convened",
            "assembled",
            "had a meeting",
            "participated",
            "visited Highland",
        ),
        *("took place", "released it", "issued it", "adopted it", "were done", "signed it", "opened it"),
    ],
)
def test_the_opening_tells_when_they_met(verb: str) -> None:
    words = f"The ministers {verb} on 3 May 1999."
    assert said("date", "Title", words) == ("1999-05-03", "date-of-meeting", "3 May 1999")


@pytest.mark.parametrize(
    "lead",
    [
        "On",
        "From",
        "Between",
        "On the",
        "On 4 and",
        "From 1 to",
        "From 30 April to",
        "In Highport on",
        "At Highport, on",
    ],
)
def test_a_date_at_the_head_of_the_text_is_its_date(lead: str) -> None:
    assert identity("Title", f"{lead} 5 May 1999 the ministers spoke.").date == "1999-05-05"


@pytest.mark.parametrize(
    "words",
    [
        "The day was 5 May 1999 for all.",
        "Of late, on 5 May 1999 the ministers spoke.",
        "In Highport they spoke. On 5 May 1999 it rained.",
        "They met. It rained on 5 May 1999.",
        "They met; it rained on 5 May 1999.",
        f"They met {'to fish and ' * 14} on 5 May 1999.",
    ],
)
def test_a_date_elsewhere_is_not(words: str) -> None:
    assert identity("Title", words).date is None


@pytest.mark.parametrize("lead", ["of", "since", "after", "before", "dated"])
def test_the_date_of_another_event_is_passed_over(lead: str) -> None:
    words = f"The ministers met to recall the accord {lead} 1 May 1999 and parted on 3 May 1999."
    assert identity("Title", words).date == "1999-05-03"


def test_only_the_first_paragraph_tells_the_date_and_no_day_there_never_was() -> None:
    assert identity("Title", BODY, "They met on 3 May 1999.").date is None
    assert identity("Title", "They met on 30 February 1999 and parted on 3 May 1999.").date == "1999-05-03"


def test_what_was_issued_yesterday_has_the_date_of_the_day_before() -> None:
    note = "The following statement was issued yesterday by the ministers."
    assert said("date", "Title", "Highport, 1 May 1999", note, BODY) == (
        "1999-04-30",
        "release-of-yesterday",
        "1 May 1999",
    )
    assert identity("Title", "Highport, 1 May 1999", note.replace(" yesterday", ""), BODY).date == "1999-05-01"
    assert identity("Title", "Highport, 30 February 1999", note, BODY).date is None
    assert identity("Title", note, "They met on 3 May 1999.").date == "1999-05-03"


@pytest.mark.parametrize("verb", ["issued", "released", "adopted", "made public", "read where all met"])
def test_how_a_release_says_that_it_was_yesterday(verb: str) -> None:
    note = f"The following statement was {verb} here yesterday."
    assert identity("Title", "Highport, 2 May 1999", note, BODY).date == "1999-05-01"
    note = f"The following statement was {verb}. All met. It is not of yesterday."
    assert identity("Title", "Highport, 2 May 1999", note, BODY).date == "1999-05-02"


def test_a_report_opens_with_its_place_and_day() -> None:
    report = "HIGHPORT, Sept. 4, 1962 (River News) -- The following was agreed by the ministers of the coast."
    assert said("place", "Title", report) == ("Highport", "dateline", "HIGHPORT")
    assert said("date", "Title", report) == ("1962-09-04", "run-in-dateline", "Sept. 4, 1962")


@pytest.mark.parametrize(
    "head",
    [
        *(
            "Port Verde, May 4 --",
            "Port Verde, 4 May —",
            "Port Verde, May 4, 1962 –",
            "[Text] Port Verde, May 4 (RN) -",
        ),
        *("Port Verde, Lowland, 4 May 1962 (RN) --", "PORT VERDE, May 4 --"),
    ],
)
def test_how_a_report_opens(head: str) -> None:
    assert identity("Title", f"{head} The ministers fished.").place == "Port Verde"


@pytest.mark.parametrize(
    "words",
    [
        *("Port Verde, May 4 The ministers fished.", "Port Verde, in May -- a city", "Port verde of May 4 -- a day"),
        *(
            "Fish, 4 of them -- a dish",
            "Port Verde May 4 -- a day",
            "port Verde, May 4 -- a day",
            "It rained, May 4-5.",
        ),
    ],
)
def test_how_no_report_opens(words: str) -> None:
    found = identity("Title", words)
    assert (found.place, found.date) == (None, None)


@pytest.mark.parametrize("place", ["Port de Mar", "Port da Mar", "Port dos Mares", "Port la Mar", "Port el Mar"])
def test_a_report_may_come_from_a_place_of_several_words(place: str) -> None:
    assert identity("Title", f"{place}, May 4 -- The ministers fished.").place == place


def test_only_the_first_paragraph_opens_a_report() -> None:
    assert identity("Title", BODY, "Port Verde, May 4, 1962 -- The ministers fished.").place is None


def test_a_release_note_dates_the_text_last() -> None:
    note = "The following statement was made known on 27 April 1949."
    assert said("date", "Title", note, BODY) == ("1949-04-27", "release-note", "27 April 1949")
    assert identity("Title", note, "They met on 3 May 1949.").date == "1949-05-03"


# The place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Published 3 May 1999", None),
        ("Updated: 3 May 1999", None),
        ("Posted on 3 May 1999", None),
        ("Dated 3 May 1999", None),
        ("Issued 3 May 1999", None),
        ("Adopted on 3 May 1999", None),
        ("Adopted this 3 May 1999", None),
        ("Monday, 3 May 1999", None),
        ("Tuesday 3 May 1999", None),
        ("Wednesday, 3 May 1999", None),
        ("Thursday, 3 May 1999", None),
        ("Friday, 3 May 1999", None),
        ("Saturday, 3 May 1999", None),
        ("Sunday, 3 May 1999", None),
        ("Sundayfield, 3 May 1999", "Sundayfield"),
        ("Donegal, 3 May 1999", "Donegal"),
        ("Given at Highport, 3 May 1999", "Highport"),
        ("Signed in Highport, 3 May 1999", "Highport"),
        ("Done at Highport this 3 May 1999", "Highport"),
        ("Issued in Highport this day, 3 May 1999", "Highport"),
        ("Highport: 3 May 1999", "Highport"),
        ("Highport – 3 May 1999", "Highport"),
        ("Highport — 3 May 1999", "Highport"),
        ("Highport – Lowland, 3 May 1999", "Highport"),
        ("Highport - 3 May 1999", "Highport"),
        ("High-Port, Lowland, 3 May 1999", "High-Port"),
        ("Highport, D.C., 3 May 1999", "Highport, D.C."),
        ("Highport, DC, 3 May 1999", "Highport, DC"),
        ("King’s Port, 3 May 1999", "King’s Port"),
        ("St. Reed, 3 May 1999", "St. Reed"),
        ("Highport, 11 and 12 May 1983", "Highport"),
        ("Highport 11 to 12 May 1983", "Highport"),
        ("Highport, from 30 April to 2 May 1983", "Highport"),
        ("3 Reed Lane, 3 May 1999", None),
    ],
)
def test_the_place_of_a_dateline_is_its_city(line: str, place: str | None) -> None:
    assert identity("Title", BODY, line).place == place


def test_the_words_of_a_dateline_are_its_evidence() -> None:
    assert said("place", "Title", "([Port Verde, 3 May 1999)", BODY)[1:] == ("dateline", "Port Verde")
    assert said("place", "Title", "Done at PORT VERDE, 3 May 1999", BODY) == ("Port Verde", "dateline", "PORT VERDE")


@pytest.mark.parametrize("verb", ["issued", "Adopted", "signed", "done", "held", "released"])
@pytest.mark.parametrize("where", ["at", "in"])
def test_a_title_says_where_it_was_made(verb: str, where: str) -> None:
    title = f"Statement {verb} {where} Port Verde by all"
    assert said("place", title, BODY) == ("Port Verde", "place-in-title", "Port Verde")
    assert identity(f"Statement {verb} for {where} Port Verde", BODY).place is None


@pytest.mark.parametrize(
    "verb",
    [
        *("held talks", "met", "gathered", "convened", "assembled", "had a meeting", "participated", "visited friends"),
        *("took place", "released it", "issued it", "adopted it", "were done", "signed it", "opened it"),
    ],
)
def test_the_opening_tells_where_they_met(verb: str) -> None:
    words = f"The ministers {verb} with joy at Port Verde."
    assert said("place", "Title", words) == ("Port Verde", "place-of-meeting", "Port Verde")
    assert identity("Title", BODY, BODY, words).place == "Port Verde"
    assert identity("Title", BODY, BODY, BODY, words).place is None


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the city of Port Verde", "Port Verde"),
        ("in Port de la Mar", "Port"),
        ("in Port do Mar", "Port do Mar"),
        ("in Port de Mar", "Port de Mar"),
        ("in Port al-Mar", "Port al-Mar"),
        ("in Port-Verde", "Port-Verde"),
        ("in Highport, D.C.", "Highport, D.C."),
        ("in Upper Port of Lowland", "Upper Port"),
        ("in One Two Three Four Five", "One Two Three Four"),
        ("at Highport May 11, 1956", "Highport"),
        ("at Highport Sept. 11, 1956", "Highport"),
        ("at Mar Verde", "Mar Verde"),
        ("in May 1999", None),
        ("in May", None),
        ("in Sept. 1999", None),
        ("in May in Highport", "Highport"),
        ("in the Port", None),
        ("in port", None),
        (". It rained in Highport", None),
        ("; it rained in Highport", None),
        (f"{'to fish and ' * 12} in Highport", None),
    ],
)
def test_how_the_place_of_the_meeting_is_named(where: str, place: str | None) -> None:
    assert identity("Title", f"The ministers met {where} together.").place == place


def test_a_note_may_say_where_it_was_issued() -> None:
    note = "The following statement was issued in Port Verde by the ministers."
    assert identity("Title", note, BODY).place == "Port Verde"
    assert identity("Title", note, "They met in Highport.").place == "Highport"


@pytest.mark.parametrize("end", [",", ";", ",1", ",12"])
@pytest.mark.parametrize("opening", ["Recalling", "Mindful of", "Convinced by"])
def test_what_is_recalled_was_agreed_elsewhere(opening: str, end: str) -> None:
    friends = f"the ministers of the coast{' and of the river' * 5}"
    recalled = f"{opening} the accord that {friends} signed in Highport{end}"
    assert identity("Title", BODY, recalled, BODY).place is None
    assert identity("Title", BODY, recalled, "They met in Port Verde.").place == "Port Verde"


@pytest.mark.parametrize(
    "opening",
    [
        *("Meeting", "Having met", "Gathering", "Assembling", "Convening", "Having gathered", "Having assembled"),
        *("Having convened", "having met"),
    ],
)
def test_those_who_met_recall_nothing(opening: str) -> None:
    assert identity("Title", f"{opening} today, as visitors, in Highport,", BODY).place == "Highport"


def test_a_sentence_recalls_nothing() -> None:
    assert identity("Title", "Recalling was what all who met in Highport did.").place == "Highport"
    assert identity("Title", "The ministers, who met in Highport,", BODY).place == "Highport"


# The rest


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("MEETING OF THE COASTAL ASSEMBLY", "COASTAL ASSEMBLY"),
        ("Summit of the Three Big River Board", "Three Big River Board"),
        ("Summit of the Old Three Big River Board", None),
        ("Conference of the Cabinet (first part)", "Cabinet"),
        ("Conference of the Committee held today", "Committee"),
        ("Session of the Bureau of Fish 1999", "Bureau of Fish"),
        ("Session of the Secretariat of the Coast at Highport", "Secretariat of the Coast"),
        ("Session of the River Group in Highport", "River Group"),
        ("Session of the River Group on fish", "River Group"),
        ("Session of the River Group: Statement", "River Group"),
        ("Session of the River Group; Statement", "River Group"),
        ("Meeting with the River Council", None),
        ("Meeting of the River Councillors", None),
    ],
)
def test_how_a_body_that_met_is_named(title: str, body: str | None) -> None:
    assert identity(title, BODY).issuing_body == body


def test_the_body_that_met_is_shown_in_the_words() -> None:
    lines = ("Joint Statement", "Third Session of the River Council of Lowland, Highport", BODY)
    assert said("issuing_body", *lines) == ("River Council of Lowland", "body-that-met", "River Council of Lowland")


def test_a_note_may_give_the_address_of_the_source() -> None:
    note = "Source: https://example.org/a.html, 3 May 1999"
    assert said("source_address", "Title", note, BODY)[:2] == ("https://example.org/a.html", "address-in-note")
    assert identity("Title", "Source: (http://example.org/a).", BODY).source_address == "http://example.org/a"
    assert identity("Title", "Source: ://example", BODY).source_address is None
    assert identity("Title", "Source: https:// none", BODY).source_address is None
    assert identity("Title", f"{BODY} See https://example.org/a.").source_address is None


def test_one_word_in_eight_must_be_common() -> None:
    assert identity(f"the {'x ' * 6}").language == "en"
    assert identity(f"the {'x ' * 7}").language is None
    assert identity("", "the " * 5000 + "x " * 40_000).language == "en"
    evidence = parse(Source("the fish", "test")).identity.evidence["language"]
    assert evidence == Evidence("commonest-words")


@pytest.mark.parametrize(
    "word", [*("the", "of", "and", "to", "in", "for", "on"), *("with", "that", "by", "has", "have", "was", "their")]
)
def test_the_common_words_of_english(word: str) -> None:
    assert identity(f"x {word.upper()}").language == "en"


def test_the_text_itself_gives_neither_title_nor_kind() -> None:
    found = identity("Talks of fish", f"{BODY} Here is the text of the joint statement on fish.")
    assert (found.title, found.kind) == ("Talks of fish", None)
