import pytest

from viewer.core.communique import Communique
from viewer.core.links import link_address
from viewer.core.source import Source
from viewer.core.structure.parse import parse


def read(sentence: str) -> Communique:
    return parse(Source(f"JOINT STATEMENT\n\n1. The ministers {sentence} and spoke of trade.\n", "linked"))


def addresses(communique: Communique) -> list[str]:
    return [address for repair in communique.repairs if (address := link_address(communique, repair))]


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        ("met in [Oslo](https://example.org/oslo)", "https://example.org/oslo"),
        ('met in [Oslo](https://example.org/oslo "The city")', "https://example.org/oslo"),
        ("agreed on [the *plan* of (a) action](http://x.org/a_(b))", "http://x.org/a_(b)"),
        ("met in [Oslo\n(the capital)](https://example.org/oslo)", "https://example.org/oslo"),
        ("looked at ![a picture](city.png)", "city.png"),
    ],
)
def test_the_address_of_a_link_is_told_as_the_file_has_it(sentence: str, address: str) -> None:
    communique = read(sentence)
    assert address not in communique.text
    assert addresses(communique) == [address]


@pytest.mark.parametrize(
    "sentence", ["**agreed**", "met in [Oslo]", "met in [Oslo]()", "met in  Oslo", "met in O(slo)"]
)
def test_other_repairs_have_no_address(sentence: str) -> None:
    assert addresses(read(sentence)) == []


def test_a_link_that_is_switched_off_stands_in_the_text_itself() -> None:
    whole = read("met in [Oslo](https://example.org/oslo)")
    off = parse(whole.source, frozenset(repair.key for repair in whole.repairs))
    assert "https://example.org/oslo" in off.text
    assert addresses(off) == []
