from viewer.core.entities.gazetteer import Gazetteer, OrganisationEntry, PlaceEntry, StateEntry
from viewer.core.entities.lexicon import Sign, compile_lexicon, spellings
from viewer.core.entities.matching import Matcher
from viewer.core.entities.word_lists import CommonWords, OfficeWords

_GAZETTEER = Gazetteer(
    (StateEntry("XA", "Aland", adjectives=("Alandic",), abbreviations=("AL",)), StateEntry("XB", "Aland Isles")),
    (
        OrganisationEntry("Alandic League", ("ALEAG",)),
        OrganisationEntry("Labour Office"),
        OrganisationEntry("Bank of Aland"),
    ),
    (PlaceEntry("Port Aland", "city"),),
    OfficeWords(),
    CommonWords(bodies=("Council",), events=("meeting",), seasons={"fall": 23}),
)


def _seen(text: str) -> list[tuple[Sign, str]]:
    found = [one for sightings in Matcher(compile_lexicon(_GAZETTEER)).sightings(text).values() for one in sightings]
    return [(one.meaning.sign, text[one.start : one.end]) for one in sorted(found)]


def test_the_longest_name_wins_over_those_inside_it() -> None:
    assert _seen("Aland Isles and Port Aland") == [(Sign.STATE, "Aland Isles"), (Sign.PLACE, "Port Aland")]


def test_a_shorter_name_counts_where_the_longer_has_no_word_bounds() -> None:
    assert _seen("Alandic Leagues") == [(Sign.STATE, "Alandic")]


def test_a_body_named_after_a_state_names_the_state_too() -> None:
    assert _seen("Bank of Aland") == [(Sign.ORGANISATION, "Bank of Aland"), (Sign.STATE, "Aland")]


def test_an_abbreviation_keeps_its_letters() -> None:
    assert _seen("AL, al, Al, ALEAG, Aleag, aleag") == [
        (Sign.STATE, "AL"),
        (Sign.ORGANISATION, "ALEAG"),
        (Sign.ORGANISATION, "Aleag"),
    ]


def test_accents_capitals_and_spelling_are_forgiven() -> None:
    assert _seen("Åland ALAND Labor Office") == [
        (Sign.STATE, "Åland"),
        (Sign.STATE, "ALAND"),
        (Sign.ORGANISATION, "Labor Office"),
    ]


def test_a_rules_word_in_capitals_is_a_headings() -> None:
    assert _seen("COUNCIL Council council meeting MEETING may") == [(Sign.BODY, "Council"), (Sign.EVENT, "meeting")]


def test_spellings_are_british_american_and_without_apostrophe() -> None:
    assert list(spellings("children's programme")) == [
        "children's programme",
        "children's program",
        "childrens programme",
    ]
