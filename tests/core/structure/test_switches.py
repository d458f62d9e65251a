"""Repairs switched off one by one: the others stay, positions convert, notes stay on their words."""

import random

import pytest
from generate import generate
from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check
from test_parse import MESSY

from viewer.core.source import Source
from viewer.core.structure.parse import parse


@given(MESSY, st.integers())
@settings(max_examples=200, deadline=None)
def test_any_text_holds_with_any_repairs_switched_off(text: str, seed: int) -> None:
    check(text, random.Random(seed))


@pytest.mark.parametrize("style", ["wrapped", "paged", "web", "markdown", "cable"])
def test_a_generated_text_holds_with_any_repairs_switched_off(style: str) -> None:
    for seed in range(4):
        check(generate(style, seed, 2000).text, random.Random(seed))


def test_with_all_switched_off_every_line_reads_as_the_file_has_it() -> None:
    text = generate("paged", 5, 3000).text
    source = Source(text, "test")
    every = frozenset(repair.key for repair in parse(source).repairs)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert parse(source, every).text.split("\n") == lines
