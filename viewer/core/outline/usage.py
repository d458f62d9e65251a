"""How rare the words and the entities of a text are: what every paragraph has is nobody's subject."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from viewer.core.mentions import EntityId, EntityKind
from viewer.core.outline.words import Word

_ENTITY_WORTH = {
    EntityKind.DOCUMENT: 1.5,
    EntityKind.EVENT: 1.0,
    EntityKind.PLACE: 1.0,
    EntityKind.ORGANISATION: 0.7,
    EntityKind.STATE: 0.7,
}


class Usage(NamedTuple):
    """How rare each stem and each entity is among the paragraphs, and what kind each entity is of."""

    rarities: Mapping[str, float]
    kinds: Mapping[EntityId, EntityKind]

    def rarity(self, key: str) -> float:
        """1 for what only one paragraph has, 0 for what all have."""
        return self.rarities.get(key, 1.0)

    def kind(self, word: Word) -> EntityKind | None:
        """The kind of what the word names; None for a word that is no name."""
        return self.kinds.get(word.entity) if word.entity is not None else None

    def worth(self, name: EntityId) -> float:
        """What a name in a title is worth: by its kind, and the more the rarer it is."""
        kind = self.kinds.get(name)
        return _ENTITY_WORTH.get(kind, 0) * self.rarity(name) if kind else 0


def usage_of(paragraphs: Sequence[Iterable[str]], kinds: Mapping[EntityId, EntityKind]) -> Usage:
    """The usage of the stems and entities that each paragraph has."""
    counts: Counter[str] = Counter()
    for keys in paragraphs:
        counts.update(keys)
    most = log(len(paragraphs) + 1)
    return Usage({key: 1 - log(count) / most for key, count in counts.items()}, kinds)


def stems(words: Iterable[Word]) -> Counter[str]:
    """How often each word of content stands among the words, whatever its form; names are counted by their ids too."""
    return Counter([stem for word in words for stem in word.stems])
