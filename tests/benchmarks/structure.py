"""How much of the structure of generated communiqués is recovered, and how exactly breaks are healed.

    python tests/benchmarks/structure.py [--runs 500] [--style STYLE] [--show]

The texts are those of tests/generate.py, as many of every style as `--runs` says, with their true structure. Counted
are the texts of which every paragraph (kind, words, number, level) and every section of the text's own is recovered;
the breaks (page breaks, hyphens, line ends, page numbers, running heads, doubled spaces) after which the words stand as
they were; and the paragraphs without a break that are unchanged. `--show` prints the first difference of each text.
Ends with one line of JSON.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from generate import STYLES, Generated, TrueParagraph, generate

from viewer.core.analysis import with_sections
from viewer.core.communique import Communique
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.storage.dictionary import is_word

OWN_RULES = ("heading", "run-in-heading")


def read(text: str) -> Communique:
    return with_sections(parse(Source(text, "generated"), is_word=is_word))


def recovered(communique: Communique) -> list[TrueParagraph]:
    return [
        TrueParagraph(p.kind.value, communique.words(p.span), p.number, p.level) for p in communique.paragraphs
    ]


def own_sections(communique: Communique) -> list[tuple[str, int, int]]:
    return [(s.title, s.level, s.paragraphs.start) for s in communique.sections if s.title_rule in OWN_RULES]


def difference(made: Generated, communique: Communique) -> str:
    """What was not recovered first; empty where all was."""
    found = recovered(communique)
    for true, ours in zip(made.paragraphs, found, strict=False):
        if tuple(true) != tuple(ours):
            return f"paragraph {true}\n            {ours}"
    if len(found) != len(made.paragraphs):
        return f"{len(found)} paragraphs of {len(made.paragraphs)}"
    true_sections = [tuple(section) for section in made.sections]
    sections = own_sections(communique)
    if sections != true_sections:
        missed = [s for s in true_sections if s not in sections]
        return f"sections missed {missed[:3]}, wrong {[s for s in sections if s not in true_sections][:3]}"
    return ""


def count_words(made: Generated, communique: Communique, counts: Counter[str]) -> None:
    """Count the breaks that are healed, and the paragraphs that were let alone."""
    reading = {communique.words(p.span) for p in communique.paragraphs}
    whole = "\n".join(p.text for p in made.paragraphs)
    healed = "\n".join(communique.words(p.span) for p in communique.paragraphs)
    for paragraph in made.paragraphs:
        broken = paragraph.text not in made.text
        name = "mended" if broken else "untouched"
        counts[f"{name} paragraphs"] += 1
        counts[f"{name} right"] += paragraph.text in reading
    counts["texts whole"] += whole == healed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--style", choices=STYLES)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    figures = {}
    for style in [asked.style] if asked.style else STYLES:
        counts: Counter[str] = Counter()
        for seed in range(asked.runs):
            made = generate(style, seed)
            communique = read(made.text)
            wrong = difference(made, communique)
            counts["exact"] += not wrong
            count_words(made, communique, counts)
            if wrong and asked.show:
                print(f"{style} {seed}: {wrong}")
        figures[style] = {"exact": counts["exact"] / asked.runs, **counts}
        print(f"{style:20} {counts['exact'] / asked.runs:.3f}  {dict(counts)}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
