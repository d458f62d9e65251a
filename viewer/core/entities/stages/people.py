"""Stage: persons, known by a post and a name in whatever order, by an honorific, a given name or a list."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.reading import NO_FACTS, Candidate, Facts, Reading
from viewer.core.entities.stages.delegations import Delegations
from viewer.core.entities.stages.personal_names import (
    Name,
    begins_with_initial,
    name_after,
    name_at,
    name_before,
    name_ending,
    names_listed,
    tells_itself,
)
from viewer.core.entities.stages.posts import Post, find_posts
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.folding import fold
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

_BY = lazy_pattern(r"by\s(?:the\s)?")
_DONE = frozenset(
    "chaired headed led represented accompanied assisted received hosted over opened signed delivered presented "  # noqa: SIM905
    "attended".split()
)
"""What is done by somebody; "over" of "presided over"."""
_OF_STATE = lazy_pattern(r"\s(?:of|for|from|representing|represented|, representing)\s(?:the\s)?(?:former\s)?")
_BEFORE_LIST = lazy_pattern(r"(?:\s\([^()\n]{1,20}\))?,?:?\s(?:[-–—]{1,2}\s)?")
_IN_LIST = lazy_pattern(r"\*?(?:,\s|,?\sand\s|;\s)(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?")
_AND = lazy_pattern(r",?\sand\s(?:the\s)?|,\s(?:the\s)?")
_PAIR = 2
_POSSESSIVE = lazy_pattern(
    r"['’]s?\s(?:war|regime|forces|government|clique|invasion|aggression|visit|leadership|death)\b"
)


class _Held(NamedTuple):
    """A name with the post it holds, and the rule that brought them together."""

    name: Name
    rule: str
    post: Post


def find_people(reading: Reading, bodies: Sequence[Candidate]) -> list[Candidate]:
    """Every person introduced, in text order; of rules that find one name the first named here speaks."""
    sides = Sides(reading, bodies)
    people: dict[int, Candidate] = {}
    for held in _holders(reading, find_posts(reading, sides)):
        person = _of_post(reading, sides, held)
        former = people.get(person.start)
        people[person.start] = person if former is None else _with_both(former, person)
    for person in (*_honoured(reading, sides), *_by(reading), *_possessive(reading)):
        people.setdefault(person.start, person)
    ends = {person.end: person for person in people.values()}
    for person in (*_given(reading), *_of_states(reading)):
        known = ends.get(person.end)
        if known is not None and person.start < known.start:  # "Sheikh Omar Lund": the honorific was a name
            people[person.start] = people.pop(known.start, known)._replace(start=person.start, key=person.key)
        people.setdefault(person.start, person)
    delegations = Delegations(reading, sides)
    found = sorted(people.values(), key=lambda person: (person.start, -person.end))
    return _with_sides(reading, sides, [_for_delegation(one, delegations.side_at(one.start)) for one in found])


def _with_sides(reading: Reading, sides: Sides, people: list[Candidate]) -> list[Candidate]:
    alone = any(not (person.facts.state or person.facts.organisation) for person in people)
    if not alone and not any(
        verb in reading.text for verb in (" accompanied by", " assisted by", " represented by", " headed by", " led by")
    ):
        return people
    from viewer.core.entities.stages.acting_for import tell_sides  # noqa: PLC0415 - many texts say it with each name

    return tell_sides(reading, sides, people)


def _holders(reading: Reading, posts: Sequence[Post]) -> Iterator[_Held]:
    """The names beside each post: right after it; else before it with a comma; else after it with a comma."""
    taken: set[int] = set()
    for post in posts:
        if post.plural:
            yield from _listed(reading, post)
            continue
        name = name_after(reading, post.end)
        directly = name is not None and "," not in reading.text[post.end : name.start]
        before = None if directly else name_before(reading, post.start)
        if before is not None and not (before.start in taken and name is not None):
            yield _Held(before, "name-then-office", post)
        elif name is not None:
            taken.add(name.start)
            yield _Held(name, "office-then-name", post)


def _listed(reading: Reading, post: Post) -> Iterator[_Held]:
    """The names after an office in the plural, two or more: "Foreign Ministers Berg and Soto"."""
    end, states = _states_of(reading, post)
    separator = _BEFORE_LIST.match(reading.text, end)
    names = list(names_listed(reading, separator.end())) if separator else []
    if len(names) != len(states):
        states = [_state_after(reading, name.end) for name in names]
    for name, state in zip(names, states, strict=True) if len(names) > 1 else ():
        organisation = None if state else post.organisation
        yield _Held(name, "offices-then-names", post._replace(state=state, organisation=organisation))


def _state_after(reading: Reading, end: int) -> str | None:
    """The state in "A. Berg of Norway"."""
    link = _OF_STATE.match(reading.text, end)
    state = reading.state_at(link.end()) if link else None
    return state.meaning.key if state else None


def _states_of(reading: Reading, post: Post) -> tuple[int, list[str | None]]:
    """Where the states after a post in the plural end, and which they are: "Presidents of Armenia and Azerbaijan"."""
    end, states = post.end, [post.state] if post.state else []
    while states and (joint := _AND.match(reading.text, end)):
        state = reading.state_at(joint.end())
        if state is None:
            break
        states.append(state.meaning.key)
        end = state.end
    return end, [*states]


def _of_post(reading: Reading, sides: Sides, held: _Held) -> Candidate:
    name, post, rule = held.name, held.post, held.rule
    state, organisation = post.state, post.organisation
    if not (state or organisation) and (side := _side_of(reading, sides, name.end)):
        state, organisation = side.state, side.organisation
        rule = "office-name-state" if rule == "office-then-name" else rule
    facts = Facts(office=post.office, rank=post.rank, state=state, organisation=organisation)
    return _candidate(reading, name, rule, post.trigger, facts)


def _with_both(first: Candidate, second: Candidate) -> Candidate:
    """One person with two posts, one before the name and one after: the latter says what the former, a title, does not.

    "Ambassador A. Berg, Permanent Representative of Norway": an envoy's or a lesser title gives way.
    """
    one, other = first.facts, second.facts
    if one.rank is not None and other.rank is not None and one.rank.value in {"envoy", "official"}:
        one, other = other, one
    merged = one._replace(state=one.state or other.state, organisation=one.organisation or other.organisation)
    return (first if first.end >= second.end else second)._replace(facts=merged)


def _honoured(reading: Reading, sides: Sides) -> Iterator[Candidate]:
    """Persons named after an honorific: "Mr. Lavrov", "Messrs. Berg and Lund", perhaps with a state."""
    for sighting in reading.sightings[Sign.HONORIFIC]:
        if sighting.start in reading.offices:
            continue  # "Chief Minister", "General Manager"
        several = sighting.meaning.key.startswith("Messrs")
        first = name_after(reading, sighting.end)
        for name in names_listed(reading, first.start) if first and several else [first] if first else []:
            side = _side_of(reading, sides, name.end) or _bracketed(reading, sides, sighting.start, name.end)
            facts = Facts(state=side.state, organisation=side.organisation) if side else NO_FACTS
            yield _candidate(reading, name, "honorific-then-name", sighting[:2], facts)


def _by(reading: Reading) -> Iterator[Candidate]:
    """Persons named, in full, by whom something was done: "headed by Ana Soto and Carl Berg"."""
    words = reading.words
    for lead in _BY.finditer(reading.text):
        verb = words.last_before(lead.start())
        if words[verb] not in _DONE or lead.start() != words.ends[verb] + 1:
            continue
        for name in names_listed(reading, lead.end()):
            if name.words > 1:
                yield _candidate(reading, name, "done-by", (words.starts[verb], lead.end()), NO_FACTS)


def _given(reading: Reading) -> Iterator[Candidate]:
    """Persons told by a given name or by initials."""
    reached, given_names = 0, reading.lexicon.offices.given_names
    for index in reading.words.capitals:
        start = reading.words.starts[index]
        if start < reached:
            continue
        word = reading.words[index]
        given = fold(word) in given_names
        if not given and (word[1:2] not in {"", "."} or not begins_with_initial(reading, index)):
            continue
        name = name_at(reading, index)
        if name is None or not tells_itself(reading, name):
            continue
        reached = name.end
        rule = "given-name" if given else "initials-then-name"
        facts = Facts(state=_state_after(reading, name.end))
        yield _candidate(reading, name, rule, (start, reading.words.ends[index]), facts)


def _of_states(reading: Reading) -> Iterator[Candidate]:
    """The names of a list, each of a state: "Drilon Vrapi of Albania, Hazir Kuqi of Kosovo and …".

    Three make a list of people, or two of which one begins with a given name or an initial.
    """
    rows: list[tuple[Candidate, bool]] = []
    for state in reading.sightings[Sign.STATE]:
        lead = next(
            (lead for lead in (" of the former ", " of the ", " of ") if reading.text.endswith(lead, 0, state.start)),
            None,
        )
        name = name_ending(reading, state.start - len(lead)) if lead else None
        if name is None or name.words < 2:
            continue
        row = _candidate(reading, name, "name-of-state", state[:2], Facts(state=state.meaning.key))
        if rows and not _IN_LIST.fullmatch(reading.text[rows[-1][0].trigger[1] : row.start]):
            yield from _listed_people(rows)
            rows = []
        rows.append((row, tells_itself(reading, name)))
    yield from _listed_people(rows)


def _listed_people(rows: Sequence[tuple[Candidate, bool]]) -> Iterator[Candidate]:
    enough = len(rows) > _PAIR or (len(rows) == _PAIR and any(told for _, told in rows))
    return (row for row, _ in rows if enough)


def _possessive(reading: Reading) -> Iterator[Candidate]:
    """One unknown word that somebody's acts are said to be of: "Quiroga's regime"."""
    for match in _POSSESSIVE.finditer(reading.text):
        index = reading.words.last_before(match.start())
        name = name_at(reading, index) if index >= 0 else None
        if name is not None and name.end == match.start():
            yield _candidate(reading, name, "possessive-name", match.span(), NO_FACTS)


def _side_of(reading: Reading, sides: Sides, end: int) -> Side | None:
    """The state or body after a name: "(France)", "of Norway"."""
    if reading.text[end : end + 2] == " (":
        side = sides.starting(end + 2)
        return side if side and reading.text[side.end : side.end + 1] == ")" else None
    link = _OF_STATE.match(reading.text, end)
    return sides.starting(link.end()) if link else None


def _bracketed(reading: Reading, sides: Sides, start: int, end: int) -> Side | None:
    """The state or body before a person in brackets: "Peru (Mr. Luis Soto)"."""
    enclosed = reading.text[max(0, start - 2) : start] == " (" and reading.text[end : end + 1] == ")"
    return sides.ending(start - 2) if enclosed else None


def _for_delegation(person: Candidate, side: Side | None) -> Candidate:
    if side is None or person.facts.state:
        return person
    facts = person.facts._replace(
        state=side.state, organisation=person.facts.organisation or (None if side.state else side.organisation)
    )
    return person._replace(facts=facts)


def _candidate(reading: Reading, name: Name, rule: str, trigger: tuple[int, int], facts: Facts) -> Candidate:
    key = fold(" ".join(reading.text[name.start : name.end].split()))
    return Candidate(name.start, name.end, EntityKind.PERSON, key, rule, trigger, facts)
