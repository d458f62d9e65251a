"""Finds what a printed page has besides its text: page numbers, and lines that come again on every page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from viewer.core.repairs import RepairKind
from viewer.core.structure import shapes
from viewer.core.structure.lines import Drop, Line

_PLAIN_NUMBER = re.compile(r"\d{1,3}$")
_NUMBER = r"(?:(?:page|p\.) ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
_EDGE_NUMBER = re.compile(rf"^{_NUMBER}(?=\s)|(?<=\s){_NUMBER}$", re.IGNORECASE)
_EDGE_SIGNS = " \t-–—|·•/"
_LONGEST_HEAD = 100
_SHORTEST_HEAD = 6  # letters
_FEWEST_PAGES = 2
_SHORTEST_CUT = 40
"""A shorter line before a page's edge is a heading or the end of a list, not a sentence cut in two."""
_PAGE_NUMBER_REASON = "a page number"


def find_furniture(lines: Sequence[Line]) -> list[Drop]:
    """Page numbers and running heads among the lines, in order; the first showing of a title is not one of them."""
    numbers = set(_page_numbers(lines))
    heads = dict(_running_heads(lines, numbers))
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
        if not shapes.is_page_number(line.text):
            continue
        if not _PLAIN_NUMBER.match(line.text):
            yield place
        elif _stands_apart(lines, place):
            bare.append(place)
    counted = [int(lines[place].text) for place in bare]
    for place, number, before, after in zip(bare, counted, [0, *counted], [*counted[1:], 0], strict=False):
        in_row = 1 in (number - before, after - number) and not _numbers_paragraphs(bare, len(lines))
        if in_row or _at_page_edge(lines, place, place):
            yield place


def _stands_apart(lines: Sequence[Line], place: int) -> bool:
    alone_above = place == 0 or lines[place - 1].block != lines[place].block
    alone_below = place + 1 == len(lines) or lines[place + 1].block != lines[place].block
    return alone_above or alone_below


def _numbers_paragraphs(bare: Sequence[int], lines: int) -> bool:
    """Whether bare numbers stand above every paragraph rather than on every page."""
    return lines < 4 * len(bare)


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> Iterator[tuple[int, str]]:
    """Lines that come again at the edges of pages, with the reason to take them out."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and place not in numbers:
            alike[_without_number(line.text)].append(place)
    for words, places in alike.items():
        if len(places) < _FEWEST_PAGES or sum(map(str.isalpha, words)) < _SHORTEST_HEAD:
            continue
        edges = [place for place in places if _is_edge(lines, place, numbers)]
        if len(edges) * 2 >= len(places) and edges:
            for place in places if len(edges) > 1 else ():
                if place in edges or place > places[0]:
                    yield place, f"this line stands on {len(places)} pages"


def _without_number(line: str) -> str:
    """The line as it is on every page: without a page number at either end."""
    bare = line.strip(_EDGE_SIGNS)
    return _EDGE_NUMBER.sub("", bare).strip(_EDGE_SIGNS).casefold()


def _is_edge(lines: Sequence[Line], place: int, numbers: set[int]) -> bool:
    return place - 1 in numbers or place + 1 in numbers or _at_page_edge(lines, place, place)


def _at_page_edge(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether a form feed stands beside the lines, or they part a sentence."""
    if first == 0 or last + 1 == len(lines):
        return False
    before, after = lines[first - 1], lines[last + 1]
    if before.page != lines[first].page or after.page != lines[last].page:
        return True
    long = len(before.text) >= _SHORTEST_CUT
    return long and not shapes.ends_clause(before.text) and shapes.begins_lower(after.text)
