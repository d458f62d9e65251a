"""Stage: treaties, charters, programmes and the like, known by their head noun and the words that belong to it."""

import re
from collections.abc import Iterator

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import DOCUMENT, left_edge, qualifies_another, right_edge, same_name_key
from viewer.core.mentions import EntityKind

_NUMBER = re.compile(r"\s(?:No\.?\s?)?\d[\d/-]*(?:\s\(\d{4}\))?(?![\w.,]\d)")
_RESOLUTION = r"\bresolutions?\s(?:No\.?\s?)?\d[\d/]*(?:\s\([\dXVI]+\))?(?![\w.,]\d)"
_NUMBERED = frozenset({"Resolution", "Decree", "Regulation", "Agenda", "Vision"})
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:1[89]|20)\d\d $")


def find_documents(reading: Reading) -> list[Candidate]:
    """Documents named with more than their head, in text order; the text's own title names none."""
    return sorted([*_by_head(reading), *_resolutions(reading)], key=lambda document: document.start)


def _resolutions(reading: Reading) -> Iterator[Candidate]:
    """Resolutions in small letters, told by the body before or the number after them: "resolution 435"."""
    if "resolution" not in reading.text:
        return
    for match in re.finditer(_RESOLUTION, reading.text):
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
    number = _NUMBER.match(reading.text, head.end) if head.meaning.key in _NUMBERED else None
    end = number.end() if number else right_edge(reading, head.end, DOCUMENT)
    if _YEAR_BEFORE.search(reading.text[max(0, start - 6) : start]):
        start -= len("2030 ")
    if (start, end) == (head.start, head.end) and not _says_enough(reading.text[head.start : head.end]):
        return None
    if start == head.start and head.meaning.key in reading.lexicon.words.after_names:
        return None
    name = " ".join(reading.text[start:end].split())
    trigger = (head.start, head.end)
    return Candidate(
        start, end, EntityKind.DOCUMENT, same_name_key(name), "document-by-head", trigger, Facts(name=name)
    )


def _says_enough(head: str) -> bool:
    """Whether a head of two capitalised words names a document by itself: "Action Plan", "Final Act"."""
    parts = head.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)
