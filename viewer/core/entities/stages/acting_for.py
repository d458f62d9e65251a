"""Stage: whom people act for who are named without state or body, told by the words around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.reading import Candidate, Reading
from viewer.core.entities.stages.company import COMPANY, Sentences, Told, in_company
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.mentions import Rank
from viewer.core.patterns import lazy_pattern

# Patterns in words, compiled at first use: most people are named with their state.
_SITUATION = r"(?:\s?(?:[Ss]ituation|[Qq]uestion|[Dd]evelopments|[Cc]risis|[Cc]onflict|[Ee]vents)\s(?:in|of))?"
_UNDER_STATE = lazy_pattern(
    rf"(?:\W{{0,3}}(?:\d{{1,3}}|[a-zA-Z]|[IVXLC]+)[.)]\s)?"
    rf"(?:(?:On|ON|Regarding|Concerning|As\sregards|As\sfor|With\sregard\sto|Turning\sto)\s)?(?:[Tt]he)?{_SITUATION}\s?(?:the\s)?"
)
"""How a heading leads to the state it is about, and a paragraph to the one it is put under."""
_OF_WHICH = lazy_pattern(
    r"\b(?:[Gg]overnment|leadership|return|restoration|resignation|overthrow|efforts|support|authority|assassination"
    r"|election|appointment)\s(?:of|for|by)(?:\sthe)?(?:\s\w+){0,2}\s$"
)
_UNDER = lazy_pattern(
    r",?\sunder\s(?:the\s(?:patronage|leadership|chairmanship|presidency|guidance)\sof\s)?"
    r"(?:the\s|its\s|Transitional\s)?$"
)
_SPEAKS = lazy_pattern(r"\s\w+ed\s(?:the\s)?")
_NATIONAL = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.MINISTER})
_LONGEST_LEAD = 64
_LONGEST_HEADING = 60


def tell_sides(reading: Reading, sides: Sides, people: Sequence[Candidate]) -> list[Candidate]:
    """The people, in text order, those without state and body given whom they act for, where the text tells it."""
    sentences = Sentences(reading)
    company = dict(in_company(reading, sides, people, sentences))
    passages = _Passages(reading, sentences)
    named = {state.meaning.key: (state.start, state.end) for state in reversed(reading.sightings[Sign.STATE])}
    return [
        person
        if person.facts.state
        else _with(
            person,
            company.get(number)
            or _of_one_state(reading, named, person)
            or _shared(reading, person, people[number + 1 : number + 2])
            or passages.tell(person),
        )
        for number, person in enumerate(people)
    ]


def _with(person: Candidate, told: Told | None) -> Candidate:
    facts = person.facts
    if told is None or (facts.organisation and told[1] != COMPANY):
        return person
    side, rule, trigger = told
    facts = facts._replace(state=side.state, organisation=facts.organisation or side.organisation)
    return person._replace(facts=facts, rule=rule, trigger=trigger)


# By the office, by the passage -------------------------------------------------------------------------------


def _of_one_state(reading: Reading, named: Mapping[str, tuple[int, int]], person: Candidate) -> Told | None:
    """An office that only one state has, which the text names: "Chancellor of the Exchequer"; `named` tells where."""
    office = person.facts.office
    state = reading.lexicon.offices.state_of(office) if office else None
    if state is None or state not in named:
        return None
    return Side(person.start, person.end, state, None), "office-of-one-state", named[state]


def _shared(reading: Reading, person: Candidate, following: Sequence[Candidate]) -> Told | None:
    """The state after two names of one rank: "Minister of Trade A. Berg and Minister of Defence B. Lie of Norway"."""
    for other in following:
        same = person.facts.rank is not None and other.facts.rank is person.facts.rank
        joined = reading.text.startswith((" and ", ", and "), person.end) and other.start - person.end < _LONGEST_LEAD
        if same and joined and other.facts.state and other.rule == "office-name-state":
            return Side(other.start, other.end, other.facts.state, None), "shared-state", (other.start, other.end)
    return None


class _Passages:
    """Tells national offices by what their passage is about: "On Mali", "the Government of President Berg in Mali"."""

    __slots__ = ("_lines", "_reading", "_sentences", "_under")

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        self._reading, self._sentences = reading, sentences
        self._lines: list[int] = []
        self._under: list[Side | None] = []
        start, under, pattern = 0, None, _UNDER_STATE
        for line in reading.text.split("\n"):
            lead = pattern.match(reading.text, start, start + len(line))
            side = _state(reading, lead.end()) if lead else None
            if 0 < len(line) <= _LONGEST_HEADING and line[-1].isalnum() and "," not in line:
                under = side if side and side.end == start + len(line) and start >= reading.title_end else None
                side = under
            elif side and not reading.text.startswith(",", side.end):
                side = None  # "On Mali, …" puts a paragraph under a state, "Mali's …" does not
            self._lines.append(start)
            self._under.append(side or under)
            start += len(line) + 1

    def tell(self, person: Candidate) -> Told | None:
        heads_body = person.facts.rank is Rank.HEAD_OF_STATE and " of " in (person.facts.office or "")
        if person.facts.rank not in _NATIONAL or heads_body:
            return None  # "President of the Commission"
        reading, office = self._reading, person.trigger[0]
        start, end = self._sentences.around(person.start)
        side = _ruled(reading, start, office)
        if side is None and _OF_WHICH.search(reading.text[max(start, office - _LONGEST_LEAD) : office]):
            side = _only_located(reading, start, end)
        if side is None and reading.text.startswith(("'s ", "’s "), person.end):
            side = _speaker(reading, start, office)
        if side is None:
            side = self._under[bisect_right(self._lines, person.start) - 1]
            side = None if side and _names_others(reading, start, end, side) else side
        return (side, "state-of-passage", (side.start, side.end)) if side else None


def _ruled(reading: Reading, start: int, end: int) -> Side | None:
    """The state whose government the office is put over: "Norway under Prime Minister Berg"."""
    under = _UNDER.search(reading.text, max(start, end - _LONGEST_LEAD), end)
    name = reading.name_ending.get(under.start()) if under else None
    return _state(reading, name.start) if name else None


def _names_others(reading: Reading, start: int, end: int, side: Side) -> bool:
    """Whether a sentence names states, and not that one."""
    states = reading.sightings[Sign.STATE]
    inside = range(bisect_left(states, (start,)), bisect_left(states, (end,)))
    return bool(inside) and all(states[number].meaning.key != side.state for number in inside)


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
    return side if side and _SPEAKS.fullmatch(reading.text, side.end, end) else None


def _state(reading: Reading, start: int) -> Side | None:
    name = reading.state_at(start)
    return Side(name.start, name.end, name.meaning.key, None) if name else None
