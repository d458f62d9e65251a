"""Reads a person's name from the words at a place: initials, particles, hyphens, "Jr.", honorifics left out."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.calendar import MONTHS
from viewer.core.entities.reading import Reading
from viewer.core.folding import fold
from viewer.core.patterns import lazy_pattern

_LONGEST = 9
_MOST_HONORIFICS = 4
_MOST_LISTED = 40
_INITIALS = lazy_pattern(r"(?:[^\W\d_]\.?)+")
_INITIALS_ALONE = lazy_pattern(r"(?:[A-Z]\.){2,3}")
_SHORTEST_FAMILY = 3
# In words, compiled at first use: of most names nothing stands between them and their post.
_BETWEEN = lazy_pattern(r",?\s|\s?[-–—:]\s|,?\s[\w.'’\s]{1,40}[.'’\s]")
_JUNIOR = frozenset({"Jr", "Sr", "Jun", "Sen", "II", "III", "IV"})
_BEFORE_POST = frozenset({"as", "the", "its", "their", "then", "former", "current", "acting", "new", "first"})
_APPOSITION = lazy_pattern(
    r"\.?,? (?:the )?(?:(?:then|former|current|acting|new|first) )?|,? \(| [-–—] "
    r"| as (?:the |its |their )?(?:new |acting )?"
)
_LETTERS_AFTER = lazy_pattern(r"(?:[A-Z]\.){2,5}|[A-Z]{2,4}")
"""Letters after a name, before the post: "A. Berg, M.P., Minister"."""
_NEXT_IN_LIST = lazy_pattern(r"\*?,?\sand\s|\*?,\s|\s&\s")
_OF = lazy_pattern(r"\sof\s(?:the\s)?")


class Name(NamedTuple):
    """Where a name starts and ends; `words` is of how many words it is."""

    start: int
    end: int
    words: int


def name_at(reading: Reading, index: int) -> Name | None:
    """The name that begins with the word of that number."""
    words = reading.words
    if words[index] in reading.lexicon.offices.portfolios or not _is_name_word(reading, index):
        return None
    end = index + 1
    while end - index < _LONGEST and _goes_on(reading, end):
        end += 1
    while words[end - 1] in reading.lexicon.offices.particles and words[end - 1].islower():
        end -= 1
    return _name(reading, index, end)


def name_after(reading: Reading, position: int) -> Name | None:
    """The name that begins after a position, perhaps after a comma or a dash and honorifics."""
    words = reading.words
    index = after_honorifics(reading, words.first_from(position))
    between = reading.text[position : words.starts[index]] if index < len(words) else "\n"
    if "\n" in between or between.count(",") > 1:
        return None
    if between not in {" ", ", "} and not _BETWEEN.fullmatch(between):
        return None
    return name_at(reading, index)


def name_before(reading: Reading, position: int) -> Name | None:
    """The name that ends before a position with a comma, a dash or a bracket between: "K. Tokaev, Minister"."""
    index = _past_apposition(reading, position)
    return _name_up_to(reading, index) if index is not None else None


def name_ending(reading: Reading, position: int) -> Name | None:
    """The name that ends at a position."""
    index = reading.words.last_before(position)
    return _name_up_to(reading, index + 1) if index >= 0 and reading.words.ends[index] == position else None


def _name_up_to(reading: Reading, last: int) -> Name | None:
    """The name whose last word is the one before that number."""
    if not _is_name_word(reading, last - 1):
        return None
    index = last - 1
    while (
        last - index < _LONGEST
        and not _is_honoured(reading, index)
        and _goes_on(reading, index)
        and _may_stand(reading, index - 1)
    ):
        index -= 1
    while index < last and _opens_no_name(reading, index):
        index += 1
    # One word before a comma is more often a place or a thing than a name, unless an honorific stands before it.
    return _name(reading, index, last) if last - index > 1 or _is_honoured(reading, index) else None


def _past_apposition(reading: Reading, position: int) -> int | None:
    """The number of the word after a name, past what joins a post to it: ", the ", " - ", ", M.P., ", " as its "."""
    words = reading.words
    index = words.first_from(position)
    while (
        index
        and _LETTERS_AFTER.fullmatch(words[index - 1])
        and words.gap(index).endswith(", ")
        and words.gap(index - 1) == ", "
    ):
        position, index = words.starts[index - 1], index - 1
    while index and words[index - 1] in _BEFORE_POST:
        index -= 1
    joint = reading.text[words.ends[index - 1] : position] if index else ""
    if not _APPOSITION.fullmatch(joint):
        return None
    return index - 1 if words[index - 1] in {"Jr", "Sr"} else index


def names_listed(reading: Reading, position: int) -> Iterator[Name]:
    """The names of a list that begins at a position: "A. Berg, Mr. B. Lund and C. Holm"."""
    words = reading.words
    for _ in range(_MOST_LISTED):
        index = after_honorifics(reading, words.first_from(position))
        name = name_at(reading, index)
        if name is None:
            return
        yield name
        joint = _NEXT_IN_LIST.match(reading.text, _past_side(reading, name.end))
        if joint is None:
            return
        position = joint.end()


def _past_side(reading: Reading, end: int) -> int:
    """Where "of Norway" or "of the SCO" after a name ends; `end` if there is no such thing."""
    link = _OF.match(reading.text, end)
    side = reading.name_starting.get(link.end()) if link else None
    return side.end if side else end


def after_honorifics(reading: Reading, index: int) -> int:
    """The number of the first word from `index` on that is part of no honorific."""
    words = reading.words
    for _ in range(_MOST_HONORIFICS):
        if index >= len(words) or words.starts[index] not in reading.honorifics:
            break
        index = words.first_from(reading.honorifics[words.starts[index]])
    return index


def tells_itself(reading: Reading, name: Name) -> bool:
    """Whether a name of several words begins with a given name, or with initials before a family name."""
    index = reading.words.first_from(name.start)
    if name.words < 2:
        return False
    if fold(reading.words[index]) in reading.lexicon.offices.given_names:
        return True
    family = reading.words[index + name.words - 1]
    return begins_with_initial(reading, index) and len(family) >= _SHORTEST_FAMILY


def begins_with_initial(reading: Reading, index: int) -> bool:
    """Whether a word is an initial or several, as "A." and "A.A.", and no title, as "H.E."."""
    word = reading.words[index]
    if word[1:2] not in {"", "."} or reading.words.starts[index] in reading.honorifics:
        return False
    return _is_initial(reading, index) or _INITIALS_ALONE.fullmatch(word) is not None


def _opens_no_name(reading: Reading, index: int) -> bool:
    words = reading.words
    word = words[index]
    return (word in reading.lexicon.offices.particles and word.islower()) or words.starts[index] in reading.honorifics


def _is_honoured(reading: Reading, index: int) -> bool:
    return index < len(reading.words) and not reading.honoured.isdisjoint(
        (reading.words.starts[index], reading.words.starts[index] - 1)
    )


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a name goes on with the word of that number, seen from the word before."""
    words = reading.words
    gap, before = words.gap(index), words[index - 1]
    if gap in {"-", "–", "‑"}:
        return True
    initials = _INITIALS.fullmatch(before) is not None and len(before.replace(".", "")) < 4 and before[:1].isupper()
    if gap != " " and not (gap in {". ", "."} and initials):
        return False
    return _may_stand(reading, index)


def _may_stand(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if _is_family_of_a_city(reading, index):
        return True
    elided = word[1:2] in {"'", "’"} and word[2:3].isupper()  # "d'Estaing"
    return elided or word in reading.lexicon.offices.particles or _is_name_word(reading, index)


def _is_family_of_a_city(reading: Reading, index: int) -> bool:
    """Whether a city's name is a family name here, after a given name: "Alice Houston"."""
    known = reading.name_starting.get(reading.words.starts[index]) if index < len(reading.words) else None
    return (
        known is not None
        and known.meaning.manner == "city"
        and known.end == reading.words.ends[index]
        and fold(reading.words[index - 1]) in reading.lexicon.offices.given_names
    )


def _is_name_word(reading: Reading, index: int) -> bool:
    """A capitalised word that is no state, body or place, opens no sentence and belongs to no office."""
    words, lexicon = reading.words, reading.lexicon
    word = words[index]
    if not words.is_capital(index) or any(char.isdigit() for char in word):
        return False
    if (word in lexicon.words.openers or word in lexicon.words.never_names) and not _is_initial(reading, index):
        return False
    if words.starts[index] in reading.heads or word in MONTHS:
        return False
    known = reading.name_starting.get(words.starts[index])
    if known is not None and known.end == words.ends[index] and known.meaning.manner in {"city", "short-name"}:
        # The name of a city or a state may be a person's where another name follows: "Victoria Ames", "Jordan Ames".
        return words.gap(index + 1) == " " and _is_plain(reading, index + 1)
    return known is None and words.ends[index] not in reading.name_ending


def _is_plain(reading: Reading, index: int) -> bool:
    words = reading.words
    start = words.starts[index] if index < len(words) else -1
    return (
        words.is_capital(index)
        and start not in reading.heads
        and start not in reading.name_starting
        and words[index] not in reading.lexicon.words.never_names
    )


def _is_initial(reading: Reading, index: int) -> bool:
    """Whether a word is one letter with a full stop: "A. Aytmatov" begins with no article."""
    end = reading.words.ends[index]
    return len(reading.words[index]) == 1 and reading.text[end : end + 1] == "."


def _name(reading: Reading, start: int, end: int) -> Name | None:
    words = reading.words
    if start >= end:
        return None
    last = words.ends[end - 1]
    if words[end] in _JUNIOR and words.gap(end) in {" ", ", "}:
        last = words.ends[end] + (reading.text[words.ends[end] : words.ends[end] + 1] == ".")
    return Name(words.starts[start], last, end - start)
