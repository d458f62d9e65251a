"""Stage: whom people act for who are named without state or body, told by the words around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.reading import Candidate, Reading
from viewer.core.entities.stages.delegations import list_end
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.mentions import Rank

# Patterns in words, compiled at first use: most people are named with their state.
_IN_COMPANY = r"(?:represented|accompanied|assisted|headed|led)\sby\s"
_BY = r"\sby\s(?:the\sfollowing\b[^\n]{0,40}:)?"
_VERB = (
    r"(?:\s(?:Presidency|[Dd]elegation|Government|side|team))?,?"
    r"(?:\s(?:was|were|is|are))?(?:\salso)?(?:\s(?:represented|accompanied|assisted|headed|led))?$"
)
_SENTENCE_ENDS = r"(?<=[a-z0-9)]{2})\.\s|\n"
_SITUATION = r"(?:\s?(?:[Ss]ituation|[Qq]uestion|[Dd]evelopments|[Cc]risis|[Cc]onflict|[Ee]vents)\s(?:in|of))?"
_UNDER_STATE = (
    rf"(?:\W{{0,3}}(?:\d{{1,3}}|[a-zA-Z]|[IVXLC]+)[.)]\s)?"
    rf"(?:(?:On|ON|Regarding|Concerning|As\sregards|As\sfor|With\sregard\sto|Turning\sto)\s)?(?:[Tt]he)?{_SITUATION}\s?(?:the\s)?"
)
"""How a heading leads to the state it is about, and a paragraph to the one it is put under."""
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
_LONGEST_HEADING = 60
_LONGEST_SENTENCE = 600
"""So far on either side of a person a sentence is looked through; in code points."""

Told = tuple[Side, str, tuple[int, int]]
"""Whom somebody acts for, the rule that tells it, and the words that set the rule off."""


def tell_sides(reading: Reading, sides: Sides, people: Sequence[Candidate]) -> list[Candidate]:
    """The people, in text order, those without state and body given whom they act for, where the text tells it."""
    sentences = _Sentences(reading)
    company = dict(_in_company(reading, sides, people, sentences))
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
    if told is None or (facts.organisation and told[1] != _COMPANY):
        return person
    side, rule, trigger = told
    facts = facts._replace(state=side.state, organisation=facts.organisation or side.organisation)
    return person._replace(facts=facts, rule=rule, trigger=trigger)


def _side_of(person: Candidate) -> Side | None:
    state, organisation = person.facts.state, person.facts.organisation
    return Side(person.start, person.end, state, organisation) if state or organisation else None


class _Sentences:
    """Where the sentences of a text end: neither "Mrs." nor a semicolon ends one, as it may be one of a list."""

    __slots__ = ("_ends",)

    def __init__(self, reading: Reading) -> None:
        ends = (match.span() for match in re.finditer(_SENTENCE_ENDS, reading.text))
        honoured = reading.honoured
        self._ends = [end for end in ends if end[0] not in honoured and end[0] + 1 not in honoured]

    def around(self, position: int) -> tuple[int, int]:
        """Where the sentence that holds a position begins and ends, or so much of it as is near."""
        after = bisect_left(self._ends, (position,))
        start = self._ends[after - 1][1] if after else 0
        end = self._ends[after][0] if after < len(self._ends) else position + _LONGEST_SENTENCE
        return max(start, position - _LONGEST_SENTENCE), min(end, position + _LONGEST_SENTENCE)


# Beside others -----------------------------------------------------------------------------------------------


def _in_company(
    reading: Reading, sides: Sides, people: Sequence[Candidate], sentences: _Sentences
) -> Iterator[tuple[int, Told]]:
    """Those by whom a state is represented and by whom its minister is accompanied, "and France by A. Berg" besides."""
    text, starts, known = reading.text, [person.start for person in people], _Known(reading, sides, people)
    found = list(re.finditer(_IN_COMPANY, text))
    following = [*(told.start() for told in found[1:]), len(text)]
    reached = 0
    for told, following_start in zip(found, following, strict=False):
        if told.start() < reached:
            continue
        start, reached = sentences.around(told.start())
        known.learn(start)
        leads = list(_leads(text, start, reached, known))
        ends = [*(start for start, _, _ in leads[1:]), reached]
        for (_, begin, side), until in zip(leads, ends, strict=False):
            end = list_end(text, begin, max(begin, following_start)) if text[begin - 1] == ":" else until
            reached_person = begin
            for number in range(bisect_left(starts, begin), bisect_left(starts, end)):
                if until == end and _names_state(reading, reached_person, starts[number]):
                    break  # "Norway was represented by A. Berg, and Chile at another level by B. Soto"
                known.take(people[number], side)
                reached_person = people[number].end
                yield number, (side, _COMPANY, told.span())


def _names_state(reading: Reading, start: int, end: int) -> bool:
    states = reading.sightings[Sign.STATE]
    return bisect_left(states, (start,)) < bisect_left(states, (end,))


def _leads(text: str, start: int, end: int, known: "_Known") -> Iterator[tuple[int, int, Side]]:
    """Each "X by" of a sentence: where it begins and ends, and whom X is or acts for."""
    for by in re.compile(_BY).finditer(text, start, end):
        verb = re.compile(_VERB).search(text, max(start, by.start() - _LONGEST_VERB), by.start())
        side = known.at(verb.start()) if verb else None
        if side is not None:
            yield by.start(), by.end(), side


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

    def __init__(self, reading: Reading, sentences: _Sentences) -> None:
        self._reading, self._sentences = reading, sentences
        self._lines: list[int] = []
        self._under: list[Side | None] = []
        start, under, pattern = 0, None, re.compile(_UNDER_STATE)
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
        if side is None and re.search(_OF_WHICH, reading.text[max(start, office - _LONGEST_LEAD) : office]):
            side = _only_located(reading, start, end)
        if side is None and reading.text.startswith(("'s ", "’s "), person.end):
            side = _speaker(reading, start, office)
        if side is None:
            side = self._under[bisect_right(self._lines, person.start) - 1]
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
