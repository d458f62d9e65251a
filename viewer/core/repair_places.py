"""Where repairs stand in the text as it is read: the words to go to, what stands around them, what is folded away."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from viewer.core.communique import Communique
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import Repair, RepairKind, Suspicion
from viewer.core.text import Span

QUIET: Final = frozenset({RepairKind.JOINED_LINE, RepairKind.COLLAPSED_SPACES})
"""Kinds that a page may have one of in every line."""
BETWEEN: Final = frozenset(
    {RepairKind.REMOVED_PAGE_NUMBER, RepairKind.REMOVED_RUNNING_HEAD, RepairKind.FOLDED_BOILERPLATE}
)
"""Kinds that take whole lines out, most of them between two paragraphs."""
_LONGEST_WORD = 64  # code points of a word at a place, so that a text without blanks costs no more
_WORD_BEFORE = lazy_pattern(r"\S*\s*\Z")
_WORD_AFTER = lazy_pattern(r"\s*\S*")


class Fold(NamedTuple):
    """Lines of a web page at one place that are folded away, or `shown` because the reader wanted them.

    `after` is the index of the paragraph they follow, -1 before the first. Where only some of them are shown, `repairs`
    and the number of `lines` are of the others.
    """

    repairs: tuple[Repair, ...]
    after: int
    lines: int
    shown: bool = False


def changed_span(communique: Communique, repair: Repair) -> Span:
    """What of the reading text stands for the stretch of source that a repair is about; perhaps nothing."""
    return communique.repair_map.span_to_reading(repair.source)


def place_of(communique: Communique, found: Repair | Suspicion) -> Span:
    """Words to show the reader: those a repair or a suspicion is about, or the ones on either side where none are."""
    if isinstance(found, Suspicion):
        return found.span
    span, text = changed_span(communique, found), communique.text
    if words := span.of(text).strip():
        start = text.index(words, span.start)
        return Span(start, start + len(words))
    before = text[max(0, span.start - _LONGEST_WORD) : span.start]
    after = text[span.end : span.end + _LONGEST_WORD]
    start = span.start - len(_WORD_BEFORE.findall(before)[0])
    words = text[start : span.end + len(_WORD_AFTER.findall(after)[0])]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def around(communique: Communique, span: Span, reach: int) -> tuple[str, str]:
    """What stands before and after a span, as far as `reach` code points go."""
    text = communique.text
    return text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]


def repairs_near(communique: Communique, span: Span) -> Iterator[Repair]:
    """The repairs made that touch a short stretch of the reading text, in order."""
    yield from communique.repairs_in(span)
    # Mark-up stands around words: its place is where they begin, perhaps long before.
    here = Span(communique.paragraphs[communique.paragraph_index_at(span.start)].span.start, span.start)
    for repair in communique.repairs_in(here):
        if repair.kind is RepairKind.MARKUP_REMOVED and repair.at < span.start <= changed_span(communique, repair).end:
            yield repair


def suspicion_at(communique: Communique, position: int) -> Suspicion | None:
    return next((one for one in communique.suspicions if position in one.span), None)


def folds(communique: Communique) -> tuple[Fold, ...]:
    """Where lines of the web page that a text came from are folded away, or shown, in order."""
    folded = [repair for repair in communique.repairs if repair.kind is RepairKind.FOLDED_BOILERPLATE]
    if not folded or not communique.paragraphs:
        return ()
    starts = [communique.repair_map.to_source(paragraph.span.start) for paragraph in communique.paragraphs]
    shown = [repair.source for repair in folded if not repair.applied]
    beside = {
        place for span in shown for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    }
    own = [place for place in range(len(starts)) if place not in beside]
    before = [bisect_left(own, repair.source.start, key=starts.__getitem__) - 1 for repair in folded]
    places = zip((own[place] if place >= 0 else -1 for place in before), folded, strict=True)
    return tuple(
        _fold(communique, after, [repair for _, repair in group])
        for after, group in groupby(places, key=lambda place: place[0])
    )


def _fold(communique: Communique, after: int, repairs: Sequence[Repair]) -> Fold:
    away = tuple(repair for repair in repairs if repair.applied)
    meant = away or tuple(repairs)
    return Fold(meant, after, sum(lines_of(communique, one) for one in meant), shown=not away)


def lines_of(communique: Communique, repair: Repair) -> int:
    """How many lines of the source that are not blank a repair is about."""
    return sum(not line.isspace() and line != "" for line in repair.source.of(communique.source.text).split("\n"))
