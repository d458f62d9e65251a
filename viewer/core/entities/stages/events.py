"""Stage: meetings, summits, talks, elections: named in capitals, by what follows "of", by their kind or their order."""

from viewer.core.calendar import MONTHS
from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import EVENT, left_edge, right_edge, same_name_key
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

# Patterns in words, compiled at first use: few events need them.
_QUOTED = lazy_pattern(r",?\s(?:on\s|entitled\s)?[“\"][^“”\"\n]{1,200}[”\"]")
_OWNER = lazy_pattern(
    r"(?i:\sof\s(?:the\s)?(?:(?:\S+\s){0,3}members\b|(?:\S+\s)?(?:member|participating)\s(?:states|countries)\b).*)"
)
_OF_DATE = lazy_pattern(
    r"\sof\s(?:\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?\b)"
    r"(?:,?\s(?:1[5-9]|20)\d\d)?|\sof\s[A-Z][a-z]{2,8}\s(?:1[5-9]|20)\d\d\b"
)
_ORDINALS = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
        *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
        *("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    }
)
"""Words that tell one in a row, and the tens of "thirty-fourth"."""
_INSIDE = frozenset({" ", "-", "–", "'s ", "’s ", "’ ", "' ", " & "})
_STOPS = frozenset(
    {
        *("that", "which", "who", "whom", "whose", "when", "while", "where", "as", "or"),
        *("was", "is", "are", "were", "be", "being", "been", "has", "have", "had", "took", "takes", "said"),
        *("will", "would", "shall", "should", "may", "can", "could", "must"),
        *("to", "on", "in", "at", "for", "with", "during", "by", "held", "scheduled", "convened", "hosted"),
        *("against", "between", "from", "under", "met", "agreed", "ended", "began", "opened", "decided", "reviewed"),
        *("brought", "confirmed", "contributed", "gave", "led", "made", "marked", "noted", "showed"),
    }
)
_DUTIES = frozenset({("in", "charge"), ("responsible", "for")})
_PARTIES = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "multi"})
_LONGEST = 26
_KINDS = frozenset({"foreign", "ministers", "ministerial", "leaders", "expert", "annual", "official"})
_NOT_OWNED = frozenset({"meeting", "meetings", "visit"})
"""Right after a name these may be what it does: "the Group meeting in Oslo"."""
_DOINGS = frozenset({"talks", "attacks", "process", "retreat", "visit"})
"""After a state these may be what it does: "Norway talks peace", but "Norwegian talks"."""
_DEEDS = frozenset({"assassination", "attack", "attacks", "bombing", "bombings", "coup d'état"})
"""In capitals these stand in the name of something else: "Convention for the Suppression of Terrorist Bombings"."""
_LOCATED = frozenset(
    {
        *("elections", "election", "referendum", "talks", "negotiations", "conference", "summit"),
        *_DEEDS,
    }
)
_VISITS = frozenset({"official", "state", "working", "friendly", "goodwill"})


def find_events(reading: Reading) -> list[Candidate]:
    """Events in text order; of one head the first rule that fits speaks."""
    found: list[Candidate] = []
    for head in reading.sightings[Sign.EVENT]:
        if head.meaning.key[0].isupper() and reading.text[head.start].islower():
            continue  # "a round of talks", but "Tokyo Round"
        events = (rule(reading, head) for rule in _RULES)
        event = next((event for event in events if event is not None), None)
        if event is not None and not (found and event.start < found[-1].end):
            found.append(event)
    return found


def _by_capitals(reading: Reading, head: Sighting) -> Candidate | None:
    """An event in capitals: "G7 Leaders' Meeting", "High-Level Dialogue on Energy", "International Conference “…”"."""
    if not reading.text[head.start].isupper() or head.meaning.key in _DEEDS:
        return None
    start = left_edge(reading, head.start)
    if reading.text.startswith(" of ", head.end) or start >= head.start:
        start = _with_order(reading, start)
    else:
        start = _past_ordinals(reading, start, head.start)  # "Sixth Trade Summit" is a "Trade Summit"
    if start >= head.start:
        return None
    quoted = _QUOTED.match(reading.text, head.end)
    end = quoted.end() if quoted else right_edge(reading, head.end, EVENT)
    return _event(reading, start, end, head, "event-by-name")


def _past_ordinals(reading: Reading, start: int, end: int) -> int:
    words, index = reading.words, reading.words.first_from(start)
    while words.starts[index] < end and _is_ordinal(words[index]):
        index += 1
    return words.starts[index]


def _by_complement(reading: Reading, head: Sighting) -> Candidate | None:
    """One of something: "meeting of the Council of Heads of State", up to a verb, a date, a place or a comma."""
    if not reading.text.startswith(" of ", head.end):
        return None
    words = reading.words
    word = words[words.first_from(head.end) + 1]
    of_date = word[:1].isdigit() or word in MONTHS
    if of_date and (dated := _OF_DATE.match(reading.text, head.end)):
        return _event(reading, _with_order(reading, head.start), dated.end(), head, "event-of")
    first = index = words.first_from(head.end) + 1
    while index < first + _LONGEST and words.gap(index) in _INSIDE and not _stops(reading, index):
        index += 1
    while words[index - 1].lower() in {"the", "of", "and", "a", "an"}:
        index -= 1
    if index <= first:
        return None
    start = _with_order(reading, head.start)
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
    start = _with_order(reading, head.start)
    first = reading.words[reading.words.first_from(start)]
    told = start < head.start and first != "high"
    return _event(reading, start, head.end, head, "event-by-order") if told else None


def _by_owner(reading: Reading, head: Sighting) -> Candidate | None:
    """One in small letters right after a name: "Vienna talks", "SCO summit", "Middle East peace process"."""
    words, kinds = reading.words, reading.lexicon.words.event_kinds
    index = words.first_from(head.start)
    while words.gap(index) == " " and (words[index - 1] in kinds or words[index - 1] in _KINDS):
        index -= 1
    name = reading.name_ending.get(words.ends[index - 1]) if index and words.gap(index) == " " else None
    if name is None or not reading.text[head.start].islower() or head.meaning.key in _NOT_OWNED:
        return None
    if head.meaning.key in _DOINGS and name.meaning.sign is Sign.STATE and name.meaning.manner != "adjective":
        return None
    start = _with_order(reading, left_edge(reading, name.start))
    return _event(reading, start, head.end, head, "event-of-owner")


def _by_place(reading: Reading, head: Sighting) -> Candidate | None:
    """One told by where it is: "elections in Ghana", "talks in Lagos"."""
    if head.meaning.key not in _LOCATED:
        return None
    name = _place_after(reading, head.end, " in ") or _place_after(reading, head.end, " held in ")
    if name is None:
        return None
    return _event(reading, head.start, name.end, head, "event-in-place")


def _visit(reading: Reading, head: Sighting) -> Candidate | None:
    """A visit to a state or a city: "official visit to Thailand", "visit to Lagos"."""
    name = _place_after(reading, head.end, " to ") if head.meaning.key == "visit" else None
    if name is None:
        return None
    words, index = reading.words, reading.words.first_from(head.start)
    start = words.starts[index - 1] if words[index - 1].lower() in _VISITS and words.gap(index) == " " else head.start
    return _event(reading, start, name.end, head, "visit-to-place")


def _place_after(reading: Reading, position: int, link: str) -> Sighting | None:
    """The state or place named after a position and a small word."""
    if not reading.text.startswith(link, position):
        return None
    start = position + len(link)
    name = reading.name_starting.get(start + len("the ") if reading.text.startswith("the ", start) else start)
    return name if name is not None and name.meaning.sign is not Sign.ORGANISATION else None


_RULES = (_by_capitals, _visit, _by_complement, _by_owner, _by_kind, _by_order, _by_place)


def _with_order(reading: Reading, start: int) -> int:
    """Where the words before a head that tell one in a row begin; a year counts."""
    words = reading.words
    index = words.first_from(start)
    while words.gap(index) in {" ", "-"} and _tells_order(reading, index):
        index -= 1
    return words.starts[index] if index < len(words) else start


def _tells_order(reading: Reading, index: int) -> bool:
    """Whether the word before tells one in a row: "next", "34th", "thirty-fourth", a year, half of "high-level"."""
    before, word = reading.words[index - 1], reading.words[index]
    if (len(before) == 4 and before.isdecimal()) or before == "level" or (before == "high" and word == "level"):
        return True
    return before.lower() in reading.lexicon.words.event_order or _is_ordinal(before)


def _is_ordinal(word: str) -> bool:
    """Whether a word is "Third", "34th", or the first half of "thirty-fourth"."""
    return word.lower() in _ORDINALS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def _event(reading: Reading, start: int, end: int, head: Sighting, rule: str) -> Candidate:
    name = " ".join(reading.text[start:end].split())
    name = name[:1].upper() + name[1:]
    if any(word in name.lower() for word in ("member", "participating")):
        name = _OWNER.sub("", name)
    trigger = (head.start, head.end)
    return Candidate(start, end, EntityKind.EVENT, same_name_key(name), rule, trigger, Facts(name=name))
