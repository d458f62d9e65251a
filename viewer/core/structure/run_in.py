"""Finds run-in headings, which head a paragraph on its own first line: "Trade and investment. The ministers …"."""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.core.communique import Emphasis, ParagraphKind
from viewer.core.healing import shapes
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.series import is_topic
from viewer.core.text import Span

_CAPITALS = lazy_pattern(
    r"(?P<words>[A-Z][A-Z ,&’'()/-]{2,60}[A-Z)])(?P<end>[.:]?\s?[–—-]|[.:])\s+(?=[\"“‘(]?[A-Z][a-z]?)"
)
_PLAIN = lazy_pattern(
    r"(?P<words>[A-Z][^.:;!?\n]{2,58}?[^\s.:;!?])(?P<end>[.:]\s?[–—-]|[.:]|\s[–—-])\s+(?=[\"“‘(]?[A-Z])"
)
_LONGEST = 60
_PARTING = ".:–—-"
_MOST_WORDS = 10
_FEWEST = 3
"""So many paragraphs of one form, and so large a share of all, make run-in headings of their first words."""
_SHARE = 0.3
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Prof", "Amb", "Gen", "Col", "Hon", "St", "Sir", "No", "Art", "Messrs"))


class _Lead(NamedTuple):
    place: int
    form: str
    span: Span


def find_run_ins(
    texts: Sequence[str],
    kinds: Sequence[ParagraphKind],
    marks: Sequence[int],
    emphasis: Sequence[tuple[Emphasis, ...]],
) -> dict[int, Span]:
    """The run-in heading of each paragraph that has one, as a span of its own words without the mark before it.

    `emphasis` are the emphasised words of each paragraph, in positions of that paragraph.
    """
    bodies = [place for place, kind in enumerate(kinds) if kind is ParagraphKind.BODY]
    leads = [lead for place in bodies for lead in [_lead(place, texts[place], marks[place], emphasis[place])] if lead]
    found: dict[int, Span] = {}
    for form in sorted({lead.form for lead in leads}):
        of_form = [lead for lead in leads if lead.form == form]
        words = {texts[lead.place][lead.span.start : lead.span.end].casefold() for lead in of_form}
        if len(words) >= _FEWEST and len(of_form) >= _SHARE * len(bodies):
            found |= {lead.place: lead.span for lead in of_form if lead.place not in found}
    return found


def _lead(place: int, text: str, mark: int, emphasis: Sequence[Emphasis]) -> _Lead | None:
    for marked in emphasis:
        if marked.span.start == mark and len(marked.span) <= _LONGEST and _parts(text, marked.span):
            return _Lead(place, f"marked {marked.style}", _trimmed(text, marked.span))
    if text[mark : mark + 3].isupper() and (match := _CAPITALS.match(text, mark)):
        return _Lead(place, f"capitals {match['end'].strip()}", Span(*match.span("words")))
    match = _PLAIN.match(text, mark)
    if match and _may_head(match["words"]):
        return _Lead(place, f"words {match['end'].strip()}", Span(*match.span("words")))
    return None


def _parts(text: str, span: Span) -> bool:
    """Whether emphasised words are parted from the sentence after them, by punctuation or a capital."""
    rest = text[span.end :].strip()
    return bool(rest) and (span.of(text)[-1] in _PARTING or rest[0] in _PARTING or rest.lstrip("\"“'‘(")[:1].isupper())


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(" .:–—-")))


def _may_head(words: str) -> bool:
    parts = words.split()
    if len(parts) > _MOST_WORDS or shapes.ends_open(words) or len(parts[-1]) == 1 or parts[-1] in _TITLES:
        return False
    return is_topic(words)
