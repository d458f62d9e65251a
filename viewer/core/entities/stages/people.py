"""Stage: persons, known by an office, a state or body, and a name, in whatever order the text has them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.offices import Office, find_offices
from viewer.core.entities.stages.personal_names import Name, name_after, name_before
from viewer.core.folding import fold
from viewer.core.mentions import EntityKind


class Side(NamedTuple):
    """The state or body a person acts for, and where the words that say so begin and end."""

    start: int
    end: int
    state: str | None
    organisation: str | None


def find_people(reading: Reading) -> list[Candidate]:
    """Every person introduced by an office or an honorific, in text order."""
    found = [person for office in find_offices(reading) for person in _holder(reading, office)]
    taken = {person.start for person in found}
    found += [person for person in _honoured(reading) if person.start not in taken]
    return sorted(found, key=lambda person: person.start)


def _holder(reading: Reading, office: Office) -> Iterator[Candidate]:
    before = _side_before(reading, office.start)
    after = _side_after(reading, office.end)
    end = after.end if after else office.end
    name, rule = name_after(reading, end), "office-then-name"
    if name is None:
        start = before.start if before else office.start
        name, rule = name_before(reading, start), "name-then-office"
    if name is None:
        return
    if before is None and after is None and rule == "office-then-name":
        after = _side_after(reading, name.end, _LINKS_AFTER_NAME)
        rule = "office-name-state" if after else rule
    yield _person(reading, name, rule, office, after or before)


def _person(reading: Reading, name: Name, rule: str, office: Office, side: Side | None) -> Candidate:
    printed = " ".join(reading.text[office.start : office.end].split())
    facts = Facts(
        office=printed,
        rank=office.rank,
        state=side.state if side else None,
        organisation=side.organisation if side else None,
    )
    return _candidate(reading, name, rule, office.trigger, facts)


def _candidate(reading: Reading, name: Name, rule: str, trigger: tuple[int, int], facts: Facts) -> Candidate:
    key = fold(" ".join(reading.text[name.start : name.end].split()))
    return Candidate(name.start, name.end, EntityKind.PERSON, key, rule, trigger, facts)


def _honoured(reading: Reading) -> Iterator[Candidate]:
    """Persons named after an honorific alone: "Mr. Lavrov", perhaps with a state in brackets."""
    for sighting in reading.sightings[Sign.HONORIFIC]:
        name = name_after(reading, sighting.end)
        if name is not None:
            side = _side_in_brackets(reading, name.end)
            facts = Facts(state=side.state, organisation=side.organisation) if side else Facts()
            yield _candidate(reading, name, "honorific-then-name", sighting[:2], facts)


def _side_before(reading: Reading, start: int) -> Side | None:
    """The state or body before an office: "Kazakh", "India's", "SCO", "Republic of Korea (ROK)"."""
    words = reading.words
    index = words.first_from(start)
    for _ in range(2):
        gap = words.gap(index)
        if gap not in {" ", "'s ", "’s ", "’ ", "-", ") "}:
            return None
        sighting = reading.name_ending.get(words.ends[index - 1])
        if gap != ") ":
            return _side(sighting)
        if sighting is None:
            return None
        start = sighting.start
        index = words.first_from(start)
        if words.gap(index).strip() != "(":
            return None
        return _side(reading.name_ending.get(words.ends[index - 1]))
    return None


_LINKS_AFTER_OFFICE = re.compile(r"(?:\s(?:of|for|to|at)(?:\sthe)?\s|,\s)")
_LINKS_AFTER_NAME = re.compile(r"\s(?:of|for|from|representing|represented)(?:\sthe)?\s")


def _side_after(reading: Reading, end: int, links: re.Pattern[str] = _LINKS_AFTER_OFFICE) -> Side | None:
    """The state or body after an office or a name: "of the Republic of Kazakhstan", "represented the SCO"."""
    link = links.match(reading.text, end)
    return _side(reading.name_starting.get(link.end())) if link else None


def _side_in_brackets(reading: Reading, end: int) -> Side | None:
    if reading.text[end : end + 2] != " (":
        return None
    return _side(reading.name_starting.get(end + 2))


def _side(sighting: Sighting | None) -> Side | None:
    if sighting is None:
        return None
    match sighting.meaning.sign:
        case Sign.STATE:
            return Side(sighting.start, sighting.end, sighting.meaning.key, None)
        case Sign.ORGANISATION:
            return Side(sighting.start, sighting.end, None, sighting.meaning.key)
        case _:
            return None
