"""How blocks become a text: lines, gaps, indents; unbroken or hard-wrapped."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from generation.draft import Block
from generation.hyphens import halves
from generation.truth import Break

_RUNNING = {"body", "item"}
_HEADS = {"title", "subtitle", "heading"}
GAP, KEPT_GAP = "gap", "kept gap"  # between blocks; the latter is never parted by a page
WRAP, HYPHEN = "wrap", "hyphen"


class Layout(NamedTuple):
    blank: bool = True  # blank lines between paragraphs
    width: int = 0  # columns; 0 where lines are not wrapped
    indent: int = 0  # columns, of a paragraph's first line
    hyphens: bool = False  # words are divided at line ends
    hanging: bool = False  # the further lines of an item stand below its words
    centred: bool = False  # titles and datelines


class Stretch(NamedTuple):
    """Part of a text: as printed, and as it reads unbroken."""

    kind: str  # of a break, or of a gap between blocks; empty where printed is what reads
    printed: str
    instead: str


def plain(text: str) -> Stretch:
    return Stretch("", text, text)


def laid_out(blocks: Sequence[Block], layout: Layout, random: Random) -> list[Stretch]:
    """The text of the blocks, without an end of line at its end."""
    stretches: list[Stretch] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            gap = _gap(before, block, layout)
            stretches.append(Stretch(KEPT_GAP if before.kind in _HEADS else GAP, gap, gap))
        stretches += _lines(block, layout, random) if layout.width else [plain(" " * block.indent + block.printed)]
        before = block
    return [stretch for stretch in stretches if stretch.printed or stretch.instead]


def assembled(stretches: Sequence[Stretch]) -> tuple[str, tuple[Break, ...]]:
    """The text as printed, and its breaks."""
    breaks, at = [], 0
    for kind, printed, instead in stretches:
        if kind not in ("", GAP, KEPT_GAP):
            breaks.append(Break(kind, (at, at + len(printed)), instead))
        at += len(printed)
    return "".join(stretch.printed for stretch in stretches), tuple(breaks)


def _gap(before: Block, block: Block, layout: Layout) -> str:
    if block.tight:
        return "\n"
    # Where lines are wrapped and no blank line parts the paragraphs, one still sets off what is not a paragraph.
    apart = layout.width and not {before.kind, block.kind} <= _RUNNING
    return "\n\n" if layout.blank or apart else "\n"


def _lines(block: Block, layout: Layout, random: Random) -> list[Stretch]:
    text, width = block.printed, layout.width
    if block.kind not in _RUNNING:
        centres = layout.centred and block.kind in ("title", "subtitle", "dateline") and len(text) < width - 8
        pad = (width - len(text)) // 2 if centres else 0
        return [plain(" " * pad), *_wrapped(text.split(" "), layout._replace(hyphens=False), (pad, 0), random)]
    first = layout.indent + block.indent
    mark = text.split(" ", 1)[0]
    rest = first + len(mark) + 1 if layout.hanging and block.kind == "item" else 0
    glued = not (layout.blank or layout.indent) or (block.kind == "item" and not rest)
    return [plain(" " * first), *_wrapped(_words(text, glued=glued), layout, (first, rest), random)]


def _wrapped(words: Sequence[str], layout: Layout, columns: tuple[int, int], random: Random) -> list[Stretch]:
    """The words in lines; `columns` are those at which the first line and the others begin."""
    first, rest = columns
    pad = "\n" + " " * rest
    line, column = words[0], first + len(words[0])
    stretches: list[Stretch] = []
    for word in words[1:]:
        if column + 1 + len(word) <= layout.width:
            line, column = f"{line} {word}", column + 1 + len(word)
            continue
        divided = halves(word, layout.width - column - 2, random) if layout.hyphens and word is not words[-1] else None
        if divided:
            stretches += [plain(f"{line} {divided.head}"), Stretch(HYPHEN, "-" + pad, "-" if divided.own else "")]
            line = divided.tail
        else:
            stretches += [plain(line), Stretch(WRAP, pad, " ")]
            line = word
        column = rest + len(line)
    return [*stretches, plain(line)]


def _words(text: str, *, glued: bool) -> list[str]:
    """The words; `glued`, one that at the head of a line would look like a mark stays with the word before it."""
    words: list[str] = []
    for word in text.split(" "):
        if glued and words and (word[0].isdigit() or word[0] in "(–—-"):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words
