"""Where a text without headings changes its subject, and what each of its sections may be called."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from viewer.core.communique import Communique, ParagraphKind
from viewer.core.healing import shapes
from viewer.core.mentions import EntityKind, Mention
from viewer.core.outline import roles
from viewer.core.outline.plain_titles import by_name_or_keyword
from viewer.core.outline.sentences import first_sentence
from viewer.core.outline.starts import NAME
from viewer.core.outline.tokens import Tokens, tokenise
from viewer.core.outline.topics import Subject, Title, put_forward
from viewer.core.outline.units import Unit, span_of
from viewer.core.outline.usage import Usage, stems, usage_of
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

_ENGLISH = "en"
_TEXT = (ParagraphKind.HEADING, ParagraphKind.BODY, ParagraphKind.ITEM)
_PARTICIPANTS = "Participants"
_CONDUCT = "Participants and conduct of the meeting"
_GOES_ON = lazy_pattern(
    r"(?:in (?:this|that) (?:regard|respect|connection|context)|to (?:this|that) end|for this purpose)\b", re.IGNORECASE
)
_CLOSING = 3
"""How many of the last sections may thank the hosts or look to the next meeting."""
_FEW_ROWS = 2
_SAME_SUBJECT = 0.25
"""Paragraphs whose words are as close as this share a section; the cosine of their rarer words."""
_RARE = 0.5
"""A name so rare that two neighbours which both put it forward have one subject; see `Usage.rarity`."""


_LIST_OF_PEOPLE = [(title, "list-of-people") for title in (_PARTICIPANTS, "List of participants", "Also present")]


class SectionDraft(NamedTuple):
    """A section to be: its paragraphs, and the titles it may have, best first."""

    paragraphs: range
    titles: Sequence[Title]
    level: int = 1


class _Block(NamedTuple):
    """A unit of running text and what is asked about it."""

    unit: Unit
    span: Span
    mentions: tuple[Mention, ...]
    tokens: Tokens
    stems: Counter[str]
    length: float = 0
    """The length of the vector that the stems make, each weighed by its rarity."""
    subject: Subject = Subject()


def by_subject(communique: Communique, found: Iterable[Unit]) -> list[SectionDraft]:
    """The units of running text as sections, titled by their part in the text or by their subject."""
    blocks = _blocks(communique, found)
    usage = _usage(communique, blocks)
    blocks = [block._replace(length=_length(block.stems, usage)) for block in blocks]
    if communique.identity.language == _ENGLISH:  # phrases are read in English only
        blocks = [block._replace(subject=_subject(communique.text, block, usage)) for block in blocks]
    opens = _opening(communique, blocks, usage)
    runs = _runs(communique, blocks, usage, opened=opens is not None)
    closing = len(runs) - _closing_runs(communique, runs)
    drafts = [_draft(communique, run, usage, closes=place >= closing) for place, run in enumerate(runs)]
    if opens:
        title = _CONDUCT if opens == _PARTICIPANTS and len(runs[0]) > 1 else opens
        drafts[0] = drafts[0]._replace(titles=[(title, "opening")])
    return drafts


def _blocks(communique: Communique, found: Iterable[Unit]) -> list[_Block]:
    """The units of running text, each with its mentions; linear, because both are in text order."""
    blocks = []
    remaining = iter(communique.mentions)
    mention = next(remaining, None)
    for unit in found:
        if unit.kind is not ParagraphKind.BODY:
            continue
        span = span_of(communique, unit.paragraphs)
        inside = []
        while mention and mention.span.start < span.end:
            inside += [mention] if mention.span.start >= span.start else []
            mention = next(remaining, None)
        tokens = tokenise(communique.text, span, inside)
        blocks.append(_Block(unit, span, tuple(inside), tokens, stems(tokens.words)))
    return blocks


def _subject(text: str, block: _Block, usage: Usage) -> Subject:
    return put_forward(text, block.span, block.tokens, block.stems, usage)


def _usage(communique: Communique, blocks: Sequence[_Block]) -> Usage:
    kinds = {entity.id: entity.kind for entity in communique.entities}
    return usage_of([block.stems.keys() for block in blocks], kinds)


def _opening(communique: Communique, blocks: Sequence[_Block], usage: Usage) -> str | None:
    """The title of the first block, where it opens the text; one below a heading or a preamble opens nothing."""
    if not blocks:
        return None
    before = communique.paragraphs[: blocks[0].unit.paragraphs.start]
    if any(paragraph.kind in _TEXT for paragraph in before):
        return None
    entities = {mention.entity for mention in blocks[0].mentions}
    kinds = [usage.kinds[entity] for entity in entities if entity in usage.kinds]
    return roles.opening(communique.words(blocks[0].span), kinds)


def _runs(communique: Communique, blocks: Sequence[_Block], usage: Usage, *, opened: bool) -> list[list[_Block]]:
    """The blocks grouped by subject; to an opening belongs what tells of the meeting's conduct, and nothing else."""
    runs: list[list[_Block]] = []
    for block in blocks:
        sentence = communique.words(first_sentence(communique.text, block.span))
        before = runs[-1][-1] if runs else None
        adjoins = before is not None and before.unit.paragraphs.stop == block.unit.paragraphs.start
        if opened and len(runs) == 1:
            goes_on = roles.tells_conduct(sentence)
        else:
            goes_on = before is not None and _same_subject(before, block, sentence, usage)
        if adjoins and goes_on:
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _same_subject(before: _Block, block: _Block, sentence: str, usage: Usage) -> bool:
    """Whether the block, whose first sentence is given, goes on with the subject of the block before it."""
    if _GOES_ON.match(shapes.without_mark(sentence)):
        return True
    names = before.subject.stems & block.subject.stems & usage.kinds.keys()
    return any(usage.rarity(name) >= _RARE for name in names) or _cohesion(before, block, usage) >= _SAME_SUBJECT


def _cohesion(one: _Block, other: _Block, usage: Usage) -> float:
    """The cosine of the two blocks' stems, each weighed by its rarity; 0 to 1."""
    both = one.stems.keys() & other.stems.keys()
    shared = sum([one.stems[stem] * other.stems[stem] * usage.rarities[stem] ** 2 for stem in both])
    return shared / (one.length * other.length) if shared else 0


def _length(frequency: Mapping[str, int], usage: Usage) -> float:
    return sqrt(sum([(count * usage.rarities[stem]) ** 2 for stem, count in frequency.items()]))


def _lists_people(run: Sequence[_Block], usage: Usage) -> bool:
    """Whether a section is a list most of whose rows name somebody."""
    rows = sum(len(block.unit.paragraphs) for block in run)
    named = {mention.entity for block in run for mention in block.mentions}
    people = sum(usage.kinds.get(entity) is EntityKind.PERSON for entity in named)
    return len(run[0].unit.paragraphs) > _FEW_ROWS and people * 2 >= rows


def _leads_list(communique: Communique, block: _Block, title: Title) -> bool:
    """Whether a title is what the words above a list say, not a name, and none of its rows."""
    lead = communique.paragraphs[block.unit.paragraphs.start].span.of(communique.text)
    return title[1] != NAME and title[0].casefold() in lead.casefold()


def _closing_runs(communique: Communique, runs: Sequence[Sequence[_Block]]) -> int:
    """How many of the last sections may close the text: none before its last heading."""
    headings = (i for i, paragraph in enumerate(communique.paragraphs) if paragraph.kind is ParagraphKind.HEADING)
    last_heading = max(headings, default=0)
    return sum(run[0].unit.paragraphs.start >= last_heading for run in runs[-_CLOSING:])


def _draft(communique: Communique, run: Sequence[_Block], usage: Usage, *, closes: bool) -> SectionDraft:
    paragraphs = range(run[0].unit.paragraphs.start, run[-1].unit.paragraphs.stop)
    words = communique.words(span_of(communique, paragraphs))
    closing = roles.closing(words) if closes and len(paragraphs) == 1 else None
    titles = [(closing, "closing")] if closing else []
    found = [title for block in run for title in block.subject.titles]
    if _lists_people(run, usage):
        titles += [title for title in found if _leads_list(communique, run[0], title)]
        titles += _LIST_OF_PEOPLE
    titles += found
    if not titles:
        mentions = [mention for block in run for mention in block.mentions]
        known = [word for block in run for word in block.tokens.words]
        titles += by_name_or_keyword(communique.text, mentions, known, usage)
    number = next((p.number for p in communique.paragraphs[paragraphs.start : paragraphs.stop] if p.number), None)
    return SectionDraft(paragraphs, titles or [(f"Paragraph {number}" if number else "Text", "number")])
