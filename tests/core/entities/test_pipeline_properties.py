"""What holds of recognition on any text."""

import sys

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from viewer.core.entities.pipeline import Recogniser, Recognition
from viewer.core.mentions import EntityKind
from viewer.core.source import Source
from viewer.core.structure.parse import parse

_PHRASES = (
    *("Council", "Committee", "Treaty", "Charter", "meeting", "Summit", "talks", "Organization", "Secretariat"),
    *("Minister", "Deputy Prime Minister", "President", "Secretary of State", "Mr.", "H.E.", "Foreign", "Affairs"),
    *("Kazakh", "France", "the Republic of", "Korea", "U.S.", "SCO", "NATO", "Geneva", "Central Asia", "South"),
    *(
        "May",
        "March",
        "4",
        "31",
        "1961",
        "2005",
        "summer",
        "this year",
        "of",
        "of the",
        "the",
        "and",
        "on",
        "in",
        "for",
    ),
    *(
        "(",
        ")",
        "(ABC)",
        "Anna",
        "B.",
        "Berg",
        "Li",
        "de",
        "'s",
        "’s",
        "-",
        " - ",
        ",",
        ".",
        ";",
        "“",
        "”",
        "\n\n",
        "é",
        "İ",
        "ß",
        "𝔘",
    ),
)
_PROSE = st.lists(st.sampled_from(_PHRASES), max_size=40).map(" ".join)
_TEXTS = st.one_of(st.text(), _PROSE)
_BY_THE_TEXTS_DATE = {
    "told-by-this-or-last",
    "year-from-context",
    "month-told-by-this-or-last",
    "season-told-by-this-or-last",
}
_QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _recognised(recogniser: Recogniser, text: str) -> tuple[str, Recognition]:
    communique = parse(Source(text, "test"))
    return communique.text, recogniser.recognise(communique)


@_QUIET
@given(text=_TEXTS)
def test_mentions_are_in_order_nest_and_never_cross(recogniser: Recogniser, text: str) -> None:
    reading, found = _recognised(recogniser, text)
    spans = [mention.span for mention in found.mentions]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(set(spans)) == len(spans)
    for number, span in enumerate(spans):
        assert 0 <= span.start < span.end <= len(reading)
        for later in spans[number + 1 :]:
            assert not span.overlaps(later) or span.covers(later)


@_QUIET
@given(text=_TEXTS)
def test_entities_and_mentions_agree(recogniser: Recogniser, text: str) -> None:
    reading, found = _recognised(recogniser, text)
    assert sum(len(entity.mentions) for entity in found.entities) == len(found.mentions)
    assert len({entity.id for entity in found.entities}) == len(found.entities)
    for entity in found.entities:
        assert entity.name.strip()
        assert entity.forms == tuple(dict.fromkeys(" ".join(one.span.of(reading).split()) for one in entity.mentions))
        assert all(one.entity == entity.id and one.rule and one.trigger for one in entity.mentions)


@_QUIET
@given(text=_PROSE)
def test_recognising_twice_gives_the_same(recogniser: Recogniser, text: str) -> None:
    assert _recognised(recogniser, text)[1] == _recognised(recogniser, text)[1]


@_QUIET
@given(text=_PROSE)
def test_no_mention_runs_over_a_line(recogniser: Recogniser, text: str) -> None:
    reading, found = _recognised(recogniser, text)
    assert not any("\n" in mention.span.of(reading) for mention in found.mentions)


@_QUIET
@given(text=_PROSE, added=_PROSE)
def test_a_paragraph_at_the_end_changes_what_comes_before_only_by_what_it_supplies(
    recogniser: Recogniser, text: str, added: str
) -> None:
    """It may give the text its date, or explain an abbreviation: then the rule's words stand in it."""
    before, first = _recognised(recogniser, f"{text} ended.")
    after, second = _recognised(recogniser, f"{text} ended.\n\nThey met {added}")
    assume(after.startswith(f"{before}\n"))
    whole, kept = _by_place(first, len(before)), _by_place(second, len(before))
    supplied: list[tuple[int, int]] = []
    for place, (*_, trigger) in kept.items():  # in text order: a short form may answer to what was supplied
        if trigger >= len(before) or any(start <= trigger < end for start, end in supplied):
            supplied.append(place)
    for place in whole.keys() | kept.keys():
        if whole.get(place) == kept.get(place) or any(start <= place[0] and place[1] <= end for start, end in supplied):
            continue
        assert kept[place][0] is whole[place][0]
        assert kept[place][1] in _BY_THE_TEXTS_DATE


def _by_place(found: Recognition, end: int) -> dict[tuple[int, int], tuple[EntityKind, str, str | None, int]]:
    """The kind, rule, ISO code and trigger's place of the mentions before a place, by where they stand."""
    entities = {entity.id: entity for entity in found.entities}
    return {
        (one.span.start, one.span.end): (
            entities[one.entity].kind,
            one.rule,
            entities[one.entity].iso,
            one.trigger.start,
        )
        for one in found.mentions
        if one.span.end <= end
    }


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "Of The ",
            "of the ",
            "Council of the ",
            "Council and ",
            "meeting of the ",
            "Treaty in support of the implementation ",
        ),
        *(
            "((",
            "(AB) ",
            "Minister ",
            "Minister of Affairs and ",
            "Mr. ",
            "A.",
            "A. ",
            "4 May ",
            "1961-",
            "1961 ",
            "x",
            "Capital ",
        ),
        *("Prime Minister Berg spoke. ", "Norway was represented by A. Berg. ", "On Mali, President Berg spoke and "),
        *("Norway was represented by the following: \nA. Berg, Minister\n", "A. Berg of Norway, ", "the QRZT "),
        *("12 and 14 May ", "this year ", "Vienna talks ", "Resolutions 1, ", "visit to Oslo "),
        *("X Council met. The Council ", "Minister Berg ", "'s ", "U.S.-", "“", "France-", "May 4 - "),
    ],
)
def test_work_grows_no_faster_than_the_text(recogniser: Recogniser, unit: str) -> None:
    """Twice the text in less than three times the calls: a quadratic rule would make four times as many.

    Calls are the same at every run, as no clock is; what happens inside one regular expression they do not show.
    """
    few, many = (_calls(recogniser, unit * (length // len(unit))) for length in (8_000, 16_000))
    assert many < 3 * few


def _calls(recogniser: Recogniser, text: str) -> int:
    """How many functions, Python's own included, are called to recognise a text."""
    communique = parse(Source(text, "test"))
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    former = sys.getprofile()
    sys.setprofile(count)
    try:
        recogniser.recognise(communique)
    finally:
        sys.setprofile(former)
    return calls
