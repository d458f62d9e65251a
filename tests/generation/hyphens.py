"""Where English words may be divided at the end of a line, near enough."""

import re
from random import Random
from typing import NamedTuple

_VOWELS = "aeiouy"
_TOGETHER = {"th", "ch", "sh", "ph", "gh", "ck", "wh", "qu", "gn", "kn", "wr", "rh", "ng"}
_ONSETS = {first + second for first in "bcdfgpt" for second in "lr"} | {"st", "sp", "sc", "tw"}
_ENDINGS = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ship",
    "ships",
    "able",
    "ful",
    "tive",
    "ture",
    "tures",
)
_INFLECTED = re.compile(r"[^aeiouy]+(ed|es|ing|ings|en|ens)")  # "attend-ed", never "atten-ded"
_WORD = re.compile(r"^[(\"“]?([A-Za-z]?[a-z]{5,})[).,;:\"”]*$")
_COMPOUND = re.compile(r"(?<=[A-Za-z]{2})-(?=[A-Za-z]{2})")


class Halves(NamedTuple):
    """A word divided: before and after its hyphen, which is its own or is put there."""

    head: str
    tail: str
    own: bool


def halves(word: str, room: int, random: Random) -> Halves | None:
    """The word divided, its head of at most `room` characters; None where it cannot be or, now and then, is not."""
    own = [found.start() for found in _COMPOUND.finditer(word) if found.start() <= room]
    if own:
        return Halves(word[: own[-1]], word[own[-1] + 1 :], own=True) if random.random() < 0.9 else None
    points = [point for point in hyphen_points(word) if point <= room]
    if not points or random.random() < 0.25:
        return None
    return Halves(word[: points[-1]], word[points[-1] :], own=False)


def hyphen_points(word: str) -> list[int]:
    """Offsets at which a hyphen may be put, three letters at least on both sides."""
    if not (found := _WORD.match(word)):
        return []
    start, end = found.span(1)
    core = word[start:end].lower()
    return [start + at for at in range(3, len(core) - 2) if _ends(core, at) or _parts(core, at)]


def _ends(core: str, at: int) -> bool:
    return core[at:] in _ENDINGS or (core[at:] == "ing" and core[at - 1] not in (core[at - 2], *_VOWELS))


def _parts(core: str, at: int) -> bool:
    """Whether a syllable begins `at`: between two consonants, or before the one between two vowels."""
    before, here, after = core[at - 1], core[at], core[at + 1]
    if (
        _INFLECTED.fullmatch(core, at)
        or here in _VOWELS
        or not set(core[:at]) & set(_VOWELS)
        or not set(core[at:-1]) & set(_VOWELS)
    ):
        return False
    if before in _VOWELS:
        return after in _VOWELS or here + after in _ONSETS
    return after in _VOWELS and core[at - 2] in _VOWELS and before + here not in _TOGETHER | _ONSETS
