"""Finds what a printed page has besides its text: page numbers, and lines that come again on every page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.core.healing import shapes
from viewer.core.healing.lines import Drop, Line
from viewer.core.healing.page_edges import is_at_page_edge
from viewer.core.healing.running_heads import find_running_heads
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import RepairKind

_PLAIN_NUMBER = lazy_pattern(r"\d{1,3}$")
_SHORTEST_PAGE = 1  # lines
_LAST = 4  # lines among which the end of a release is looked for
_ENDS = lazy_pattern(r"- ?30 ?-$")
"""Newsrooms end a release with this number."""
_PAGE_NUMBER_REASON = "a page number"


def find_furniture(lines: Sequence[Line]) -> list[Drop]:
    """Page numbers and running heads among the lines, in order; the first showing of a title is not one of them."""
    numbers = set(_page_numbers(lines))
    heads = dict(find_running_heads(lines, numbers))
    drops = []
    for place, line in enumerate(lines):
        if place in numbers:
            drops.append(Drop(RepairKind.REMOVED_PAGE_NUMBER, line.span, _PAGE_NUMBER_REASON))
        elif place in heads:
            drops.append(Drop(RepairKind.REMOVED_RUNNING_HEAD, line.span, heads[place]))
    return drops


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that say "Page 3" or "- 3 -" by themselves; a bare number counts as one of a row, or inside a sentence."""
    bare = []
    for place, line in enumerate(lines):
        if not shapes.is_page_number(line.text) or (place > len(lines) - _LAST and _ENDS.match(line.text)):
            continue
        if _PLAIN_NUMBER.match(line.text):
            bare.append(place)
        else:
            yield place
    in_row = set() if _numbers_paragraphs(bare, len(lines)) else _in_row(lines, bare)
    for place in bare:
        if place in in_row or (_stands_apart(lines, place) and is_at_page_edge(lines, place)):
            yield place


def _in_row(lines: Sequence[Line], bare: Sequence[int]) -> set[int]:
    """The bare numbers that are one more than the one before them, or one less than the one after."""
    found: set[int] = set()
    for place, following in pairwise(bare):
        if int(lines[following].text) == int(lines[place].text) + 1 and following - place > _SHORTEST_PAGE:
            found |= {place, following}
    return found


def _stands_apart(lines: Sequence[Line], place: int) -> bool:
    alone_above = place == 0 or lines[place - 1].block != lines[place].block
    alone_below = place + 1 == len(lines) or lines[place + 1].block != lines[place].block
    return alone_above or alone_below


def _numbers_paragraphs(bare: Sequence[int], lines: int) -> bool:
    """Whether bare numbers stand above every paragraph rather than on every page."""
    return lines < 4 * len(bare)
