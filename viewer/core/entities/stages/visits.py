"""Stage: tells hosts from guests in the communiqué of a visit, for people named without a state."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from viewer.core.entities.reading import Candidate, Reading
from viewer.core.mentions import EntityKind, Rank
from viewer.core.patterns import lazy_pattern

_VISITED = lazy_pattern(
    r"(?<!will )(?<!to )(?<!would )(?<!future )(?<!next )"
    r"\b(?:visited|visiting|arrived in|visit\b[^.;\n]{0,60}?\bto)\s(?:the\s)?",
    re.IGNORECASE,
)
_OPENING = 1000
"""How far into a text the visit it is about is told, in code points."""
_WITH_GUEST = lazy_pattern(r"\b(?:accompanied by|accompanying)\b")
_WITH_HOST = lazy_pattern(
    r"\b(?:received|audience|calls? on|met|meetings?|talks?|conversations?|at the invitation of|welcomed|called on"
    r"|invited by|thanked|counterparts?|appreciation to|gratitude to)\b"
)
_BROUGHT = lazy_pattern(r"\b(?:greetings|message|letter|invitation|regards|wishes)\s(?:of|from)\s(?:his\s|the\s)?$")
"""What a guest brings comes from those at home: "conveyed the greetings of President Berg"."""
_FULL_STOP = lazy_pattern(r"(?<=[a-z)]{2})\.\s")
_NATIONAL = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.MINISTER, Rank.DEPUTY_MINISTER})


class _Visit(NamedTuple):
    """One state's visit to another, and the words that tell of it."""

    guest: str
    host: str
    trigger: tuple[int, int]


def place_on_sides(reading: Reading, people: Iterable[Candidate]) -> list[Candidate]:
    """The people, those named without state or body given the host's or the guest's where their sentence says which."""
    found = list(people)
    visit = _visit(reading, found)
    return [_on_side(reading, person, visit) for person in found] if visit else found


def _visit(reading: Reading, people: list[Candidate]) -> _Visit | None:
    """The visit the text opens with: somebody who acts for one state has come to another."""
    for told in _VISITED.finditer(reading.text, 0, _OPENING):
        host = reading.state_at(told.end())
        if host is None:
            continue
        state = host.meaning.key
        others = [one for one in people if one.start < _OPENING and one.facts.state not in {None, state}]
        before = [one for one in others if one.start < told.start()]
        if guest := next(iter(before[-1:] or others), None):
            return _Visit(guest.facts.state or "", state, (told.start(), host.end))
    return None


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence of a list of people begins: neither "Dr." nor a semicolon ends one."""
    start = text.rfind("\n", 0, position) + 1
    return max((match.end() for match in _FULL_STOP.finditer(text, start, position)), default=start)


def _on_side(reading: Reading, person: Candidate, visit: _Visit) -> Candidate:
    facts = person.facts
    if person.kind is not EntityKind.PERSON or facts.state or facts.organisation:
        return person
    start = _sentence_start(reading.text, person.start)
    if _WITH_GUEST.search(reading.text, start, person.start) or _BROUGHT.search(reading.text, start, person.trigger[0]):
        return person._replace(facts=facts._replace(state=visit.guest), rule="guest-of-a-visit", trigger=visit.trigger)
    if facts.rank in _NATIONAL and _WITH_HOST.search(reading.text, start, person.end + len(" received ")):
        return person._replace(facts=facts._replace(state=visit.host), rule="host-of-a-visit", trigger=visit.trigger)
    return person
