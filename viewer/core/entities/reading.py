"""What the stages pass on: the text with its words and sightings, and the candidates for mentions found so far."""

from typing import NamedTuple

from viewer.core.entities.lexicon import PLURAL, Lexicon, Sign
from viewer.core.entities.matching import Matcher, Sighting
from viewer.core.entities.words import Words
from viewer.core.mentions import EntityKind, Rank


class Facts(NamedTuple):
    """What a mention says about its entity beyond naming it; the fields are those of `Entity`."""

    name: str | None = None
    office: str | None = None
    rank: Rank | None = None
    state: str | None = None
    organisation: str | None = None
    iso: str | None = None
    abbreviation: str | None = None
    date: str | None = None
    place: str | None = None


NO_FACTS = Facts()


class Candidate(NamedTuple):
    """A mention proposed by a stage. Candidates with one kind and `key` name one thing; `trigger` set the rule off."""

    start: int
    end: int
    kind: EntityKind
    key: str
    rule: str
    trigger: tuple[int, int]
    facts: Facts = NO_FACTS


class Reading(NamedTuple):
    """One text as the stages see it.

    `name_starting` and `name_ending` give the sighting of a state, organisation or place by where it starts and ends;
    `honorifics` gives the end of an honorific by its start; `heads` is where head nouns of bodies, documents, events
    and offices begin. `date` is the text's own date.
    """

    text: str
    words: Words
    lexicon: Lexicon
    sightings: dict[Sign, list[Sighting]]
    name_starting: dict[int, Sighting]
    name_ending: dict[int, Sighting]
    honorifics: dict[int, int]
    honoured: frozenset[int]
    """Where honorifics end."""
    heads: frozenset[int]
    offices: frozenset[int]
    """Where an office in the singular is named, by the start of its head."""
    date: str | None
    title_end: int
    """Where the text's own title ends; 0 if it has none."""

    def state_at(self, position: int) -> Sighting | None:
        """The state whose name starts at a position."""
        name = self.name_starting.get(position)
        return name if name is not None and name.meaning.sign is Sign.STATE else None


_HEADS = (Sign.BODY, Sign.DOCUMENT, Sign.EVENT, Sign.OFFICE)


def read(text: str, lexicon: Lexicon, matcher: Matcher, date: str | None, title_end: int) -> Reading:
    sightings = matcher.sightings(text)
    names = [*sightings[Sign.STATE], *sightings[Sign.ORGANISATION], *sightings[Sign.PLACE]]
    return Reading(
        text,
        Words(text),
        lexicon,
        sightings,
        {name.start: name for name in names},
        {name.end: name for name in names},
        {title.start: title.end for title in sightings[Sign.HONORIFIC]},
        frozenset(title.end for title in sightings[Sign.HONORIFIC]),
        frozenset(one.start for sign in _HEADS for one in sightings[sign] if one.meaning.manner != PLURAL),
        frozenset(one.start for one in sightings[Sign.OFFICE] if one.meaning.manner != PLURAL),
        date,
        title_end,
    )
