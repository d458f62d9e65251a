"""Where a sentence puts a subject forward: after "On", after "noted that", at its own subject, at a name."""

from collections.abc import Iterator, Sequence

from viewer.core import vocabulary
from viewer.core.healing import shapes
from viewer.core.mentions import EntityKind
from viewer.core.outline.tokens import Tokens
from viewer.core.outline.usage import Usage
from viewer.core.outline.words import ABOUT, PRONOUNS, Word
from viewer.core.patterns import lazy_pattern
from viewer.core.text import Span

SENTENCE_SUBJECT = "sentence-subject"
"""The rule whose phrase counts only where a verb follows it."""
NAME = "name"
_FRONTED = lazy_pattern(
    r"(?:On|Regarding|Concerning|As regards|As for|As to|With (?:regard|respect|reference) to|In (?:regard|relation) to"
    r"|In connection with|Turning to|When discussing|In the (?:field|area|sphere|context) of)\s+"
    r"(?:matters? |issues? |questions? )?(?:related to |relating to |concerning )?"
)
_SUBJECT_ENDS = 8
"""A later word for participants is not who speaks; in tokens."""
_SPEAKERS = (EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.PERSON)
_NO_SUBJECT = vocabulary.CONNECTIVES | vocabulary.CLAUSE_WORDS
_BEFORE_VERB = frozenset(("also", "further", "again"))
_FAR = 24
"""So far after its verb what a clause asks for may begin; in tokens."""
_POINTS_BY = ("of", "to", "on", "in", "for")

Start = tuple[int, str, float]
"""The number of the token where a subject may begin, the rule's name, and what the rule is worth."""


def starts(text: str, sentence: Span, tokens: Tokens, usage: Usage) -> Iterator[Start]:
    """Where the sentence, whose tokens are given, may put a subject forward."""
    asked = 0
    fronted = _FRONTED.match(text, sentence.start, sentence.end)
    if fronted:
        yield tokens.first_from(fronted.end()), "fronted-phrase", 4
    else:
        heads = list(_heads(text, sentence, tokens, usage))
        yield from heads
        asked = max((place for place, rule, _ in heads if rule == "task"), default=0)
    words = tokens.words
    for place, word in enumerate(words[:-1]):
        if not word.may_lead or place < asked:  # before it stands who is asked
            continue
        if word.entity is not None:
            if place > 1:  # a name at the head of the sentence is who speaks
                yield place, NAME, 0.5
        elif start := _beside(words, place, word.folded):
            yield start


def _beside(words: Sequence[Word], place: int, word: str) -> Start | None:
    """The start that a word, itself no name, brings about in the words after it."""
    if word in PRONOUNS or (word in vocabulary.PARTICIPANTS and place < _SUBJECT_ENDS):
        return _past_verb(words, place + 1), "predicate", 2.5
    if word in vocabulary.STATEMENT_VERBS:
        that = _that(words, place)
        return that or place + 1, "statement-object", 1.5 if that else 3
    if word in ABOUT:
        return place + 1, "about", 1
    if word.endswith("ing") and place and words[place - 1].folded in vocabulary.CONNECTIVES:
        return place + 1, "activity", 1.5
    if word in vocabulary.LIGHT_NOUNS and words[place + 1].folded in _POINTS_BY:
        return place, "pointed-at", 1.5
    return None


def _that(words: Sequence[Word], place: int) -> int:
    """The place after "that" in "noted (with satisfaction) that", 0 where no such clause follows."""
    following = [word.folded for word in words[place + 1 : place + 5]]
    return place + 2 + following.index("that") if "that" in following else 0


def _heads(text: str, sentence: Span, tokens: Tokens, usage: Usage) -> Iterator[Start]:
    """The sentence's own subject, or what a list item sets as a task ("(a) to convene experts", "- Promote trade")."""
    words = tokens.words
    mark = shapes.list_mark(sentence.of(text))
    first = tokens.first_from(sentence.start + (mark.end() if mark else 0))
    if words[first : first + 1] and words[first].text.isdecimal() and words[first + 1 : first + 2]:
        first += words[first + 1].text[:1].isupper()  # a number printed without a sign: "12 The canal"
    if first == len(words):
        return
    word = words[first].folded
    if word == "to":
        yield first, "task", 2
    elif mark and word in vocabulary.BASE_VERBS:
        yield first + 1, "task", 2
    elif word.endswith("ing") or word in vocabulary.RECITAL_WORDS:
        yield _that(words, first) or first + 1, "recital", 2.5
    elif (verb := _operative_verb(words, first)) is not None:
        yield from _of_operative(words, verb)
    elif not _speaks(words[first : first + 6], usage):
        yield first, SENTENCE_SUBJECT, 2.5


def _operative_verb(words: Sequence[Word], first: int) -> int | None:
    """The place of the verb with which an operative clause begins: "Urge", "Strongly condemns", "Also decided"."""
    place = first
    while place + 1 < len(words) and (words[place].is_adverb or words[place].folded in _BEFORE_VERB):
        place += 1
    return place if words[place].folded in vocabulary.OPERATIVE_VERBS and words[place].entity is None else None


def _of_operative(words: Sequence[Word], verb: int) -> Iterator[Start]:
    """What the clause asks somebody to do, or thanks somebody for; else the object of its verb."""
    folded = words[verb].folded
    asks = _infinitive(words, verb) if folded in vocabulary.ADDRESSING_VERBS else None
    if asks is not None:
        yield asks, "task", 3.5
        return
    thanks = next(_places(words, verb, "for"), None) if folded in vocabulary.THANKING_VERBS else None
    if thanks is not None:
        yield thanks + 1, "thanks", 3
    yield _that(words, verb) or verb + 1, "operative-object", 3 if thanks is None else 1.5


def _infinitive(words: Sequence[Word], verb: int) -> int | None:
    """The place of "to" in "urge all states to prepare": what follows it is neither a name nor a determiner."""
    for place in _places(words, verb, "to"):
        following = words[place + 1 : place + 2]
        if following and not (following[0].connects or following[0].is_name):
            return place
    return None


def _places(words: Sequence[Word], start: int, word: str) -> Iterator[int]:
    return (place for place in range(start + 1, min(start + _FAR, len(words))) if words[place].folded == word)


def _past_verb(words: Sequence[Word], place: int) -> int:
    """The place after "will continue", "are committed": auxiliaries, adverbs and one verb."""
    while place < len(words) and (words[place].folded in vocabulary.CLAUSE_WORDS or words[place].is_adverb):
        place += 1
    if place < len(words) and (words[place].connects or words[place].is_name):
        return len(words)  # the subject goes on: "the ministers of foreign affairs"
    return place + 2 if place + 1 < len(words) and words[place + 1].folded == "that" else place + 1


def _speaks(head: Sequence[Word], usage: Usage) -> bool:
    """Whether a sentence that begins so names those who speak ("The ministers", "Japan"), or has no subject phrase."""
    first = head[1 if len(head) > 1 and head[0].folded in vocabulary.DETERMINERS else 0]
    return (
        any(word.folded in vocabulary.PARTICIPANTS for word in head)
        or usage.kind(first) in _SPEAKERS
        or head[0].folded in _NO_SUBJECT
    )
