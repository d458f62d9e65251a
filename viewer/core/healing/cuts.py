"""Tells a sentence that a page break or blank lines cut in two from one that ends where its block does."""

from collections.abc import Sequence

from viewer.core.healing import shapes
from viewer.core.healing.lines import Line
from viewer.core.healing.sentences import begins_inside, goes_on_after_abbreviation, opens_recital
from viewer.core.healing.wrapping import LIST_ENDS, LOWER, Wrapping
from viewer.core.patterns import lazy_pattern

_SENTENCE_INSIDE = lazy_pattern(r"(?:[a-z]{4}|[0-9)])[.!?][\"”’)]? [\"“‘(]?[A-Z]")
_LONGEST_HEADING = 100
_SHORTEST_BODY = 60  # code points of a paragraph's first line that is no heading
_SHORTEST_CUT = 40
"""A shorter block is a title or a heading, not half a sentence cut by a page break."""
_CUT = "the last line of the page ends no sentence"


def across_page(group: Sequence[Line], line: Line, wrapping: Wrapping) -> str:
    """Why the first line of a page goes on with the last of the page before; empty where it does not."""
    last = group[-1].text
    if shapes.ends_in_title(last) or goes_on_after_abbreviation(last, line.text):
        return LOWER
    if shapes.ends_clause(last) or shapes.is_rule(last) or _lists(group, line.text):
        return ""
    if shapes.list_mark(line.text):
        return LOWER if wrapping.runs_on(group, line) else ""
    if shapes.begins_lower(line.text) or shapes.ends_open(last) or last.endswith(","):
        return "" if shapes.in_capitals(last) and len(last) < _SHORTEST_CUT else LOWER
    if (
        shapes.in_capitals(last)
        or shapes.in_capitals(line.text)
        or (wrapping.width and not wrapping.fills(group[-1], line))
    ):
        return ""
    numbered = shapes.list_mark(last) is not None and not shapes.opens_list_row(last)
    body = len(group) > 1 or numbered or len(last) > wrapping.widest_heading
    return _CUT if body or _parts_name(last, line.text) else ""


def _parts_name(last: str, after: str) -> bool:
    """Whether a name is cut in two: "..., chaired by Ambassador Emil" / "L. Linvek, will convene ..."."""
    mark = shapes.list_mark(last)
    if (mark and not shapes.NUMBER.match(last)) or len(last) < _SHORTEST_CUT or len(after) <= _LONGEST_HEADING:
        return False
    *words, end = shapes.without_mark(last).split()
    return end[0].isupper() and any(word.islower() and not shapes.is_function_word(word) for word in words)


def in_two(group: Sequence[Line], line: Line) -> str:
    """Why a sentence runs from one block into the next, by its words alone; empty where it does not."""
    last = group[-1].text
    if not begins_inside(last, line.text) or shapes.in_brackets(line.text) or shapes.opens_signature(line.text):
        return ""
    if shapes.ends_clause(last) and not goes_on_after_abbreviation(last, line.text):
        return ""
    row = shapes.opens_list_row(group[0].text)
    if row and not (shapes.NUMBER.match(group[0].text) and len(line.text) > _LONGEST_HEADING):
        return ""
    long = len(group) > 1 or len(last) >= _SHORTEST_CUT
    return LOWER if long and not shapes.in_capitals(last) and not _lists(group, line.text) else ""


def unfinished(group: Sequence[Line], line: Line) -> str:
    """Why running text goes on in the next block though that begins with a capital; empty where it need not."""
    last = group[-1].text
    if shapes.list_mark(group[0].text) and shapes.opens_list_row(group[0].text):
        return ""
    if len(last) < _SHORTEST_CUT or shapes.ends_clause(last) or last.endswith(",") or shapes.in_brackets(line.text):
        return ""
    body = len(line.text) > _SHORTEST_BODY and shapes.list_mark(line.text) is None
    if not body or shapes.in_capitals(line.text) or shapes.in_capitals(last):
        return ""
    return "the paragraph above ends no sentence" if shapes.ends_open(last) or _runs(group) else ""


def _runs(group: Sequence[Line]) -> bool:
    """Whether the lines are running text, in which one sentence follows another."""
    words = " ".join(shapes.without_mark(one.text) for one in group)
    return len(words) > _LONGEST_HEADING and _SENTENCE_INSIDE.search(words) is not None


def _lists(group: Sequence[Line], after: str) -> bool:
    """Whether the two look like rows of a list: "recalling ...," / "welcoming ...," or "...; and"."""
    if not group[-1].text.endswith((",", "and", "or")):
        return False
    before = " ".join(" ".join(one.text for one in group).split())
    if before.endswith(","):
        word = after.split(None, 1)[0]
        opens = (word.endswith("ing") and "-" not in word) or opens_recital(before, after)
        return opens and shapes.list_mark(group[0].text) is None and not _runs(group)
    rows = shapes.list_mark(group[0].text) is not None and shapes.list_mark(after) is not None
    series = ";" in before[: -len("; and")] and not rows
    return (before.endswith(("; and", "; or")) and not series) or (rows and before.endswith(LIST_ENDS))
