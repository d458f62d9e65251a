"""Stage: abbreviations the text introduces in brackets after a name, and every later use of them."""

from collections.abc import Iterator, Sequence

from viewer.core.entities.reading import Candidate, Facts, Reading
from viewer.core.entities.stages.noun_phrases import same_name_key
from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

# In words, compiled at first use: many texts have no brackets.
_BRACKET = lazy_pattern(
    r"\s\((?:the\s|hereinafter\s(?:referred to as\s)?(?:the\s)?)?[“\"'‘]?(?P<short>[^\W\d_][\w.+&/-]{1,14}?)[”\"'’]?\)"
)
_NAMED = frozenset({EntityKind.ORGANISATION, EntityKind.DOCUMENT, EntityKind.EVENT})
_ABSTRACT = ("ing", "tions", "ments", "ance", "ity", "society")
"""How nouns end that are what is done and not who does it: "Profit Shifting", "Force Reductions"."""
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "des", "with"})


def find_definitions(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """A mention for each use of an abbreviation that the text defines after a name it is made from."""
    if "(" not in reading.text:
        return []
    ending = {one.end: one for one in sorted(found, key=lambda one: one.start, reverse=True) if one.kind in _NAMED}
    defined: dict[str, Candidate] = {}
    new: list[Candidate] = []
    for bracket in _BRACKET.finditer(reading.text):
        short = bracket["short"]
        if sum(map(str.isupper, short)) < 2 or short in defined:
            continue
        named = ending.get(bracket.start())
        if named is None:
            named = _by_initials(reading, bracket.start(), short)
            new += [named] if named else []
        if named is not None:
            trigger = (named.start, bracket.end())
            defined[short] = named._replace(trigger=trigger, facts=named.facts._replace(abbreviation=short))
    return [*new, *_uses(reading, defined)]


def _by_initials(reading: Reading, end: int, short: str) -> Candidate | None:
    """The capitalised words before a bracket whose initials the abbreviation is: "Regional Peace Monitor (RPM)"."""
    words = reading.words
    index, letters = words.last_before(end), [char for char in short if char.isupper()]
    first = index + 1
    for letter in reversed(letters):
        while words[first - 1] in _SMALL and words.gap(first) == " ":
            first -= 1
        if not words[first - 1].startswith(letter) or (first <= index and words.gap(first) not in {" ", "-"}):
            return None
        first -= 1
    if words[index].lower().endswith(_ABSTRACT):
        return None
    name = " ".join(reading.text[words.starts[first] : end].split())
    place = (words.starts[first], end)
    return Candidate(*place, EntityKind.ORGANISATION, same_name_key(name), "named-by-initials", place, Facts(name=name))


def _uses(reading: Reading, defined: dict[str, Candidate]) -> Iterator[Candidate]:
    if not defined:
        return
    from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - not needed before the window shows

    shorts, text = list(defined), reading.text
    for number, start, end in AhoCorasick(shorts).find_matches_as_indexes(text, overlapping=True):
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
            continue
        yield defined[shorts[number]]._replace(start=start, end=end, rule="abbreviation-defined")
