"""Which words look damaged, and which only look odd."""

import pytest
from named_text import named, naming, text_alone

from viewer.core.mentions import EntityKind
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


GLUED, MISREAD = SuspicionKind.GLUED_WORDS, SuspicionKind.SCAN_ERROR
KNOWN, COMMON, MEANT = 1, 501, 1001
"""How often a word must be counted to be one, to be cut off, and to be what a scanner misread."""


def found(text: str, **counts: int) -> list[tuple[str, str]]:
    """The suspected words of a text and why, in a language that has no words but these."""
    communique = text_alone(text)
    suspicions = find_suspicions(communique, lambda word: counts.get(word, 0))
    return [(communique.words(one.span), one.reason) for one in suspicions]


def words(text: str, **counts: int) -> list[str]:
    return [word for word, _ in found(text, **counts)]


# Signs and letters that stand apart


@pytest.mark.parametrize("letters", ["b o m b", "p e a c e", "P E A C E", "P 0 L I C Y"])
def test_letters_that_stand_apart_are_one_word(letters: str) -> None:
    assert found(f"The {letters} is") == [(letters, "the letters of a word stand apart")]


@pytest.mark.parametrize("letters", ["b o m", "P E A C", "p e a C", "1 2 3 4 5", "a b c d1", "1a b c d", "A B C D2 E"])
def test_few_letters_or_figures_are_none(letters: str) -> None:
    assert words(letters) == []


@pytest.mark.parametrize(
    "signs", ["\ufffd", "\ufffd\ufffd", "Ã©", "â€™", "Ã©â€œ", "~", "^", "\\", "¬", "¦", "§¤", "||", "~^"]
)
def test_signs_that_belong_to_no_word(signs: str) -> None:
    assert found(f"peace {signs} fish") == [(signs, "signs that belong to no word")]


@pytest.mark.parametrize("signs", ["\ufffd", "Ã©", "â€™", "||", "¬¬"])
def test_signs_inside_a_word_that_belong_to_no_word(signs: str) -> None:
    assert words(f"pea{signs}ce") == [signs]


@pytest.mark.parametrize("signs", ["|", "§4", "~4", "Ãb", "a~", "–", "*", "&"])
def test_signs_that_may_stand_in_a_text(signs: str) -> None:
    assert words(f"fish {signs} fish") == []


# Words run together


def test_a_word_may_follow_a_mark_without_its_space() -> None:
    reason = "no space follows the punctuation mark"
    for mark in ".;:,":
        assert found(f"The peace{mark}Fish swim", peace=KNOWN, fish=KNOWN) == [(f"peace{mark}Fish", reason)]
    assert words("In 1999.Fish swim", fish=KNOWN) == ["1999.Fish"]
    assert words("PEACE.Fish swim", peace=KNOWN, fish=KNOWN) == ["PEACE.Fish"]


@pytest.mark.parametrize(
    "text",
    [
        *("Peace.fish", "Pe.Fish", "peace!Fish", "199.Fish", "@peace.Fish", "/peace.Fish", "w.peace.Fish"),
        *("peace.Fish@sea", "peace.Fish/sea", "peace.Fishing", "peace.Fish.org", "peace.FISH", "peacE.F", "é1999.Fish"),
    ],
)
def test_addresses_and_unknown_words_are_left_alone(text: str) -> None:
    assert words(text, peace=KNOWN, fish=KNOWN, pe=KNOWN) == []


def test_both_words_around_a_mark_must_be_known() -> None:
    assert words("peace.Fish", peace=KNOWN) == []
    assert words("peace.Fish", fish=KNOWN) == []


def test_a_capital_inside_a_word_begins_another() -> None:
    reason = "a capital stands inside the word"
    assert found("theFish", the=KNOWN) == [("theFish", reason)]
    assert found("seasFish", seas=COMMON) == [("seasFish", reason)]
    assert found("PeaceThe") == [("PeaceThe", reason)]
    assert found("inMoscowto") == [("inMoscowto", reason)]


@pytest.mark.parametrize("word", ["SeasFish", "seaFish", "xyzwFish", "inA", "theA", "NoTHE", "PeaceFish"])
def test_a_capital_inside_a_name_does_not(word: str) -> None:
    assert words(word, seas=COMMON, sea=COMMON, xyzw=COMMON - 1, no=COMMON, peace=COMMON) == []


def test_a_word_that_is_none_may_be_two() -> None:
    assert found("ofpeace", of=COMMON, peace=COMMON) == [
        ("ofpeace", "“of” and “peace” are words, together they are none")
    ]
    assert words("peaceof, peaceof", of=COMMON, peace=COMMON) == ["peaceof", "peaceof"]
    assert words("ofthe", of=COMMON, the=COMMON) == ["ofthe"]


def test_words_that_may_well_be_one_are_not_two() -> None:
    assert words("ofpeace", of=COMMON, peace=COMMON, ofpeace=KNOWN) == []
    assert words("ofpeace", of=COMMON, peace=COMMON - 1) == []
    assert words("ofpeace", of=COMMON - 1, peace=COMMON) == []
    assert words("fishpeace", fish=COMMON, peace=COMMON) == []
    assert words("Ofpeace", of=COMMON, peace=COMMON) == []
    assert words("OFTHE", of=COMMON, the=COMMON) == []
    assert words("ofat", of=COMMON, at=COMMON) == []
    assert words("apeace", a=COMMON, peace=COMMON) == []
    assert words("peacea", a=COMMON, peace=COMMON) == []
    assert words("the", th=COMMON, e=COMMON) == []


# Words that a scanner misread


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        *(("zrnz", "zmz"), ("zmz", "zrnz"), ("ziiz", "znz"), ("ziiz", "zuz"), ("zliz", "zhz"), ("zclz", "zdz")),
        *(("zvvz", "zwz"), ("ztbz", "zthz"), ("znnz", "zmz"), ("zniz", "zmz"), ("zltz", "zhz"), ("zbz", "zhz")),
        *(("zhz", "zbz"), ("zcz", "zez"), ("zez", "zcz"), ("zlz", "ztz"), ("ztz", "zlz"), ("zfz", "ztz")),
        *(("zyz", "zvz"), ("zuz", "znz"), ("znz", "zuz")),
    ],
)
def test_one_letter_may_be_read_for_another(read: str, printed: str) -> None:
    assert found(read, **{printed: MEANT}) == [(read, f"no word, but one letter away from “{printed}”")]
    assert words(read, **{printed: MEANT - 1}) == []
    assert words(read, **{printed: MEANT, read: KNOWN}) == []
    assert words(read.upper(), **{printed: MEANT}) == []


def test_every_place_of_a_letter_is_looked_at() -> None:
    assert words("bxxbb", bxxhb=MEANT) == ["bxxbb"]
    assert words("bxxbb", bxxbh=MEANT) == ["bxxbb"]
    assert words("bxxbb", hxxhb=MEANT) == []


def test_a_long_name_is_looked_at_for_letters_that_look_like_two() -> None:
    assert words("Govern", govem=MEANT) == ["Govern"]
    assert words("Govemment", government=MEANT) == ["Govemment"]
    assert words("Gover", gover=0, covet=MEANT) == []
    assert words("Gorns", goms=MEANT) == []
    assert words("Gobert", gohert=MEANT) == []
    assert words("Gotbern", gothern=MEANT) == ["Gotbern"]
    assert words("GOVERn", govem=MEANT) == []
    assert words("govERN", govem=MEANT) == []


def test_short_words_and_numbers_of_chapters_are_not_looked_at() -> None:
    assert words("bx", hx=MEANT) == []
    assert words("clii", dii=MEANT) == []
    assert words("xb1", xh1=MEANT) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        *(("a1so", "also"), ("w1th", "with"), ("s1ate", "state"), ("c0met", "comet"), ("a|so", "also")),
        *(
            ("w|th", "with"),
            ("w!th", "with"),
            ("a!so", "also"),
            ("1ater", "later"),
            ("0nly", "only"),
            ("M1nor", "minor"),
        ),
    ],
)
def test_a_figure_may_be_read_for_a_letter(read: str, printed: str) -> None:
    assert found(read, **{printed: KNOWN}) == [(read, f"no word, but one letter away from “{printed}”")]
    assert words(read) == []


@pytest.mark.parametrize("word", ["B1", "1a", "A1b", "x1", "1a2b", "9ater", "C0MET", "a1", "1A"])
def test_numbers_with_letters_are_none(word: str) -> None:
    readings = {word.casefold().replace("1", "l").replace("0", "o"): KNOWN, "later": KNOWN}
    assert words(word, **readings) == []


@pytest.mark.parametrize("unit", ["st", "nd", "rd", "th", "s", "am", "pm", "km", "bn", "mn", "kg", "ft", "m", "c"])
def test_a_number_with_its_unit_is_no_word(unit: str) -> None:
    readings = {f"l{unit}": KNOWN, f"ll{unit}": KNOWN}
    assert words(f"1{unit}", **readings) == []
    assert words(f"1{unit.upper()}", **readings) == []


# Words in other forms


@pytest.mark.parametrize("ending", ["'s", "’s", "s", "es", "ed", "d", "ing", "ly", "al", "ally"])
def test_a_word_may_have_a_plain_ending(ending: str) -> None:
    for stem in ("rbxk", "rbxke"):
        assert words(f"rbxk{ending}", **{stem: KNOWN, f"rhxk{ending}": MEANT}) == []


@pytest.mark.parametrize(
    "prefix", ["non", "inter", "trans", "sub", "re", "un", "multi", "co", "anti", "counter", "pre", "post", "mis"]
)
def test_a_word_may_have_a_prefix(prefix: str) -> None:
    assert words(f"{prefix}rbxk", **{f"{prefix}rhxk": MEANT}) == [f"{prefix}rbxk"]
    assert words(f"{prefix}rbxk", rbxk=KNOWN, **{f"{prefix}rhxk": MEANT}) == []
    assert words(f"rbxk{prefix}", rbxk=KNOWN, **{f"rhxk{prefix}": MEANT}) == [f"rbxk{prefix}"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("rbxisation", "rbxization"),
        ("rbxour", "rbxor"),
        ("rbxise", "rbxize"),
        ("rbxising", "rbxizing"),
        ("rbxprogramme", "rbxprogram"),
        ("rbxcentre", "rbxcenter"),
        ("rbxours", "rbxor"),
    ],
)
def test_a_word_may_be_spelt_as_in_britain(british: str, american: str) -> None:
    printed = british.replace("b", "h")
    assert words(british, **{printed: MEANT}) == [british]
    assert words(british, **{printed: MEANT, american: KNOWN}) == []


# What is told of a text


def test_no_two_suspicions_overlap_and_the_longest_of_those_at_one_place_is_told() -> None:
    assert words("b o m b ofpeace ||", of=COMMON, peace=COMMON) == ["b o m b", "ofpeace", "||"]
    assert words("|| ofpeace", of=COMMON, peace=COMMON) == ["||", "ofpeace"]
    text = "ofpeace.Fish"
    assert words(text, of=COMMON, peace=COMMON, ofpeace=KNOWN, fish=KNOWN) == ["ofpeace.Fish"]
    assert words("theSea.Fish", sea=KNOWN, fish=KNOWN) == ["theSea"]
    assert words("inSea.The", thesea=KNOWN, insea=KNOWN, the=KNOWN) == ["inSea.The"]
    assert words("pea||\ufffdce") == ["||", "\ufffd"]


def test_a_name_is_above_suspicion_unless_it_is_two_words() -> None:
    text = "Peace Govemment and Govemment or inMoscow and Govemment"
    communique = text_alone(text)
    names = [named(text, EntityKind.ORGANISATION, "Peace Govemment"), named(text, EntityKind.PLACE, "inMoscow")]
    suspicions = find_suspicions(naming(communique, (), *names), lambda word: {"government": MEANT}.get(word, 0))
    assert [one.span.start for one in suspicions] == [20, 33, 46]
    assert [one.kind for one in suspicions] == [MISREAD, GLUED, MISREAD]


def test_a_name_that_begins_after_a_word_does_not_clear_it() -> None:
    text = "Govemment of Lowland"
    lowland = named(text, EntityKind.STATE, "Lowland")
    suspicions = find_suspicions(naming(text_alone(text), (), lowland), lambda word: {"government": MEANT}.get(word, 0))
    assert [one.span.start for one in suspicions] == [0]
