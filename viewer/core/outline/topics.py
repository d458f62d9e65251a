"""Says what a paragraph is about: finds the phrases its sentences put forward and weighs them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from viewer.core import vocabulary
from viewer.core.mentions import EntityId, EntityKind
from viewer.core.outline.phrases import past_pointing, read_phrase, shorten
from viewer.core.outline.sentences import sentences
from viewer.core.outline.starts import NAME, SENTENCE_SUBJECT, starts
from viewer.core.outline.tokens import Tokens
from viewer.core.outline.usage import Usage
from viewer.core.outline.words import Word
from viewer.core.text import Span

LONGEST_TITLE = 60
"""In code points: what a narrow contents tree shows on one line."""
_SENTENCES = 6
_LONGEST_SENTENCE = 150
"""A subject is put forward early; later sentences, and later words of a sentence, are not read for one."""
_BARE_WORD = 1.5
"""What a single word has against it: it seldom says enough."""
_MOST_WORDS = 3
_LATER = 0.9
"""What a phrase is worth in each later sentence, to one in the sentence before."""

_MOST_TITLES = 12
"""So many phrases of a stretch may serve as its title, where better ones are taken."""

Title = tuple[str, str]
"""A title and the name of the rule that made it."""


class Subject(NamedTuple):
    """What a stretch of text may be called, best first, and the stems of the best; empty where it says nothing."""

    titles: Sequence[Title] = ()
    stems: frozenset[str] = frozenset()


class _Candidate(NamedTuple):
    """A phrase that may be the subject, how it was put forward, and how much speaks for it."""

    words: str
    rule: str
    score: float
    stems: Collection[str]


class _Scale(NamedTuple):
    """What the phrases of one stretch of text are weighed by: how often it has each stem, and what that is worth."""

    frequency: Mapping[str, int]
    weights: Mapping[str, float]
    usage: Usage

    def score(self, phrase: Sequence[Word], stems: Collection[str]) -> float | None:
        """How much speaks for the phrase as a subject; None if it cannot be one: it says too little, or is a person."""
        names = [word.entity for word in phrase if word.entity is not None]
        if not stems or (names and self._names_none(phrase, names)):
            return None
        if names:
            return self._salience(stems) + max(map(self.usage.worth, names))
        if sum([word.names_thing for word in phrase]) > 1:
            return self._salience(stems)
        repeated = any(self.frequency[stem] > 1 for stem in stems)
        return self._salience(stems) - (_BARE_WORD if len(phrase) == 1 else 0) if repeated else None

    def _names_none(self, phrase: Sequence[Word], names: Sequence[EntityId]) -> bool:
        """Whether the names in the phrase keep it from being a subject: a person's, or a date at its head."""
        kinds = [self.usage.kinds.get(name) for name in names]
        return EntityKind.PERSON in kinds or (phrase[0].is_name and kinds[0] is EntityKind.DATE)

    def _salience(self, stems: Collection[str]) -> float:
        """What the stretch repeats and others do not; at most three words count, so length wins nothing."""
        weights = [self.weights[stem] for stem in stems]
        return sum(weights) if len(weights) <= _MOST_WORDS else sum(sorted(weights)[-_MOST_WORDS:])


def put_forward(text: str, span: Span, tokens: Tokens, frequency: Mapping[str, int], usage: Usage) -> Subject:
    """The phrases a stretch of text puts forward; `frequency` counts the stems of its tokens.

    Where its first paragraph announces a list, that paragraph says what the list is about.
    """
    scale = _Scale(frequency, {key: (1 + log(n)) * usage.rarities[key] for key, n in frequency.items()}, usage)
    lead = text.find(":\n", span.start, span.end)
    read = [Span(span.start, lead), span] if lead >= 0 else [span]
    best = [
        candidate
        for part in read
        for candidate in sorted(_candidates(text, part, tokens, scale), key=lambda found: -found.score)
    ]
    if not best:
        return Subject()
    return Subject([(one.words, one.rule) for one in best[:_MOST_TITLES]], frozenset(best[0].stems))


def _candidates(text: str, span: Span, tokens: Tokens, scale: _Scale) -> Iterator[_Candidate]:
    for order, sentence in zip(range(_SENTENCES), sentences(text, span), strict=False):
        inside = tokens.within(sentence, _LONGEST_SENTENCE)
        for whole, rule, weight in _phrases(text, sentence, inside, scale.usage):
            numbers = shorten(inside, whole, LONGEST_TITLE)
            phrase = inside.words[numbers.start : numbers.stop]
            stems = {stem for word in phrase for stem in word.stems}
            salience = scale.score(phrase, stems)
            if salience is not None:
                score = (weight + salience) * _LATER**order
                yield _Candidate(_title(inside.printed(text, numbers)), rule, score, stems)


def _phrases(text: str, sentence: Span, tokens: Tokens, usage: Usage) -> Iterable[tuple[range, str, float]]:
    """The phrases that a sentence puts forward, each with the rule that is worth most and what it is worth."""
    found: dict[int, tuple[range, str, float]] = {}
    reached = 0
    for place, rule, weight in starts(text, sentence, tokens, usage):
        if rule == NAME and place < reached and usage.kind(tokens.words[place]) is not EntityKind.DOCUMENT:
            continue  # part of a phrase that says more
        first = past_pointing(tokens.words, place)
        known = found.get(first)
        phrase = known[0] if known else read_phrase(tokens, first)
        reached = max(reached, phrase.stop)
        stands = phrase and (rule != SENTENCE_SUBJECT or _verb_at(tokens.words, phrase.stop))
        if stands and not (known and known[2] >= weight):
            found[first] = phrase, rule, weight
    return found.values()


def _verb_at(words: Sequence[Word], end: int) -> bool:
    """Whether a verb ends the phrase: otherwise it may have run on through a verb that no list knows."""
    return end < len(words) and words[end].folded in vocabulary.CLOSED


def _title(phrase: str) -> str:
    whole = " ".join(phrase.split()) if "  " in phrase or "\n" in phrase else phrase
    words = whole.strip("\"'“”‘’ ").removeprefix("the ")
    return words[:1].upper() + words[1:]
