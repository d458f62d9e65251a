"""Finds out the encoding of a text: a byte order mark, else strict UTF-8, else a guess that is called one."""

from typing import NamedTuple


class Decoded(NamedTuple):
    """A text, the name of the codec that gave it, and whether that codec is only a guess.

    `undecodable` counts the places where a codec that the reader chose has nothing for the bytes.
    """

    text: str
    encoding: str
    guessed: bool = False
    undecodable: int = 0


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HEAD = 8192  # bytes or characters looked at where the whole would tell no more
_SAMPLE = 65536  # bytes shown to the guesser

# Encodings texts are met in. The guesser knows a hundred, and takes short Russian for one of the rarest.
_MET = (
    "cp1252 cp1250 cp1251 koi8_r cp866 iso8859_5 iso8859_2 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "gb18030 big5hkscs cp932 euc_jp cp949"
)

_COMMON = frozenset(map(chr, range(128))) | frozenset("«»‘’“”„–—…€§°\xa0")
# What the languages written in each encoding have besides; letters only one of them has are left out where they would
# let it pass for another: Turkish is not Icelandic.
_USUAL = {
    "cp1252": _COMMON | frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüß¿¡ªº"),
    "cp1250": _COMMON | frozenset("áâäăąçćčďéëęěíîľłńňóôöőřśšşťţúüůűýźżžß"),
    "iso8859_2": _COMMON | frozenset("áâäăąçćčďéëęěíîľłńňóôöőřśšşťţúüůűýźżžß"),
    "cp1254": _COMMON | frozenset("âçğıîöşûüi̇"),
    "cp1257": _COMMON | frozenset("āąäčēėęģįīķļņõöšüūųž"),
}

# Control characters other than white space: what no text has many of.
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r"))


def decode_marked(data: bytes) -> Decoded | None:
    """The text by its byte order mark, which stays in front of it; None without one.

    Bytes the named encoding does not allow become U+FFFD, and the encoding counts as guessed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            # A lone surrogate is one wrong character, not a reason to doubt the encoding.
            errors = "surrogatepass"
            try:
                return Decoded(data.decode(encoding, errors), encoding)
            except UnicodeDecodeError:
                return Decoded(data.decode(encoding, "replace"), encoding, guessed=True)
    return None


def decode_as(data: bytes, encoding: str) -> Decoded:
    """The text in an encoding that was chosen; bytes it does not allow become U+FFFD, and are counted."""
    text = data.decode(encoding, "replace")
    there_before = data.decode(encoding, "ignore").count("\ufffd")
    return Decoded(text, encoding, undecodable=text.count("\ufffd") - there_before)


def decode_utf16_unmarked(data: bytes) -> Decoded | None:
    """The text, if NULs stand in one half of its byte pairs only, as spaces and line ends put them there in UTF-16.

    In at least one pair of fifty: a stray NUL in a text of single bytes is not enough.
    """
    head = data[:_HEAD]
    first, second = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or max(first, second) < max(10 * min(first, second), len(head) // 100) or first == second:
        return None
    encoding = "utf-16-le" if second > first else "utf-16-be"
    try:
        return _if_likely(Decoded(data.decode(encoding), encoding, guessed=True))
    except UnicodeDecodeError:
        return None


def decode_unmarked(data: bytes) -> Decoded | None:
    """The text in UTF-8 where the bytes are valid, otherwise in the likeliest encoding; None where none is likely."""
    try:
        return _if_likely(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _decode_damaged_utf8(data) or _decode_by_guess(data)


def _decode_damaged_utf8(data: bytes) -> Decoded | None:
    """The text where ten valid sequences of UTF-8 stand against each invalid byte: chance does not make them."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    return Decoded(text, "utf-8", guessed=True) if right >= 10 * wrong else None


def _decode_by_guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # 40 ms, for the rare text that is not in UTF-8

    sample = _sample(data)
    matches = from_bytes(sample, cp_isolation=_MET.split())
    equal = {name for match in matches if match.chaos == matches[0].chaos for name in match.could_be_from_charset}
    best = [*_latin(sample, equal), *(match.encoding for match in matches)]
    if not best:
        return None
    # One byte the encoding does not have, late in a long text, is a slip; another guess would spoil the rest.
    return _if_likely(Decoded(data.decode(best[0], "replace"), best[0].replace("_", "-"), guessed=True))


def _latin(sample: bytes, encodings: set[str]) -> list[str]:
    """Those of the encodings that are for Latin letters, best first; the guesser's own order is often wrong there."""

    def unusual(encoding: str) -> int:
        return sum(character not in _USUAL[encoding] for character in sample.decode(encoding, "replace").lower())

    return sorted((encoding for encoding in _USUAL if encoding in encodings), key=unusual)


def _sample(data: bytes) -> bytes:
    """The beginning, cut after a space or line end, which no encoding has inside a character."""
    if len(data) <= _SAMPLE:
        return data
    return data[: max(data.rfind(b"\n", 0, _SAMPLE), data.rfind(b" ", 0, _SAMPLE)) + 1] or data[:_SAMPLE]


def _if_likely(decoded: Decoded) -> Decoded | None:
    head = decoded.text[:_HEAD].encode()
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return decoded if controls <= len(head) // 20 else None
