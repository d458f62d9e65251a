"""Finds those who are in the company of others: who represents a state, who accompanies its minister."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.reading import Candidate, Reading
from viewer.core.entities.stages.delegations import list_end
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.patterns import lazy_pattern

# Patterns in words, compiled at first use: most texts name nobody's company.
_IN_COMPANY = lazy_pattern(r"(?:represented|accompanied|assisted|headed|led)\sby\s")
_BY = lazy_pattern(r"\sby\s(?:the\sfollowing\b[^\n]{0,40}:)?")
_VERB = lazy_pattern(
    r"(?:\s(?:Presidency|[Dd]elegation|Government|side|team))?,?(?:\s(?:who|and))?"
    r"(?:\s(?:was|were|is|are))?(?:\salso)?(?:\s(?:represented|accompanied|assisted|headed|led))?$"
)
_SENTENCE_ENDS = lazy_pattern(r"(?<=[a-z0-9)]{2})\.\s|\n")
COMPANY = "in-company"
_LONGEST_VERB = 48
_LONGEST_SENTENCE = 600
"""So far on either side of a person a sentence is looked through; in code points."""

Told = tuple[Side, str, tuple[int, int]]
"""Whom somebody acts for, the rule that tells it, and the words that set the rule off."""


def _side_of(person: Candidate) -> Side | None:
    state, organisation = person.facts.state, person.facts.organisation
    return Side(person.start, person.end, state, organisation) if state or organisation else None


class Sentences:
    """Where the sentences of a text end: neither "Mrs." nor a semicolon ends one, as it may be one of a list."""

    __slots__ = ("_ends",)

    def __init__(self, reading: Reading) -> None:
        ends = (match.span() for match in _SENTENCE_ENDS.finditer(reading.text))
        honoured = reading.honoured
        self._ends = [end for end in ends if end[0] not in honoured and end[0] + 1 not in honoured]

    def around(self, position: int) -> tuple[int, int]:
        """Where the sentence that holds a position begins and ends, or so much of it as is near."""
        after = bisect_left(self._ends, (position,))
        start = self._ends[after - 1][1] if after else 0
        end = self._ends[after][0] if after < len(self._ends) else position + _LONGEST_SENTENCE
        return max(start, position - _LONGEST_SENTENCE), min(end, position + _LONGEST_SENTENCE)


def in_company(
    reading: Reading, sides: Sides, people: Sequence[Candidate], sentences: Sentences
) -> Iterator[tuple[int, Told]]:
    """Those by whom a state is represented and by whom its minister is accompanied, "and France by A. Berg" besides."""
    text, starts, known = reading.text, [person.start for person in people], _Known(reading, sides, people)
    found = list(_IN_COMPANY.finditer(text))
    places = [*(told.start() for told in found), len(text)]
    reached = 0
    for told in found:
        if told.start() < reached:
            continue
        start, reached = sentences.around(told.start())
        known.learn(start)
        links = list(_BY.finditer(text, start, reached))
        for link, until in zip(links, [*(after.start() for after in links[1:]), reached], strict=True):
            side, begin = _led_to(text, start, link.start(), known), link.end()
            if side is None:
                continue
            listed = text[begin - 1] == ":"
            end = list_end(text, begin, places[bisect_left(places, begin)]) if listed else until
            reached_person = begin
            for number in range(bisect_left(starts, begin), bisect_left(starts, end)):
                if not listed and _names_state(reading, reached_person, starts[number]):
                    break  # "Norway was represented by A. Berg, and Chile at another level by B. Soto"
                known.take(people[number], side)
                reached_person = people[number].end
                yield number, (side, COMPANY, told.span())


def _names_state(reading: Reading, start: int, end: int) -> bool:
    states = reading.sightings[Sign.STATE]
    return bisect_left(states, (start,)) < bisect_left(states, (end,))


def _led_to(text: str, start: int, link: int, known: "_Known") -> Side | None:
    """Whom X is or acts for in "X (was represented) by", where "by" begins at `link`."""
    verb = _VERB.search(text, max(start, link - _LONGEST_VERB), link)
    return known.at(verb.start()) if verb else None


class _Known:
    """The side of whoever's name ends at a place: of a state, of a body, or of a person introduced before.

    A family name alone is the person's of that name, if only one such person was introduced.
    """

    __slots__ = ("_ending", "_family", "_learned", "_people", "_side", "_sides", "_text")

    def __init__(self, reading: Reading, sides: Sides, people: Sequence[Candidate]) -> None:
        self._text, self._sides, self._people = reading.text, sides, people
        self._ending = {person.end: person for person in people}
        self._side: dict[str, Side] = {}
        self._family: dict[str, str | None] = {}
        self._learned = 0

    def learn(self, position: int) -> None:
        """Takes note of the people introduced before a position."""
        while self._learned < len(self._people) and self._people[self._learned].start < position:
            person = self._people[self._learned]
            if (side := _side_of(person)) is not None:
                self.take(person, side)
            self._learned += 1

    def take(self, person: Candidate, side: Side) -> None:
        self._side.setdefault(person.key, side)
        parts = person.key.split()
        if len(parts) > 1 and self._family.setdefault(parts[-1], person.key) != person.key:
            self._family[parts[-1]] = None

    def at(self, position: int) -> Side | None:
        person = self._ending.get(position)
        if person is None:
            side = self._sides.ending(position)
            return side if side and (side.state or side.organisation) else None
        key = self._family.get(person.key, person.key) if " " not in person.key else person.key
        return _side_of(person) or (self._side.get(key) if key else None)
