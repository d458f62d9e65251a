"""Reads texts made to be slow, each at two sizes: reading must cost in proportion to the length, whatever stands there.

    python tests/stress/parse_cost.py [--size 100000]

Ends with one JSON line; `worst` is the largest ratio of the times at twice the size and at the size.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from viewer.core.structure.parse import parse
from viewer.core.suspicions import with_suspicions
from viewer.formats.plain_text import source_from_text
from viewer.storage.dictionary import word_frequency

_MOST = 3.0
_NOISE = 0.05  # seconds; less says nothing
_WEB = "Skip to content\nShare this page\n\nThe ministers met in the town and spoke of all that was asked of them.\n\n"


def rows(*pieces: str) -> Callable[[int], str]:
    """Some words, and a piece again and again."""
    *head, again = pieces
    return lambda size: "".join(head) + again * (size // len(again) + 1)


def numbered(form: str) -> Callable[[int], str]:
    """Lines that begin with three numbers."""
    return lambda size: (
        "T\n\nThey agreed:\n\n"
        + "\n".join(form.format(place // 10_000 % 100, place // 100 % 100, place % 100) for place in range(size // 12))
    )


TEXTS: dict[str, Callable[[int], str]] = {
    "one word": rows("a"),
    "one line of blanks": rows(" "),
    "commas": rows(", "),
    "asterisks": rows("*"),
    "brackets": rows("["),
    "emphasis": rows("*a*  "),
    "number sign and blanks": lambda size: "#" + " " * size + "!",
    "numbers in one line": rows("Head\n\n1. The first page ", "2. A page "),
    "dates in one paragraph": rows("T\n\nThe ministers ", "since 3 May 2003 "),
    "cut word": lambda size: "Title\n\n" + "a" * size + "1-\nb c d e",
    "annexes": rows("ANNEX\n"),
    "letters": rows("(a) they met\n"),
    "bullets": rows("* a\n"),
    "dotted items": numbered("{}.{}.{} x;"),
    "dotted headings": lambda size: numbered("{}.{}.{}.1 Xx\n")(size // 2) + numbered("{}.{}.{}.2 Xx\n")(size // 2),
    "Markdown headings": rows("# Title\n# More\n\nText.\n\n"),
    "web page": rows(_WEB, "Home\n"),
    "form feeds": rows("The ministers met in the town and in\f"),
    "page numbers": rows("The ministers met in the good old town and in the\n12\n"),
    "blocks without an end": rows(
        "T\n\nThe x.\n\nThe y.\n\n", "The ministers met. And then they said that the region\n\n"
    ),
}


def seconds(text: str) -> float:
    source = source_from_text(text, "cost")
    start = time.perf_counter()
    with_suspicions(parse(source, frequency=word_frequency), word_frequency)
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="characters (100000)")
    size = parser.parse_args().size
    seconds("warm up")
    ratios = {}
    for name, text in TEXTS.items():
        once, twice = seconds(text(size)), seconds(text(2 * size))
        ratios[name] = round(twice / max(once, _NOISE), 2)
        print(f"{name:24} {once:7.2f} s {twice:7.2f} s {ratios[name]:6.2f}")
    worst = max(ratios.values())
    print(json.dumps({"worst": worst, "most": _MOST}))
    return int(worst > _MOST)


if __name__ == "__main__":
    sys.exit(main())
