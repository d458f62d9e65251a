"""Start-up beside the floor: a bare QMainWindow and the program on the bundled communiqué, run in turn.

    python tests/benchmarks/startup.py [--runs 10]

Needs a display (DISPLAY, or Xvfb on the path, which it then starts). Ratios are paired: each run of the program over
the run of the bare window just before it; the median of the pairs is given. Bytecode and the gazetteer cache are warm,
as after installation: one run of each is thrown away first.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROBE = Path(__file__).with_name("startup_probe.py")
ROOT = Path(__file__).parents[2]


@contextmanager
def display() -> Iterator[str]:
    """A display to draw on: the one at hand, or an Xvfb of our own."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    if not shutil.which("Xvfb"):
        sys.exit("startup.py: no display. Set DISPLAY, or install Xvfb (apt install xvfb).")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        yield f":{os.read(reader, 16).decode().strip()}"
    finally:
        os.close(reader)
        server.terminate()
        server.wait()


def measure(what: str, home: str, on: str) -> dict[str, float]:
    """One start in a process of its own; seconds and megabytes."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "DISPLAY": on, "PYTHONPATH": str(ROOT)}
    environ |= {"STARTED": str(time.monotonic()), "QT_QPA_PLATFORM": "xcb"}
    run = subprocess.run(
        [sys.executable, str(PROBE), what], env=environ, capture_output=True, text=True, timeout=60, check=True
    )
    figures: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10, help="counted pairs of runs (10)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home, display() as on:
        pairs = [(measure("bare", home, on), measure("program", home, on)) for _ in range(runs + 1)][1:]
    print(f"{'':24}{'bare':>10}{'program':>10}{'ratio':>10}   medians of {runs} pairs")
    ratios = {}
    for name, key, scale, unit in (
        ("text painted", "text", 1000, "ms"),
        ("sidebar filled", "filled", 1000, "ms"),
        ("processor time", "cpu", 1000, "ms"),
        ("peak memory", "memory_mb", 1, "MB"),
    ):
        bare, program = (statistics.median(pair[i][key] for pair in pairs) * scale for i in (0, 1))
        ratios[key] = round(statistics.median(pair[1][key] / pair[0][key] for pair in pairs), 3)
        print(f"{name + ', ' + unit:24}{bare:10.0f}{program:10.0f}{ratios[key]:10.2f}")
    print(
        json.dumps(
            {"text_ratio": ratios["text"], "filled_ratio": ratios["filled"], "memory_ratio": ratios["memory_mb"]}
        )
    )


if __name__ == "__main__":
    main()
