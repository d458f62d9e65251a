"""Reads a person's name from the words after or before a place: initials, particles, hyphens, honorifics left out."""

import re
from typing import NamedTuple

from viewer.core.calendar import MONTHS
from viewer.core.entities.reading import Reading

_LONGEST = 6
_MOST_HONORIFICS = 4
_INITIALS = re.compile(r"(?:[^\W\d_]\.?)+")


class Name(NamedTuple):
    start: int
    end: int


def name_after(reading: Reading, position: int) -> Name | None:
    """The name that begins after a position, perhaps after a comma and honorifics."""
    words = reading.words
    start = index = _after_honorifics(reading, words.first_from(position))
    if reading.text[position : words.starts[index] if index < len(words) else position].count(",") > 1:
        return None
    if not _opens(reading, index, position):
        return None
    index += 1
    while index - start < _LONGEST and _goes_on(reading, index):
        index += 1
    while words[index - 1] in reading.gazetteer.offices.particles:
        index -= 1
    return _name(reading, start, index)


def name_before(reading: Reading, position: int) -> Name | None:
    """The name that ends before a position with a comma between: "K. Tokaev, Minister"."""
    words = reading.words
    end = index = words.first_from(position)
    if words.gap(index) not in {", ", ", the "} or not _is_name_word(reading, index - 1):
        return None
    index -= 1
    while end - index < _LONGEST and _goes_on(reading, index) and _may_stand(reading, index - 1):
        index -= 1
    while words[index] in reading.gazetteer.offices.particles or words.starts[index] in reading.honorifics:
        index += 1
    # One word before a comma is more often a place or a thing than a name.
    return _name(reading, index, end) if end - index > 1 else None


def _after_honorifics(reading: Reading, index: int) -> int:
    """The number of the first word from `index` on that is part of no honorific."""
    words = reading.words
    for _ in range(_MOST_HONORIFICS):
        if index >= len(words) or words.starts[index] not in reading.honorifics:
            break
        index = words.first_from(reading.honorifics[words.starts[index]])
    return index


def _opens(reading: Reading, index: int, position: int) -> bool:
    """Whether a name may begin with this word: nothing but a space, a comma or honorifics before it."""
    words = reading.words
    if words[index] in reading.gazetteer.offices.portfolios or not _is_name_word(reading, index):
        return False
    between = reading.text[position : words.starts[index]]
    return "\n" not in between and bool(re.fullmatch(r"(?:,?\s|,?\s[\w.\s]{1,40}[.\s])", between))


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a name goes on with the word of that number, seen from the word before."""
    words = reading.words
    gap, before = words.gap(index), words[index - 1]
    if gap == "-":
        return True
    initials = _INITIALS.fullmatch(before) is not None and len(before.replace(".", "")) < 4 and before.isupper()
    if gap != " " and not (gap in {". ", "."} and initials):
        return False
    return _may_stand(reading, index)


def _may_stand(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    elided = word[1:2] in {"'", "’"} and word[2:3].isupper()  # "d'Estaing"
    return elided or word in reading.gazetteer.offices.particles or _is_name_word(reading, index)


def _is_name_word(reading: Reading, index: int) -> bool:
    """A capitalised word that is no state, body or place, opens no sentence and belongs to no office."""
    words, gazetteer = reading.words, reading.gazetteer
    word = words[index]
    if not words.is_capital(index) or any(char.isdigit() for char in word):
        return False
    if word in gazetteer.words.openers and not _is_initial(reading, index):
        return False
    if words.starts[index] in reading.heads or word in MONTHS:
        return False
    known = reading.name_starting.get(words.starts[index])
    if known is not None and known.meaning.manner == "city" and known.end == words.ends[index]:
        # A city's name may be a given name where another name follows: "Victoria Nuland".
        return words.gap(index + 1) == " " and words.is_capital(index + 1) and index + 1 < len(words)
    return known is None and words.ends[index] not in reading.name_ending


def _is_initial(reading: Reading, index: int) -> bool:
    """Whether a word is one letter with a full stop: "A. Aytmatov" begins with no article."""
    end = reading.words.ends[index]
    return len(reading.words[index]) == 1 and reading.text[end : end + 1] == "."


def _name(reading: Reading, start: int, end: int) -> Name | None:
    words = reading.words
    return Name(words.starts[start], words.ends[end - 1]) if start < end else None
