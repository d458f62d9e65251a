"""How fast a communiqué is parsed, outlined, recognised and resolved, and with how much memory.

    python tests/benchmarks/recognition.py [--runs 5] [--peer PYTHON]

The texts are those of tests/generate.py: 1 MB and 10 MB; besides, the bundled communiqué, warm. Figures are medians.
Memory is the peak above the text, counted by tracemalloc in a run of its own. `--peer` names an interpreter that has
spaCy and its small English pipeline, which then reads 100 kB of the same text in turn with the program.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 1_000_000
PEER = """
import sys, time, spacy
pipeline = spacy.load("en_core_web_sm")
pipeline.max_length = 10**9
text = sys.stdin.read()
pipeline(text[:1000])
start = time.perf_counter()
pipeline(text)
print(time.perf_counter() - start)
"""


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_bytes(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def peer_seconds(python: str, text: str) -> float:
    run = subprocess.run([python, "-c", PEER], input=text, capture_output=True, text=True, check=True)
    return float(run.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs (5)")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter with spaCy and en_core_web_sm")
    asked = parser.parse_args()
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    from generate import communique

    from viewer.core.analysis import analyse
    from viewer.core.entities.pipeline import Recogniser
    from viewer.core.source import Source
    from viewer.core.structure.parse import parse
    from viewer.formats.plain_text import to_source
    from viewer.storage.gazetteers import load_lexicon
    from viewer.storage.resources import bundled_communique

    recogniser = Recogniser(load_lexicon().lexicon)

    def read(text: str) -> Callable[[], object]:
        return lambda: analyse(parse(Source(text, "benchmark")), recogniser)

    path = bundled_communique()
    seed = to_source(path.read_bytes(), path.name).text
    one, ten, small = (communique(size) for size in (MEGABYTE, 10 * MEGABYTE, MEGABYTE // 10))
    read(seed)()
    times: dict[str, list[float]] = {name: [] for name in ("seed", "one", "small", "peer")}
    for _ in range(asked.runs):
        times["seed"].append(seconds(read(seed)))
        times["one"].append(seconds(read(one)))
        if asked.peer:
            times["small"].append(seconds(read(small)))
            times["peer"].append(peer_seconds(asked.peer, small))
    median = {name: statistics.median(values) for name, values in times.items() if values}
    figures = {
        "mb_per_s": round(len(one) / MEGABYTE / median["one"], 2),
        "seed_ms": round(median["seed"] * 1000, 1),
        "scaling": round(seconds(read(ten)) / median["one"], 1),
        "bytes_per_char": round(peak_bytes(read(one)) / len(one), 1),
        "peer_ratio": round(median["peer"] / median["small"], 1) if asked.peer else None,
    }
    names = {
        "mb_per_s": "1 MB, MB a second",
        "seed_ms": "bundled communiqué, ms",
        "scaling": "10 MB to 1 MB, times",
        "bytes_per_char": "peak memory, bytes a character",
        "peer_ratio": "statistical pipeline, times slower",
    }
    for name, figure in figures.items():
        print(f"{names[name]:38}{'not run' if figure is None else figure:>10}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
