"""Puts a post together: one or more offices with the state or body they are held in, in whatever order."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.entities.reading import Reading
from viewer.core.entities.stages.offices import Office, find_offices
from viewer.core.entities.stages.sides import Side, Sides
from viewer.core.mentions import Rank
from viewer.core.patterns import lazy_pattern

_AFTER = lazy_pattern(r"\s(?P<word>of|for|to|at|in|with|on)\s(?:the\s)?|,\s(?:the\s)?")
_AND = lazy_pattern(r",?\s(?:and\s|concurrently\s)+(?:the\s|concurrently\s)?|\s?[–—/]\s?|\s-\s")
_ENDS = frozenset(",.;:)\n")
"""What follows a side that only a comma joins to its office: "Secretary of State, United States"."""
_ORDER = tuple(Rank)
_MOST_SIDES = 3
_SERVING = frozenset({Rank.ENVOY, Rank.OFFICIAL})
"""Who may act for another's office: "Special Envoy of the President"."""
_ABROAD = lazy_pattern(r"\sand\s(?P<people>[A-Z]\w+)\s(?:Abroad|Overseas|Residing Abroad)\b")


class Post(NamedTuple):
    """What somebody holds. `start` to `end` is all that is printed of it; `office` is without state or listed body."""

    start: int
    end: int
    office: str
    rank: Rank
    trigger: tuple[int, int]
    plural: bool
    state: str | None
    organisation: str | None


def find_posts(reading: Reading, sides: Sides) -> list[Post]:
    """The posts named, in text order; those joined by "and" are one."""
    found: list[Post] = []
    for office in find_offices(reading):
        if found and office.start < found[-1].end:
            continue
        post = _post(reading, sides, office)
        if found and (joined := _joined(reading, found[-1], post)):
            found[-1] = joined
        else:
            found.append(post)
    return found


def _post(reading: Reading, sides: Sides, office: Office) -> Post:
    before = _side_before(reading, sides, office.start)
    after = list(_sides_after(reading, sides, office.end, envoy=office.rank is Rank.ENVOY))
    own = next((side for side in after if side.listed is False), None)
    end = own.end if own and own.start - office.end < len(" of the ") + 1 else office.end
    if not after and (abroad := _ABROAD.match(reading.text, office.end)):
        people = sides.starting(abroad.start("people"))
        after, end = ([people._replace(end=abroad.end())], abroad.end()) if people else (after, end)
    printed = " ".join(reading.text[office.start : end].split())
    named = [side for side in ([before] if before else []) + after if side.state or side.organisation]
    return Post(
        before.start if before else office.start,
        after[-1].end if after else office.end,
        printed,
        office.rank,
        office.trigger,
        office.plural,
        _first_state(named),
        named[0].organisation if named else None,
    )


def _first_state(sides: list[Side]) -> str | None:
    """The state of a post: what comes after an organisation is what its officer deals with, not whom he acts for."""
    for side in sides:
        if side.state:
            return side.state
        if side.listed:
            return None
    return None


def _side_before(reading: Reading, sides: Sides, start: int) -> Side | None:
    """The state or body before an office: "Kazakh", "India's", "SCO", "Republic of Korea (ROK)"."""
    words = reading.words
    index = words.first_from(start)
    gap = words.gap(index)
    if gap in {" ", "'s ", "’s ", "’ ", "-"}:
        return sides.ending(words.ends[index - 1])
    if gap != ") ":
        return None
    inside = sides.ending(words.ends[index - 1])
    if inside is None:
        return None
    opening = words.first_from(inside.start)
    return sides.ending(words.ends[opening - 1]) if words.gap(opening).strip() == "(" else None


def _sides_after(reading: Reading, sides: Sides, end: int, *, envoy: bool) -> Iterator[Side]:
    """The states and bodies after an office, as far as they follow each other: "of IGAD for South Sudan".

    Where an envoy is sent to is none of whom he acts for: it only tells how far his post goes.
    """
    for count in range(_MOST_SIDES):
        link = _AFTER.match(reading.text, end)
        side = sides.starting(link.end()) if link else None
        if (
            link is None
            or side is None
            or (link["word"] is None and (count or reading.text[side.end : side.end + 1] not in _ENDS))
        ):
            return
        sent_to = envoy and link["word"] in {"to", "at", "in"}
        yield side._replace(state=None, organisation=None) if sent_to else side
        end = side.end


def _joined(reading: Reading, first: Post, second: Post) -> Post | None:
    """Two posts as one, if they are joined and no two states tell two people apart."""
    joint = _AND.fullmatch(reading.text, first.end, second.start)
    if (
        reading.text[first.end : second.start] == ", "
        and second.office == "Ambassador"
        and _ends_in_name(reading, second)
    ):
        return first._replace(end=second.end)  # "the Vice Minister of Peru, Ambassador Ana Soto"
    between = reading.text[first.end : second.start]
    serves = between == " to the " or (
        between in {" of the ", " of "}
        and first.rank in _SERVING
        and not reading.text.startswith(("'", "’"), second.end)
    )
    if not (joint or serves) or first.plural or second.plural:
        return None
    if first.state and second.state and first.state != second.state:
        return None
    between = between if serves else " and "
    rank = first.rank if serves else min(first.rank, second.rank, key=_ORDER.index)
    return first._replace(
        end=second.end,
        office=f"{first.office}{between}{second.office}",
        rank=rank,
        state=first.state or second.state,
        organisation=first.organisation or second.organisation,
    )


def _ends_in_name(reading: Reading, post: Post) -> bool:
    """Whether a capitalised word follows a post directly, as a name does a title."""
    words = reading.words
    index = words.first_from(post.end)
    return words.gap(index) == " " and words.is_capital(index)
