"""What a line of text looks like on its own: list marks, sentence ends, rules."""

import re
from typing import NamedTuple

from viewer.core.patterns import lazy_pattern

DOCUMENT = lazy_pattern(
    r"communiqu|statement|declaration|conclusions|minutes|summary|\bacts?\b|document|memorandum|release"
    r"|agreement|protocol|resolution|treaty|charter|announcement|understanding|\bpact\b|\btext\b",
    re.IGNORECASE,
)
"""What a text of the kind this program is for calls itself."""
BULLET = lazy_pattern(r"(?:[-–—•·▪◦‣●○■□►➢→*+]|o(?= +\S))\s+(?=\w|[\"'“‘«(\[])")
NUMBER = lazy_pattern(r"\(?(\d{1,3})[.)]\s+(?=\S)|\d{1,3}(?:\.\d{1,3})+[.)]?\s+(?=\S)")
LETTER = lazy_pattern(r"\(?[a-z][.)]\s+(?=\S)|\([A-Z]\)\s+(?=\S)")
ROMAN = lazy_pattern(r"\(?(?:[ivxl]{1,6}|[IVXL]{1,6})[.)]\s+(?=\S)")
CAPITAL_LETTER = lazy_pattern(r"[A-Z][.)]\s+(?=\S)")
"""Marks a heading only: at the head of a sentence it is somebody's initial ("K. Tokaev said")."""


class Shape(NamedTuple):
    """What a paragraph looks like: its words, whether it stands alone in its block, how it is marked and set."""

    text: str
    alone: bool = True
    heading: bool = False
    """A Markdown heading, or a paragraph that is bold from end to end."""
    depth: int = 0
    """How many number signs a Markdown heading has."""
    indent: int = 0
    """Blanks before its first line."""
    capitals: bool = False
    """Printed in capitals, where the text as a whole is not."""


_CLOSERS = "\"'”’»)]*_"
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of and or nor for to in on at by from with without between among as that which their its our his her "
        "this these those into upon under over through within against towards toward",
    )
)
_SHORTEST_CABLE = 160  # code points
_TITLE_END = lazy_pattern(r"\b(?:Mr|Mrs|Ms|Dr|Prof|H\.E|Amb|Gen|Messrs|St|No|Hon)\.(?: [A-Z]\.)*$|[A-Za-z.] [A-Z]\.$")
_BRACKETED = lazy_pattern(r"\(([a-z0-9])\)(?=\s|$)")
_LONGEST_MARK = 6
_WIDEST_MARK = 8  # code points, with its brackets
_MARK_ENDS = frozenset(".)")
_LONGEST_PAGE_NUMBER = 20
_RULE_SIGNS = "-–—*+·→"
_LONG_ROW = 60
_WORD = lazy_pattern(r"\w")
_INITIALS = lazy_pattern(r"(?:\b[A-Z]\.){2,}$")
_PAGE_NUMBER = lazy_pattern(
    r"(?:(?:page|p\.) ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?$|[-–—] ?(?:page )?\d{1,3} ?[-–—]$|\[\d{1,3}\]$", re.IGNORECASE
)


def list_mark(line: str) -> re.Match[str] | None:
    """The bullet, number or letter that opens a list item or a numbered paragraph, with the space after it."""
    if line[:1].isalpha() and line[:2] != "o " and _MARK_ENDS.isdisjoint(line[:_WIDEST_MARK]):
        return None
    return BULLET.match(line) or NUMBER.match(line) or LETTER.match(line) or ROMAN.match(line)


def is_next_mark(line: str, following: str) -> bool:
    """Whether the mark before the one that opens the following line stands in the middle of these words."""
    mark = _BRACKETED.match(following)
    if mark is None:
        return False
    return any(ord(one[1]) + 1 == ord(mark[1]) for one in _BRACKETED.finditer(line) if one.start())


def is_mark_alone(line: str) -> bool:
    """Whether the line is a list mark and nothing else, as a web page's lists are copied."""
    mark = len(line) <= _LONGEST_MARK and line[0] not in _RULE_SIGNS
    return mark and list_mark(f"{line} x") is not None and list_mark(line) is None


def opens_list_row(line: str) -> bool:
    """Whether the line opens a row of a list rather than a numbered paragraph: short, or with another mark."""
    return list_mark(line) is not None and not (NUMBER.match(line) and len(line) >= _LONG_ROW)


def without_bullet(line: str) -> str:
    mark = BULLET.match(line)
    return line[mark.end() :] if mark else line


def without_mark(line: str) -> str:
    mark = list_mark(line) or CAPITAL_LETTER.match(line)
    return line[mark.end() :] if mark else line


def is_rule(line: str) -> bool:
    """Whether the line holds no letter or digit: a row of dashes, "* * *", a lone underscore."""
    return _WORD.search(line.replace("_", "")) is None


def ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSERS)[-1:] in tuple(".!?…。")


def ends_clause(line: str) -> bool:
    """Whether nothing of the same sentence need follow in the same paragraph: a full stop, a colon, a semicolon."""
    return line.rstrip(_CLOSERS)[-1:] in tuple(".!?…。:;")


def ends_in_abbreviation(line: str) -> bool:
    """Whether the full stop at the end belongs to initials such as "U.S."."""
    return line[-1:] == "." and _INITIALS.search(line[-24:]) is not None


def ends_in_title(line: str) -> bool:
    """Whether the full stop at the end belongs to the title before somebody's name."""
    return _TITLE_END.search(line[-24:]) is not None


def opens_signature(line: str) -> bool:
    return line[:8].casefold() in ("(signed)", "[signed]")


def in_brackets(line: str) -> bool:
    """Whether one pair of brackets encloses the whole line."""
    pair = f"{line[:1]}{line[-1:]}"
    return pair in ("()", "[]") and line.count(pair[0]) == line.count(pair[1]) == 1


def begins_lower(line: str) -> bool:
    return line.lstrip("\"'“‘«([*_")[:1].islower()


def ends_open(line: str) -> bool:
    """Whether the last word cannot end a phrase ("of", "the", "and")."""
    last = line[-24:].rpartition(" ")[2]
    return last != "A" and last.casefold() in _FUNCTION_WORDS


def begins_open(line: str) -> bool:
    """Whether the first word cannot begin a sentence or a title by itself."""
    return line[:24].partition(" ")[0].casefold() in _FUNCTION_WORDS


def is_function_word(word: str) -> bool:
    return word.casefold() in _FUNCTION_WORDS


def is_page_number(line: str) -> bool:
    return len(line) <= _LONGEST_PAGE_NUMBER and any(map(str.isdecimal, line)) and _PAGE_NUMBER.match(line) is not None


def runs_in_capitals(line: str) -> bool:
    """Whether the line is running text printed in capitals, as cables are; a short line in capitals is a heading."""
    return len(line) >= _SHORTEST_CABLE and line.isupper()


def with_capitals(found: list[Shape]) -> list[Shape]:
    """The shapes with those told that stand out by their capitals, as they do unless all is printed in them."""
    upper = [in_capitals(without_mark(shape.text)) for shape in found]
    loud = sum(len(shape.text) for shape, is_upper in zip(found, upper, strict=True) if is_upper)
    if not loud or 2 * loud > sum(len(shape.text) for shape in found):
        return found
    return [shape._replace(capitals=True) if is_upper else shape for shape, is_upper in zip(found, upper, strict=True)]


def in_capitals(line: str) -> bool:
    return line.isupper() and sum(map(str.isalpha, line)) > 1 and not is_figures(line)


def is_figures(line: str) -> bool:
    """Whether the line has more figures than letters, as a document's number has ("AB.07-41926")."""
    return sum(map(str.isdecimal, line)) > sum(map(str.isalpha, line))
