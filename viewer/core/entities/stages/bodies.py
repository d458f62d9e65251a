"""Stage: bodies known by their head noun, "X Council", "Committee of Y", listed in no gazetteer."""

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import (
    BODY,
    left_edge,
    owner_tail,
    qualifies_another,
    right_edge,
    same_name_key,
)
from viewer.core.mentions import EntityKind

_LIST_JOINTS = frozenset({", ", " and ", ", and "})


def find_bodies(reading: Reading) -> list[Candidate]:
    """Bodies in text order. In a list under one owner ("the SCO Business Council, Development Fund and Forum") the
    owner belongs to every name, though it is printed once.
    """
    found: list[Candidate] = []
    owner = ""
    for head in reading.sightings[Sign.BODY]:
        if qualifies_another(reading, head):
            continue
        start = left_edge(reading, head.start)
        if not found or reading.text[found[-1].end : start] not in _LIST_JOINTS:
            owner = ""
        body = _body(reading, head, start, owner)
        if body is not None:
            found.append(body)
            owner = owner or _owner(reading, start)
    return _told_apart(reading, found)


def _told_apart(reading: Reading, bodies: list[Candidate]) -> list[Candidate]:
    """Bodies of one name and of several owners, each with its owner: the central committees of two parties are two."""
    owners: dict[str, set[str]] = {}
    for body in bodies:
        if owner := _tail_owner(reading, body):
            owners.setdefault(body.key, set()).add(owner)
    return [
        _with_tail(reading, body) if len(owners.get(body.key, ())) > 1 and _tail_owner(reading, body) else body
        for body in bodies
    ]


def _tail_owner(reading: Reading, body: Candidate) -> str:
    """The organisation after a body's own name: "Communist Party of Chile" in "Central Committee of the …"."""
    name = reading.name_ending.get(body.end)
    if name is None or name.meaning.sign is not Sign.ORGANISATION or name.start <= body.trigger[1]:
        return ""
    return name.meaning.key


def _with_tail(reading: Reading, body: Candidate) -> Candidate:
    name = " ".join(reading.text[body.start : body.end].split())
    return body._replace(key=same_name_key(name), facts=body.facts._replace(name=name))


def _body(reading: Reading, head: Sighting, start: int, owner: str) -> Candidate | None:
    core = right_edge(reading, head.end, BODY)
    end = owner_tail(reading, core)
    bare = (start, core) == (head.start, head.end)
    if bare and end == core and not owner:
        return None
    state = _state_in(reading, core, end)
    name = " ".join(reading.text[start : end if bare or state else core].split())
    name = f"{owner} {name}" if owner else name
    rule = "body-in-list" if owner else "body-by-head"
    trigger = (head.start, head.end)
    return Candidate(start, end, EntityKind.ORGANISATION, same_name_key(name), rule, trigger, Facts(name=name))


def _state_in(reading: Reading, start: int, end: int) -> bool:
    """Whether a state's name stands between two places: it tells one ministry of foreign affairs from another."""
    words = reading.words
    return any(reading.state_at(words.starts[n]) for n in range(words.first_from(start), words.first_from(end)))


def _owner(reading: Reading, start: int) -> str:
    """The organisation whose name opens a body's name: "SCO" in "SCO Business Council"."""
    name = reading.name_starting.get(start)
    if name is None or name.meaning.sign is not Sign.ORGANISATION:
        return ""
    return reading.text[name.start : name.end]
