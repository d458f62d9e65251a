"""One form for the spellings of a name that was written in another script: "Berdybaev", "Berdybayev"."""

from functools import lru_cache

from viewer.core.folding import fold

_SHORTEST = 6
"""A shorter name is too like others to be taken for one of them; in letters."""
_SHORTEST_STEM = 6
_ALIKE = (
    *(("aye", "ae"), ("oye", "oe"), ("iye", "ie"), ("eye", "ee"), ("y", "i"), ("kh", "h"), ("gh", "g"), ("dzh", "j")),
    *(("zh", "j"), ("dj", "j"), ("tch", "c"), ("ch", "c"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ou", "u")),
    *(("oo", "u"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"), ("ff", "v")),
)
"""Letters that different ways of writing a name put for the same sound, in the order they are made alike."""
_ENDINGS = ("ov", "ev")
"""What a family name may have lost when it was given its own language’s form: "Rakhimonov", "Rakhimon"."""


@lru_cache(maxsize=4096)  # a text uses the same names again and again
def spelled_alike(name: str) -> str:
    """The form that all spellings of one part of a name share; a short part is left as it is."""
    if len(name) < _SHORTEST:
        return name
    letters = fold(name)
    for ours, other in _ALIKE:
        letters = letters.replace(ours, other)
    single = "".join(letter for at, letter in enumerate(letters) if letter != letters[at - 1 : at])
    for ending in _ENDINGS:
        if single.endswith(ending) and len(single) - len(ending) >= _SHORTEST_STEM:
            return single.removesuffix(ending)
    return single
