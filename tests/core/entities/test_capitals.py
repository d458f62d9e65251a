from found import named, one

from viewer.core.entities.capitals import recased
from viewer.core.entities.pipeline import Recogniser
from viewer.core.mentions import EntityKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.storage.gazetteers import load_lexicon

CABLE = (
    "THE FOREIGN MINISTER OF NORWAY, MR. OLAF BERG, REPORTED TO THE NORTH ATLANTIC COUNCIL ON THE CONVERSATIONS "
    "WHICH PRESIDENT QUIROGA OF THE UNITED STATES HELD IN GENEVA ON 3 MAY 1974, AND URGED PROGRESS IN THE TALKS."
)


def test_a_cable_in_capitals_is_read_like_any_text(recogniser: Recogniser) -> None:
    found = recogniser.recognise(parse(Source(f"Title\n\n{CABLE}", "test")))
    assert named(found, EntityKind.PERSON) == ["OLAF BERG", "QUIROGA"]
    assert (one(found, "OLAF BERG").office, one(found, "OLAF BERG").state) == ("Foreign Minister", "NO")
    assert [entity.iso for entity in found.entities if entity.kind is EntityKind.STATE] == ["NO", "US"]


def test_every_position_is_kept_and_only_running_text_in_capitals_is_changed() -> None:
    gazetteer = load_lexicon().lexicon
    text = f"A HEADING\n{CABLE}\nThe ministers met."
    assert len(recased(text, gazetteer)) == len(text)
    assert recased(text, gazetteer).casefold() == text.casefold()
    assert recased("A HEADING\nThe NATO ministers met.", gazetteer) == "A HEADING\nThe NATO ministers met."
