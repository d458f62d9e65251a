"""Stage: "the Treaty", "the Secretariat", "Lavrov": a bare head or family name stands for what was named before."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import NO_FACTS, Candidate, Reading
from viewer.core.entities.stages.noun_phrases import same_name_key
from viewer.core.entities.transliteration import spelled_alike
from viewer.core.mentions import EntityKind

_ENDS = (" of ", " on ", " for ", " between ", " in ", " against ", " to ")


class _Named:
    """For each head, the thing named most often so far; of two as often, the later."""

    __slots__ = ("_best", "_counts")

    def __init__(self) -> None:
        self._best: dict[str, Candidate] = {}
        self._counts: dict[str, int] = {}

    def see(self, head: str, named: Candidate) -> None:
        count = self._counts[named.key] = self._counts.get(named.key, 0) + 1
        best = self._best.get(head)
        if best is None or count >= self._counts[best.key]:
            self._best[head] = named

    def best(self, head: str) -> Candidate | None:
        return self._best.get(head)


def find_short_forms(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """A mention for each bare head that a thing named before it answers to."""
    return [
        *_of_kind(reading, found, EntityKind.ORGANISATION, Sign.BODY),
        *_of_kind(reading, found, EntityKind.DOCUMENT, Sign.DOCUMENT),
        *_family_names(reading, found),
    ]


def _of_kind(reading: Reading, found: Sequence[Candidate], kind: EntityKind, sign: Sign) -> Iterator[Candidate]:
    named = sorted((one for one in found if one.kind is kind), key=lambda one: one.start)
    vocabulary = {same_name_key(sighting.meaning.phrase) for sighting in reading.sightings[sign]}
    heads = {one.key: head_of(one.facts.name or one.key, vocabulary) for one in named}
    covered = {one.start for one in named} | {one.trigger[0] for one in named}
    before, number = _Named(), 0
    for sighting in reading.sightings[sign]:
        while number < len(named) and named[number].start < sighting.start:
            before.see(heads[named[number].key], named[number])
            number += 1
        if sighting.start not in covered and _is_bare(reading, sighting):
            answer = before.best(same_name_key(sighting.meaning.phrase))
            if answer is not None:
                place = (sighting.start, sighting.end)
                yield Candidate(*place, kind, answer.key, "short-form", (answer.start, answer.end), NO_FACTS)


def _family_names(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every later place where the family name of a person stands alone."""
    words = reading.words
    people = {
        spelled_alike(_family_name(reading, one)): one for one in reversed(found) if one.kind is EntityKind.PERSON
    }
    taken = {start for one in found for start in (one.start, one.trigger[0])}
    names = sorted((one.start, one.end) for one in found)
    for index in words.capitals:
        start, person = words.starts[index], people.get(spelled_alike(words[index]))
        if person is None or start <= person.start or start in taken or _covered(names, start):
            continue
        if not (_touches_capital(reading, index - 1, index) or _touches_capital(reading, index + 1, index + 1)):
            place = (start, words.ends[index])
            yield Candidate(*place, EntityKind.PERSON, person.key, "family-name", (person.start, person.end), NO_FACTS)


def _family_name(reading: Reading, person: Candidate) -> str:
    """The last part of a name; the first where the rest is one hyphened given name: "Park Ji-won"."""
    parts = reading.text[person.start : person.end].split()
    given_last = len(parts) == 2 and "-" in parts[1] and parts[1].partition("-")[2][:1].islower()
    return parts[0] if given_last else parts[-1]


def _covered(names: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether the name that begins last before a position reaches over it."""
    before = bisect_right(names, (position, position)) - 1
    return before >= 0 and position < names[before][1]


def _touches_capital(reading: Reading, index: int, gap: int) -> bool:
    """Whether a neighbour is a capitalised word, and so perhaps part of another name."""
    words = reading.words
    return (
        words.is_capital(index) and words.gap(gap) in {" ", "-"} and words[index] not in reading.lexicon.words.openers
    )


def head_of(name: str, vocabulary: set[str]) -> str:
    """The head noun of a name: the last word before "of" or "on" that is one; empty if there is none."""
    folded = same_name_key(name)
    cut = min((place for link in _ENDS if (place := folded.find(link)) > 0), default=len(folded))
    parts = folded[:cut].split()
    return next((part for part in reversed(parts) if part in vocabulary), "")


def _is_bare(reading: Reading, sighting: Sighting) -> bool:
    """Whether a head stands alone, not before another capital: "the Plan", not "the Plan Bleu"."""
    words = reading.words
    index = words.first_from(sighting.end)
    return not (words.gap(index) == " " and words.is_capital(index))
