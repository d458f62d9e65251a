from collections.abc import Callable

import pytest
from found import named, one

from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import EntityKind

Recognise = Callable[..., Recognition]


@pytest.mark.parametrize(
    "document",
    [
        "Treaty on Friendship, Navigation and Mutual Aid",
        "Convention on the Protection of Rivers in Central Europe",
        "Agreement on Transit between Nepal and India",
        "Northern Waters Charter",
        "Plan of Works in support of the implementation of the Programme of River Transport",
        "Programme of Exchanges for 1975",
        "Action Plan",
        "Reports on Compliance with Codes",
    ],
)
def test_a_document_is_known_by_head_and_long_name(recognise: Recognise, document: str) -> None:
    assert document in named(recognise(f"They signed the {document}, as agreed."), EntityKind.DOCUMENT)


def test_date_and_city_of_signing_stay_out_of_the_name(recognise: Recognise) -> None:
    found = recognise("They will sign the Treaty on Open Rivers in July 1981 in Geneva. The Treaty is short.")
    assert one(found, "Treaty on Open Rivers").forms == ("Treaty on Open Rivers", "Treaty")


def test_a_document_called_after_a_city_does_not_name_the_city(recognise: Recognise) -> None:
    found = recognise("The Geneva Protocol and the Treaty of Rome stand.")
    assert named(found, EntityKind.DOCUMENT) == ["Geneva Protocol", "Treaty of Rome"]
    assert named(found, EntityKind.PLACE) == []


def test_a_number_or_a_year_belongs_to_the_name_and_is_no_date(recognise: Recognise) -> None:
    found = recognise(
        "They recalled UN Security Council Resolution 9999 (1999), Agenda 2063 and the 2030 Agenda for Rivers."
    )
    assert named(found, EntityKind.DOCUMENT) == [
        "UN Security Council Resolution 9999 (1999)",
        "Agenda 2063",
        "2030 Agenda for Rivers",
    ]
    assert named(found, EntityKind.DATE) == []


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (
            "The Treaty on Tides in support of the Pact of Ports was read.",
            "Treaty on Tides in support of the Pact of Ports",
        ),
        ("The Agreement on Cooperation in the field of Tides ended.", "Agreement on Cooperation in the field of Tides"),
        ("The Convention on Tides and support for Lebanon were named.", "Convention on Tides"),
        ("The Charter of Paris and implementation of Minsk were named.", "Charter of Paris"),
    ],
)
def test_only_linking_phrases_lead_on_through_small_nouns(recognise: Recognise, text: str, document: str) -> None:
    assert named(recognise(text), EntityKind.DOCUMENT)[0] == document


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("They recalled UN Security Council resolution 9435 of old.", "UN Security Council resolution 9435"),
        ("Under General Assembly resolution 3333 (XX) they met.", "General Assembly resolution 3333 (XX)"),
        ("The Protocol prolonging the Tidal Treaty was read.", "Protocol prolonging the Tidal Treaty"),
        ("The Protocol Relating to the Ports of Norway was read.", "Protocol Relating to the Ports of Norway"),
    ],
)
def test_resolutions_in_small_letters_and_participles_that_lead_on(
    recognise: Recognise, text: str, document: str
) -> None:
    assert document in named(recognise(text), EntityKind.DOCUMENT)


def test_a_resolve_is_no_resolution(recognise: Recognise) -> None:
    assert named(recognise("They showed resolution and read two resolutions."), EntityKind.DOCUMENT) == []


def test_law_alone_is_no_document(recognise: Recognise) -> None:
    found = recognise("They read the United Nations Convention on the Law of the Sea.")
    assert named(found, EntityKind.DOCUMENT) == ["United Nations Convention on the Law of the Sea"]


@pytest.mark.parametrize(
    ("text", "event", "date", "place"),
    [
        (
            "The meeting of the Council of Elders was held on May 4, 1971 in Accra.",
            "Meeting of the Council of Elders",
            "1971-05-04",
            "Accra",
        ),
        (
            "The next session of the Joint Board, to be held in spring 1980 in Vienna, matters.",
            "Next session of the Joint Board",
            "1980-21",
            "Vienna",
        ),
        ("They hailed the June 1985 EU-Japan Summit.", "EU-Japan Summit", "1985-06", None),
        ("The four-party talks must go on.", "Four-party talks", None, None),
        ("They backed the Sudanese peace talks.", "Sudanese peace talks", None, None),
        ("On July 9, 1990, parliamentary elections were held.", "Parliamentary elections", "1990-07-09", None),
        ("Our third meeting took place in Berlin in December 1999.", "Third meeting", "1999-12", "Berlin"),
        ("They recalled the last meeting in Nairobi.", "Last meeting in Nairobi", None, "Nairobi"),
        ("A next high-level meeting is to take place in late 1982.", "Next high-level meeting", "1982", None),
        ("The visit of March 1976 gave new life to trade.", "Visit of March 1976", None, None),
        ("The meeting of the river pilots led to a strike.", "Meeting of the river pilots", None, None),
        ("The Third Forum Leaders’ Meeting on Trade was noted.", "Forum Leaders’ Meeting on Trade", None, None),
        (
            "The International Conference, “Open Rivers. Open Roads,” met.",
            "International Conference, “Open Rivers. Open Roads,”",
            None,
            None,
        ),
    ],
)
def test_an_event_is_known_with_date_and_place(
    recognise: Recognise, text: str, event: str, date: str | None, place: str | None
) -> None:
    found = one(recognise(text), event)
    assert (found.date, found.place) == (date, place)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was long.",
        "The next meeting will tell.",
        "They enjoy meeting people.",
        "This high-level meeting in Oslo ended.",
        "They opposed third-party talks.",
    ],
)
def test_a_meeting_nothing_tells_apart_is_no_event(recognise: Recognise, text: str) -> None:
    assert named(recognise(text), EntityKind.EVENT) == []


def test_each_event_of_a_sentence_has_its_own_date_and_place(recognise: Recognise) -> None:
    text = (
        "After the meeting of the Council of Elders on May 4, 1971 in Accra "
        "and the meeting of the Trade Board on June 5, 1971 in Lagos they rested."
    )
    found = recognise(text)
    assert one(found, "Meeting of the Council of Elders").place == "Accra"
    assert one(found, "Meeting of the Trade Board").date == "1971-06-05"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They acceded to the NPT and to START II.", ["NPT", "START II"]),
        ("They recalled the Treaty of 28 February 1921 between them.", ["Treaty of 28 February 1921"]),
        ("They recalled the Declaration of May 1961.", ["Declaration of May 1961"]),
        (
            "Resolutions 242 and 338 stand, as do resolutions 5 (1957), 6 (1958) and 7 (1959).",
            ["Resolutions 242 and 338", "Resolutions 5 (1957), 6 (1958) and 7 (1959)"],
        ),
        ("They signed a Memorandum of Understanding on fish.", ["Memorandum of Understanding"]),
        (
            "The Agreement on Trade and Ports between the Government of Peru and others is in force.",
            ["Agreement on Trade and Ports"],
        ),
        ("They signed the Trade Agreements with ECOWAS.", ["Trade Agreements"]),
        ("They recalled the Charter of the League and of the Union.", ["Charter of the League"]),
    ],
)
def test_documents_are_named_to_their_end(recognise: Recognise, text: str, names: list[str]) -> None:
    found = [name[:1].upper() + name[1:] for name in named(recognise(text), EntityKind.DOCUMENT)]
    assert found == names


def test_the_date_that_tells_a_document_is_a_date_as_well(recognise: Recognise) -> None:
    assert one(recognise("They recalled the Treaty of 28 February 1921."), "28 February 1921").iso == "1921-02-28"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The Vienna talks and the SCO summit went on.", ["Vienna talks", "SCO summit"]),
        ("They back the Middle East peace process.", ["Middle East peace process"]),
        ("They noted the elections in Haiti and talks in Bonn.", ["Elections in Haiti", "Talks in Bonn"]),
        ("He paid an official visit to Thailand.", ["Official visit to Thailand"]),
        ("The Thirty-fourth session of the Council of Elders met.", ["Thirty-fourth session of the Council of Elders"]),
        ("The 34th Session of the Council of Elders met.", ["34th Session of the Council of Elders"]),
        ("They hailed the Seventh Trade Summit.", ["Trade Summit"]),
        ("They hailed the attacks of 26 October as did others.", ["Attacks of 26 October"]),
        ("The talks of Bonn between the delegations went on.", ["Talks of Bonn"]),
        ("They concluded the Tokyo Round after a round of talks.", ["Tokyo Round"]),
        ("The NATO Ministers meeting in Oslo agreed.", []),
        (
            "They met at the 15th Extraordinary Session of the Council of Elders.",
            ["15th Extraordinary Session of the Council of Elders"],
        ),
        (
            "They condemned the attacks in Lagos and the talks held in Accra.",
            ["Attacks in Lagos", "Talks held in Accra"],
        ),
        ("They back the Fight against Terrorist Bombings.", []),
    ],
)
def test_events_are_told_by_owner_place_order_and_date(recognise: Recognise, text: str, events: list[str]) -> None:
    found = [name[:1].upper() + name[1:] for name in named(recognise(text), EntityKind.EVENT)]
    assert found == events
