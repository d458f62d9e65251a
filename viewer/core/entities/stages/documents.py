"""Stage: treaties, charters, programmes and the like, known by their head noun and the words that belong to it."""

import re
from collections.abc import Iterator

from viewer.core.calendar import MONTHS
from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import DOCUMENT, left_edge, qualifies_another, right_edge, same_name_key
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

# Patterns in words, compiled at first use: few documents need them.
_NUMBER = r"(?:No\.?\s?)?\d[\d/-]*(?:\s\([\dXVI]+\)|\sof\s(?:19|20)\d\d)?(?![\w.]\d)"
_NUMBERS = rf"{_NUMBER}(?:(?:,\s|,?\sand\s){_NUMBER}(?!\s(?:others?|members?|[Ss]tates|countries|delegations)\b))*"
_RESOLUTION = lazy_pattern(rf"\b(?:resolutions\s{_NUMBERS}|(?:resolution|UNSCR)\s{_NUMBER})")
_NUMBERED = frozenset({"Resolution", "Resolutions", "Recommendation", "Decree", "Regulation", "Agenda", "Vision"})
_OF_DATE = lazy_pattern(
    r"\sof\s(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\s|[A-Z][a-z]{2,8}\s(?:\d{1,2}(?:st|nd|rd|th)?,\s)?)?"
    r"(?:1[5-9]|20)\d\d\b"
)
DATED = "document-of-date"
_FIGURE = lazy_pattern(r"\s[IVX]+\b")
_YEAR_BEFORE = lazy_pattern(r"(?<!\w)(?:1[89]|20)\d\d $")


def find_documents(reading: Reading) -> list[Candidate]:
    """Documents named with more than their head, in text order; the text's own title names none."""
    found = [*_by_head(reading), *_resolutions(reading), *_by_abbreviation(reading)]
    return sorted(found, key=lambda document: document.start)


def _by_abbreviation(reading: Reading) -> Iterator[Candidate]:
    """Treaties that are known by their letters: "NPT", "START II"."""
    words, treaties = reading.words, reading.lexicon.words.treaties
    for index in words.capitals:
        if words[index] in treaties and words.starts[index] not in reading.name_starting:
            start, end = words.starts[index], words.ends[index]
            figure = _FIGURE.match(reading.text, end)
            place = (start, figure.end() if figure else end)
            name = reading.text[place[0] : place[1]]
            yield Candidate(*place, EntityKind.DOCUMENT, name, "treaty-abbreviation", (start, end), Facts(name=name))


def _resolutions(reading: Reading) -> Iterator[Candidate]:
    """Resolutions in small letters or by "UNSCR", told by the number after them: "resolution 435"."""
    if "resolution" not in reading.text and "UNSCR" not in reading.text:
        return
    for match in _RESOLUTION.finditer(reading.text):
        start = left_edge(reading, match.start())
        name = " ".join(reading.text[start : match.end()].split())
        place = (start, match.end())
        yield Candidate(
            *place, EntityKind.DOCUMENT, same_name_key(name), "numbered-resolution", place, Facts(name=name)
        )


def _by_head(reading: Reading) -> list[Candidate]:
    found = (
        _document(reading, head)
        for head in reading.sightings[Sign.DOCUMENT]
        if head.start >= reading.title_end and not qualifies_another(reading, head)
    )
    return [document for document in found if document is not None]


def _document(reading: Reading, head: Sighting) -> Candidate | None:
    start = left_edge(reading, head.start)
    number = _number_after(reading, head) if head.meaning.key in _NUMBERED else None
    end = number.end() if number else right_edge(reading, head.end, DOCUMENT)
    if _YEAR_BEFORE.search(reading.text[max(0, start - 6) : start]):
        start -= len("2030 ")
    bare, rule = (start, end) == (head.start, head.end), "document-by-head"
    if bare and _may_be_dated(reading, end) and (dated := _OF_DATE.match(reading.text, end)):
        end, bare, rule = dated.end(), False, DATED
    if bare and not _says_enough(reading.text[head.start : head.end]):
        return None
    if start == head.start and head.meaning.key in reading.lexicon.words.after_names:
        return None
    name = " ".join(reading.text[start:end].split())
    trigger = (head.start, head.end)
    return Candidate(start, end, EntityKind.DOCUMENT, same_name_key(name), rule, trigger, Facts(name=name))


def _number_after(reading: Reading, head: Sighting) -> re.Match[str] | None:
    """The number of a resolution; after "Resolutions" all numbers of the list."""
    several = reading.text[head.start : head.end].endswith("s")
    return re.compile(rf"\s{_NUMBERS if several else _NUMBER}").match(reading.text, head.end)


def _may_be_dated(reading: Reading, end: int) -> bool:
    word = reading.words[reading.words.first_from(end) + 1]
    return reading.text.startswith(" of ", end) and (word[:1].isdigit() or word in MONTHS)


def _says_enough(head: str) -> bool:
    """Whether a head of several words names a document by itself: "Action Plan", "Memorandum of Understanding"."""
    parts = head.split()
    return len(parts) > 1 and all(part[0].isupper() or part == "of" for part in parts)
