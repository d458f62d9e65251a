"""Reads noun phrases out of a sentence without a grammar: closed word classes, suffixes and the names recognised."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from viewer.core import vocabulary
from viewer.core.mentions import EntityId, Mention
from viewer.core.text import Span

_LONGEST_NAME = 60
"""A longer name is read word by word, so that it can be shortened."""
_SHORTEST_ADVERB = 4
_NOUNS_IN_LY = (
    "ally",
    "anomaly",
    "assembly",
    "early",
    "family",
    "friendly",
    "italy",
    "july",
    "monthly",
    "orderly",
    "supply",
    "yearly",
)
_TOKEN = re.compile(r"\w[\w’'./&+-]*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’](?:s\b| (?=\w))")
_CONJUNCTIONS = ("and", "or")
_HYPHENS = ("-", "–", "/", "‑")
_ADJECTIVE = re.compile(r"\w+(?:al|ic|ive|ous|ary|ern|ful|able|ible|ant|ent)$")


class WordClass(NamedTuple):
    """What the closed classes tell about a word."""

    connects: bool
    """It joins parts of a phrase and can neither begin nor end one."""
    names_thing: bool
    """It may be a noun or an adjective."""
    is_adverb: bool


_NAME = WordClass(connects=False, names_thing=True, is_adverb=False)


class Token(NamedTuple):
    """A word, a name of several words, or a punctuation mark; `start` and `end` count the reading text.

    `word` is the text folded for comparison. Texts and words are shared by all tokens of the same word.
    """

    text: str
    word: str
    start: int
    end: int
    word_class: WordClass
    entity: EntityId | None = None

    @property
    def is_name(self) -> bool:
        return self.entity is not None

    @property
    def connects(self) -> bool:
        return self.word_class.connects

    @property
    def names_thing(self) -> bool:
        return self.word_class.names_thing

    @property
    def is_adverb(self) -> bool:
        return self.word_class.is_adverb


@lru_cache(maxsize=16384)  # a text uses the same words again and again
def _read(printed: str) -> tuple[str, str, WordClass]:
    """A word as it is printed without a closing full stop, folded, and its class."""
    text = printed
    if "." not in printed[:-1]:  # the full stop belongs to "U.S.", not to the last word of a sentence
        text = printed.rstrip(".’'/-") or printed
    word = text.casefold()
    connects = word in vocabulary.CONNECTIVES or word in vocabulary.DETERMINERS
    adverb = word.endswith("ly") and len(word) > _SHORTEST_ADVERB and word not in _NOUNS_IN_LY
    names = word[0].isalnum() and not (connects or adverb or word in vocabulary.CLOSED)
    return text, word, WordClass(connects, names, adverb)


def tokenise(text: str, span: Span, mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """The tokens of a stretch of the reading text; each outermost mention, taken in order, is one token."""
    tokens: list[Token] = []
    at = span.start
    for mention in mentions:
        if span.covers(mention.span) and mention.span.start >= at and len(mention.span) <= _LONGEST_NAME:
            tokens += _plain(text, Span(at, mention.span.start))
            name = mention.span.of(text)
            tokens.append(Token(name, name.casefold(), mention.span.start, mention.span.end, _NAME, mention.entity))
            at = mention.span.end
            if _POSSESSIVE.match(text, at, span.end):
                end = at + 1 + (text[at + 1 : at + 2] == "s")
                tokens.append(Token(text[at:end], "of", at, end, _read("of")[2]))
                at = end
    return (*tokens, *_plain(text, Span(at, span.end)))


def _plain(text: str, span: Span) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, span.start, span.end):
        printed, word, word_class = _read(match[0])
        start = match.start()
        yield Token(printed, word, start, start + len(printed), word_class)


def read_phrase(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The noun phrase that begins at a token, without determiners and without words that only point at a subject.

    It ends at punctuation, at a finite verb, or where a clause begins; it is empty where no noun phrase begins.
    """
    first = start
    while first < len(tokens) and (skip := _pointing(tokens, first)):
        first += skip
    end = first
    while end < len(tokens) and _belongs(tokens, first, end):
        end = _past_series(tokens, end + 1)
    while end > first and not tokens[end - 1].names_thing:
        end -= 1
    return tuple(tokens[first:end])


def _pointing(tokens: Sequence[Token], place: int) -> int:
    """How many tokens at a place only point: a determiner, a light adjective, "importance of", "to do"; 0 for none."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.is_name or following is None:
        return 0
    if token.word == "to":
        return _infinitive(tokens, place)
    if token.connects or token.word in vocabulary.LIGHT_ADJECTIVES or token.is_adverb:
        return 1
    if token.word in vocabulary.LIGHT_NOUNS:
        return int(following.word in vocabulary.CONNECTIVES)
    return int(token.word in vocabulary.LIGHT_GERUNDS)


def _infinitive(tokens: Sequence[Token], place: int) -> int:
    """How many tokens "to (actively) cooperate" takes; 1 where "to" stands before a noun phrase."""
    end = place + 1
    while end < len(tokens) and tokens[end].is_adverb:
        end += 1
    verb = end < len(tokens) and not tokens[end].is_name and not tokens[end].connects
    return end + verb - place


def _belongs(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Whether the token goes on with the phrase that began at `first`."""
    token = tokens[place]
    if token.is_name:
        return True
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if place > first and following is not None and (token.connects or _hyphenates(tokens, place)):
        return _may_follow(tokens, place)
    if not token.names_thing:
        return False
    # "lines agreed at the summit", "isolate Russia further from": a clause or an adverb, not an adjective
    after_noun = place > first and tokens[place - 1].names_thing
    trails = token.word.endswith("ed") or token.word in vocabulary.LIGHT_ADJECTIVES
    return not (after_noun and trails and following is not None and following.connects)


def _hyphenates(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token is a hyphen or slash between two names ("U.S.-Japan")."""
    token = tokens[place]
    attached = tokens[place - 1].end == token.start and token.end == tokens[place + 1].start
    return attached and token.text in _HYPHENS


def _may_follow(tokens: Sequence[Token], place: int) -> bool:
    """Whether a connective leads on to another part of the phrase, not to an infinitive or another subject."""
    connective, following = tokens[place], tokens[place + 1]
    if connective.word == "to":
        return following.is_name or following.word in vocabulary.DETERMINERS
    if connective.word in _CONJUNCTIONS:
        noun = place + 1 + (following.word in vocabulary.DETERMINERS)
        return noun < len(tokens) and tokens[noun].names_thing and tokens[noun].word not in vocabulary.LIGHT_NOUNS
    return following.connects or (following.names_thing and following.word not in vocabulary.ADVERBIAL_NOUNS)


def _past_series(tokens: Sequence[Token], place: int) -> int:
    """The place past ", B" of a series "A, B and C", so that it is not cut at its first comma; or the place itself."""
    at = place
    while at < len(tokens) and tokens[at].text == ",":
        end = at + 1
        while end < len(tokens) and end <= at + 3 and tokens[end].names_thing:
            end += 1
        if end < len(tokens) and tokens[end].word in _CONJUNCTIONS:
            return end
        if end == at + 1:
            break
        at = end
    return place


def shorten(tokens: Sequence[Token], limit: int) -> tuple[Token, ...]:
    """The longest beginning of the phrase that fits and ends where a part of it ends; empty where none fits."""
    for end in range(len(tokens), 0, -1):
        fits = tokens[end - 1].end - tokens[0].start <= limit
        if fits and (end == len(tokens) or _may_end(tokens, end)):
            return tuple(tokens[:end])
    return ()


def _may_end(tokens: Sequence[Token], end: int) -> bool:
    last = tokens[end - 1]
    pointing = end > 1 and (
        last.word in vocabulary.LIGHT_NOUNS or (last.word.endswith("ing") and tokens[end - 2].connects)
    )
    return tokens[end].connects and last.names_thing and not pointing and not _parts_between(tokens, end)


def _parts_between(tokens: Sequence[Token], end: int) -> bool:
    """Whether "between A and B", or a series, would be cut in two."""
    if tokens[end].word not in _CONJUNCTIONS:
        return False
    if _ADJECTIVE.match(tokens[end - 1].word):  # "international and regional issues" has one noun for both
        return True
    kept = [token.text for token in tokens[:end]]
    return "," in kept or ("between" in kept and "and" not in kept[kept.index("between") :])
