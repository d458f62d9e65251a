"""Stage: whom people act for who are named without state or body, told by the words around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Reading
from viewer.core.entities.stages.delegations import list_end
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.folding import fold
from viewer.core.mentions import Rank

# Patterns in words, compiled at first use: most people are named with their state.
_IN_COMPANY = r"(?:represented|accompanied|assisted|headed|led)\sby\s"
_BY = r"\sby\s(?:the\sfollowing\b[^\n]{0,40}:)?"
_VERB = (
    r"(?:\s(?:Presidency|[Dd]elegation|Government|side|team))?,?"
    r"(?:\s(?:was|were|is|are))?(?:\salso)?(?:\s(?:represented|accompanied|assisted|headed|led))?$"
)
_SENTENCE_ENDS = r"(?<=[a-z0-9)]{2})\.\s|\n"
_FRONTED = (
    r"(?:\W{0,3}(?:\d{1,3}|[a-zA-Z])[.)]\s)?(?:On|Regarding|Concerning|As\sregards|As\sfor|With\sregard\sto|Turning\sto)"
    r"(?:\sthe)?(?:\s(?:situation|question|developments|crisis|conflict|events)\s(?:in|of))?\s(?:the\s)?"
)
_OF_WHICH = (
    r"\b(?:[Gg]overnment|leadership|return|restoration|resignation|overthrow|efforts|support|authority|assassination"
    r"|election|appointment)\s(?:of|for|by)(?:\sthe)?(?:\s\w+){0,2}\s$"
)
_UNDER = (
    r",?\sunder\s(?:the\s(?:patronage|leadership|chairmanship|presidency|guidance)\sof\s)?"
    r"(?:the\s|its\s|Transitional\s)?$"
)
_SPEAKS = r"\s\w+ed\s(?:the\s)?"
_COMPANY = "in-company"
_LONGEST_VERB = 48
_NATIONAL = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.MINISTER})
_LONGEST_LEAD = 64
_TWO = 2
_LONGEST_HEADING = 60

Told = tuple[Side, str, tuple[int, int]]
"""Whom somebody acts for, the rule that tells it, and the words that set the rule off."""


def tell_sides(reading: Reading, sides: Sides, people: Sequence[Candidate]) -> list[Candidate]:
    """The people, in text order, those without state and body given whom they act for, where the text tells it."""
    company = dict(_in_company(reading, sides, people))
    named = {state.meaning.key: (state.start, state.end) for state in reversed(reading.sightings[Sign.STATE])}
    headings, parties = _Headings(reading), _parties(reading)
    told: list[Candidate] = []
    for number, person in enumerate(people):
        side = None
        if not person.facts.state:
            side = (
                company.get(number)
                or _of_one_state(reading, named, person)
                or _of_other_side(reading, parties, told[-1] if told else None, person)
                or _of_passage(reading, headings, person)
            )
        told.append(_with(person, side))
    return told


def _with(person: Candidate, told: Told | None) -> Candidate:
    facts = person.facts
    if told is None or (facts.organisation and told[1] != _COMPANY):
        return person
    side, rule, trigger = told
    facts = facts._replace(state=side.state, organisation=facts.organisation or side.organisation)
    return person._replace(facts=facts, rule=rule, trigger=trigger)


def _side_of(person: Candidate) -> Side | None:
    state, organisation = person.facts.state, person.facts.organisation
    return Side(person.start, person.end, state, organisation) if state or organisation else None


# Beside others -----------------------------------------------------------------------------------------------


def _in_company(reading: Reading, sides: Sides, people: Sequence[Candidate]) -> Iterator[tuple[int, Told]]:
    """Those by whom a state is represented and by whom its minister is accompanied, "and France by A. Berg" besides."""
    starts, known = [person.start for person in people], _Known(reading, sides, people)
    reached = 0
    for told in re.finditer(_IN_COMPANY, reading.text):
        if told.start() < reached:
            continue
        start, reached = _sentence(reading.text, told.start())
        leads = list(_leads(reading.text, start, reached, known))
        ends = [*(start for start, _, _ in leads[1:]), reached]
        for (_, begin, side), until in zip(leads, ends, strict=False):
            end = list_end(reading.text, begin, len(reading.text)) if reading.text[begin - 1] == ":" else until
            for number in range(bisect_left(starts, begin), bisect_left(starts, end)):
                known.learn(people[number], side)
                yield number, (side, _COMPANY, told.span())


def _leads(text: str, start: int, end: int, known: "_Known") -> Iterator[tuple[int, int, Side]]:
    """Each "X by" of a sentence: where it begins and ends, and whom X is or acts for."""
    for by in re.compile(_BY).finditer(text, start, end):
        verb = re.compile(_VERB).search(text, max(start, by.start() - _LONGEST_VERB), by.start())
        side = known.at(verb.start()) if verb else None
        if side is not None:
            yield by.start(), by.end(), side


class _Known:
    """The side of whoever's name ends at a place: a state's, a body's or a person's, by the family name if need be."""

    __slots__ = ("_families", "_people", "_sides", "_text")

    def __init__(self, reading: Reading, sides: Sides, people: Sequence[Candidate]) -> None:
        self._text, self._sides = reading.text, sides
        self._people = {person.end: person for person in people}
        self._families = {self._family(one): side for one in reversed(people) if (side := _side_of(one))}

    def learn(self, person: Candidate, side: Side) -> None:
        self._families.setdefault(self._family(person), side)

    def _family(self, person: Candidate) -> str:
        return fold(self._text[person.start : person.end].split()[-1])

    def at(self, position: int) -> Side | None:
        person = self._people.get(position)
        if person is None:
            side = self._sides.ending(position)
            return side if side and (side.state or side.organisation) else None
        return _side_of(person) or self._families.get(self._family(person))


def _sentence(text: str, position: int) -> tuple[int, int]:
    """Where the sentence of a list of people begins and ends: neither "Dr." nor a semicolon ends one."""
    start = text.rfind("\n", 0, position) + 1
    for match in re.compile(_SENTENCE_ENDS).finditer(text, start):
        if match.end() > position:
            return start, match.start()
        start = match.end()
    return start, len(text)


# By the office, by the passage -------------------------------------------------------------------------------


def _of_one_state(reading: Reading, named: Mapping[str, tuple[int, int]], person: Candidate) -> Told | None:
    """An office that only one state has, which the text names: "Chancellor of the Exchequer"; `named` tells where."""
    office = person.facts.office
    state = reading.lexicon.offices.state_of(office) if office else None
    if state is None or state not in named:
        return None
    return Side(person.start, person.end, state, None), "office-of-one-state", named[state]


def _parties(reading: Reading) -> frozenset[str]:
    """The two states whose text this is, as its title says; empty where it names others."""
    titled = frozenset(state.meaning.key for state in reading.sightings[Sign.STATE] if state.end <= reading.title_end)
    return titled if len(titled) == _TWO else frozenset()


def _of_other_side(
    reading: Reading, parties: frozenset[str], before: Candidate | None, person: Candidate
) -> Told | None:
    """In a text of two states, who is named with the other's: "Secretary Roe and Minister of Trade Ana Soto"."""
    if before is None or person.facts.rank is None or before.facts.state not in parties:
        return None
    if person.trigger[0] < before.end or not reading.text.startswith(" and ", before.end):
        return None
    if person.trigger[0] - before.end > _LONGEST_LEAD:
        return None
    [other] = parties - {before.facts.state}
    return Side(before.start, before.end, other, None), "other-side", (before.start, before.end)


def _of_passage(reading: Reading, headings: "_Headings", person: Candidate) -> Told | None:
    """A national office where the passage is about one state: "On Mali", "the Government of President Berg in Mali"."""
    if person.facts.rank not in _NATIONAL:
        return None
    start, end = _sentence(reading.text, person.start)
    lead = reading.text[max(start, person.trigger[0] - _LONGEST_LEAD) : person.trigger[0]]
    side = _ruled(reading, start, person.trigger[0]) or _fronted(reading, person.start)
    if side is None and re.search(_OF_WHICH, lead):
        side = _only_located(reading, start, end)
    if side is None and reading.text.startswith(("'s ", "’s "), person.end):
        side = _speaker(reading, start, person.trigger[0])
    if side is None:
        side = headings.side_at(person.start)
        side = None if side and _names_others(reading, start, end, side) else side
    return (side, "state-of-passage", (side.start, side.end)) if side else None


def _ruled(reading: Reading, start: int, end: int) -> Side | None:
    """The state whose government the office is put over: "Norway under Prime Minister Berg"."""
    under = re.compile(_UNDER).search(reading.text, max(start, end - _LONGEST_LEAD), end)
    name = reading.name_ending.get(under.start()) if under else None
    return _state(reading, name.start) if name else None


def _names_others(reading: Reading, start: int, end: int, side: Side) -> bool:
    """Whether a sentence names states, and not that one."""
    states = reading.sightings[Sign.STATE]
    inside = range(bisect_left(states, (start,)), bisect_left(states, (end,)))
    return bool(inside) and all(states[number].meaning.key != side.state for number in inside)


def _fronted(reading: Reading, position: int) -> Side | None:
    """The state that the paragraph is put under by its first words: "On the situation in Mali, …"."""
    match = re.compile(_FRONTED).match(reading.text, reading.text.rfind("\n", 0, position) + 1)
    return _state(reading, match.end()) if match else None


def _only_located(reading: Reading, start: int, end: int) -> Side | None:
    """The one state that a sentence says something is in."""
    found = [
        side
        for place in (match.end() for match in re.finditer(r"\bin\s(?:the\s)?", reading.text[start:end]))
        if (side := _state(reading, start + place))
    ]
    return found[0] if len({side.state for side in found}) == 1 else None


def _speaker(reading: Reading, start: int, end: int) -> Side | None:
    """The state that a sentence begins with as who speaks: "Norway reiterated Prime Minister Berg's offer"."""
    begin = start + len("The ") if reading.text.startswith("The ", start) else start
    side = _state(reading, begin)
    return side if side and re.compile(_SPEAKS).fullmatch(reading.text, side.end, end) else None


def _state(reading: Reading, start: int) -> Side | None:
    name = reading.name_starting.get(start)
    if name is None or name.meaning.sign is not Sign.STATE:
        return None
    return Side(name.start, name.end, name.meaning.key, None)


class _Headings:
    """The state that each heading names, if it names one and little else."""

    __slots__ = ("_sides", "_starts")

    def __init__(self, reading: Reading) -> None:
        self._starts: list[int] = []
        self._sides: list[Side | None] = []
        states, at = reading.sightings[Sign.STATE], 0
        start = 0
        for line in reading.text.split("\n"):
            end = start + len(line)
            while at < len(states) and states[at].start < start:
                at += 1
            if 0 < len(line) <= _LONGEST_HEADING and line[-1].isalnum() and "," not in line:
                self._starts.append(start)
                self._sides.append(self._only(states[at : at + 2], end))
            start = end + 1

    @staticmethod
    def _only(states: Sequence[Sighting], end: int) -> Side | None:
        inside = [state for state in states if state.end <= end]
        return Side(inside[0].start, inside[0].end, inside[0].meaning.key, None) if len(inside) == 1 else None

    def side_at(self, position: int) -> Side | None:
        index = bisect_right(self._starts, position) - 1
        return self._sides[index] if index >= 0 else None
