"""Puts the phrase of one office together: modifiers, head, and the portfolio after "of" and "for"."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.entities.lexicon import PLURAL, Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Reading
from viewer.core.folding import fold
from viewer.core.mentions import Rank
from viewer.core.patterns import lazy_pattern

_JOINT = lazy_pattern(r"\s?(?:\s-\s|\s?[–—/]\s?|,?\sand\s(?:the\s|concurrently\s)?|,\s)$")
_ORDER = tuple(Rank)
_ADJECTIVE = lazy_pattern(r"(?:Public|Foreign|Humanitarian|Rural|[A-Z]\w+(?:al|ic|ary|ial))")
_REACH = 12
"""The most words of a portfolio: keeps every step bounded."""


class Office(NamedTuple):
    """One or more offices held together. `start` to `end` is what is printed without state or body.

    `plural` tells that several hold it: "Foreign Ministers", "Presidents".
    """

    start: int
    end: int
    rank: Rank
    trigger: tuple[int, int]
    plural: bool = False


def find_offices(reading: Reading) -> Iterator[Office]:
    """The offices named, in text order; several joined by a dash, "and" or a comma are one."""
    held: Office | None = None
    for sighting in reading.sightings[Sign.OFFICE]:
        if held is not None and sighting.start < held.end:
            continue
        office = _office(reading, sighting)
        alone = held is not None and not held.plural and not office.plural
        if held is not None and alone and _JOINT.fullmatch(reading.text, held.end, office.start):
            held = Office(held.start, office.end, min(held.rank, office.rank, key=_ORDER.index), held.trigger)
            continue
        if held is not None:
            yield held
        held = office
    if held is not None:
        yield held


def _office(reading: Reading, head: Sighting) -> Office:
    start = _modifiers_start(reading, head.start)
    words = reading.words
    before = {words[index] for index in range(words.first_from(start), words.first_from(head.start))}
    rank = reading.lexicon.offices.heads[head.meaning.key]
    if rank is Rank.MINISTER and before & reading.lexicon.offices.deputies:
        rank = Rank.DEPUTY_MINISTER
    plural = head.meaning.manner == PLURAL
    return Office(start, _portfolio_end(reading, head.end), rank, (head.start, head.end), plural)


def _modifiers_start(reading: Reading, start: int) -> int:
    """Where the modifiers and portfolio words before a head begin: "Deputy Foreign" before "Minister"."""
    words, offices = reading.words, reading.lexicon.offices
    index = words.first_from(start)
    for _ in range(_REACH):
        before = words[index - 1]
        if words.gap(index) not in {" ", "-"} or not (before in offices.modifiers or before in offices.portfolios):
            break
        if words.ends[index - 1] in reading.name_ending:
            break
        index -= 1
    return words.starts[index] if index < len(words) else start


def _portfolio_end(reading: Reading, end: int) -> int:
    """Where the portfolio after a head ends: "of Foreign Affairs and Trade", "of State for Europe"."""
    words, portfolios = reading.words, reading.lexicon.offices.portfolios
    index = words.first_from(end)
    joined = False
    for _ in range(_REACH):
        word, gap = words[index], words.gap(index)
        if gap not in {" ", ", ", "-"}:
            break
        if word in {"of", "for", "and", "the", "to", "on"} and (gap == " " or (word == "and" and gap == ", ")):
            joined = True
        elif (
            joined
            and (word in portfolios or _leads_to_portfolio(reading, index) or _ends_portfolio(reading, index))
            and not _begins_a_name(reading, index)
        ):
            end = words.ends[index]
        else:
            break
        index += 1
    return end


def _leads_to_portfolio(reading: Reading, index: int) -> bool:
    """Whether a capitalised word only qualifies a portfolio: "Corporate" in "Finance and Corporate Affairs"."""
    words, offices = reading.words, reading.lexicon.offices
    qualified = words.is_capital(index) and words.gap(index + 1) == " " and words[index + 1] in offices.portfolios
    return qualified and fold(words[index]) not in offices.given_names


def _ends_portfolio(reading: Reading, index: int) -> bool:
    """Whether a capitalised word is what an adjective of the portfolio speaks of: "Aid" in "Humanitarian Aid"."""
    words = reading.words
    if not words.is_capital(index) or words.gap(index) != " ":
        return False
    return _ADJECTIVE.fullmatch(words[index - 1]) is not None or _closes_with_state(reading, index)


def _closes_with_state(reading: Reading, index: int) -> bool:
    """Whether one unknown word after "and" stands before "of" and a state: "Foreign Affairs and Sport of Chile"."""
    words = reading.words
    following = index + 2 + (words[index + 2] == "the")
    name = reading.name_starting.get(words.starts[following]) if following < len(words) else None
    return words[index - 1] == "and" and words[index + 1] == "of" and name is not None


def _begins_a_name(reading: Reading, index: int) -> bool:
    """Whether a word begins the name of a state or a body: "Central" in "Central Committee"."""
    words = reading.words
    name = reading.name_starting.get(words.starts[index])
    if name is not None:  # "Europe" is a portfolio as well
        return name.end != words.ends[index] or words[index] not in reading.lexicon.offices.portfolios
    return words.gap(index + 1) == " " and words.starts[index + 1] in reading.heads
