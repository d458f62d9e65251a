"""Repairs switched off one by one: the others stay, positions convert, notes stay on their words."""

import random

import pytest
from generate import generate
from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check
from test_parse import MESSY

from viewer.core.communique import Communique, Evidence, Paragraph, ParagraphKind
from viewer.core.repairs import RepairKind
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


@pytest.mark.parametrize("seed", range(12))
def test_what_is_shown_of_a_web_page_changes_nothing_in_the_text(seed: int) -> None:
    source = Source(generate("web", seed).text, "test")
    whole = parse(source)
    folded = [repair.key for repair in whole.repairs if repair.kind is RepairKind.FOLDED_BOILERPLATE]
    assert folded
    for off in (*map(frozenset, zip(folded)), frozenset(folded)):
        shown = parse(source, off)
        notes = [paragraph for paragraph in shown.paragraphs if paragraph not in own_paragraphs(shown, whole)]
        assert {paragraph.kind for paragraph in notes} == {ParagraphKind.NOTE}
        assert [told(shown, one) for one in own_paragraphs(shown, whole)] == [told(whole, p) for p in whole.paragraphs]
        assert shown.identity._replace(evidence={}) == whole.identity._replace(evidence={})
        assert {field: words_of(shown, why) for field, why in shown.identity.evidence.items()} == {
            field: words_of(whole, why) for field, why in whole.identity.evidence.items()
        }


def own_paragraphs(shown: Communique, whole: Communique) -> list[Paragraph]:
    """The paragraphs that stand in the text whether or not the rest is shown."""
    starts = {whole.repair_map.to_source(paragraph.span.start) for paragraph in whole.paragraphs}
    return [one for one in shown.paragraphs if shown.repair_map.to_source(one.span.start) in starts]


def told(communique: Communique, paragraph: Paragraph) -> tuple[str, ParagraphKind, int | None, int, int]:
    words = communique.words(paragraph.span)
    return words, paragraph.kind, paragraph.number, paragraph.level, paragraph.mark


def words_of(communique: Communique, why: Evidence) -> tuple[str, str]:
    return why.rule, communique.words(why.span) if why.span else ""
