"""Pages of a text: cut in mid-sentence or between paragraphs, with numbers and running heads at the cuts."""

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from generation.layout import GAP, HYPHEN, KEPT_GAP, WRAP, Stretch, plain

PAGE_BREAK, PAGE_NUMBER, RUNNING_HEAD, DOUBLE_SPACE = "page-break", "page-number", "running-head", "double-space"
_SHORT_FORMS = ("Mr.", "Ms.", "Mrs.", "Dr.", "No.", "Art.", "Prof.", "U.S.", "St.")
_LONG = 240  # characters: a shorter paragraph is not parted by a page
_INITIAL = re.compile(r"\b[A-Z]\.$")
_SPACE = re.compile(r"(?<=\S) (?=\S)")


class Furniture(NamedTuple):
    """What stands at the top or the bottom of the pages; `{n}` is the page's number and `{of}` the last page's."""

    number: str = ""
    number_above: bool = False
    head: str = ""
    head_above: bool = True
    feed: bool = False  # a form feed at the cut
    apart: bool = True  # blank lines around
    first: bool = False  # the first page has its lines above, too


class Pages(NamedTuple):
    """The pages, and between each two of them what the unbroken text has there and the next page's indent."""

    pages: list[list[Stretch]]
    cuts: list[tuple[str, str]]

    def cut(self, instead: str, indent: str = "") -> None:
        self.cuts.append((instead, indent))
        self.pages.append([])


def paged(
    stretches: Sequence[Stretch], furniture: Furniture, length: int, random: Random, *, lines: bool
) -> list[Stretch]:
    """The stretches on pages of about `length` lines or characters."""
    divided = Pages([[]], [])
    (_by_lines if lines else _by_characters)(stretches, length, random, divided)
    last = len(divided.pages)
    printed = _furniture(furniture, 1, last, above=True) if furniture.first else []
    for number, page in enumerate(divided.pages, 1):
        printed += page
        if number < last:
            printed += _between(furniture, divided.cuts[number - 1], number, last)
    return [*printed, *_furniture(furniture, last, last, above=False)]


def doubled(stretches: Sequence[Stretch], random: Random, *, sentences: bool) -> list[Stretch]:
    """The stretches with two spaces after every sentence, or in places where a line was justified."""
    made: list[Stretch] = []
    for stretch in stretches:
        text, at = stretch.printed, 0
        for space in _SPACE.finditer(text) if not stretch.kind else ():
            before = text[at : space.start()]
            if ends_sentence(before, (".", "?", ":")) if sentences else random.random() < 0.05:
                made += [plain(before), Stretch(DOUBLE_SPACE, "  ", " ")]
                at = space.end()
        made.append(stretch._replace(printed=text[at:], instead=text[at:]) if not stretch.kind else stretch)
    return made


def ends_sentence(text: str, stops: tuple[str, ...] = (".", "!", "?", ":", ";", '"', "”")) -> bool:
    """Whether a reader may take a sentence to end with the text."""
    return text.endswith(stops) and not text.endswith(_SHORT_FORMS) and not _INITIAL.search(text)


def _by_lines(stretches: Sequence[Stretch], length: int, random: Random, divided: Pages) -> None:
    """Cut at the first end of a line after `length` lines that a reader can make out; never in or after a head."""
    count, limit = 0, length
    for at, stretch in enumerate(stretches):
        count += stretch.printed.count("\n")
        text = divided.pages[-1][-1].printed if divided.pages[-1] else ""
        if count < limit or not _may_cut(stretch, text) or _in_head(stretches, at):
            divided.pages[-1].append(stretch)
            continue
        if stretch.kind == HYPHEN:
            divided.pages[-1].append(Stretch(HYPHEN, "-", "") if not stretch.instead else plain("-"))
        divided.cut(*_resumed(stretch))
        count, limit = 0, length + random.randint(-2, 2)


def _may_cut(stretch: Stretch, before: str) -> bool:
    return stretch.kind in (GAP, HYPHEN) or (stretch.kind == WRAP and not ends_sentence(before))


def _in_head(stretches: Sequence[Stretch], at: int) -> bool:
    following = (stretch.kind for stretch in stretches[at:] if stretch.kind in (GAP, KEPT_GAP))
    return next(following, GAP) == KEPT_GAP


def _resumed(stretch: Stretch) -> tuple[str, str]:
    if stretch.kind == GAP:
        return stretch.printed, ""
    return " " if stretch.kind == WRAP else "", stretch.printed.lstrip("-").removeprefix("\n")


def _by_characters(stretches: Sequence[Stretch], length: int, random: Random, divided: Pages) -> None:
    """Cut after `length` characters, between two words of a long paragraph or before the next paragraph."""
    count, limit = 0, length
    for stretch in stretches:
        text = stretch.printed
        if stretch.kind == GAP and count >= limit:
            divided.cut(text)
            count = 0
            continue
        while not stretch.kind and len(text) >= _LONG and random.random() < 0.75:
            if (at := _space(text, max(limit - count, 40))) is None:
                break
            divided.pages[-1].append(plain(text[:at]))
            divided.cut(" ")
            text, count, limit = text[at + 1 :], 0, length + random.randint(-200, 200)
        divided.pages[-1].append(stretch._replace(printed=text, instead=text))
        count += len(text)


def _space(text: str, start: int) -> int | None:
    """The first space from `start`, in mid-sentence and not near the end."""
    spaces = (space.start() for space in _SPACE.finditer(text, start, max(start, len(text) - 40)))
    return next((at for at in spaces if not ends_sentence(text[:at])), None)


def _between(furniture: Furniture, cut: tuple[str, str], number: int, last: int) -> list[Stretch]:
    instead, indent = cut
    below = _furniture(furniture, number, last, above=False)
    above = _furniture(furniture, number + 1, last, above=True)
    if not (below or above or furniture.feed) and "\n" in instead:
        return [plain(instead)]  # nothing tells of the page
    ends = "\n\f" if furniture.feed else "\n\n" if furniture.apart or not (below or above) else "\n"
    made = [*below, Stretch(PAGE_BREAK, ends, instead), *above]
    return [*made[:-1], made[-1]._replace(printed=made[-1].printed + indent)]


def _furniture(furniture: Furniture, number: int, last: int, *, above: bool) -> list[Stretch]:
    """The lines above or below a page; nothing of the unbroken text stands for them."""
    space = "\n\n" if furniture.apart else "\n"
    lines = [
        (RUNNING_HEAD, furniture.head, furniture.head_above),
        (PAGE_NUMBER, furniture.number, furniture.number_above),
    ]
    made = []
    for kind, line, is_above in lines:
        if line and is_above == above:
            shown = line.format(n=number, of=last)
            made.append(Stretch(kind, shown + space if above else space + shown, ""))
    return made
