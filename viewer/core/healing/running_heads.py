"""Finds the lines that come again on every page, above the text or below it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from viewer.core.healing import shapes
from viewer.core.healing.lines import Line
from viewer.core.healing.page_edges import interrupts, is_at_page_edge, opens_text
from viewer.core.patterns import lazy_pattern

_NUMBER = r"(?:(?:page|p\.) ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
_EDGE_NUMBER = lazy_pattern(rf"^{_NUMBER}(?=\s)|(?<=\s){_NUMBER}$", re.IGNORECASE)
_EDGE_SIGNS = " \t-–—|·•/,;:"
_LONGEST_HEAD = 100
_SHORTEST_HEAD = 5  # letters and digits
_SHORTEST_REPEAT = 15
_FEWEST_GAPS = 2
_SHORTEST_GAP = 600  # code points of a page
_MOST_UNEVEN = 2
_MANY = 3
_TOP = 2  # lines at the beginning, among which the title may be
_PARTS = lazy_pattern(r"(?:article|annex|appendix|chapter|section|part|item|point|title|paragraph|protocol)$")
_FIGURES = lazy_pattern(r"\d+")
_FEWEST_PAGES = 2
_PLACE = lazy_pattern(r"(?:,| [–—-]) [A-Z0-9]")


def find_running_heads(lines: Sequence[Line], numbers: set[int]) -> Iterator[tuple[int, str]]:
    """Lines that come again at the edges of pages, with the reason to take them out."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if place not in numbers and _may_be_head(line.text):
            alike[_without_number(line.text)].append(place)
    taken = set(numbers)
    for words, places in alike.items():
        if len(places) < _FEWEST_PAGES or sum(map(str.isalnum, words)) < _SHORTEST_HEAD or _PARTS.match(words):
            continue
        if sum(opens_text(lines, place) for place in places) * 2 >= len(places):
            continue
        numbered = _numbered(lines, places)
        edges = [place for place in places if _is_edge(lines, place, taken)]
        found = places if _are_heads(lines, places, len(edges)) else numbered
        reason = f"this line stands on {len(found)} pages"
        for place in found:
            if _is_of_title(lines, places, place, numbers):
                continue
            if place > _TOP or place in edges or place in numbered or _heads_title(lines, place):
                taken.add(place)
                yield place, reason


def _are_heads(lines: Sequence[Line], places: Sequence[int], edges: int) -> bool:
    """Whether a line that comes again at these places, of which so many are at a page's edge, is a running head."""
    if edges > 1 and edges * 2 >= len(places):
        return True
    if len(places) >= _MANY and (edges or _names_text(lines[places[0]].text)):
        return True
    if _begins_title(lines, places):
        return True
    by_itself = any(interrupts(lines, place) for place in places)
    return by_itself or _is_symbol(lines[places[0]].text) or _is_regular(lines, places)


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


def _is_symbol(text: str) -> bool:
    """Whether the line is a document's number among the papers of a body: "MC/1999/50/Rev.5", "No. 57/1984"."""
    text = text.removeprefix("No. ")
    return " " not in text and ("/" in text or "(" in text) and any(map(str.isdecimal, text))


def _begins_title(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether the title begins with the line, and it comes again twice."""
    words = _without_number(lines[places[0]].text)
    again = sum(place > _TOP + 1 for place in places)
    titles = [" ".join(line.text.split()).casefold() for line in lines[: _TOP + 2]]
    return again > 1 and shapes.DOCUMENT.search(words) is not None and any(one.startswith(words) for one in titles)


def _names_text(text: str) -> bool:
    """Whether the line says what the text is, and of what place or day: "Joint Statement, San Oriel"."""
    kind = shapes.DOCUMENT.search(text)
    return kind is not None and _PLACE.search(text, kind.end()) is not None


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
    titles = takewhile(lambda line: not shapes.ends_clause(line) or shapes.ends_in_abbreviation(line), following)
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


def _is_edge(lines: Sequence[Line], place: int, taken: set[int]) -> bool:
    """Whether the line stands at a page's edge, or beside a page number or running head that is already known."""
    return place - 1 in taken or place + 1 in taken or is_at_page_edge(lines, place)
