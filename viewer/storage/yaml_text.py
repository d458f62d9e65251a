"""Writes text, lists and mappings as YAML that people read and that no reader takes for anything else."""

import re
from collections.abc import Iterator, Mapping

from viewer.storage.strict_yaml import Plain

# What may not stand in quotes as it is: controls, all line ends that YAML knows, the byte order mark.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
# What even a literal block cannot hold: the same, but for the line feed and the tab, for quotes and backslash.
_NOT_LITERAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Bare words that YAML cannot misread, and the empty one: a subset of what it allows.
_BARE = re.compile(r"(?:-?[\w.+/][\w.+/:-]*(?<!:))?|~", re.ASCII)


class Prose(str):
    """Text of the reader's, which stands in lines of its own where it has several."""

    __slots__ = ()


class OneLine(tuple[str, ...]):
    """A short list, which stands on one line."""

    __slots__ = ()


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def replace_half_characters(text: str) -> str:
    """The text with lone surrogates, which no file in UTF-8 can hold, as U+FFFD."""
    return _HALF_CHARACTER.sub("\ufffd", text)


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def scalar(text: str) -> str:
    """The text as it may stand after a colon; without quotes where it had none in the file."""
    return text if isinstance(text, Plain) and _BARE.fullmatch(text) else quoted(text)


def literal(text: str, indent: str) -> str:
    """The text as a block of its own lines where it has several, otherwise in quotes. Ends without a line end."""
    if "\n" not in text or _NOT_LITERAL.search(text) or not text.strip("\n"):
        return quoted(text)
    # Leading blanks would be taken for the indent of the whole block: say how deep it is.
    depth = "2" if text.lstrip("\n").startswith((" ", "\t")) or text.startswith("\n") else ""
    body = text.removesuffix("\n")
    keep = "" if text.endswith("\n") else "-"
    if body.endswith("\n"):
        keep = "+"
    lines = "\n".join(indent + line if line else "" for line in body.split("\n"))
    return f"|{depth}{keep}\n{lines}"


def block(entries: Mapping[str, object], indent: str) -> Iterator[str]:
    """The lines of a mapping whose values are text, tuples or mappings, one inside the other."""
    for key, value in entries.items():
        yield from entry(key, value, indent)


def entry(key: str, value: object, indent: str) -> Iterator[str]:
    """The lines of one entry of a mapping."""
    first, *more = value_lines(value, indent)
    yield f"{indent}{scalar(Plain(key) or key)}: {first}".rstrip(" ")
    yield from more


def value_lines(value: object, indent: str) -> list[str]:
    """What stands behind the name of an entry, perhaps nothing, and the lines below it."""
    match value:
        case Mapping():
            return ["", *block(value, indent + "  ")] if value else ["{}"]
        case OneLine():
            return [f"[{', '.join(quoted(item) for item in value)}]"]
        case tuple():
            return ["", *(line for item in value for line in item_lines(item, indent))] if value else ["[]"]
        case Prose():
            return literal(value, indent + "  ").split("\n")
        case str():
            return [scalar(value)]
        case _:
            raise TypeError(f"not a value of a notes file: {value!r}")


def item_lines(value: object, indent: str) -> list[str]:
    """The lines of one item of a list."""
    first, *more = value_lines(value, indent + "  " if isinstance(value, tuple) else indent)
    if not first and more:  # a mapping or a list inside: it begins behind the dash
        first, *more = (line.removeprefix(indent + "  ") if not at else line for at, line in enumerate(more))
    return [f"{indent}- {first}".rstrip(" "), *more]


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}"
