"""Readable ids for entities, made from the words of their names and unique within one communiqué."""

from viewer.core.folding import fold
from viewer.core.mentions import EntityId, EntityKind
from viewer.core.patterns import lazy_pattern

_NOT_A_WORD = lazy_pattern(r"[\W_]+")
_LONGEST = 60


class Identifiers:
    """Gives each entity an id: "person:s-lavrov", and "person:s-lavrov-2" to the next of that name."""

    __slots__ = ("_given",)

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, kind: EntityKind, name: str) -> EntityId:
        words = _NOT_A_WORD.sub("-", fold(name)).strip("-")[:_LONGEST].strip("-")
        plain = f"{kind.value}:{words or 'unnamed'}"
        count = self._given[plain] = self._given.get(plain, 0) + 1
        return EntityId(plain) if count == 1 else self._numbered(plain, count)

    def _numbered(self, plain: str, count: int) -> EntityId:
        """The id with the next free number: a name may itself end in one."""
        while (numbered := f"{plain}-{count}") in self._given:
            count += 1
        self._given[numbered] = 1
        self._given[plain] = count
        return EntityId(numbered)
