"""Finds what a printed page has besides its text: page numbers, and lines that come again on every page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from viewer.core.healing import shapes
from viewer.core.healing.hyphens import is_cut
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
_MANY = 3
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
        often = len(edges) > 1 and len(edges) * 2 >= len(places)
        often = often or (len(places) >= _MANY and len(edges) > 0) or _is_regular(lines, places) or _is_symbol(words)
        found = places if often else numbered
        reason = f"this line stands on {len(found)} pages"
        for place in found:
            if _is_of_title(lines, places, place, numbers):
                continue
            if place > _TOP or place in edges or place in numbered or _heads_title(lines, place):
                yield place, reason


def _may_be_head(text: str) -> bool:
    goes_on = text.endswith((":", ";", ",")) or shapes.ends_open(text)
    if len(text) > _LONGEST_HEAD or shapes.begins_lower(text) or goes_on:
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


def _is_symbol(words: str) -> bool:
    """Whether the words are a document's number among the papers of a body: "mc/1999/50/rev.5"."""
    return " " not in words and "/" in words and any(map(str.isdecimal, words))


def _is_of_title(lines: Sequence[Line], places: Sequence[int], place: int, numbers: set[int]) -> bool:
    """Whether a line at the top is the title below a running head of the same words, or goes on with the title."""
    if place > _TOP + 1 or place == 0:
        return False
    before, line = lines[place - 1 : place + 1]
    if before.block == line.block and shapes.ends_open(before.text):
        return True
    return place == places[1] and all(between in numbers for between in range(places[0] + 1, place))


def _heads_title(lines: Sequence[Line], place: int) -> bool:
    """Whether the first showing of a line stands above a title, and so is not the title itself."""
    words = _without_number(lines[place].text)
    following = [" ".join(line.text.split()) for line in lines[place + 1 : place + 4]]
    if any(words in line.casefold() for line in following[:2]):
        return True
    named = shapes.DOCUMENT.search(words)
    titles = takewhile(lambda line: not shapes.ends_clause(line), following)
    if any(_is_title(line, named[0] if named else "") for line in titles):
        return True
    return not named and any(len(line) <= _LONGEST_HEAD and not shapes.ends_clause(line) for line in following[:1])


def _is_title(line: str, kind: str) -> bool:
    """Whether the line looks like the title of a document, of that kind if one is given, and not like a sentence."""
    found = shapes.DOCUMENT.search(line)
    if found is None or kind not in ("", found[0].casefold()) or shapes.begins_open(line):
        return False
    return all(word[0].isupper() or shapes.is_function_word(word) for word in line[: found.start()].split())


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
    return _parts_sentence(before, line, after)


def _parts_sentence(before: Line, line: Line, after: Line) -> bool:
    """Whether a sentence goes on from above the line to below it, and the line is not itself a full one of it."""
    if len(before.text) < _SHORTEST_CUT or shapes.ends_clause(before.text) or shapes.list_mark(after.text):
        return False
    if before.block != line.block != after.block:
        return shapes.begins_lower(after.text) or shapes.ends_open(before.text) or is_cut(before.text, after.text)
    room = before.indent + len(before.text) - line.indent - len(line.text)
    return shapes.begins_lower(after.text) and room > len(after.text.split(None, 1)[0])
