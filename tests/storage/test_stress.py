"""The programs in tests/stress, each for a short while; the figures of their long runs are in the README."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

STRESS = Path(__file__).parents[1] / "stress"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")


def run(name: str, *arguments: str) -> dict[str, int]:
    """What the program says at its end; the test is skipped where this machine cannot run it."""
    done = subprocess.run(
        [sys.executable, STRESS / f"{name}.py", *arguments], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    if reason := said.get("skipped"):
        pytest.skip(str(reason))
    return said


@posix_only
def test_a_program_that_is_killed_while_it_saves_loses_no_note_it_reported_as_saved() -> None:
    figures = run("notes_kill", "--runs", "300")
    assert (figures["runs"], figures["lost"], figures["unparsable"]) == (300, 0, 0)
    assert figures["in_flight"] > 30, "the kills fell beside the saves"
