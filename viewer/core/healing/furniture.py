"""Finds what a printed page has besides its text: page numbers, and lines that come again on every page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.core.healing import shapes
from viewer.core.healing.lines import Drop, Line
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import RepairKind

_PLAIN_NUMBER = lazy_pattern(r"\d{1,3}$")
_NUMBER = r"(?:(?:page|p\.) ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
_EDGE_NUMBER = lazy_pattern(rf"^{_NUMBER}(?=\s)|(?<=\s){_NUMBER}$", re.IGNORECASE)
_EDGE_SIGNS = " \t-–—|·•/,;:"
_LONGEST_HEAD = 100
_SHORTEST_HEAD = 5  # letters and digits
_SHORTEST_PAGE = 1  # lines
_SHORTEST_REPEAT = 15
_FEWEST_GAPS = 2
_SHORTEST_GAP = 600  # code points of a page
_MOST_UNEVEN = 2
_TOP = 2  # lines at the beginning, among which the title may be
_PARTS = lazy_pattern(r"(?:article|annex|appendix|chapter|section|part|item|point|title|paragraph|protocol)$")
_FIGURES = lazy_pattern(r"\d+")
_FEWEST_PAGES = 2
_LAST = 4  # lines among which the end of a release is looked for
_ENDS = lazy_pattern(r"- ?30 ?-$")
"""Newsrooms end a release with this number."""
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
        if not shapes.is_page_number(line.text) or (place > len(lines) - _LAST and _ENDS.match(line.text)):
            continue
        if _PLAIN_NUMBER.match(line.text):
            bare.append(place)
        else:
            yield place
    in_row = set() if _numbers_paragraphs(bare, len(lines)) else _in_row(lines, bare)
    for place in bare:
        if place in in_row or (_stands_apart(lines, place) and _at_page_edge(lines, place)):
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


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> Iterator[tuple[int, str]]:
    """Lines that come again at the edges of pages, with the reason to take them out."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if place not in numbers and _may_be_head(line.text):
            alike[_without_number(line.text)].append(place)
    for words, places in alike.items():
        if len(places) < _FEWEST_PAGES or sum(map(str.isalnum, words)) < _SHORTEST_HEAD or _PARTS.match(words):
            continue
        numbered = _numbered(lines, places)
        edges = [place for place in places if _is_edge(lines, place, numbers)]
        often = (len(edges) > 1 and len(edges) * 2 >= len(places)) or _is_regular(lines, places)
        found = places if often else numbered
        reason = f"this line stands on {len(found)} pages"
        for place in found:
            if place > _TOP or place in edges or place in numbered or _heads_title(lines, place):
                yield place, reason


def _may_be_head(text: str) -> bool:
    if len(text) > _LONGEST_HEAD or shapes.begins_lower(text) or text.endswith((":", ";", ",")):
        return False
    return shapes.list_mark(text) is None or _EDGE_NUMBER.search(text) is not None


def _is_regular(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a line comes again at much the same distance three times or more, as on pages of one length."""
    text = lines[places[0]].text
    if len(text) < _SHORTEST_REPEAT or shapes.list_mark(text) or shapes.ends_clause(text):
        return False
    gaps = [lines[after].span.start - lines[before].span.start for before, after in pairwise(places)]
    return len(gaps) >= _FEWEST_GAPS and min(gaps) >= _SHORTEST_GAP and max(gaps) <= _MOST_UNEVEN * min(gaps)


def _numbered(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """Those of the lines that have a number at one end, if it grows by one from line to line."""
    ends = {place: _EDGE_NUMBER.search(lines[place].text.strip(_EDGE_SIGNS)) for place in places}
    counted = {place: int(figures[0]) for place, end in ends.items() if end and (figures := _FIGURES.search(end[0]))}
    grows = all(after == before + 1 for before, after in pairwise(counted.values()))
    return list(counted) if grows and len(counted) > 1 else []


def _heads_title(lines: Sequence[Line], place: int) -> bool:
    """Whether the first showing of a line stands above a title, and so is not the title itself."""
    words = _without_number(lines[place].text)
    following = [line.text for line in lines[place + 1 : place + 3]]
    if any(words in line.casefold() for line in following):
        return True
    named = shapes.DOCUMENT.search(words) is not None
    return not named and any(len(line) <= _LONGEST_HEAD and not shapes.ends_clause(line) for line in following[:1])


def _without_number(line: str) -> str:
    """The line as it is on every page: without a page number at either end."""
    bare = line.strip(_EDGE_SIGNS)
    if any(map(str.isdecimal, bare)):
        bare = _EDGE_NUMBER.sub("", bare)
    return bare.strip(_EDGE_SIGNS).casefold()


def _is_edge(lines: Sequence[Line], place: int, numbers: set[int]) -> bool:
    return place - 1 in numbers or place + 1 in numbers or _at_page_edge(lines, place)


def _at_page_edge(lines: Sequence[Line], place: int) -> bool:
    """Whether a form feed stands beside the line, or it parts a sentence."""
    if place == 0 or place + 1 == len(lines):
        return False
    before, line, after = lines[place - 1 : place + 2]
    if before.page != line.page or after.page != line.page:
        return True
    long = len(before.text) >= _SHORTEST_CUT
    return long and not shapes.ends_clause(before.text) and shapes.begins_lower(after.text)
