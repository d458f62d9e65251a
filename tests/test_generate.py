import re
from collections import Counter
from hashlib import sha256
from itertools import pairwise

import pytest
from generate import STYLES, Generated, communique, generate, unbroken

KINDS = {"title", "subtitle", "heading", "body", "item", "dateline", "signature", "note"}
STRETCHES = {
    "wrap": r"\n *",
    "hyphen": r"-(\n *)?",
    "page-break": r"\n[\n\f]? *",
    "page-number": r"\s*\S[^\n]*\s*",
    "running-head": r"\s*\S[^\n]*\s*",
    "double-space": r"  ",
}
TEXTS = [generate(style, seed) for style in STYLES for seed in range(6)]

each_text = pytest.mark.parametrize("generated", TEXTS, ids=lambda text: f"{text.style}-{text.seed}")
each_style = pytest.mark.parametrize("style", STYLES)


def without_markup(line: str) -> str:
    line = re.sub(r"^#+ ", "", line)
    return re.sub(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1", r"\2", line)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@each_style
def test_the_same_seed_makes_the_same_text_and_another_seed_another(style: str) -> None:
    assert generate(style, 5) == generate(style, 5)
    assert generate(style, 5).text != generate(style, 6).text


@each_style
def test_a_text_is_about_as_long_as_was_asked(style: str) -> None:
    lengths = [len(generate(style, seed, 20_000).text) for seed in range(4)]
    assert all(18_000 < length < 27_000 for length in lengths), lengths


def test_the_text_of_the_benchmarks_is_what_it_was() -> None:
    digest = sha256(communique(6_000, seed=7).encode()).hexdigest()
    assert digest == "aebb583cc9259c9966b87f520e798e72350b4f0d515634b0d3591b11990f3336"


@each_text
def test_the_unbroken_lines_are_the_paragraphs(generated: Generated) -> None:
    """Breaks undone and the lines of the page left out, nothing stands between or beside the true paragraphs."""
    printed = lines(unbroken(generated))
    folded = Counter(generated.folded)
    kept = [line for line in printed if not folded[line] or folded.subtract([line])]
    assert [without_markup(line) for line in kept] == [paragraph.text for paragraph in generated.paragraphs]
    assert not +folded


@each_text
def test_breaks_are_stretches_of_their_kind_in_order(generated: Generated) -> None:
    for kind, (start, end), _ in generated.breaks:
        assert re.fullmatch(STRETCHES[kind], generated.text[start:end]), (kind, generated.text[start:end])
    assert all(before.source[1] <= after.source[0] for before, after in pairwise(generated.breaks))


@each_text
def test_only_damaged_styles_have_breaks(generated: Generated) -> None:
    assert bool(generated.breaks) == (generated.style in ("wrapped", "paged"))
    assert bool(generated.folded) == (generated.style == "web")


@each_text
def test_a_printed_number_is_the_paragraphs_number(generated: Generated) -> None:
    bodies = [paragraph for paragraph in generated.paragraphs if paragraph.kind == "body"]
    printed = [(re.match(r"\(?(\d{1,3})[.)]? ", body.text), body.number) for body in bodies]
    assert [number for mark, number in printed if mark] == [int(mark[1]) for mark, _ in printed if mark]
    others = [paragraph for paragraph in generated.paragraphs if paragraph.kind not in ("body", "item")]
    assert {paragraph.number for paragraph in others} <= {None}


def test_paragraphs_of_a_text_without_numbers_are_counted() -> None:
    generated = generate("plain", 3)
    numbers = [paragraph.number for paragraph in generated.paragraphs if paragraph.kind in ("body", "item")]
    assert numbers == list(range(1, len(numbers) + 1))


@each_text
def test_paragraphs_are_of_known_kinds_and_items_nest_by_one(generated: Generated) -> None:
    assert {paragraph.kind for paragraph in generated.paragraphs} <= KINDS
    for before, after in pairwise(generated.paragraphs):
        assert after.level >= 1 if after.kind in ("item", "heading") else after.level == 0
        if after.kind == "item":
            assert after.level <= (before.level + 1 if before.kind == "item" else 1)


@each_text
def test_sections_begin_where_their_titles_stand(generated: Generated) -> None:
    for title, _, first in generated.sections:
        paragraph = generated.paragraphs[first]
        assert paragraph.text == title if paragraph.kind == "heading" else title in paragraph.text
    levels = {section.level for section in generated.sections}
    assert levels == set(range(1, len(levels) + 1))
    headings = [paragraph for paragraph in generated.paragraphs if paragraph.kind == "heading"]
    assert len(generated.sections) == len(headings) or generated.style == "run-in"


@each_text
def test_the_identity_is_what_the_text_says(generated: Generated) -> None:
    text, identity = unbroken(generated), generated.identity
    titles = [paragraph.text for paragraph in generated.paragraphs if paragraph.kind == "title"]
    assert titles == ([identity["title"]] if identity["title"] else [])
    assert (identity["place"] or "").upper() in text.upper()
    assert (identity["date"] or "")[2:4] in text
    assert (identity["kind"] or "").replace("communiqué", "").upper() in text.upper()
