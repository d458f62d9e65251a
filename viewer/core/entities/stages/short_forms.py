"""Stage: "the Organization", "the Secretariat", "the Treaty": a bare head noun stands for a thing named before."""

from collections.abc import Iterator, Sequence

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import NO_FACTS, Candidate, Reading
from viewer.core.entities.stages.noun_phrases import same_name_key
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
