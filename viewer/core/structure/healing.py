"""Finds the paragraphs of a source text: rejoins hard-wrapped lines and sentences cut by a page break."""

import re
from itertools import pairwise
from typing import NamedTuple

from viewer.core.repairs import RepairKind
from viewer.core.structure import shapes
from viewer.core.text import Span

_WIDEST_WRAP = 120
"""Longer lines are paragraphs on one line, not wrapped ones, in code points."""
_SHORTEST_OPEN_LINE = 25
"""A shorter line before a lower-case one may as well be a list without marks."""
_SOLID = 4
"""With more paragraphs to a block than this, the text was set without blank lines and each stands alone."""
_HYPHENATED = re.compile(r"\w+(?:-\w+)*")
_SHORTEST_CUT = 40
"""A shorter block is a title or a heading, not half a sentence cut by a page break."""


class Line(NamedTuple):
    """One line of the source without the blanks around it; `indent` counts the blanks before it."""

    span: Span
    text: str
    indent: int
    block: int


class Join(NamedTuple):
    """How two lines were made one: why, what stands between them now, how many code points of the first went."""

    kind: RepairKind
    glue: str
    dropped: int = 0


class Draft(NamedTuple):
    """A paragraph to be: its lines, the joins between them, and whether it stands alone between blank lines."""

    lines: tuple[Line, ...]
    joins: tuple[Join, ...] = ()
    alone: bool = True


def heal(text: str) -> tuple[Draft, ...]:
    """The paragraphs of the text in order; blank lines part blocks, a line feed alone parts lines."""
    lines = _lines(text)
    groups = _across_page_breaks(_within_blocks(lines, _wrap_width(lines)))
    words = _words_around_hyphens(text)
    neighbours = zip([None, *groups], groups, [*groups[1:], None], strict=False)
    solid = len(groups) > _SOLID * len({group[0].block for group in groups})
    return tuple(
        Draft(
            tuple(group),
            tuple(_join(one, other, words) for one, other in pairwise(group)),
            alone=solid or not (_same_block(before, group) or _same_block(group, after)),
        )
        for before, group, after in neighbours
    )


def _same_block(before: list[Line] | None, after: list[Line] | None) -> bool:
    return before is not None and after is not None and before[-1].block == after[0].block


def _words_around_hyphens(text: str) -> frozenset[str]:
    """All words of a text where a line ends in a hyphen; they tell a parted word from one with a hyphen of its own."""
    return frozenset(_HYPHENATED.findall(text.casefold())) if "-\n" in text else frozenset()


def _join(before: Line, after: Line, words: frozenset[str]) -> Join:
    """A word parted at a hyphen gets no space; it loses the hyphen where the text has the whole word elsewhere."""
    kind = RepairKind.JOINED_LINE if before.block == after.block else RepairKind.JOINED_PAGE_BREAK
    if not (before.text[-1] == "-" and before.text[-2:-1].isalpha() and after.text[0].islower()):
        return Join(kind, " ")
    left, right = before.text[:-1].rpartition(" ")[2], after.text.partition(" ")[0].rstrip(".,;:)")
    whole, hyphenated = (left + right).casefold(), f"{left}-{right}".casefold()
    return Join(kind, "", dropped=int(whole in words and hyphenated not in words))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    start = block = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            first = start + indent
            lines.append(Line(Span(first, first + len(words)), words, indent, block))
        else:
            block += 1
        start += len(raw) + 1
    return lines


def _wrap_width(lines: list[Line]) -> int:
    """How wide the text's lines were set, 0 where they are not hard-wrapped.

    They are when a third of the line breaks inside blocks cut a sentence. One line in ten may stick out.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    cut = sum(_cuts_sentence(a.text, b.text) for a, b in breaks)
    if cut * 3 < len(breaks) or not breaks:
        return 0
    widths = sorted(len(a.text) for a, _ in breaks)
    width = widths[len(widths) * 9 // 10]
    return width if width <= _WIDEST_WRAP else 0


def _cuts_sentence(before: str, after: str) -> bool:
    if shapes.ends_clause(before) or shapes.list_mark(after) or shapes.is_rule(before):
        return False
    if shapes.in_capitals(before) and shapes.in_capitals(after) and shapes.begins_open(after):
        return True
    lower = shapes.begins_lower(after)
    return (lower and len(before) >= _SHORTEST_OPEN_LINE) or shapes.ends_open(before)


def _fills(before: Line, after: Line, width: int) -> bool:
    """Whether the second line's first word would not have fitted on the first."""
    return bool(width) and len(before.text) + 1 + len(after.text.split(None, 1)[0]) > width


def _continues(before: Line, after: Line, width: int) -> bool:
    if shapes.is_rule(before.text) or shapes.is_rule(after.text):
        return False
    if _cuts_sentence(before.text, after.text):
        return True
    if not _fills(before, after, width):
        return False
    if shapes.list_mark(after.text):  # "... on February" / "25. The ministers ..." is no list
        return bool(shapes.NUMBER.match(after.text)) and not shapes.ends_clause(before.text)
    return after.indent <= before.indent or bool(shapes.list_mark(before.text))


def _within_blocks(lines: list[Line], width: int) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].block == line.block and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _across_page_breaks(groups: list[list[Line]]) -> list[list[Line]]:
    """Joins cut sentences; a page number between the halves goes into the join."""
    healed: list[list[Line]] = []
    for group, following in zip(groups, [*groups[1:], None], strict=False):
        between = len(group) == 1 and shapes.is_page_number(group[0].text)
        if healed and between and following and _is_cut(healed[-1], following):
            continue
        if healed and _is_cut(healed[-1], group):
            healed[-1].extend(group)
        else:
            healed.append(group)
    return healed


def _is_cut(before: list[Line], after: list[Line]) -> bool:
    """Whether a sentence runs from one block into the next: both body-like, neither a list item."""
    last, first = before[-1], after[0]
    if last.block == first.block or not shapes.begins_lower(first.text) or shapes.ends_clause(last.text):
        return False
    if any(shapes.list_mark(line.text) for line in (before[0], first)):
        return False
    long = len(before) > 1 or len(last.text) >= _SHORTEST_CUT
    return long and not shapes.in_capitals(last.text) and not _lists(last.text, first.text)


def _lists(before: str, after: str) -> bool:
    """Whether the two look like rows of a list without marks: "recalling ...," / "welcoming ...," or "...; and"."""
    if before.endswith(","):
        return after.split(None, 1)[0].endswith(("ing", "ed"))
    return before.endswith(("; and", "; or", ", and", ", or"))
