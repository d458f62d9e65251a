from collections.abc import Callable

import pytest
from found import named, one, rules

from viewer.core.entities.pipeline import Recognition
from viewer.core.mentions import EntityKind

Recognise = Callable[..., Recognition]


def _states(recognition: Recognition) -> list[str | None]:
    return [entity.iso for entity in recognition.entities if entity.kind is EntityKind.STATE]


@pytest.mark.parametrize(
    ("words", "iso", "rule"),
    [
        ("the Portuguese Republic", "PT", "state-official-name"),
        ("Portugal", "PT", "state-short-name"),
        ("the Portuguese side", "PT", "state-adjective"),
        ("all Norwegians", "NO", "state-demonym"),
        ("the DPRK", "KP", "state-abbreviation"),
        ("the U.S. side", "US", "state-abbreviation"),
        ("Upper Volta", "BF", "state-former-name"),
        ("the Kremlin", "RU", "state-metonym"),
        ("the People’s Republic of China", "CN", "state-official-name"),
        ("the Peoples Republic of China", "CN", "state-official-name"),
        ("COTE D'IVOIRE", "CI", "state-short-name"),
    ],
)
def test_a_state_is_known_in_all_its_forms(recognise: Recognise, words: str, iso: str, rule: str) -> None:
    found = recognise(f"It was noted that {words} agreed.")
    assert _states(found) == [iso]
    assert rules(found.entities[0]) == {rule}


def test_a_state_inside_the_name_of_a_place_is_not_meant(recognise: Recognise) -> None:
    found = recognise(
        "They spoke of the Korean Peninsula, the Taiwan Strait, the South China Sea and the Gulf of Mexico."
    )
    assert _states(found) == []
    assert len(named(found, EntityKind.PLACE)) == 4


def test_a_state_inside_the_name_of_a_body_is_meant(recognise: Recognise) -> None:
    found = recognise("The EU-Ukraine Association Council met the Bank of Japan.")
    assert _states(found) == ["UA", "JP"]
    assert named(found, EntityKind.ORGANISATION) == [
        "EU-Ukraine Association Council",
        "European Union",
        "Bank of Japan",
    ]


@pytest.mark.parametrize("text", ["They trust us who are here.", "It turkeyed along in a chad of un-named polish."])
def test_common_words_in_small_letters_are_no_names(recognise: Recognise, text: str) -> None:
    assert recognise(text).entities == ()


def test_an_organisation_is_one_under_name_spelling_and_abbreviation(recognise: Recognise) -> None:
    text = "The World Health Organisation reported. WHO experts came. Unesco came too. The Organisation left."
    found = recognise(text)
    organisation = one(found, "World Health Organisation")
    assert organisation.abbreviation == "WHO"
    assert organisation.forms == ("World Health Organisation", "WHO", "Organisation")
    assert one(found, "United Nations Educational, Scientific and Cultural Organization").forms == ("Unesco",)


def test_an_abbreviation_is_shown_as_the_text_writes_it(recognise: Recognise) -> None:
    assert one(recognise("The G-8 met."), "G-8").abbreviation == "G-8"


def test_a_place_is_named_as_the_text_spells_it(recognise: Recognise) -> None:
    assert named(recognise("They met in São Paulo and Montreal."), EntityKind.PLACE) == ["São Paulo", "Montreal"]


def test_a_former_capital_counts_as_the_same_city(recognise: Recognise) -> None:
    assert one(recognise("They met in Peking; in Beijing they parted."), "Beijing").forms == ("Peking", "Beijing")


def test_a_body_that_another_is_of_is_named_as_well(recognise: Recognise) -> None:
    found = named(recognise("The Security Council of the United Nations met."), EntityKind.ORGANISATION)
    assert found == ["United Nations Security Council", "United Nations"]
