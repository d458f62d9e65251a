"""Switches repairs off at random in random texts, and looks whether positions and notes hold.

    python tests/stress/repair_map.py [--runs 5000] [--seed 1]

Half the texts are of tests/generate.py, half of their lines shuffled and cut. Ends with one line of JSON.
"""

import argparse
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "core" / "structure"))
from generate import STYLES, generate
from switching import check


def random_text(chance: random.Random) -> str:
    text = generate(chance.choice(STYLES), chance.randrange(10_000), 1500).text
    if chance.random() < 0.5:
        return text
    lines = [line[chance.randrange(3) :] for line in text.split("\n") if chance.random() < 0.8]
    chance.shuffle(lines)
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    failed = 0
    for run in range(asked.runs):
        text = random_text(chance)
        try:
            check(text, chance)
        except (AssertionError, ValueError) as error:
            failed += 1
            print(f"run {run}: {error!r:.200}\n{text[:200]!r}")
    print(json.dumps({"runs": asked.runs, "failed": failed}))


if __name__ == "__main__":
    main()
