"""Stage: the states, organisations and places that the gazetteer knows by name."""

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Reading
from viewer.core.mentions import EntityKind

_KINDS = {
    Sign.STATE: EntityKind.STATE,
    Sign.ORGANISATION: EntityKind.ORGANISATION,
    Sign.PLACE: EntityKind.PLACE,
}


def find_names(reading: Reading) -> list[Candidate]:
    """A mention for each name sighted; the rule tells how it names: "state-adjective", "place-city"."""
    return [_candidate(sighting) for sign in _KINDS for sighting in reading.sightings[sign]]


def _candidate(sighting: Sighting) -> Candidate:
    meaning = sighting.meaning
    kind = _KINDS[meaning.sign]
    place = (sighting.start, sighting.end)
    return Candidate(*place, kind, meaning.key, f"{kind.value}-{meaning.manner}", place)
