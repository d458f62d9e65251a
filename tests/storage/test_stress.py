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


def test_whatever_call_of_a_save_fails_nothing_is_torn_or_reported_in_vain_and_the_next_save_succeeds() -> None:
    figures = run("notes_faults", "--runs", "300")
    assert figures.pop("runs") == 302
    assert set(figures.values()) == {0}


@posix_only
@pytest.mark.parametrize("processes", ["2", "4"])
def test_programs_that_write_one_file_at_the_same_time_lose_no_note(processes: str) -> None:
    assert run("notes_hammer", "--runs", "100", "--processes", processes)["kept"] == 100


def test_three_versions_brought_together_lose_nothing() -> None:
    figures = run("notes_merge", "--runs", "200")
    assert figures["lost"] == 0
    assert figures["clashing"] > 100


def test_any_string_survives_and_a_change_touches_its_own_note_alone() -> None:
    assert run("notes_text", "--runs", "600")["failed"] == 0


def test_whatever_happens_to_a_notes_file_nothing_promised_is_missing() -> None:
    figures = run("notes_machine", "--runs", "30")
    assert figures["failed"] == 0
    assert figures["steps"] > 300


def test_a_disk_whose_power_is_cut_has_every_note_that_was_reported_as_saved() -> None:
    figures = run("notes_power", "--runs", "5")
    assert (figures["lost"], figures["unparsable"]) == (0, 0)


def test_a_full_disk_is_told_and_has_the_notes_saved_before() -> None:
    figures = run("notes_full_disk", "--runs", "3")
    assert figures.pop("runs") == 3
    assert set(figures.values()) == {0}
