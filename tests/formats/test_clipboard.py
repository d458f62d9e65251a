import pytest

from viewer.formats.clipboard import CHROMIUM, MOZILLA, WINDOWS, looks_like_address, source_address

ADDRESS = "https://www.example.org/communique?id=5#text"
HEADER = f"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nSourceURL:{ADDRESS}\r\n<html><body>words"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (CHROMIUM, ADDRESS.encode()),
        (MOZILLA, f"{ADDRESS}\0".encode("utf-16-le")),
        (WINDOWS, HEADER.encode()),
        ("text/html", HEADER.encode()),
    ],
)
def test_browsers_say_which_page_a_text_was_copied_from(kind: str, data: bytes) -> None:
    assert source_address({kind: data}) == ADDRESS


@pytest.mark.parametrize(
    "said",
    ["", "about:blank", "file:///home/reader/secret.txt", "javascript:alert(1)", "https://", "http://a b", "\0\0\0"],
)
def test_what_is_no_web_address_is_not_taken_for_one(said: str) -> None:
    assert source_address({CHROMIUM: said.encode(), MOZILLA: said.encode("utf-16-le")}) == ""


def test_a_page_that_only_speaks_of_a_source_names_none() -> None:
    assert source_address({"text/html": b"<p>SourceURL:https://example.org/</p>"}) == ""


@pytest.mark.parametrize("address", ["http://localhost:8000/x", "HTTPS://Example.org", "https://例え.jp/文"])
def test_an_address_is_judged_mildly(address: str) -> None:
    assert looks_like_address(address)


def test_a_very_long_address_is_refused_at_once() -> None:
    assert not looks_like_address("https://" + "a." * 100_000)
