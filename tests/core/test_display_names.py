import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.display_names import shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Совместное коммюнике.txt", "Совместное коммюнике.txt"),
        ("<img src=x>.txt", "<img src=x>.txt"),
        ("two\nlines", "two[U+000A]lines"),
        ("report\u202etxt.exe", "report[U+202E]txt.exe"),
        ("a\u200bb\ufeff", "a[U+200B]b[U+FEFF]"),
        ("tag\U000e0041", "tag[U+E0041]"),
        ("a\u200db", "a[U+200D]b"),
        ("\U0001f469\u200d", "\U0001f469[U+200D]"),
        ("\u200d\U0001f469", "[U+200D]\U0001f469"),
        ("\U0001f469\u200d\u200d\U0001f469", "\U0001f469[U+200D][U+200D]\U0001f469"),
        ("\ufe0f\u200d\U0001f469", "\ufe0f[U+200D]\U0001f469"),
    ],
)
def test_writes_out_what_would_not_be_seen(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    "name",
    [
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",  # a family
        "\U0001f469\U0001f3fd\u200d\u2695\ufe0f",  # a physician, of a skin colour
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "\U0001f3f3\ufe0f\u200d\u26a7\ufe0f",  # a flag
    ],
)
def test_pictures_of_several_parts_stay_whole(name: str) -> None:
    assert shown_name(name) == name


def test_replaces_bytes_that_are_not_utf8() -> None:
    assert shown_name(b"caf\xe9".decode("utf-8", "surrogateescape")) == "caf\ufffd"


@given(st.text())
def test_no_name_can_break_or_turn_a_line(name: str) -> None:
    assert not {unicodedata.category(character) for character in shown_name(name)} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in shown_name(name)} & {"RLO", "LRO", "RLE", "PDF"}
