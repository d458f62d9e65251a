"""Ties notes to the text: words to an anchor that outlives the reading text, and an anchor back to words."""

from viewer.core.communique import Communique
from viewer.core.notes import Anchor
from viewer.core.text import Span

CONTEXT = 32
"""Code points of source kept on either side of the anchored words."""
_TELLING = 8
"""So many code points are seldom the same by accident."""


def describe(communique: Communique, span: Span) -> Anchor:
    """The anchor of a span of the reading text, in positions and words of the source text."""
    return describe_source(communique.source.text, communique.repair_map.span_to_source(span))


def describe_source(source: str, place: Span) -> Anchor:
    """The anchor of a span of the source text itself."""
    return Anchor(
        start=place.start,
        end=place.end,
        exact=place.of(source),
        prefix=source[max(0, place.start - CONTEXT) : place.start],
        suffix=source[place.end : place.end + CONTEXT],
    )


def locate(anchor: Anchor, communique: Communique) -> Span | None:
    """The span of the reading text an anchor stands for.

    That is its own place, if the source has the very words there, and short ones beside one of their neighbours;
    otherwise the one place where they stand between the same neighbours. None where there is no such place or more
    than one: an orphan can be put right by the reader, a note at the wrong words may never be noticed.
    """
    place = locate_source(anchor, communique.source.text)
    return communique.repair_map.span_to_reading(place) if place is not None else None


def locate_source(anchor: Anchor, source: str) -> Span | None:
    """The span of the source text an anchor stands for, by the same rule."""
    return _own_place(anchor, source) or _only_place(anchor, source)


def _own_place(anchor: Anchor, source: str) -> Span | None:
    if not anchor.exact or not 0 <= anchor.start <= anchor.end:
        return None
    place = Span(anchor.start, anchor.end)
    if place.of(source) != anchor.exact:
        return None
    return place if len(anchor.exact) >= _TELLING or _has_neighbours(anchor, source) else None


def _has_neighbours(anchor: Anchor, source: str) -> bool:
    """Whether what stands in many places has its neighbours still: words at least one, a mere blank both."""
    before = source.endswith(anchor.prefix[-_TELLING:], 0, anchor.start)
    after = source.startswith(anchor.suffix[:_TELLING], anchor.end)
    return (before or after) if anchor.exact.strip() else (before and after)


def _only_place(anchor: Anchor, source: str) -> Span | None:
    quote = anchor.prefix + anchor.exact + anchor.suffix
    found = source.find(quote) if quote else -1
    if found < 0 or source.find(quote, found + 1) >= 0:
        return None
    start = found + len(anchor.prefix)
    return Span(start, start + len(anchor.exact))
