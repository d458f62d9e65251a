"""Says what a paragraph is about: finds the phrases its sentences put forward and weighs them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from viewer.core import vocabulary
from viewer.core.mentions import EntityId, EntityKind
from viewer.core.outline.phrases import Token, read_phrase, shorten
from viewer.core.outline.sentences import sentences
from viewer.core.structure import shapes
from viewer.core.text import Span

LONGEST_TITLE = 60
"""In code points: what a narrow contents tree shows on one line."""
_SENTENCES = 6
_LONGEST_SENTENCE = 150
"""A subject is put forward early; later sentences, and later words of a sentence, are not read for one."""
_BARE_WORD = 1.5
"""What a single word has against it: it seldom says enough."""
_LATER = 0.9
"""What a phrase is worth in each later sentence, to one in the sentence before."""
_FRONTED = re.compile(
    r"(?:On|Regarding|Concerning|As regards|As for|As to|With (?:regard|respect|reference) to|In (?:regard|relation) to"
    r"|In connection with|Turning to|When discussing|In the (?:field|area|sphere|context) of)\s+"
    r"(?:matters? |issues? |questions? )?(?:related to |relating to |concerning )?"
)
_SUBJECT = "sentence-subject"
_PRONOUNS = ("we", "they")
_SUBJECT_ENDS = 8
_STEM = 6
"""Words that share so many letters count as one: terrorism, terrorist."""
_SPEAKERS = (EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.PERSON)
_EMPTY_WORDS = vocabulary.GENERIC_NOUNS | vocabulary.CLOSED | vocabulary.LIGHT_ADJECTIVES | vocabulary.PARTICIPANTS
_ENTITY_WORTH = {
    EntityKind.DOCUMENT: 1.5,
    EntityKind.EVENT: 1.0,
    EntityKind.PLACE: 1.0,
    EntityKind.ORGANISATION: 0.7,
    EntityKind.STATE: 0.7,
}


Title = tuple[str, str]
"""A title and the name of the rule that made it."""


class Candidate(NamedTuple):
    """A phrase that may be the subject, how it was put forward, and how much speaks for it."""

    words: str
    rule: str
    score: float
    stems: frozenset[str]


class Usage(NamedTuple):
    """How rare each word and each entity is among the paragraphs: what is everywhere is nobody's subject."""

    rarities: Mapping[str, float]
    kinds: Mapping[EntityId, EntityKind]

    def rarity(self, key: str) -> float:
        """1 for what only one paragraph has, 0 for what all have."""
        return self.rarities.get(key, 1.0)


def usage_of(paragraphs: Sequence[Iterable[str]], kinds: Mapping[EntityId, EntityKind]) -> Usage:
    """The usage of the words and entities that each paragraph has."""
    counts = Counter(key for keys in paragraphs for key in keys)
    most = log(len(paragraphs) + 1)
    return Usage({key: 1 - log(count) / most for key, count in counts.items()}, kinds)


def stem(word: str) -> str:
    return word[:_STEM]


def stems(tokens: Iterable[Token]) -> Iterator[str]:
    """The words that carry content, shortened so that their forms fall together; a name gives its id as well."""
    for token in tokens:
        if token.entity:
            yield token.entity
        yield from _stems_of(token.word)


@lru_cache(maxsize=4096)  # a text uses the same words again and again
def _stems_of(words: str) -> tuple[str, ...]:
    found = (word.strip("'’.").removesuffix("'s").removesuffix("’s") for word in words.split())
    return tuple(stem(bare) for bare in found if len(bare) > 3 and not bare[0].isdigit() and bare not in _EMPTY_WORDS)


def put_forward(text: str, span: Span, tokens: Sequence[Token], usage: Usage) -> list[Candidate]:
    """The phrases a stretch of text puts forward, best first; `tokens` are its tokens.

    Where its first paragraph announces a list, that paragraph says what the list is about.
    """
    frequency = Counter(stems(tokens))
    lead = text.find(":\n", span.start, span.end)
    read = [Span(span.start, lead), span] if lead >= 0 else [span]
    return [candidate for part in read for candidate in _candidates(text, part, tokens, frequency, usage)]


def _candidates(
    text: str, span: Span, tokens: Sequence[Token], frequency: Mapping[str, int], usage: Usage
) -> list[Candidate]:
    found = []
    for order, sentence in zip(range(_SENTENCES), sentences(text, span), strict=False):
        inside = _tokens_in(tokens, sentence)
        phrases: dict[int, tuple[tuple[Token, ...], tuple[Token, ...]]] = {}
        for place, rule, weight in _starts(text, sentence, inside, usage):
            if place not in phrases:
                whole = read_phrase(inside, place)
                phrases[place] = whole, shorten(whole, LONGEST_TITLE)
            whole, phrase = phrases[place]
            if rule == _SUBJECT and not _verb_follows(inside, whole):
                continue
            if phrase and _is_subject(phrase, frequency, usage):
                score = (weight + _salience(phrase, frequency, usage)) * _LATER**order
                found.append(Candidate(_title(text, phrase), rule, score, frozenset(stems(phrase))))
    return sorted(found, key=lambda candidate: -candidate.score)


def _tokens_in(tokens: Sequence[Token], sentence: Span) -> Sequence[Token]:
    """The tokens of a sentence, at most so many as are read for a subject; a token over its end is none of it."""
    first = bisect_left(tokens, sentence.start, key=_token_start)
    last = bisect_left(tokens, sentence.end, first, key=_token_start)
    while last > first and tokens[last - 1].end > sentence.end:
        last -= 1
    return tokens[first : min(last, first + _LONGEST_SENTENCE)]


def _token_start(token: Token) -> int:
    return token.start


def _starts(text: str, sentence: Span, tokens: Sequence[Token], usage: Usage) -> Iterator[tuple[int, str, float]]:
    """Where a subject may be put forward: the token's place, the rule's name, what the rule is worth."""
    fronted = _FRONTED.match(text, sentence.start, sentence.end)
    if fronted:
        place = next((i for i, token in enumerate(tokens) if token.start >= fronted.end()), len(tokens))
        yield place, "fronted-phrase", 4
    else:
        yield from _heads(text, sentence, tokens, usage)
    for place, token in enumerate(tokens[:-1]):
        if token.is_name:
            if place > 1:  # a name at the head of the sentence is who speaks
                yield place, "name", 0.5
        elif token.word in _PRONOUNS or (token.word in vocabulary.PARTICIPANTS and place < _SUBJECT_ENDS):
            yield _past_verb(tokens, place + 1), "predicate", 2.5
        elif token.word in vocabulary.STATEMENT_VERBS:
            that = _that(tokens, place)
            yield that or place + 1, "statement-object", 1.5 if that else 3
        elif token.word in ("on", "about", "concerning", "regarding"):
            yield place + 1, "about", 1
        elif token.word.endswith("ing") and place and tokens[place - 1].word in vocabulary.CONNECTIVES:
            yield place + 1, "activity", 1.5
        elif token.word in vocabulary.LIGHT_NOUNS and tokens[place + 1].word in ("of", "to", "on", "in", "for"):
            yield place, "pointed-at", 1.5


def _that(tokens: Sequence[Token], place: int) -> int:
    """The place after "that" in "noted (with satisfaction) that", 0 where no such clause follows."""
    words = [token.word for token in tokens[place + 1 : place + 5]]
    return place + 2 + words.index("that") if "that" in words else 0


def _heads(text: str, sentence: Span, tokens: Sequence[Token], usage: Usage) -> Iterator[tuple[int, str, float]]:
    """The sentence's own subject, or what a list item sets as a task ("(a) to convene experts", "- Promote trade")."""
    mark = shapes.list_mark(sentence.of(text))
    begins = sentence.start + (mark.end() if mark else 0)
    first = next((i for i, token in enumerate(tokens) if token.start >= begins), None)
    if first is None:
        return
    if tokens[first].word == "to":
        yield first, "task", 2
    elif mark and tokens[first].word in vocabulary.BASE_VERBS:
        yield first + 1, "task", 2
    elif tokens[first].word.endswith("ing") or tokens[first].word in vocabulary.RECITAL_WORDS:
        yield _that(tokens, first) or first + 1, "recital", 2.5
    elif not _speaks(tokens[first:], usage):
        yield first, _SUBJECT, 2.5


def _past_verb(tokens: Sequence[Token], place: int) -> int:
    """The place after "will continue", "are committed": auxiliaries, adverbs and one verb."""
    while place < len(tokens) and (tokens[place].word in vocabulary.CLAUSE_WORDS or tokens[place].is_adverb):
        place += 1
    if place < len(tokens) and (tokens[place].connects or tokens[place].is_name):
        return len(tokens)  # the subject goes on: "the ministers of foreign affairs"
    return place + 2 if place + 1 < len(tokens) and tokens[place + 1].word == "that" else place + 1


def _speaks(tokens: Sequence[Token], usage: Usage) -> bool:
    """Whether the sentence begins with those who speak ("The ministers", "Japan"), or with no subject phrase."""
    head = tokens[:6]
    first = head[1 if len(head) > 1 and head[0].word in vocabulary.DETERMINERS else 0]
    return (
        any(token.word in vocabulary.PARTICIPANTS for token in head)
        or (first.entity is not None and usage.kinds.get(first.entity) in _SPEAKERS)
        or head[0].word in vocabulary.CONNECTIVES | vocabulary.CLAUSE_WORDS
    )


def _verb_follows(tokens: Sequence[Token], phrase: Sequence[Token]) -> bool:
    """Whether a verb ends the phrase: otherwise it may have run on through a verb that no list knows."""
    following = (token for token in tokens if phrase and token.start >= phrase[-1].end)
    return next((token.word in vocabulary.CLOSED for token in following), False)


def _is_subject(phrase: Sequence[Token], frequency: Mapping[str, int], usage: Usage) -> bool:
    """Whether the phrase says enough: no person, no date at its head, no single word that occurs but once."""
    kinds = [usage.kinds.get(token.entity) for token in phrase if token.entity]
    if EntityKind.PERSON in kinds or (phrase[0].entity and kinds[0] is EntityKind.DATE):
        return False
    content = set(stems(phrase))
    alone = sum(token.names_thing for token in phrase) == 1 and not phrase[0].is_name
    return bool(content) and not (alone and max(map(frequency.__getitem__, content)) == 1)


def _salience(phrase: Sequence[Token], frequency: Mapping[str, int], usage: Usage) -> float:
    """What the paragraph repeats and other paragraphs do not; at most three words count, so length wins nothing."""
    weights = sorted(((1 + log(frequency[s])) * usage.rarity(s) for s in set(stems(phrase))), reverse=True)
    names = (token.entity for token in phrase if token.entity)
    bare = _BARE_WORD if len(phrase) == 1 and not phrase[0].is_name else 0
    return sum(weights[:3]) + max((worth(name, usage) for name in names), default=0) - bare


def worth(name: EntityId, usage: Usage) -> float:
    """What a name in a title is worth: by its kind, and the more the rarer it is."""
    kind = usage.kinds.get(name)
    return _ENTITY_WORTH.get(kind, 0) * usage.rarity(name) if kind else 0


def _title(text: str, phrase: Sequence[Token]) -> str:
    words = " ".join(text[phrase[0].start : phrase[-1].end].split()).strip("\"'“”‘’ ").removeprefix("the ")
    return words[:1].upper() + words[1:]
