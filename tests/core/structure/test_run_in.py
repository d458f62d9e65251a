"""Headings on the first line of the paragraphs they head."""

from viewer.core.communique import Communique
from viewer.core.source import Source
from viewer.core.structure.parse import parse

SAID = "The ministers noted the report on the state of the river with great interest."
TOPICS = ("Trade and investment", "Navigation", "Fishing rights")


def read(*paragraphs: str) -> Communique:
    return parse(Source("\n\n".join(("Joint Communiqué", *paragraphs)), "test"))


def run_ins(*paragraphs: str) -> list[str]:
    communique = read(*paragraphs)
    return [communique.words(one.run_in) for one in communique.paragraphs if one.run_in is not None]


def test_three_paragraphs_that_begin_with_a_topic_have_run_in_headings() -> None:
    assert run_ins(*(f"{topic}. {SAID}" for topic in TOPICS)) == list(TOPICS)


def test_two_paragraphs_are_too_few() -> None:
    assert run_ins(*(f"{topic}. {SAID}" for topic in TOPICS[:2]), SAID) == []


def test_they_must_be_a_good_part_of_all_paragraphs() -> None:
    assert run_ins(*(f"{topic}. {SAID}" for topic in TOPICS), *[SAID] * 10) == []


def test_words_in_capitals_are_run_in_headings_even_if_they_say_something() -> None:
    capitals = ("MEASURES AGREED", "NEXT STEPS DECIDED", "FISHING RIGHTS")
    assert run_ins(*(f"{words} – {SAID}" for words in capitals)) == list(capitals)


def test_emphasised_words_lose_the_full_stop_inside_the_emphasis() -> None:
    assert run_ins(*(f"*{topic}.* {SAID}" for topic in TOPICS)) == list(TOPICS)


def test_the_printed_number_is_no_part_of_the_heading() -> None:
    numbered = (f"{number}. {topic}. {SAID}" for number, topic in enumerate(TOPICS, start=1))
    assert run_ins(*numbered) == list(TOPICS)


def test_short_sentences_are_no_headings() -> None:
    told = ("The ministers agreed", "The council decided", "The parties noted the plan")
    assert run_ins(*(f"{words}. {SAID}" for words in told)) == []


def test_the_same_words_before_every_paragraph_are_no_headings() -> None:
    assert run_ins(*[f"Trade and investment. {SAID}"] * 4) == []
