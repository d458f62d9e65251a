"""Tells which names of persons are one person's: "Sergey Lavrov", "S. Lavrov", "Mr. Lavrov"."""

from viewer.core.entities.reading import Candidate
from viewer.core.entities.transliteration import spelled_alike
from viewer.core.patterns import lazy_pattern

_PART = lazy_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")


class Persons:
    """The persons seen so far, found again by the first or last part of their name."""

    __slots__ = ("_by_part", "_parts", "_states")

    def __init__(self) -> None:
        self._by_part: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}
        self._states: dict[str, str | None] = {}

    def key_of(self, candidate: Candidate) -> str:
        """The key of the person the candidate names: that of a person seen before, or its own, now seen."""
        parts, state = [spelled_alike(part) for part in _PART.findall(candidate.key)], candidate.facts.state
        for part in (parts[-1:] + parts[:1]) if parts else ():
            known = self._by_part.get(part)
            if known is not None and self._is_same(parts, state, known):
                self._states[known] = self._states[known] or state
                return self._remember(known, max(parts, self._parts[known], key=_fullness))
        self._states[candidate.key] = state
        return self._remember(candidate.key, parts)

    def _is_same(self, parts: list[str], state: str | None, known: str) -> bool:
        """Two states tell two persons apart; otherwise the parts of the names must not contradict each other."""
        known_state = self._states[known]
        if state and known_state and state != known_state:
            return False
        return _agree(parts, self._parts[known])

    def _remember(self, key: str, parts: list[str]) -> str:
        self._parts[key] = parts
        for part in (*parts[:1], *parts[-1:]):
            if len(part) > 1:
                self._by_part[part] = key
        return key


def _agree(one: list[str], other: list[str]) -> bool:
    """Whether two names may be one person's: one part alone, or a shared family name and given names that fit."""
    if len(one) == 1 or len(other) == 1:
        short, full = sorted((one, other), key=len)
        return short[0] in {full[0], full[-1]}
    if one[-1] != other[-1]:
        return sorted(one) == sorted(other)
    return one[0][: len(other[0])] == other[0] or other[0][: len(one[0])] == one[0]


def _fullness(parts: list[str]) -> tuple[int, int]:
    return len(parts), sum(map(len, parts))
