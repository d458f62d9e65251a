"""Brings three random versions of a notebook together, and looks that nothing of either side is lost.

    python tests/stress/notes_merge.py [--runs 10000] [--seed 1]

What must hold is said in tests/core/merging.py. Ends with one line of JSON.
"""

import sys
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "core"))
from merging import (
    WHOLE,
    check_again_changes_nothing,
    check_no_correction_is_lost,
    check_nothing_is_lost,
    check_sides_may_be_changed,
)
from notes_desk import asked, end

from viewer.core.notes import Notebook

CHECKS = (
    check_nothing_is_lost,
    check_no_correction_is_lost,
    check_sides_may_be_changed,
    check_again_changes_nothing,
)


def main() -> None:
    ask = asked(__doc__, 10_000)
    figures = {"runs": 0, "clashing": 0, "lost": 0}

    @seed(ask.seed)
    @settings(
        max_examples=ask.runs,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(base=WHOLE, ours=WHOLE, theirs=WHOLE)
    def merge(base: Notebook, ours: Notebook, theirs: Notebook) -> None:
        figures["runs"] += 1
        figures["clashing"] += ours not in (base, theirs) and theirs != base
        for check in CHECKS:
            check(base, ours, theirs)

    try:
        merge()
    except AssertionError:
        traceback.print_exc(file=sys.stdout)
        figures["lost"] += 1
    end(figures, "lost")


if __name__ == "__main__":
    main()
