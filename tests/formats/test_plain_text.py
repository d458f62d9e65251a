import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.errors import ViewerError
from viewer.core.source import Source
from viewer.formats.encodings import ENCODINGS, Encoding
from viewer.formats.plain_text import canonical_text, source_from_text, to_source, why_not_kept
from viewer.formats.signatures import file_type

RUSSIAN = (
    "Министры иностранных дел встретились в Астане 25 февраля 2005 года.\n"
    "Они отметили важность дальнейшего укрепления сотрудничества и добрососедства."
)
FRENCH = (
    "Les ministres des affaires étrangères ont souligné l'importance de la coopération à l'échelle régionale "
    "et réaffirmé leur volonté d'agir pour la paix."
)
ENGLISH = "The ministers “noted” the Organization’s role – and agreed to meet again in Tashkent before summer."
CHINESE = "成员国外交部长会议在阿斯塔纳举行。会议讨论了地区安全与经济合作问题。\n各方商定明年再次会晤。"
NOISE = hashlib.shake_128(b"noise").digest(4000).replace(b"\0", b"")


def refusal(data: bytes, name: str = "text") -> str:
    with pytest.raises(ViewerError) as refused:
        to_source(data, name)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, ENGLISH, CHINESE, "", "one\n", "emoji 🕊 in it"])
def test_utf8_is_no_guess(text: str) -> None:
    source = to_source(text.encode(), "text")
    assert source.text == text
    assert (source.encoding, source.encoding_guessed) == ("utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, ""])
def test_a_byte_order_mark_settles_the_encoding(text: str, encoding: str) -> None:
    source = to_source(text.encode(encoding), "text")
    assert source.text == text
    assert not source.encoding_guessed


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\0\0\xfe\xff"])
def test_big_endian_marks_are_known(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    source = to_source(mark + RUSSIAN.encode(encoding), "text")
    assert (source.text, source.encoding) == (RUSSIAN, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (ENGLISH, "cp1252"),
    ],
)
def test_other_encodings_are_guessed_and_the_guess_is_named(text: str, encoding: str) -> None:
    source = to_source(text.encode(encoding), "text")
    assert source.text == text
    assert (source.encoding, source.encoding_guessed) == (encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ministrowie podkreślili znaczenie współpracy i wyrazili gotowość do działań na rzecz pokoju.", "cp1250"),
        ("Ministrowie podkreślili znaczenie współpracy i wyrazili gotowość do działań na rzecz pokoju.", "iso8859-2"),
        ("Dışişleri bakanları işbirliğinin güçlendirilmesinin önemini vurguladılar.", "cp1254"),
        ("Die Außenminister bekräftigten ihre Entschlossenheit, die Zusammenarbeit zu vertiefen.", "cp1252"),
    ],
)
def test_tells_the_encodings_of_latin_letters_apart_by_the_letters(text: str, encoding: str) -> None:
    source = to_source(text.encode(encoding), "text")
    assert (source.text, source.encoding) == (text, encoding)


def test_french_in_latin_1_is_read_as_what_windows_made_of_it() -> None:
    source = to_source(FRENCH.encode("latin-1"), "text")
    assert source.text == FRENCH
    assert (source.encoding, source.encoding_guessed) == ("cp1252", True)


def test_guesses_a_long_text_by_its_beginning() -> None:
    text = (RUSSIAN + "\n") * 2000
    assert to_source(text.encode("cp1251"), "text").text == text


def test_one_bad_byte_late_in_a_guessed_text_spoils_nothing_else() -> None:
    assert to_source((FRENCH * 500).encode("cp1252") + b"\x81", "text").text == FRENCH * 500 + "\ufffd"


def test_a_long_text_without_spaces_is_guessed_too() -> None:
    text = CHINESE.replace("\n", "") * 2000
    assert to_source(text.encode("gb18030"), "text").text == text


def test_one_bad_byte_does_not_make_utf8_something_else() -> None:
    source = to_source(RUSSIAN.encode() + b"\xff", "text")
    assert source.text == RUSSIAN + "\ufffd"
    assert (source.encoding, source.encoding_guessed) == ("utf-8", True)


def test_a_damaged_text_with_a_mark_is_read_and_called_a_guess() -> None:
    source = to_source(RUSSIAN.encode("utf-16") + b"\x41", "text")
    assert source.text == RUSSIAN + "\ufffd"
    assert source.encoding_guessed


def test_half_a_character_in_utf16_becomes_one_mark() -> None:
    source = to_source(b"\xff\xfe" + "a\ud800b".encode("utf-16-le", "surrogatepass"), "text")
    assert source.text == "a\ufffdb"


def test_an_html_file_is_a_text_like_any_other() -> None:
    html = "<html><script>alert(1)</script><img src=/etc/hostname>"
    assert to_source(html.encode(), "page.html").text == html


@pytest.mark.parametrize(
    ("data", "called", "way_out"),
    [
        (b"%PDF-1.7\n...", "a PDF document", "Paste as communiqué"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word document", "Paste as communiqué"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file", "word processor"),
        (b"PK\x03\x04....notes.txt", "a ZIP archive", "Unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "an older Office document", "Paste as communiqué"),
        (b"{\\rtf1\\ansi words}", "a rich text (RTF) document", "word processor"),
        (b"\x89PNG\r\n\x1a\n...", "a picture (PNG)", "Choose a text file"),
        (b"\xff\xd8\xff\xe0...", "a picture (JPEG)", "Choose a text file"),
        (b"GIF89a...", "a picture (GIF)", "Choose a text file"),
        (b"\x7fELF\x02\x01", "a program", "Choose a text file"),
        (b"\x1f\x8b\x08...", "a compressed (gzip) file", "Unpack it"),
        (b"words\0and\0\0more", "binary data", "Choose a text file"),
    ],
)
def test_names_what_is_no_text_and_the_way_out(data: bytes, called: str, way_out: str) -> None:
    message = refusal(data, "file.bin")
    assert f"“file.bin”: it is {called}. " in message
    assert way_out in message


def test_binary_with_nuls_in_one_half_of_its_pairs_is_not_utf16() -> None:
    assert "binary data" in refusal(bytes([1, 0, 2, 0, 3, 0, 4, 0]) * 50)


def test_nuls_in_an_odd_number_of_bytes_are_not_utf16() -> None:
    assert "binary data" in refusal("words".encode("utf-16-le") + b"x")


def test_halves_that_are_no_characters_are_not_utf16() -> None:
    assert "binary data" in refusal(b"a\0" * 20 + b"\x00\xd8" * 1)


@pytest.mark.parametrize("data", [bytes(range(1, 256)) * 4, b"\x01\x02\x03\x04\x05\x06", NOISE])
def test_refuses_bytes_that_make_sense_in_no_encoding(data: bytes) -> None:
    assert "not text in any known encoding" in refusal(data)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("\ufeffone", "one"),
        ("\ufeff\ufeffone", "\u2060one"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\u2029b", "a\nb"),
        ("a\ud800\udfffb", "a\ufffd\ufffdb"),
        ("\ufdd0\ufdd1", "\ufffd\ufffd"),
        ("a\ufeffb", "a\u2060b"),
        ("kept: \0\x0b\x0c\x85\u200b\u2028\u00a0", "kept: \0\x0b\x0c\x85\u200b\u2028\u00a0"),
    ],
)
def test_brings_a_text_into_its_canonical_form(text: str, canonical: str) -> None:
    assert canonical_text(text) == canonical


@given(st.text(st.characters(exclude_categories=[])))
def test_the_canonical_form_is_final_and_can_be_written(text: str) -> None:
    once = canonical_text(text)
    assert canonical_text(once) == once
    assert once.encode().decode() == once
    assert not {"\r", "\u2029", "\ufeff", "\ufdd0", "\ufdd1"} & set(once)


@given(st.text())
def test_a_text_is_the_same_pasted_or_read_from_a_file(text: str) -> None:
    pasted = source_from_text(text, "Pasted text")
    assert pasted.sha256 == hashlib.sha256(pasted.text.encode()).hexdigest()
    assert source_from_text(pasted.text, "again").sha256 == pasted.sha256


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_written_as_utf8_comes_back(text: str) -> None:
    try:
        source = to_source(text.encode(), "text")
    except ViewerError as refused:
        assert "rich text" in str(refused) or "PDF" in str(refused)  # noqa: PT017 - text can begin as those files do
    else:
        assert source.text == canonical_text(text)
        assert not source.encoding_guessed


SIGNATURES = ("%PDF-1.7\n", "PK\x03\x04", "{\\rtf1", "GIF89a", "BZh91AY&SY", "\x7fELF", "\ufeff%PDF-", "words\0and ")


@given(st.sampled_from(["", *SIGNATURES]), st.text())
def test_a_pasted_text_is_kept_only_where_its_file_could_be_opened_again(beginning: str, text: str) -> None:
    written = canonical_text(beginning + text)
    if why_not_kept(beginning + text):
        return
    assert to_source(written.encode(), "kept").text == written


@pytest.mark.parametrize("beginning", SIGNATURES)
def test_a_pasted_text_that_begins_like_another_kind_of_file_is_not_kept(beginning: str) -> None:
    assert why_not_kept(f"{beginning}1 0 obj").startswith("This is ")
    assert why_not_kept(f"{ENGLISH} {beginning}".replace("\0", " ")) == ""


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = to_source(data, "text")
    except ViewerError:
        return
    assert source.text == canonical_text(source.text)


def test_shows_a_hostile_name_inert() -> None:
    assert "evil[U+202E]txt" in refusal(b"%PDF-", "evil\u202etxt")


def test_utf8_with_marks_of_former_damage_or_private_bullets_is_a_text() -> None:
    for text in ("\ufffd\ufffd", "\uf0b7 one\n\uf0b7 two\n"):
        source = to_source(text.encode(), "text")
        assert (source.text, source.encoding_guessed) == (text, False)


def test_one_stray_nul_does_not_make_a_text_utf_16() -> None:
    words = b"The ministers met in Oslo and agreed on a statement. " * 20
    with pytest.raises(ViewerError, match="binary data"):
        to_source(words[:500] + b"\0" + words[:499], "stray.txt")


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.codec)
def test_every_encoding_that_is_offered_can_be_chosen(encoding: Encoding) -> None:
    source = to_source("Plain words\n".encode(encoding.codec), "a.txt", encoding.codec)
    assert source == Source("Plain words\n", "a.txt", encoding.codec)


def test_an_encoding_that_was_chosen_is_used_whatever_the_bytes_look_like() -> None:
    assert to_source("Встреча".encode(), "a.txt", "cp1251").text == "Встреча".encode().decode("cp1251", "replace")
    assert to_source("Встреча".encode("koi8-r"), "a.txt", "KOI8_R").text == "Встреча"


def test_what_a_chosen_encoding_does_not_have_is_counted() -> None:
    source = to_source("a \ufffd ".encode() + b"\xe9 \xff", "a.txt", "utf-8")
    assert (source.text, source.undecodable) == ("a \ufffd \ufffd \ufffd", 2)


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "idna", "base64", "undefined"])
def test_an_encoding_that_is_not_offered_is_refused(encoding: str) -> None:
    with pytest.raises(ViewerError, match="Choose one in Document > Encoding"):
        to_source(b"a", "a.txt", encoding)


def test_what_is_no_text_is_refused_in_any_encoding() -> None:
    with pytest.raises(ViewerError, match="a PDF document"):
        to_source(b"%PDF-1.4", "a.txt", "cp1252")


@given(st.binary(max_size=200), st.sampled_from(ENCODINGS))
def test_any_bytes_are_read_in_any_encoding(data: bytes, encoding: Encoding) -> None:
    if file_type(data) is None:
        assert to_source(data, "a.txt", encoding.codec).undecodable <= len(data)
