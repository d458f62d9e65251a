"""What a line of text looks like on its own: list marks, sentence ends, rules."""

import re

BULLET = re.compile(r"[-–—•·▪◦‣●○■□►➢→*+]\s+(?=\w|[\"'“‘«(\[])")
NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)|\d{1,3}(?:\.\d{1,3})+[.)]?\s+(?=\S)")
LETTER = re.compile(r"\(?[a-z][.)]\s+(?=\S)|\([A-Z]\)\s+(?=\S)")
ROMAN = re.compile(r"\(?(?:[ivxl]{1,6}|[IVXL]{1,6})[.)]\s+(?=\S)")
CAPITAL_LETTER = re.compile(r"[A-Z][.)]\s+(?=\S)")
"""Marks a heading only: at the head of a sentence it is somebody's initial ("K. Tokaev said")."""

_CLOSERS = "\"'”’»)]*_"
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of and or nor for to in on at by from with without between among as that which their its our his her "
        "this these those into upon under over through within against towards toward",
    )
)
_SHORTEST_CABLE = 160  # code points
_LONGEST_MARK = 6
_RULE_SIGNS = "-–—*+·→"
_LONG_ROW = 60
_WORD = re.compile(r"\w")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?$|[-–—] ?\d{1,3} ?[-–—]$", re.IGNORECASE)


def list_mark(line: str) -> re.Match[str] | None:
    """The bullet, number or letter that opens a list item or a numbered paragraph, with the space after it."""
    return BULLET.match(line) or NUMBER.match(line) or LETTER.match(line) or ROMAN.match(line)


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


def begins_lower(line: str) -> bool:
    return line.lstrip("\"'“‘«([*_")[:1].islower()


def ends_open(line: str) -> bool:
    """Whether the last word cannot end a phrase ("of", "the", "and")."""
    return line[-24:].rpartition(" ")[2].casefold() in _FUNCTION_WORDS


def begins_open(line: str) -> bool:
    """Whether the first word cannot begin a sentence or a title by itself."""
    return line[:24].partition(" ")[0].casefold() in _FUNCTION_WORDS


def is_function_word(word: str) -> bool:
    return word.casefold() in _FUNCTION_WORDS


def is_page_number(line: str) -> bool:
    return _PAGE_NUMBER.match(line) is not None


def runs_in_capitals(line: str) -> bool:
    """Whether the line is running text printed in capitals, as cables are; a short line in capitals is a heading."""
    return len(line) >= _SHORTEST_CABLE and line.isupper()


def in_capitals(line: str) -> bool:
    return line.isupper() and sum(map(str.isalpha, line)) > 1
