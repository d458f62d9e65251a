"""Writes communiqués of any length and style, the same for the same seed, and says what their structure truly is.

    python tests/generate.py [--size CHARACTERS] [--seed N] [--style STYLE] > communiqué.txt

Without a style it is the text of the benchmarks: a title, numbered paragraphs and a dateline. With one, states, bodies,
people and what is said of them are put together anew, in the manner of that style; `generate` gives the text with its
true paragraphs, sections, breaks and identity. What the program makes of such a text was not looked at here.
"""

import argparse
from types import MappingProxyType

from generation.benchmark import communique
from generation.draft import Draft
from generation.layout import assembled
from generation.prose import Writer
from generation.styles import STYLES, compose
from generation.truth import Break, Generated, TrueParagraph, TrueSection, unbroken

__all__ = ["STYLES", "Break", "Generated", "TrueParagraph", "TrueSection", "communique", "generate", "unbroken"]


def generate(style: str, seed: int, size: int = 6000) -> Generated:
    """A text of `style`, one of `STYLES`, of about `size` characters; a style may need some 1,000 for its parts."""
    draft = Draft()
    text, breaks = assembled(compose(style, Writer(f"{style} {seed}"), draft, size))
    return Generated(
        style=style,
        seed=seed,
        text=text + "\n",
        paragraphs=draft.paragraphs(),
        sections=draft.sections(),
        breaks=breaks,
        folded=draft.folded(),
        identity=MappingProxyType(draft.identity),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000, help="characters (20000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--style", choices=STYLES, help="default: the text of the benchmarks")
    asked = parser.parse_args()
    print(generate(asked.style, asked.seed, asked.size).text if asked.style else communique(asked.size, asked.seed))


if __name__ == "__main__":
    main()
