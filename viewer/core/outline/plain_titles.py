"""Titles that need no grammar, for text in which no phrase is put forward: names, and words it repeats."""

from collections import Counter
from collections.abc import Iterable, Sequence

from viewer.core.mentions import Mention
from viewer.core.outline.topics import LONGEST_TITLE, Title
from viewer.core.outline.usage import Usage
from viewer.core.outline.words import Word


def by_name_or_keyword(text: str, mentions: Sequence[Mention], words: Iterable[Word], usage: Usage) -> list[Title]:
    """The titles that need no grammar, best first; empty where there is neither a name nor a word."""
    return [*_names(text, mentions, usage), *_keywords(words, usage)]


def _names(text: str, mentions: Sequence[Mention], usage: Usage) -> list[Title]:
    """The names themselves, the rarest first: text in another language has them too."""
    worths = {mention.span.of(text): usage.worth(mention.entity) for mention in mentions}
    best = sorted(worths, key=lambda words: -worths[words])
    return [(words[:1].upper() + words[1:], "names") for words in best if worths[words] and len(words) <= LONGEST_TITLE]


def _keywords(words: Iterable[Word], usage: Usage) -> list[Title]:
    """The two words that a stretch repeats and others do not, in the order of the text; no part of a name.

    A word that comes but once tells nothing: a text in which none comes again is better numbered.
    """
    weights: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for word in words:
        for key in () if word.is_name else word.stems:
            weights[key] += 1
            spelled.setdefault(key, word.text)
    repeated = (key for key, count in weights.items() if count > 1)
    best = sorted(repeated, key=lambda key: -weights[key] * usage.rarity(key))[:2]
    title = ", ".join(spelled[key] for key in spelled if key in best)
    return [(title[:1].upper() + title[1:], "keywords")] if title and len(title) <= LONGEST_TITLE else []
