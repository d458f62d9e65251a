"""Which words look damaged, and which only look odd."""

import pytest

from viewer.core.repairs import Suspicion, SuspicionKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.suspicions import find_suspicions, with_suspicions
from viewer.storage.dictionary import word_frequency


def suspected(words: str) -> list[tuple[str, SuspicionKind]]:
    communique = parse(Source(f"Joint statement\n\nThe ministers met {words} again.", "test"))
    return [(communique.words(one.span), one.kind) for one in find_suspicions(communique, word_frequency)]


@pytest.mark.parametrize("word", ["inMoscowto", "theMinisters", "ofthe", "wouldbe", "states.The", "1985.They"])
def test_words_run_together_are_suspected(word: str) -> None:
    assert suspected(word) == [(word, SuspicionKind.GLUED_WORDS)]


@pytest.mark.parametrize("word", ["tbe", "govemment", "Govemment", "1he", "c0mmunique", "tlie", "b o m b s"])
def test_words_misread_by_a_scanner_are_suspected(word: str) -> None:
    assert suspected(word) == [(word, SuspicionKind.SCAN_ERROR)]


@pytest.mark.parametrize(
    "word",
    [
        *("McArthur", "eGovernment", "C5+1", "COVID-19", "1st", "20th", "G20", "into", "Tbilisi", "modernisation"),
        *("programmes", "co-operation", "www.example.org", "U.S.-Japan", "YouTube", "transboundary", "iii"),
    ],
)
def test_odd_words_that_are_right_are_not(word: str) -> None:
    assert suspected(word) == []


def test_a_suspicion_says_why_and_changes_nothing() -> None:
    communique = parse(Source("The work ofthe ministers.", "test"))
    marked = with_suspicions(communique, word_frequency)
    assert marked.text == communique.text
    (one,) = marked.suspicions
    assert one == Suspicion(SuspicionKind.GLUED_WORDS, one.span, "“of” and “the” are words, together they are none")
