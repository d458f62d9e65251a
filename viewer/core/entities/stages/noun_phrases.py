"""Walks from a head noun over the words of its name: capitals before it, "of", "on", "for" and capitals after it."""

from typing import NamedTuple

from viewer.core.calendar import MONTHS
from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Reading
from viewer.core.folding import fold
from viewer.core.patterns import lazy_pattern

_TIGHT = frozenset({" ", "-", "–", "/", " & ", "’ ", "' "})
_OWNERS = frozenset({"'s ", "’s "})
_REACH = 16
"""The most words walked in one direction: keeps the whole linear on any text."""


class Grammar(NamedTuple):
    """How the name of one sort of thing goes on after its head.

    `links` are the small words inside it, `first_links` those only right after the head; whether an owner ends it.
    """

    links: frozenset[str]
    first_links: frozenset[str]
    owner_outside: bool


_LINKS = frozenset({"of", "for", "the", "and"})
_FIRST_LINKS = frozenset({"on", "against"})
_PROSE = frozenset(
    {
        *("to", "in", "between", "with", "concerning", "regarding", "a", "an", "by", "from", "among"),
        *("relating", "prolonging", "extending", "amending", "supplementing", "establishing", "governing"),
        *("Concerning", "Regarding", "Relating", "Amending", "Establishing", "Governing"),
    }
)
BODY = Grammar(_LINKS, _FIRST_LINKS, owner_outside=True)
DOCUMENT = Grammar(_LINKS | _FIRST_LINKS | _PROSE, frozenset(), owner_outside=False)
EVENT = Grammar(_LINKS, _FIRST_LINKS, owner_outside=False)
_LINK_NOUNS = frozenset(
    {("in", "support", "of"), ("the", "implementation", "of"), ("the", "field", "of"), ("the", "fields", "of")}
)
"""Small nouns that only link the parts of a document's name, each between its neighbours."""
_AWAY = frozenset({"Mission", "Force", "Operation", "Presence", "Office", "Group", "Administration"})
_MEMBERS = frozenset({"member", "members", "participating", "states", "countries", "parties"})
_OWNERS_BEGIN = frozenset({"member", "members", "participating"})
_PLURAL = lazy_pattern(r"(?<=\w{3}[^s])s\b")


def same_name_key(words: str) -> str:
    """What two spellings of one name share: no case, no plural, one spelling of "organisation"."""
    folded = " ".join(fold(words).replace("organization", "organisation").replace("programme", "program").split())
    return _PLURAL.sub("", folded).removeprefix("the ")


def left_edge(reading: Reading, start: int) -> int:
    """Where the capitalised words before a head begin: "SCO-Afghanistan Liaison" before "Group".

    A name of the gazetteer counts as one word; an owner ("SCO's") stays outside; "and" joins two plain capitals.
    """
    words = reading.words
    index = words.first_from(start)
    for _ in range(_REACH):
        step = _step_left(reading, index)
        if step == index:
            break
        index = step
    return min(words.starts[index], start) if index < len(words) else start


def _step_left(reading: Reading, index: int) -> int:
    words, gap = reading.words, reading.words.gap(index)
    if gap == ") " and words.gap(index - 1) == " (" and words[index - 1].isupper() and words.is_capital(index - 2):
        index, gap = index - 1, " "  # "Customs Union (LCU) Agreement"
    name = reading.name_ending.get(words.ends[index - 1]) if index else None
    if name is not None and gap in _TIGHT:
        return words.first_from(name.start)
    if name is not None or gap not in _TIGHT | _OWNERS:
        return index
    if _is_modifier(reading, index - 1) or (gap == "-" and words.is_capital(index - 1)):
        return index - 1
    joins = words[index - 1] == "and" or (words.gap(index - 1) == "-" and gap == " ")
    if index < 2 or not joins or words.gap(index - 1) not in _TIGHT or words.ends[index - 2] in reading.name_ending:
        return index
    plain = words.starts[index - 2] not in reading.heads and _is_modifier(reading, index - 2)
    return index - 2 if plain else index


def _is_modifier(reading: Reading, index: int) -> bool:
    words = reading.words
    return words.is_capital(index) and words[index] not in reading.lexicon.words.openers and words[index] not in MONTHS


def right_edge(reading: Reading, end: int, grammar: Grammar) -> int:
    """Where the words after a head end: "of Foreign Affairs", "on the Law of the Sea"; `end` if there are none.

    A capital counts only after a link; "and" does not lead to another head; dates and owners "of the member states"
    stay outside.
    """
    words = reading.words
    index, linked, head_end = words.first_from(end), False, end
    for _ in range(_REACH * 2):
        word, gap = words[index], words.gap(index)
        links = grammar.links | grammar.first_links if end == head_end else grammar.links
        if (
            (gap == " " or (gap == "- " and word == "and"))
            and word in links
            and (linked or word != "and")
            and not _leads_out(reading, index, grammar)
        ):
            linked = True
        elif linked and not grammar.owner_outside and _is_link_noun(reading, index):
            pass
        elif grammar.owner_outside and end == head_end and _leads_abroad(reading, index):
            linked = True
        elif linked and (gap in _TIGHT or _is_list(reading, index)) and _is_part(reading, index):
            name = reading.name_starting.get(words.starts[index])
            end = name.end if name else words.ends[index]
            index = words.last_before(end)
        else:
            break
        index += 1
    return end


def _is_link_noun(reading: Reading, index: int) -> bool:
    words = reading.words
    return (words[index - 1], words[index], words[index + 1]) in _LINK_NOUNS


def _leads_abroad(reading: Reading, index: int) -> bool:
    """Whether a mission's name goes on with where it is: "Mission in Kosovo", "Force in Lebanon"; no city."""
    words = reading.words
    following = index + 1 + (words[index + 1] == "the")
    name = reading.name_starting.get(words.starts[following]) if following < len(words) else None
    away = words[index] in {"in", "to"} and words[index - 1] in _AWAY
    return away and name is not None and name.meaning.manner not in {"city", "adjective"}


def _leads_out(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether a link leads out of the name: "and the Treaty", "in July", "in Geneva", a body's "of the SCO"."""
    words = reading.words
    following = index + 1 + (words[index + 1] == "the")
    start = words.starts[following] if following < len(words) else -1
    name = reading.name_starting.get(start)
    match words[index]:
        case "between" | "with" if words[following] == "Government":
            return True
        case "with":
            return name is not None and name.meaning.sign is not Sign.PLACE
        case "and":
            between = " between " in reading.text[words.starts[max(0, index - 6)] : words.starts[index]]
            return words[index + 1] == "of" or (not between and _and_leads_out(reading, index, following, name))
        case "in":
            return not _is_link_noun(reading, following) and (name is None or name.meaning.manner == "city")
        case "of" if grammar.owner_outside:
            parties = words[following + 1].lower() in {"parties", "members"}  # "of the States Parties"
            return _is_owner(name) or words[following].lower() in _OWNERS_BEGIN or parties
        case _:
            return False


def _and_leads_out(reading: Reading, index: int, following: int, name: Sighting | None) -> bool:
    return name is not None or reading.words[index + 1] == "the" or _reaches_head(reading, following)


def _reaches_head(reading: Reading, index: int) -> bool:
    """Whether the capitals from a word on hold a head noun, and so are a name of their own: "Development Committee"."""
    words = reading.words
    for later in range(index, index + 4):
        if not words.is_capital(later) or (later > index and words.gap(later) not in _TIGHT):
            return False
        if words.starts[later] in reading.heads:
            return True
    return False


def _is_owner(name: Sighting | None) -> bool:
    """Whether a name tells whose a body is: "of Japan", "of the SCO", but not "of American Affairs"."""
    return name is not None and name.meaning.sign is not Sign.PLACE and name.meaning.manner != "adjective"


def _is_list(reading: Reading, index: int) -> bool:
    """Whether a comma goes on with a list that an "and" closes: "Friendship, Cooperation and Mutual Assistance"."""
    words = reading.words
    if words.gap(index) != ", ":
        return False
    return any(
        words[later] == "and" and words.gap(later) == " " and _is_modifier(reading, later + 1)
        for later in range(index + 1, index + 4)
    )


def _is_part(reading: Reading, index: int) -> bool:
    words = reading.words
    head = words.starts[index] in reading.heads
    if head and (words.gap(index) == ", " or (words.starts[index] in reading.offices and words.is_capital(index - 1))):
        return False
    if words.starts[index] in reading.name_starting or words.gap(index) == "-":
        return True
    return _is_modifier(reading, index) or (words[index].isdigit() and words[index - 1] == "for")


def owner_tail(reading: Reading, end: int) -> int:
    """Where "of the Member States of the Nordic Council" or "of Japan" ends; `end` if there is no such thing."""
    words = reading.words
    index = words.first_from(end)
    if words[index] != "of":
        return end
    for _ in range(_REACH):
        if words.gap(index) not in {" ", "-"} or index >= len(words):
            break
        name = reading.name_starting.get(words.starts[index])
        if name is not None and _is_owner(name):
            end = name.end
            index = words.last_before(end)
        elif words[index].lower() in _MEMBERS:
            end = words.ends[index]
        elif words[index] == "to" and words[index - 1].lower() == "parties":
            return _treaty_end(reading, index + 1, end)
        elif words[index] not in {"of", "the"}:
            break
        index += 1
    return end


def _treaty_end(reading: Reading, index: int, end: int) -> int:
    """Where the treaty ends that states are parties to: "the Warsaw Treaty"."""
    words = reading.words
    index += words[index] == "the"
    for later in range(index, index + _REACH):
        if not words.is_capital(later) or words.gap(later) not in _TIGHT:
            break
        end = words.ends[later]
    return end


def qualifies_another(reading: Reading, head: Sighting) -> bool:
    """Whether a head only qualifies the next: "Council" in "Council Working Party", "Bank" in "Bank Governors"."""
    words = reading.words
    index = words.first_from(head.end)
    if words.gap(index) != " " or not words.is_capital(index):
        return False
    return words.starts[index] in reading.heads or words[index].removesuffix("s") in reading.lexicon.offices.heads
