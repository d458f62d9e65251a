"""The recogniser: stages that find candidates one after the other, then settling, then resolution."""

from typing import NamedTuple

from viewer.core.communique import Communique, ParagraphKind
from viewer.core.entities.lexicon import Lexicon
from viewer.core.entities.matching import Matcher
from viewer.core.entities.nesting import settle
from viewer.core.entities.reading import Candidate, Reading, read
from viewer.core.entities.resolution import resolve
from viewer.core.entities.stages.abbreviations import find_abbreviations
from viewer.core.entities.stages.bodies import find_bodies
from viewer.core.entities.stages.circumstances import place_events
from viewer.core.entities.stages.dates import find_dates
from viewer.core.entities.stages.definitions import find_definitions
from viewer.core.entities.stages.documents import find_documents
from viewer.core.entities.stages.events import find_events
from viewer.core.entities.stages.names import find_names
from viewer.core.entities.stages.people import find_people
from viewer.core.entities.stages.short_forms import find_short_forms
from viewer.core.healing.shapes import runs_in_capitals
from viewer.core.mentions import Entity, Mention

_FRONT = frozenset({ParagraphKind.TITLE, ParagraphKind.SUBTITLE})


class Recognition(NamedTuple):
    """What was recognised: entities in order of first mention; mentions in text order, outer before inner."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


class Recogniser:
    """Recognises what communiqués name; using it keeps nothing."""

    __slots__ = ("_lexicon", "_matcher")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._matcher = Matcher(lexicon)

    def recognise(self, communique: Communique) -> Recognition:
        """Entities and mentions of the reading text; dates are resolved against the communiqué's own date."""
        text = _with_small_letters(communique.text, self._lexicon)
        reading = read(text, self._lexicon, self._matcher, communique.identity.date, _title_end(communique))
        return Recognition(*resolve(communique.text, settle(_candidates(reading)), self._lexicon))


def _candidates(reading: Reading) -> list[Candidate]:
    """What the stages propose, each stage seeing what those before it found."""
    bodies = find_bodies(reading)
    found = [
        *find_dates(reading),
        *find_names(reading),
        *_people(reading, bodies),
        *bodies,
    ]
    found += find_documents(reading)
    found += place_events(reading, find_events(reading), found)
    found += find_definitions(reading, found)
    found += find_abbreviations(reading, found)
    found += find_short_forms(reading, found)
    return found


def _people(reading: Reading, bodies: list[Candidate]) -> list[Candidate]:
    people = find_people(reading, bodies)
    if "visit" not in reading.text.casefold():
        return people
    from viewer.core.entities.stages.visits import place_on_sides  # noqa: PLC0415 - most texts tell of no visit

    return place_on_sides(reading, people)


def _with_small_letters(text: str, lexicon: Lexicon) -> str:
    if not any(map(runs_in_capitals, text.split("\n"))):
        return text
    from viewer.core.entities.capitals import recased  # noqa: PLC0415 - few texts are printed in capitals

    return recased(text, lexicon)


def _title_end(communique: Communique) -> int:
    """Where the opening run of title and subtitle paragraphs ends."""
    end = 0
    for paragraph in communique.paragraphs:
        if paragraph.kind not in _FRONT:
            break
        end = paragraph.span.end
    return end
