"""The structure of generated communiqués is recovered; tests/benchmarks/structure.py counts it over 500 of each."""

import sys
from pathlib import Path

import pytest
from generate import STYLES, generate

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))
from structure import difference, read

_SEEDS = range(6)


@pytest.mark.parametrize("style", STYLES)
def test_the_structure_of_a_generated_text_is_recovered(style: str) -> None:
    made = [generate(style, seed) for seed in _SEEDS]
    wrong = [found for one in made if (found := difference(one, read(one.text)))]
    assert len(wrong) <= 1, wrong
