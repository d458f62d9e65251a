from collections.abc import Callable

import pytest
from found import named, one, rules

from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import EntityKind

Recognise = Callable[..., Recognition]


def _bodies(recognition: Recognition) -> list[str]:
    return named(recognition, EntityKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They welcomed the Joint Fisheries Commission.", "Joint Fisheries Commission"),
        (
            "They welcomed the Committee on Peaceful Navigation of the Danube.",
            "Committee on Peaceful Navigation of the Danube",
        ),
        ("They welcomed the Monetary and Credit Board.", "Monetary and Credit Board"),
        ("They welcomed the Office for River Trade and Transit.", "Office for River Trade and Transit"),
        (
            "They welcomed the Ministry of Foreign Affairs of the Kingdom of Spain.",
            "Ministry of Foreign Affairs of the Kingdom of Spain",
        ),
        ("They welcomed the Nordic Children's Fund.", "Nordic Children's Fund"),
    ],
)
def test_a_body_is_known_by_its_head_noun(recognise: Recognise, text: str, body: str) -> None:
    assert body in _bodies(recognise(text))


def test_whose_a_body_is_stays_out_of_its_name(recognise: Recognise) -> None:
    found = recognise(
        "The Council of Ministers of Transport of the Member States of the Nordic Council met. "
        "The Nordic Council's Council of Ministers of Transport agreed."
    )
    body = one(found, "Council of Ministers of Transport")
    assert body.forms[0] == "Council of Ministers of Transport of the Member States of the Nordic Council"
    assert len(body.mentions) == 2


def test_a_plural_slip_makes_no_second_body(recognise: Recognise) -> None:
    found = recognise("The Council of Heads of State met. The Council of Heads of States of the OAU members agreed.")
    assert _bodies(found)[0] == "Council of Heads of State"
    assert len(one(found, "Council of Heads of State").mentions) == 2


def test_bodies_in_a_list_share_the_owner_printed_once(recognise: Recognise) -> None:
    found = recognise("They praised the OAS Trade Council, Reserve Fund and Forum.")
    assert _bodies(found) == ["OAS Trade Council", "Organization of American States", "OAS Reserve Fund", "OAS Forum"]
    assert rules(one(found, "OAS Reserve Fund")) == {"body-in-list"}


def test_two_bodies_joined_by_and_stay_two(recognise: Recognise) -> None:
    found = recognise("They addressed the Steering and Finance Committee and Harbour Committee meetings.")
    assert _bodies(found) == ["Steering and Finance Committee", "Harbour Committee"]


def test_a_bare_head_stands_for_the_body_named_most(recognise: Recognise) -> None:
    text = "The NATO Secretariat and the OAS Secretariat wrote. The OAS Secretariat called. The Secretariat answered."
    assert one(recognise(text), "OAS Secretariat").forms == ("OAS Secretariat", "Secretariat")


def test_a_bare_head_that_nothing_answers_to_is_no_body(recognise: Recognise) -> None:
    assert recognise("The Committee met. The Treaty was read.").entities == ()


def test_a_heading_in_capitals_names_no_body(recognise: Recognise) -> None:
    assert _bodies(recognise("FINAL REPORT OF THE STANDING COMMITTEE OF EXPERTS\n\nIt was agreed to rest.")) == []


def test_a_head_before_an_office_is_no_body(recognise: Recognise) -> None:
    assert _bodies(recognise("The Finance Ministers and Central Bank Governors met.")) == []


def test_an_abbreviation_in_brackets_is_known_from_then_on(recognise: Recognise) -> None:
    found = recognise("The Lower Basin Authority (LBA) met. The LBA agreed; LBAX did not.")
    body = one(found, "Lower Basin Authority")
    assert body.abbreviation == "LBA"
    assert body.forms == ("Lower Basin Authority", "LBA")
    assert len(body.mentions) == 3


def test_an_abbreviation_names_a_body_by_its_initials(recognise: Recognise) -> None:
    found = recognise(
        "They heard the Regional Monitor of Trade in Arms (RMTA) and a Big Word (XYZ). RMTA thanked them."
    )
    assert _bodies(found) == ["Regional Monitor of Trade in Arms"]
    assert rules(found.entities[0]) == {"named-by-initials", "abbreviation-defined"}


def test_bodies_of_one_name_and_two_owners_are_two(recognise: Recognise) -> None:
    text = "The Trade Committee of the OSCE met the Trade Committee of ASEAN. The Trade Committee of ASEAN left."
    names = named(recognise(text), EntityKind.ORGANISATION)
    assert [name for name in names if "Committee" in name] == [
        "Trade Committee of the OSCE",
        "Trade Committee of ASEAN",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They thanked the QRZT for its work.", ["QRZT"]),
        ("The line, to be built by QRZT before May, is long.", ["QRZT"]),
        ("Both sides condemned PKK, QRZT and others.", ["Kurdistan Workers' Party", "QRZT"]),
        ("The GDP grew and the XIV session met.", []),
        ("The QRZT Treaty was signed by ABCD Corporation.", ["ABCD Corporation"]),
        ("THE QRZT MET IN THE NORTH AND THE ABC AGREED.", []),
    ],
)
def test_an_abbreviation_that_nothing_explains_is_taken_for_a_body(
    recognise: Recognise, text: str, names: list[str]
) -> None:
    assert named(recognise(text), EntityKind.ORGANISATION) == names


def test_a_bracket_inside_a_name_belongs_to_it(recognise: Recognise) -> None:
    found = named(recognise("The Lower Customs Union (LCU) Council met."), EntityKind.ORGANISATION)
    assert "Lower Customs Union (LCU) Council" in found
