"""What must hold whatever repairs are switched off: asked by the tests and, many times over, by tests/stress."""

import random

from viewer.core.anchor import describe, locate
from viewer.core.communique import Communique
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span

_LOST = "-‐‑\xad¬*_#\\[]()"


def check(text: str, chance: random.Random) -> None:
    """Switch off some of the repairs of a text, and look whether all holds."""
    source = Source(text, "test")
    whole = parse(source)
    off = frozenset(repair.key for repair in whole.repairs if chance.random() < chance.choice((0.2, 0.5, 1.0)))
    other = parse(source, off)
    assert [repair.key for repair in other.repairs] == [repair.key for repair in whole.repairs]
    assert not any(repair.applied and repair.key in off for repair in other.repairs)
    for communique in (whole, other):
        _tiles(communique)
        _converts(communique, chance)
    _keeps_note(whole, other, chance)


def _tiles(communique: Communique) -> None:
    reading = source = 0
    for piece in communique.repair_map.pieces:
        assert (piece.reading.start, piece.source.start) == (reading, source)
        reading, source = piece.reading.end, piece.source.end
    assert (reading, source) == (len(communique.text), len(communique.source.text))


def _converts(communique: Communique, chance: random.Random) -> None:
    repairs, text = communique.repair_map, communique.text
    places = sorted(chance.randrange(len(text)) for _ in range(40)) if text else []
    sources = [repairs.to_source(place) for place in places]
    assert sources == sorted(sources)
    for place, source in zip(places, sources, strict=True):
        if not text[place].isspace():
            assert communique.source.text[source] == text[place]
            assert repairs.to_reading(source) == place


def _keeps_note(one: Communique, other: Communique, chance: random.Random) -> None:
    """A note on words of one reading stands on the same words of the other, as far as that has them."""
    if not one.text.strip():
        return
    start = chance.randrange(len(one.text))
    span = Span(start, min(len(one.text), start + chance.randrange(1, 60)))
    anchor = describe(one, span)
    place = locate(anchor, other)
    if anchor.exact:
        assert place is not None
        assert other.repair_map.span_to_source(place).start >= anchor.start - 1
    hides_letters = any(repair.kind.startswith(("removed", "folded")) for repair in one.repairs)
    if place is not None and not hides_letters and "](" not in one.source.text:  # a link's address has letters, too
        assert _letters(other.words(place)) == _letters(one.words(span))


def _letters(words: str) -> str:
    return "".join(letter for letter in words if not letter.isspace() and letter not in _LOST)
