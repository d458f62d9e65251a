from collections.abc import Callable

import pytest
from found import named, one, rules

from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import EntityKind, Rank

Recognise = Callable[..., Recognition]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "It was signed by the Minister of Trade of the Kingdom of Norway O. Berg.",
            "O. Berg",
            ("Minister of Trade", "NO", Rank.MINISTER),
        ),
        ("President A. Quiroga of Bolivia spoke.", "A. Quiroga", ("President", "BO", Rank.HEAD_OF_STATE)),
        (
            "They met Peruvian Foreign Minister Rosa de la Vega.",
            "Rosa de la Vega",
            ("Foreign Minister", "PE", Rank.MINISTER),
        ),
        ("They thanked Ghana's Finance Minister Addo.", "Addo", ("Finance Minister", "GH", Rank.MINISTER)),
        (
            "Republic of Korea (ROK) Vice Minister Park Ji-won came.",
            "Park Ji-won",
            ("Vice Minister", "KR", Rank.DEPUTY_MINISTER),
        ),
        (
            "Erik Holm, Minister for Foreign Affairs of Sweden, agreed.",
            "Erik Holm",
            ("Minister for Foreign Affairs", "SE", Rank.MINISTER),
        ),
        (
            "H.E. Mr. Tomas Vrba, Ambassador of the Czech Republic, agreed.",
            "Tomas Vrba",
            ("Ambassador", "CZ", Rank.ENVOY),
        ),
        (
            "Sir Hugh Ormond, Prime Minister of New Zealand, was there.",
            "Hugh Ormond",
            ("Prime Minister", "NZ", Rank.HEAD_OF_GOVERNMENT),
        ),
        (
            "Deputy Prime Minister - Minister of Finance of the Republic of Latvia J. Ozols signed.",
            "J. Ozols",
            ("Deputy Prime Minister - Minister of Finance", "LV", Rank.MINISTER),
        ),
        (
            "Under Secretary of State for Arms Control Jane Roe represented the United States.",
            "Jane Roe",
            ("Under Secretary of State for Arms Control", "US", Rank.DEPUTY_MINISTER),
        ),
        (
            "Deputy Foreign Minister Nguyen Van Minh of Vietnam left.",
            "Nguyen Van Minh",
            ("Deputy Foreign Minister", "VN", Rank.DEPUTY_MINISTER),
        ),
        (
            "The Minister of Defence of Chile, Mrs. Ana Soto, spoke.",
            "Ana Soto",
            ("Minister of Defence", "CL", Rank.MINISTER),
        ),
    ],
)
def test_office_state_and_name_are_found_in_any_order(
    recognise: Recognise, text: str, name: str, expected: tuple[str, str, Rank]
) -> None:
    person = one(recognise(text), name)
    assert (person.office, person.state, person.rank) == expected


def test_an_official_of_an_organisation_acts_for_no_state(recognise: Recognise) -> None:
    person = one(recognise("The OSCE Secretary General Ida Falk opened the session."), "Ida Falk")
    assert (person.office, person.state) == ("Secretary General", None)
    assert person.organisation == "Organization for Security and Co-operation in Europe"


def test_a_list_of_officials_gives_each_his_own_state(recognise: Recognise) -> None:
    text = (
        "Present were U.S. Secretary of State John Q. Sample, Japanese Foreign Minister Sato Kenji "
        "and Prime Minister P. Lund of Denmark."
    )
    found = recognise(text)
    assert [one(found, name).state for name in ("John Q. Sample", "Sato Kenji", "P. Lund")] == ["US", "JP", "DK"]


def test_an_office_without_a_name_is_no_person(recognise: Recognise) -> None:
    text = "The Prime Minister of Malaysia and the Foreign Ministers of Peru met. The Secretary General\nAgreed"
    assert named(recognise(text), EntityKind.PERSON) == []


def test_later_short_forms_are_the_same_person(recognise: Recognise) -> None:
    text = (
        "Foreign Minister Ilse Brandt of Austria met Prime Minister L. Moreau of France. "
        "Minister Brandt thanked Mr. Moreau."
    )
    found = recognise(text)
    assert named(found, EntityKind.PERSON) == ["Ilse Brandt", "L. Moreau"]
    assert one(found, "Ilse Brandt").forms == ("Ilse Brandt", "Brandt")
    assert rules(one(found, "L. Moreau")) == {"office-name-state", "honorific-then-name"}


def test_two_people_of_one_family_name_stay_two(recognise: Recognise) -> None:
    text = (
        "Minister of Trade Anna Berg of Sweden met Minister of Trade Olaf Berg of Norway "
        "and President Carl Berg of Norway."
    )
    assert named(recognise(text), EntityKind.PERSON) == ["Anna Berg", "Olaf Berg", "Carl Berg"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Berdybaev", "Berdybayev"),
        ("Rakhimonov", "Rakhimon"),
        ("Zelinskyy", "Zelinskiy"),
        ("Shukhratow", "Shuhratov"),
        ("Qodirjonov", "Kodirdjonov"),
    ],
)
def test_two_spellings_of_one_family_name_are_one_person(recognise: Recognise, first: str, second: str) -> None:
    found = recognise(f"President N. {first} of Kazakhstan came. They thanked President {second}; {second} smiled.")
    assert one(found, f"N. {first}").forms == (f"N. {first}", second)
    assert len(one(found, f"N. {first}").mentions) == 3


@pytest.mark.parametrize(("first", "second"), [("Karim", "Karimov"), ("Moon", "Mon"), ("Ivanov", "Ivanova")])
def test_names_that_are_only_like_each_other_stay_two(recognise: Recognise, first: str, second: str) -> None:
    found = recognise(f"President A. {first} of Kazakhstan met Prime Minister A. {second} of Kazakhstan.")
    assert named(found, EntityKind.PERSON) == [f"A. {first}", f"A. {second}"]


def test_an_initial_and_a_full_name_are_one_person(recognise: Recognise) -> None:
    found = recognise("Foreign Minister T. Lindqvist of Sweden came. Foreign Minister Tage Lindqvist of Sweden left.")
    assert one(found, "Tage Lindqvist").forms == ("T. Lindqvist", "Tage Lindqvist")


def test_a_city_may_be_a_given_name(recognise: Recognise) -> None:
    found = recognise("Deputy Secretary Victoria Hale of the United States spoke.")
    assert named(found, EntityKind.PERSON) == ["Victoria Hale"]
    assert named(found, EntityKind.PLACE) == []


def test_a_body_that_no_list_knows_is_part_of_the_office(recognise: Recognise) -> None:
    person = one(recognise("I. Petrov, General Secretary of the Central Committee of Norway, came."), "I. Petrov")
    assert person.office == "General Secretary of the Central Committee of Norway"
    assert (person.organisation, person.state) == ("Central Committee of Norway", "NO")


def test_an_elided_particle_is_part_of_a_name(recognise: Recognise) -> None:
    assert named(recognise("President Luc d'Arbois of France came."), EntityKind.PERSON) == ["Luc d'Arbois"]


def test_an_honorific_alone_makes_a_person_of_unknown_office(recognise: Recognise) -> None:
    person = one(recognise("The chair was taken by Dr. Emil van der Zee (Netherlands)."), "Emil van der Zee")
    assert (person.office, person.state) == (None, "NL")


def test_a_short_introduction_of_two_offices_joined_by_and_is_one_person(recognise: Recognise) -> None:
    person = one(recognise("Deputy Prime Minister and Minister of Energy of Malta Pawlu Borg spoke."), "Pawlu Borg")
    assert person.office == "Deputy Prime Minister and Minister of Energy"


def _states(found: Recognition) -> dict[str, str | None]:
    return {entity.name: entity.state for entity in found.entities if entity.kind is EntityKind.PERSON}


def test_the_body_of_a_post_tells_the_state_and_the_organisation(recognise: Recognise) -> None:
    text = "Jan Novak, General Secretary of the Central Committee of the Polish Workers' Party, spoke."
    person = one(recognise(text), "Jan Novak")
    assert person.organisation == "Central Committee of the Polish Workers' Party"
    assert person.office == f"General Secretary of the {person.organisation}"


def test_posts_joined_across_a_body_are_one_persons(recognise: Recognise) -> None:
    text = "Ivo Kral, Chairman of the State Council of Norway and Chairman of the Trade Board of Norway, spoke."
    assert "and Chairman of the Trade Board" in str(one(recognise(text), "Ivo Kral").office)


def test_a_rank_gives_way_to_the_post_after_the_name(recognise: Recognise) -> None:
    person = one(recognise("Ambassador Ana Soto, Permanent Representative of Chile to the UN, spoke."), "Ana Soto")
    assert (person.office, person.state) == ("Permanent Representative", "CL")
    general = one(recognise("Army General Carl Berg, Minister of Defence of Norway, spoke."), "Carl Berg")
    assert general.office == "Minister of Defence"


def test_letters_and_junior_stand_between_name_and_post(recognise: Recognise) -> None:
    found = recognise("Mr. Anil Sen, M.P., Minister of Trade of India, met Carl Berg, Jr., Secretary of State.")
    assert one(found, "Anil Sen").office == "Minister of Trade"
    assert one(found, "Carl Berg, Jr.").office == "Secretary of State"


@pytest.mark.parametrize(
    ("lead", "rows"),
    [
        ("For the Kingdom of Norway:", ["Olaf Berg, Minister of Trade", "Admiral Lund, Chief of Staff"]),
        ("On the Norwegian side: ", ["Olaf Berg, Minister of Trade; Admiral Lund, Chief of Staff"]),
        ("Norway", ["Olaf Berg, Minister of Trade", "Admiral Lund, Chief of Staff"]),
        ("For Norway — ", ["Olaf Berg, Minister of Trade; Admiral Lund, Chief of Staff"]),
    ],
)
def test_whom_a_list_is_for_is_told_once(recognise: Recognise, lead: str, rows: list[str]) -> None:
    joint = "" if lead.endswith(" ") else "\n\n"
    text = f"The following took part:\n\n{lead}{joint}" + "\n\n".join(rows) + "\n\nMr. Smith was absent."
    assert _states(recognise(text)) == {"Olaf Berg": "NO", "Lund": "NO", "Smith": None}


def test_several_of_one_office_are_read_from_a_list(recognise: Recognise) -> None:
    found = recognise("Foreign Ministers Olaf Berg, Ana Soto and Kim Ji-won met. Ministers of several states met.")
    assert [entity.office for entity in found.entities if entity.kind is EntityKind.PERSON] == ["Foreign Ministers"] * 3


def test_states_and_their_people_are_listed_in_one_order(recognise: Recognise) -> None:
    found = recognise("They saw the Presidents of Chile, Peru and Norway, Ana Soto, Luis Vega and Olaf Berg.")
    assert _states(found) == {"Ana Soto": "CL", "Luis Vega": "PE", "Olaf Berg": "NO"}


def test_a_state_is_represented_by_somebody(recognise: Recognise) -> None:
    found = recognise("Norway was represented by Olaf Berg, Minister of Trade, and Chile by Ana Soto.")
    assert _states(found) == {"Olaf Berg": "NO", "Ana Soto": "CL"}


def test_who_did_something_and_who_has_a_given_name_needs_no_office(recognise: Recognise) -> None:
    found = recognise("The mission, headed by Quibble Zanzer, sought Igor Petrenko. It visited Greater Tunb.")
    assert named(found, EntityKind.PERSON) == ["Quibble Zanzer", "Igor Petrenko"]
    assert rules(one(found, "Igor Petrenko")) == {"given-name"}


def test_initials_tell_a_name_and_a_title_in_letters_does_not(recognise: Recognise) -> None:
    found = recognise("They honoured V. I. Petrov and M.S. Novak. H.E. Berg wrote to P.O. Box 7 in the U.S. Senate.")
    assert named(found, EntityKind.PERSON) == ["V. I. Petrov", "M.S. Novak", "Berg"]


def test_a_city_may_be_a_family_name(recognise: Recognise) -> None:
    found = recognise("They thanked Alice Houston.")
    assert named(found, EntityKind.PERSON) == ["Alice Houston"]
    assert named(found, EntityKind.PLACE) == []


def test_one_word_whose_acts_are_named_is_a_person(recognise: Recognise) -> None:
    found = recognise("They condemned Quiroga's regime and Norway's government.")
    assert named(found, EntityKind.PERSON) == ["Quiroga"]


def test_what_is_appointed_follows_the_name(recognise: Recognise) -> None:
    assert one(recognise("They appointed Mr. Olaf Berg as the President."), "Olaf Berg").office == "President"


def test_the_people_of_a_visit_act_for_guest_or_host(recognise: Recognise) -> None:
    text = (
        "Olaf Berg, Prime Minister of Norway, paid an official visit to Chile. He was accompanied by Carl Lund.\n\n"
        "He was received by President Ana Soto. Greetings came from President Luis Vega."
    )
    found = recognise(text)
    assert _states(found) == {"Olaf Berg": "NO", "Carl Lund": "NO", "Ana Soto": "CL", "Luis Vega": None}
    assert rules(one(found, "Ana Soto")) == {"host-of-a-visit"}


def test_a_family_name_alone_is_the_person_named_before(recognise: Recognise) -> None:
    text = (
        "Foreign Minister Park Ji-won met Foreign Minister Olaf Berg of Norway. Later Berg thanked Park. "
        "The Berg Foundation was named, and Berg's speech heard."
    )
    found = recognise(text)
    assert [text[m.span.start : m.span.end] for m in one(found, "Olaf Berg").mentions] == ["Olaf Berg", "Berg", "Berg"]
    assert one(found, "Park Ji-won").mentions[-1].rule == "family-name"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Norway was represented by the Minister for Trade, Mr. Arne Berg, and Chile by Mr. Luis Soto.",
            {"Arne Berg": "NO", "Luis Soto": "CL"},
        ),
        (
            "Norway was represented by Mr. Arne Berg. Mr. Berg was assisted by Mr. Odd Lie and Mr. Per Dahl.",
            {"Arne Berg": "NO", "Odd Lie": "NO", "Per Dahl": "NO"},
        ),
        (
            (
                "Prime Minister Arne Berg of Norway came. Mr. Berg was accompanied by the following:\n"
                "Mr. Odd Lie, Minister of Trade\nMs. Ida Moe, Director-General, Department of Ports\nThey met."
            ),
            {"Arne Berg": "NO", "Odd Lie": "NO", "Ida Moe": "NO"},
        ),
        ("The Finnish Presidency was represented by Mr. Eero Salo.", {"Eero Salo": "FI"}),
        (
            "The Ministers of Trade – Arne Berg of Norway, Luis Soto of Chile and Esi Addo of Ghana – met.",
            {"Arne Berg": "NO", "Luis Soto": "CL", "Esi Addo": "GH"},
        ),
        (
            "Drilon Vrapi of Albania, Hazir Kuqi of Kosovo and Anna Berg of Norway came.",
            {"Drilon Vrapi": "AL", "Hazir Kuqi": "XK", "Anna Berg": "NO"},
        ),
        ("Southern Shores of Norway, Northern Fjords of Iceland and others were seen.", {}),
        ("The United States and Peru met. Secretary of State Roe spoke.", {"Roe": "US"}),
        ("Peru and Chile met. Secretary of State Roe spoke.", {"Roe": None}),
        ("The United States and Peru met. Secretary of State for Trade Roe spoke.", {"Roe": None}),
        ("They met in Oslo.\n\nOn Mali\n\nThey back the Interim President, Mr. Issa Keita.", {"Issa Keita": "ML"}),
        ("They met in Oslo.\n\nOn Mali\n\nThey hailed what Peru and President Issa Quispe did.", {"Issa Quispe": None}),
        ("3. On the situation in Mali, they met President Keita and others.", {"Keita": "ML"}),
        ("They back the Government of President Keita in Mali, as Peru does.", {"Keita": "ML"}),
        ("Norway reiterated President Berg's offer to Chile.", {"Berg": "NO"}),
        ("They noted the reforms of Norway under Prime Minister Berg.", {"Berg": "NO"}),
        ("Bank of Norway Governor Arne Berg spoke.", {"Arne Berg": "NO"}),
        ("They met President Berg after the war in Mali.", {"Berg": None}),
        ("Hon. Efua Addo, Special Envoy of the President of Ghana, came.", {"Efua Addo": "GH"}),
        ("Issa Keita, Minister for Foreign Affairs and Malians Abroad, was elected.", {"Issa Keita": "ML"}),
        (
            "Ms. Ana Soto of Chile was accompanied by Mrs. Eva Lund and Messrs. Carl Berg and Ole Dahl.",
            {"Ana Soto": "CL", "Eva Lund": "CL", "Carl Berg": "CL", "Ole Dahl": "CL"},
        ),
        (
            "Mr. Adam Berg was accompanied by Dr. Eva Lund. Ms. Sara Berg of Chile sent a message.",
            {"Adam Berg": None, "Eva Lund": None, "Sara Berg": "CL"},
        ),
        (
            "Joint Statement of Norway and Chile\n\nNorwegian Prime Minister Jon Berg and Minister Ana Lund met.",
            {"Jon Berg": "NO", "Ana Lund": None},
        ),
        (
            "Thailand was represented by Mr. Som Prad, and Nepal was represented at another level by Mr. Gyan Rai.",
            {"Som Prad": "TH", "Gyan Rai": None},
        ),
        (
            "Minister of Trade Arne Berg and Minister of Defence Odd Lie of Norway spoke.",
            {"Arne Berg": "NO", "Odd Lie": "NO"},
        ),
        (
            "They met the Vice Minister of Foreign Affairs of Peru, Ambassador Ana Soto.",
            {"Ana Soto": "PE"},
        ),
        ("They met.\n\nOn Mali\n\nThe President of the Commission, Mr. Issa Keita, spoke.", {"Issa Keita": None}),
        (
            "Norway was represented by Arne Berg, accompanied by the following: Mr. Odd Lie, Minister; Ms. Ida Moe.",
            {"Arne Berg": "NO", "Odd Lie": "NO", "Ida Moe": "NO"},
        ),
        (
            (
                "Kenya was represented by its Minister, Hon. Moses Kibet, who was accompanied by the following:\n"
                "Mr. Peter Kamau, Permanent Secretary\nMs. Jane Mutua, Director\nThey met."
            ),
            {"Moses Kibet": "KE", "Peter Kamau": "KE", "Jane Mutua": "KE"},
        ),
        (
            (
                "The delegation of Moldova was led by Mr. Ion Munte and comprised the following:\n"
                "Mr. Petru Lupan, Ambassador\nMs. Ana Rusan, Counsellor\nThey met."
            ),
            {"Ion Munte": "MD", "Petru Lupan": "MD", "Ana Rusan": "MD"},
        ),
        ("Japan (Mr. Taro Ito) and Peru (Mr. Luis Soto) took part.", {"Taro Ito": "JP", "Luis Soto": "PE"}),
        ("Press release on the visit to Norway\n\nPrime Minister Soto thanked the hosts.", {"Soto": None}),
        ("Met\n\nThey talked.\n\nTalks in Norway\n\nPrime Minister Soto thanked the hosts.", {"Soto": None}),
    ],
)
def test_the_words_around_tell_whom_people_act_for(
    recognise: Recognise, text: str, states: dict[str, str | None]
) -> None:
    assert _states(recognise(text)) == states


def test_a_name_in_capitals_is_not_taken_for_letters_after_a_name(recognise: Recognise) -> None:
    found = one(recognise("H.E. Jean KUNG, Chairperson of the African Union Commission, spoke."), "Jean KUNG")
    assert (found.office, found.organisation) == ("Chairperson", "African Union Commission")


def test_two_honorifics_are_no_part_of_a_name(recognise: Recognise) -> None:
    text = "His Excellency Dr. Somchai Pradit, Minister of Foreign Affairs of Thailand, spoke."
    assert named(recognise(text), EntityKind.PERSON) == ["Somchai Pradit"]


def test_an_honorific_that_is_a_given_name_as_well_keeps_its_office(recognise: Recognise) -> None:
    assert (
        one(recognise("The President of Bangladesh, Sheikh Omar Rashid, came."), "Sheikh Omar Rashid").office
        == "President"
    )


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ana Soto, Commissioner for Development and Humanitarian Aid, spoke.",
            "Commissioner for Development and Humanitarian Aid",
        ),
        ("Ana Soto, Minister of Foreign Affairs and Sport of Chile, spoke.", "Minister of Foreign Affairs and Sport"),
        (
            "Ana Soto, Federal Minister for Europe, Integration and Foreign Affairs of Austria, spoke.",
            "Federal Minister for Europe, Integration and Foreign Affairs",
        ),
        (
            "Under Secretary of State for Economic Growth, Energy, and the Environment Ana Soto spoke.",
            "Under Secretary of State for Economic Growth, Energy, and the Environment",
        ),
    ],
)
def test_an_office_goes_on_to_the_end_of_its_portfolio(recognise: Recognise, text: str, office: str) -> None:
    assert one(recognise(text), "Ana Soto").office == office
