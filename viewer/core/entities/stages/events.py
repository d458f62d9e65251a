"""Stage: meetings, summits, talks, elections: named in capitals, by what follows "of", by their kind or their order."""

import re

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import EVENT, left_edge, right_edge, same_name_key
from viewer.core.mentions import EntityKind

_QUOTED = re.compile(r",?\s(?:on\s|entitled\s)?[“\"][^“”\"\n]{1,200}[”\"]")
_OWNER = re.compile(
    r"\sof\s(?:the\s)?(?:(?:\S+\s){0,3}members\b|(?:\S+\s)?(?:member|participating)\s(?:states|countries)\b).*",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))\s")
_INSIDE = frozenset({" ", "-", "–", "'s ", "’s ", "’ ", "' ", " & "})
_STOPS = frozenset(
    {
        *("that", "which", "who", "whom", "whose", "when", "while", "where", "as", "or"),
        *("was", "is", "are", "were", "be", "being", "been", "has", "have", "had", "took", "takes", "said"),
        *("will", "would", "shall", "should", "may", "can", "could", "must"),
        *("to", "on", "in", "at", "for", "with", "during", "by", "held", "scheduled", "convened", "hosted"),
    }
)
_DUTIES = frozenset({("in", "charge"), ("responsible", "for")})
_PARTIES = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "multi"})
_LONGEST = 26


def find_events(reading: Reading) -> list[Candidate]:
    """Events in text order; of one head the first rule that fits speaks."""
    found: list[Candidate] = []
    for head in reading.sightings[Sign.EVENT]:
        events = (rule(reading, head) for rule in (_by_capitals, _by_complement, _by_kind, _by_order))
        event = next((event for event in events if event is not None), None)
        if event is not None and not (found and event.start < found[-1].end):
            found.append(event)
    return found


def _by_capitals(reading: Reading, head: Sighting) -> Candidate | None:
    """An event in capitals: "G7 Leaders' Meeting", "High-Level Dialogue on Energy", "International Conference “…”"."""
    if not reading.text[head.start].isupper():
        return None
    start = left_edge(reading, head.start)
    if ordinal := _ORDINAL.match(reading.text, start, head.start):
        start = ordinal.end()
    if start >= head.start:
        return None
    quoted = _QUOTED.match(reading.text, head.end)
    end = quoted.end() if quoted else right_edge(reading, head.end, EVENT)
    return _event(reading, start, end, head, "event-by-name")


def _by_complement(reading: Reading, head: Sighting) -> Candidate | None:
    """One of something: "meeting of the Council of Heads of State", up to a verb, a date, a place or a comma."""
    if not reading.text.startswith(" of ", head.end):
        return None
    words = reading.words
    first = index = words.first_from(head.end) + 1
    while index < first + _LONGEST and words.gap(index) in _INSIDE and not _stops(reading, index):
        index += 1
    while words[index - 1].lower() in {"the", "of", "and", "a", "an"}:
        index -= 1
    if index <= first:
        return None
    start = _with_order(reading, head.start, reading.lexicon.words.event_order)
    return _event(reading, start, words.ends[index - 1], head, "event-of")


def _stops(reading: Reading, index: int) -> bool:
    """Whether a word ends what a meeting is "of"; "ministers in charge of trade" goes on."""
    words = reading.words
    return words[index] in _STOPS and not {(words[index - 1], words[index]), (words[index], words[index + 1])} & _DUTIES


def _by_kind(reading: Reading, head: Sighting) -> Candidate | None:
    """One told by its kind: "six-party talks", "parliamentary elections", "Afghan peace process"."""
    words, kinds = reading.words, reading.lexicon.words.event_kinds
    index = words.first_from(head.start)
    before = words[index - 1]
    parties = before == "party" and words.gap(index - 1) == "-" and words[index - 2].lower() in _PARTIES
    if words.gap(index) != " " or not (before in kinds or parties):
        return None
    index -= 2 if parties else 1
    state = reading.name_ending.get(words.ends[index - 1]) if index and words.gap(index) == " " else None
    start = state.start if state and state.meaning.sign is Sign.STATE else words.starts[index]
    return _event(reading, start, head.end, head, "event-by-kind")


def _by_order(reading: Reading, head: Sighting) -> Candidate | None:
    """One of a row, to be placed by its circumstances: "third meeting", "next high-level meeting", "2002 meeting"."""
    start = _with_order(reading, head.start, reading.lexicon.words.event_order)
    first = reading.words[reading.words.first_from(start)]
    told = start < head.start and first != "high"
    return _event(reading, start, head.end, head, "event-by-order") if told else None


def _with_order(reading: Reading, start: int, order: frozenset[str]) -> int:
    """Where the words before a head that tell one in a row begin; a year counts."""
    words = reading.words
    index = words.first_from(start)
    while words.gap(index) in {" ", "-"} and (words[index - 1] in order or _ends_order(reading, index)):
        index -= 1
    return words.starts[index] if index < len(words) else start


def _ends_order(reading: Reading, index: int) -> bool:
    """Whether the word before is a year, or half of "high-level"."""
    before, word = reading.words[index - 1], reading.words[index]
    return (len(before) == 4 and before.isdecimal()) or before == "level" or (before == "high" and word == "level")


def _event(reading: Reading, start: int, end: int, head: Sighting, rule: str) -> Candidate:
    name = " ".join(reading.text[start:end].split())
    name = _OWNER.sub("", name[:1].upper() + name[1:])
    trigger = (head.start, head.end)
    return Candidate(start, end, EntityKind.EVENT, same_name_key(name), rule, trigger, Facts(name=name))
