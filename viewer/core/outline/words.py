"""What the closed word classes, an ending or a name tell about a word, worked out once for all its places."""

from functools import lru_cache
from typing import NamedTuple

from viewer.core import vocabulary
from viewer.core.mentions import EntityId

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
_STEM = 6
"""Words that share so many letters count as one: terrorism, terrorist."""
_SHORTEST_CONTENT = 4
_EMPTY_WORDS = vocabulary.GENERIC_NOUNS | vocabulary.CLOSED | vocabulary.LIGHT_ADJECTIVES | vocabulary.PARTICIPANTS
PRONOUNS = frozenset({"we", "they"})
ABOUT = frozenset({"on", "about", "concerning", "regarding"})
_LEADS = PRONOUNS | ABOUT | vocabulary.PARTICIPANTS | vocabulary.STATEMENT_VERBS | vocabulary.LIGHT_NOUNS


class Word(NamedTuple):
    """A word, a name of several words, or a punctuation mark; shared by all the places where it stands."""

    text: str
    """As it is printed, without the full stop that closes a sentence."""
    folded: str
    connects: bool
    """It joins parts of a phrase and can neither begin nor end one."""
    names_thing: bool
    """It may be a noun or an adjective."""
    is_adverb: bool
    trails: bool
    """After a noun it may belong to what follows rather than to the phrase: "lines agreed at", "further from"."""
    may_lead: bool
    """A subject may be put forward beside it."""
    stems: tuple[str, ...]
    """The words of content in it, shortened so that their forms fall together; of a name, its id as well."""
    entity: EntityId | None = None

    @property
    def is_name(self) -> bool:
        return self.entity is not None


@lru_cache(maxsize=16384)  # a text uses the same words again and again
def read_word(printed: str) -> Word:
    """What is known of a word, or of a punctuation mark, that is no part of a name."""
    text = printed
    if "." not in printed[:-1]:  # the full stop belongs to "U.S.", not to the last word of a sentence
        text = printed.rstrip(".’'/-") or printed
    word = text.casefold()
    connects = word in vocabulary.CONNECTIVES or word in vocabulary.DETERMINERS
    adverb = word.endswith("ly") and len(word) > _SHORTEST_ADVERB and word not in _NOUNS_IN_LY
    names = word[0].isalnum() and not (connects or adverb or word in vocabulary.CLOSED)
    leads = word in _LEADS or word.endswith("ing")
    trails = word.endswith("ed") or word in vocabulary.LIGHT_ADJECTIVES
    return Word(text, word, connects, names, adverb, trails, leads, _stems(word))


@lru_cache(maxsize=4096)
def name_word(name: str, entity: EntityId) -> Word:
    """A name that was recognised, as one word."""
    folded = name.casefold()
    return Word(
        name,
        folded,
        connects=False,
        names_thing=True,
        is_adverb=False,
        trails=False,
        may_lead=True,
        stems=(entity, *_stems(folded)),
        entity=entity,
    )


def _stems(words: str) -> tuple[str, ...]:
    found = (word.strip("'’.").removesuffix("'s").removesuffix("’s") for word in words.split())
    return tuple(
        bare[:_STEM]
        for bare in found
        if len(bare) >= _SHORTEST_CONTENT and not bare[0].isdigit() and bare not in _EMPTY_WORDS
    )
