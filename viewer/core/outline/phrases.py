"""Reads noun phrases out of a sentence without a grammar: closed word classes, suffixes and the names recognised.

A phrase is a range of token numbers.
"""

from collections.abc import Sequence

from viewer.core import vocabulary
from viewer.core.outline.tokens import Tokens
from viewer.core.outline.words import Word
from viewer.core.patterns import lazy_pattern

_CONJUNCTIONS = ("and", "or")
_MANNER = ("at", "in", "into", "on", "with")
_LONGEST_MANNER = 5  # tokens
_PARTICLES = ("back", "down", "forward", "out", "up")
_BEFORE_TO = ("according", "due", "prior", "subject", "thanks")
_TOGETHER = frozenset(("collaboration", "consultation", "co-operation", "cooperation", "co-ordination", "coordination"))
_HYPHENS = ("-", "–", "/", "‑")
_ADJECTIVE = lazy_pattern(r"\w+(?:al|ic|ive|ous|ary|ern|ful|able|ible|ant|ent)$")


def past_pointing(words: Sequence[Word], start: int) -> int:
    """The number of the first word from `start` on that is no determiner and does not only point at a subject."""
    first = start
    while first < len(words) and (skip := _pointing(words, first)):
        first += skip
    return first


def read_phrase(tokens: Tokens, first: int) -> range:
    """The noun phrase whose first word has that number.

    It ends at punctuation, at a finite verb, or where a clause begins; it is empty where no noun phrase begins.
    """
    words = tokens.words
    end = first
    while end < len(words) and ((words[end].names_thing and not words[end].trails) or _belongs(tokens, first, end)):
        if words[end].folded in _BEFORE_TO and end + 1 < len(words) and words[end + 1].folded == "to":
            break
        end += 1
        if end < len(words) and words[end].text == ",":
            end = _past_series(words, end)
    while end > first and not (words[end - 1].names_thing and not _hangs_on(words, first, end - 1)):
        end -= 1
    return range(first, end)


def _hangs_on(words: Sequence[Word], first: int, place: int) -> bool:
    """Whether the word is a participle after its noun: "the inventory prepared"."""
    folded = words[place].folded
    participle = folded.endswith("ed") and not folded.endswith("eed") and not words[place].is_name
    return participle and place > first and words[place - 1].names_thing


def _pointing(words: Sequence[Word], place: int) -> int:
    """How many tokens at a place only point; 0 for none.

    Those are a determiner, a light adjective, "importance of", "to do", and how something is done: "in mind".
    """
    word = words[place]
    if word.entity is not None or place + 1 == len(words):
        return 0
    if word.folded in _MANNER and (skip := _manner(words, place)):
        return skip
    if word.folded == "to":
        return _infinitive(words, place)
    if word.connects or word.is_adverb or word.folded in vocabulary.LIGHT_ADJECTIVES:
        return 1
    if word.folded in vocabulary.LIGHT_NOUNS:
        return int(words[place + 1].folded in vocabulary.CONNECTIVES)
    return int(word.folded in vocabulary.LIGHT_GERUNDS)


def _manner(words: Sequence[Word], place: int) -> int:
    """How many tokens "with appreciation", "in mind", "on a firm footing" take before a determiner; 0 for none."""
    after = place + 2
    while after < min(place + _LONGEST_MANNER, len(words)):
        if words[after].folded in vocabulary.DETERMINERS:
            return after - place
        if words[after].connects or words[after].is_name:
            return 0
        after += 1
    return 0


def _infinitive(words: Sequence[Word], place: int) -> int:
    """How many tokens "to (actively) cooperate" or "to lay down" takes; 1 where "to" stands before a noun phrase."""
    end = place + 1
    while end < len(words) and words[end].is_adverb:
        end += 1
    verb = end < len(words) and words[end].entity is None and not words[end].connects
    particle = verb and end + 1 < len(words) and words[end + 1].folded in _PARTICLES
    return end + verb + particle - place


def _belongs(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the token goes on with the phrase that began at `first`."""
    words = tokens.words
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and place > first and (word.connects or _hyphenates(tokens, place)):
        return _may_follow(words, place)
    if not word.names_thing:
        return False
    after_noun = place > first and words[place - 1].names_thing
    return not (word.trails and after_noun and following is not None and following.connects)


def _hyphenates(tokens: Tokens, place: int) -> bool:
    """Whether the token is a hyphen or slash between two names ("U.S.-Japan")."""
    if tokens.words[place].text not in _HYPHENS:
        return False
    return tokens.end(place - 1) == tokens.starts[place] and tokens.end(place) == tokens.starts[place + 1]


def _may_follow(words: Sequence[Word], place: int) -> bool:
    """Whether a connective leads on to another part of the phrase, not to an infinitive or another subject."""
    connective, following = words[place], words[place + 1]
    if connective.folded == "to":
        return following.is_name or following.folded in vocabulary.DETERMINERS
    if connective.folded == "in" and not _TOGETHER.isdisjoint(word.folded for word in words[place + 1 : place + 3]):
        return False  # with whom it is done
    if connective.folded in _CONJUNCTIONS:
        if following.folded.endswith("s") and following.folded in vocabulary.OPERATIVE_VERBS:
            return False  # "..., and urges": the next clause
        noun = place + 1 + (following.folded in vocabulary.DETERMINERS)
        return noun < len(words) and words[noun].names_thing and words[noun].folded not in vocabulary.LIGHT_NOUNS
    return following.connects or (following.names_thing and following.folded not in vocabulary.ADVERBIAL_NOUNS)


def _past_series(words: Sequence[Word], place: int) -> int:
    """The place past ", B" of a series "A, B and C", so that it is not cut at its first comma; or the place itself."""
    at = place
    while at < len(words) and words[at].text == ",":
        end = at + 1
        while end < len(words) and end <= at + 3 and words[end].names_thing:
            end += 1
        if end < len(words) and words[end].folded in _CONJUNCTIONS:
            return end
        if end == at + 1:
            break
        at = end
    return place


def shorten(tokens: Tokens, phrase: range, limit: int) -> range:
    """The longest beginning of the phrase that fits and ends where a part of it ends; empty where none fits."""
    words, first = tokens.words, phrase.start
    for end in range(phrase.stop, first, -1):
        fits = tokens.end(end - 1) - tokens.starts[first] <= limit
        if fits and (end == phrase.stop or _may_end(words, first, end)):
            return range(first, end)
    return range(first, first)


def _may_end(words: Sequence[Word], first: int, end: int) -> bool:
    last = words[end - 1]
    pointing = end > first + 1 and (
        last.folded in vocabulary.LIGHT_NOUNS or (last.folded.endswith("ing") and words[end - 2].connects)
    )
    return words[end].connects and last.names_thing and not pointing and not _parts_between(words, first, end)


def _parts_between(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether "between A and B", or a series, would be cut in two."""
    if words[end].folded not in _CONJUNCTIONS:
        return False
    if _ADJECTIVE.match(words[end - 1].folded):  # "international and regional issues" has one noun for both
        return True
    kept = [word.text for word in words[first:end]]
    return "," in kept or ("between" in kept and "and" not in kept[kept.index("between") :])
