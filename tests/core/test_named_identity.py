"""What a text says of itself once its names are known; each test names them itself."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from named_text import named, naming

from viewer.core.communique import Communique, Evidence, Identity, ParagraphKind
from viewer.core.mentions import Entity, EntityKind
from viewer.core.named_identity import with_names_known
from viewer.core.source import Source
from viewer.core.structure.parse import parse

STATE, PLACE, PERSON = EntityKind.STATE, EntityKind.PLACE, EntityKind.PERSON
ORGANISATION, DATE = EntityKind.ORGANISATION, EntityKind.DATE
AGREED = "They agreed to look after the fish of the river and after its banks."
KINDS = {
    "Highport": PLACE,
    "Port Verde": PLACE,
    "Lowland": STATE,
    "Highland": STATE,
    "Midland": STATE,
    "River Council": ORGANISATION,
    "Coastal Forum": ORGANISATION,
    "A. Marsh": PERSON,
    "B. Reed": PERSON,
    "C. Fern": PERSON,
}
CODES = {"Lowland": "LO", "Highland": "HI", "Midland": "MI", "A. Marsh": "LO", "B. Reed": "HI"}


def entity(text: str, name: str) -> Entity:
    kind = KINDS[name]
    known = named(text, kind, name)
    if kind is STATE:
        return known._replace(iso=CODES[name])
    return known._replace(state=CODES.get(name))


def communique(*paragraphs: str, dates: Mapping[str, str | None] = MappingProxyType({})) -> Communique:
    """The paragraphs, with every name of KINDS known, and the dates given by their words."""
    bare = parse(Source("\n\n".join(paragraphs), "test"))
    days = [named(bare.text, DATE, words)._replace(iso=iso) for words, iso in dates.items()]
    names = [entity(bare.text, name) for name in KINDS if name in bare.text]
    return naming(bare, (), *names, *days)


def identity(*paragraphs: str, dates: Mapping[str, str | None] = MappingProxyType({})) -> Identity:
    return with_names_known(communique(*paragraphs, dates=dates))


def said(
    field: str, *paragraphs: str, dates: Mapping[str, str | None] = MappingProxyType({})
) -> tuple[object, str, str]:
    """A field's value, its rule, and the words it was read of."""
    known = communique(*paragraphs, dates=dates)
    found = with_names_known(known)
    span = found.evidence[field].span
    assert span is not None
    return getattr(found, field), found.evidence[field].rule, known.words(span)


def test_nothing_is_said_by_an_empty_text() -> None:
    assert identity("") == Identity()


def test_what_the_words_alone_said_is_kept() -> None:
    words = ("Meeting of the River Board", "The ministers met in Port Royal on 3 May 1999 and spoke of Highport.")
    found = identity(*words, dates={"4 May 1999": "1999-05-04"})
    assert (found.title, found.issuing_body, found.place, found.date) == (
        words[0],
        "River Board",
        "Port Royal",
        "1999-05-03",
    )
    assert found.evidence["date"].rule == "date-of-meeting"


# The place


def test_the_place_of_the_first_paragraph_is_where_they_met() -> None:
    words = "The ministers, who stayed at Highport, are content."
    assert said("place", "Title", words) == ("Highport", "place-of-meeting", "Highport")


@pytest.mark.parametrize("where", ["in Highport", "at Highport", "in the Highport", "in the city of Highport"])
def test_words_before_a_place_say_that_something_was_there(where: str) -> None:
    assert identity("Title", f"The ministers dined {where}.").place == "Highport"


@pytest.mark.parametrize(
    "where", ["near Highport", "within Highport", "in old Highport", "of Highport", "into Highport"]
)
def test_other_words_before_a_place_do_not(where: str) -> None:
    assert identity("Title", f"The ministers dined {where}.").place is None


@pytest.mark.parametrize(
    "met",
    [
        "was held",
        "met",
        "gathered",
        "convened",
        "assembled",
        "The meeting",
        "took place",
        "was done",
        "adopted",
        "signed",
    ],
)
def test_a_later_paragraph_must_say_that_they_met(met: str) -> None:
    assert identity("Title", AGREED, f"Then all {met} with joy in the Highport.").place == "Highport"
    assert identity("Title", AGREED, f"Then all {met}. It rains in the Highport.").place is None
    assert identity("Title", AGREED, f"Then all {met} it; it rains in the Highport.").place is None


def test_only_the_first_three_paragraphs_say_where_they_met() -> None:
    met = "They met in Highport."
    assert identity("Title", AGREED, AGREED, met).place == "Highport"
    parsed = communique("Title", AGREED, AGREED, AGREED, "They met in old Highport, at Highport.")
    assert with_names_known(parsed).place is None


def test_a_state_is_no_place() -> None:
    assert identity("Title", "The ministers dined in Lowland.").place is None


def test_what_is_recalled_was_elsewhere() -> None:
    recalled = "Recalling the accord signed by many in Highport,"
    assert identity("Title", "The Council,", recalled, "Decides to dine in peace.").place is None
    assert identity("Title", recalled, "They met in Port Verde.").place == "Port Verde"


def test_a_place_named_at_the_head_may_do() -> None:
    assert said("place", "Talks of Highport", AGREED) == ("Highport", "place-at-the-head", "Highport")
    assert identity("Joint Statement", "River Meeting, Highport", AGREED).place == "Highport"
    assert identity("Title", "For further information: the press office of Highport", AGREED).place == "Highport"
    assert identity("Title", f"{AGREED} So it is near Highport.").place is None
    assert identity("Talks of Lowland", AGREED).place is None


def test_the_first_place_named_at_the_head_is_taken() -> None:
    assert identity("Talks of Highport", "Forum of Port Verde", AGREED).place == "Highport"


def test_a_dateline_may_name_a_known_place() -> None:
    known = communique("Title", "Highport", AGREED)
    kinds = (ParagraphKind.TITLE, ParagraphKind.DATELINE, ParagraphKind.BODY)
    paragraphs = tuple(p._replace(kind=kind) for p, kind in zip(known.paragraphs, kinds, strict=True))
    assert with_names_known(replace(known, paragraphs=paragraphs)).place == "Highport"


@pytest.mark.parametrize(
    "about",
    [
        *("on", "about", "regarding", "concerning", "in the situation at", "in the crisis of", "in the conflict in"),
        "after elections in",
    ],
)
def test_the_place_that_a_title_is_about_is_not_where_they_met(about: str) -> None:
    assert identity(f"Statement {about} Highport", AGREED).place is None


def test_what_the_line_above_is_about_is_not_what_the_next_is_about() -> None:
    title = f"Statement on {'fish, ' * 40}and the river"
    assert identity(title, "Highport Meeting", AGREED).place == "Highport"


def test_a_place_in_capitals_is_written_plainly() -> None:
    known = communique("TALKS OF HIGHPORT", AGREED)
    place = named(known.text, PLACE, "HIGHPORT")
    assert with_names_known(naming(known, (), place)).place == "Highport"
    known = communique("Title", "THE MINISTERS MET BRIEFLY, AND ALL DINED IN THE HIGHPORT.")
    place = named(known.text, PLACE, "HIGHPORT")
    assert with_names_known(naming(known, (), place)).place == "Highport"


def test_a_city_beside_the_place_of_the_dateline_is_the_place() -> None:
    assert said("place", "Title", "Reed House, Highport, 3 May 1999", AGREED) == (
        "Highport",
        "city-in-dateline",
        "Highport",
    )
    known = communique("Title", "REED HOUSE, HIGHPORT, 3 May 1999", AGREED)
    assert with_names_known(naming(known, (), named(known.text, PLACE, "HIGHPORT"))).place == "Highport"


def test_the_last_city_of_a_dateline_is_the_place() -> None:
    assert identity("Title", "Reed House, Highport, Port Verde, 3 May 1999", AGREED).place == "Port Verde"


def test_the_place_of_the_dateline_stays_if_it_is_a_city_or_there_is_none() -> None:
    assert identity("Title", "Highport, Port Verde, 3 May 1999", AGREED).evidence["place"].rule == "dateline"
    assert identity("Title", "Reed House, Lowland, 3 May 1999", AGREED).place == "Reed House"


def test_a_place_that_no_dateline_says_is_kept() -> None:
    kept = identity("Title", "The ministers met in Reed House, Highport, today.")
    assert (kept.place, kept.evidence["place"].rule) == ("Reed House", "place-of-meeting")


@pytest.mark.parametrize("why", [None, Evidence("dateline"), Evidence("written by you")])
def test_a_place_without_words_is_kept(why: Evidence | None) -> None:
    known = communique("Title", "Reed House, Highport, 3 May 1999", AGREED)
    bare = Identity(place="Reed House", evidence={"place": why} if why else {})
    assert with_names_known(replace(known, identity=bare)).place == "Reed House"


# The date


@pytest.mark.parametrize("iso", ["1999-05-03", "1999-04-30/1999-05-03"])
def test_a_date_at_the_head_is_the_last_day_of_it(iso: str) -> None:
    assert said("date", "Talks, the third of May", AGREED, dates={"third of May": iso}) == (
        "1999-05-03",
        "date-at-the-head",
        "third of May",
    )


@pytest.mark.parametrize("iso", ["1999-05", "1999", "XXXX-05-03", "1999-05-03/XXXX-05-04", "1999-05-0X", None])
def test_a_date_that_is_no_whole_day_is_none(iso: str | None) -> None:
    assert identity("Talks, the third of May", AGREED, dates={"third of May": iso}).date is None


@pytest.mark.parametrize(
    "head",
    [
        ("Talks of that May",),
        ("Title", "Talks of that May"),
        ("Title", "For further information: that May"),
    ],
)
def test_the_head_may_date_the_text(head: tuple[str, ...]) -> None:
    assert identity(*head, AGREED, dates={"that May": "1999-05-03"}).date == "1999-05-03"


def test_a_dateline_may_date_the_text() -> None:
    known = communique("Title", "that May", AGREED, dates={"that May": "1999-05-03"})
    kinds = (ParagraphKind.TITLE, ParagraphKind.DATELINE, ParagraphKind.BODY)
    paragraphs = tuple(p._replace(kind=kind) for p, kind in zip(known.paragraphs, kinds, strict=True))
    assert with_names_known(replace(known, paragraphs=paragraphs)).date == "1999-05-03"


def test_the_opening_says_when_they_met() -> None:
    day = {"the third of May": "1999-05-03"}
    assert identity("Title", AGREED, AGREED, "They met on the third of May.", dates=day).date == "1999-05-03"
    assert identity("Title", *[AGREED] * 3, "They met on the third of May.", dates=day).date is None
    assert identity("Title", "It rained on the third of May.", dates=day).date is None


@pytest.mark.parametrize("lead", ["of", "since", "after", "before", "dated"])
def test_another_event_has_another_date(lead: str) -> None:
    day = {"the third of May": "1999-05-03"}
    assert identity("Title", f"They met to recall the storm {lead} the third of May.", dates=day).date is None


def test_only_a_date_dates() -> None:
    known = communique("Talks of Highport", AGREED)
    place = named(known.text, PLACE, "Highport")._replace(iso="1999-05-03")
    assert with_names_known(naming(known, (), place)).date is None


# Who issued it


@pytest.mark.parametrize(
    "lead",
    [
        *("Joint statement of the", "Statement of", "Communiqué by", "Communique from the", "Declaration of"),
        *("Press release issued by the", "Conclusions adopted by the", "Third meeting of the", "Summit of the"),
        *("Session of the", "Statement"),
    ],
)
def test_an_organisation_whose_document_it_is_issued_it(lead: str) -> None:
    title = f"{lead} Coastal Forum"
    assert said("issuing_body", "Title", title, AGREED)[:2] == ("Coastal Forum", "issued-by")


@pytest.mark.parametrize(
    "lead", ["Statement on the", "Statement of friends of the", "Meeting with the", "Talks of the"]
)
def test_an_organisation_otherwise_named_did_not(lead: str) -> None:
    assert identity(f"{lead} Coastal Forum", AGREED).issuing_body is None


def test_a_state_is_no_issuing_body_and_a_subtitle_may_name_one() -> None:
    assert identity("Statement of Lowland", AGREED).issuing_body is None
    assert identity("Statement of Lowland", "Statement of the Coastal Forum", AGREED).issuing_body == "Coastal Forum"
    assert identity("Title", "The statement of the Coastal Forum was read.").issuing_body is None


# The parties


def test_the_states_in_the_title_are_the_parties() -> None:
    met = "A. Marsh, the envoy of Lowland, met B. Reed."
    assert said("parties", "Statement of Lowland, Midland and Lowland", met) == (
        ("Lowland", "Midland"),
        "states-in-title",
        "Lowland",
    )
    assert identity("Statement of Lowland", "And of Midland", met).parties == ("Lowland", "Midland")
    assert identity("Statement of Lowland and the Coastal Forum", AGREED).parties == ()


def test_the_states_of_the_people_of_the_opening_are_the_parties() -> None:
    met = "A. Marsh and C. Fern, guests, met B. Reed. A. Marsh went home."
    later = "So say Highland and Lowland of the fish."
    assert said("parties", "Statement of Midland", met, later) == (
        ("Lowland", "Highland"),
        "states-of-those-who-met",
        f"{met}\n{later}",
    )


def test_people_of_one_state_or_of_states_that_are_not_named_make_no_parties() -> None:
    assert identity("Title", "A. Marsh met C. Fern of Lowland.").parties == ()
    assert identity("Title", "A. Marsh met B. Reed of Lowland.").parties == ()
    assert identity("Title", *[AGREED] * 3, "A. Marsh of Lowland met B. Reed of Highland.").parties == ()


@pytest.mark.parametrize(
    ("opening", "parties"),
    [
        ("The Foreign Ministers of Lowland and Highland met.", ("Lowland", "Highland")),
        ("The Prime Minister of Lowland, Midland, and the Highland met.", ("Lowland", "Midland", "Highland")),
        ("The President of the Highland met the Minister for Trade of Lowland.", ("Highland", "Lowland")),
        ("The Governments of Lowland and Midland are content.", ("Lowland", "Midland")),
        ("The Chancellor of Lowland saw the King of Midland.", ("Lowland", "Midland")),
        ("The Queen of Lowland saw the Secretary of State of Midland.", ("Lowland", "Midland")),
        ("The Secretaries of Lowland saw the Heads of Government of Midland.", ("Lowland", "Midland")),
        ("The Heads of State of Lowland saw the President of the Republic of Midland.", ("Lowland", "Midland")),
        ("The leaders of Lowland and Midland met.", ("Lowland", "Midland")),
        ("The Minister of Lowland met a friend from Midland.", ()),
        ("The Minister of Lowland spoke of Midland.", ()),
        ("The Minister of Lowland came home. The Minister of Midland did not.", ()),
        ("The Minister of Lowland saw H. Reed of the U.N. and the Minister of Midland.", ("Lowland", "Midland")),
        ("The Minister of Lowland came in 1999. The Minister of Midland did not.", ()),
        ("The Minister of Lowland met the Minister of Highport.", ()),
    ],
)
def test_states_are_parties_by_the_offices_that_the_first_sentence_names(
    opening: str, parties: tuple[str, ...]
) -> None:
    assert identity("Title", opening, "The Ministers of Highland and Midland are content.").parties == parties


# The chair


@pytest.mark.parametrize(
    "words",
    [
        *(
            "The talks were chaired by A. Marsh.",
            "Co-chaired by A. Marsh",
            "It met under the chairmanship of A. Marsh.",
        ),
        *("It was presided over by A. Marsh.", "Chair: A. Marsh", "Chairman: A. Marsh", "Chairperson: A. Marsh"),
        *(
            "It was chaired by the Minister, Mr. A. Marsh.",
            "It was chaired by H.E. Dr. A. Marsh.",
            "A. Marsh presided.",
        ),
        *("It was chaired by Hon. St. Amb. Gen. A. Marsh", "It was chaired by Mrs. Prof. Ms. A. Marsh"),
        *(
            "A. Marsh took the chair.",
            "A. Marsh was in the chair.",
            "With A. Marsh in the chair",
            "A. Marsh, 9, chaired it.",
        ),
    ],
)
def test_who_was_in_the_chair(words: str) -> None:
    assert said("chair", "Title", f"{words} Nobody spoke.") == ("A. Marsh", "chair", "A. Marsh")


@pytest.mark.parametrize(
    "words",
    [
        *("The talks were chaired by him. A. Marsh came.", "The chair of A. Marsh", "A. Marsh came. He presided."),
        *("A. Marsh came with a chair.", "It was chaired by the River Council.", "The unchaired by A. Marsh"),
    ],
)
def test_who_was_not(words: str) -> None:
    assert identity("Title", f"{words} Nobody spoke.").chair is None


def test_only_the_opening_names_the_chair() -> None:
    chaired = "The talks were chaired by A. Marsh."
    assert identity("Title", AGREED, AGREED, chaired).chair == "A. Marsh"
    assert identity("Title", AGREED, AGREED, AGREED, chaired).chair is None
