"""Reads plain text: bytes to a Source, with the encoding found out and the text brought into one canonical form."""

import re

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.source import Source
from viewer.formats.decoding import Decoded, decode_as, decode_marked, decode_unmarked, decode_utf16_unmarked
from viewer.formats.encodings import is_offered
from viewer.formats.signatures import BINARY, FileType, binary_type, file_type

_FOREIGN = "[\ud800-\udfff\ufdd0\ufdd1]"  # compiled when first met, which is seldom
_UNKNOWN = FileType("not text in any known encoding", "If it is text, save it as UTF-8 where it was written.")


class _NoTextError(ViewerError):
    """A file is of a kind that this program does not read."""

    def __init__(self, name: str, kind: FileType) -> None:
        super().__init__(f"Cannot open “{shown_name(name)}”: it is {kind.called}. {kind.way_out}")
        self.kind = kind


def to_source(data: bytes, name: str, encoding: str | None = None) -> Source:
    """The source a file's bytes hold; `name` is what to call the document where its title is unknown.

    `encoding` is one of those offered, to be used whatever the bytes look like; without it one is found out. Raises
    ViewerError where the bytes are those of another kind of file, or make sense in no encoding.
    """
    if known := file_type(data):
        raise _NoTextError(name, known)
    if encoding:
        return _source(_decode_as_chosen(data, name, encoding), name)
    decoded = decode_marked(data) or decode_utf16_unmarked(data)
    if decoded is None:
        decoded = _decode_bytes(data, name)
    return _source(decoded, name)


def source_from_text(text: str, name: str) -> Source:
    """The source of a text that is already decoded, such as a pasted one."""
    return _source(Decoded(text, "utf-8"), name)


def why_not_kept(text: str) -> str:
    """Why a file of a pasted text could not be opened again, fit to show; empty where it could."""
    written, kind = canonical_text(text), BINARY
    try:
        if to_source(written.encode(), "").text == written:
            return ""
    except _NoTextError as refused:
        kind = refused.kind
    return f"This is {kind.called}: as a file it could not be opened again. {kind.way_out}"


def canonical_text(text: str) -> str:
    """The text as positions are counted in it: one byte order mark stripped, every line end a line feed.

    Lone surrogates and the noncharacters Qt uses as its own marks (U+FDD0, U+FDD1) become U+FFFD; a later U+FEFF
    becomes the word joiner it once stood for. Whatever else the text holds stays: each is one place in Qt's text too.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    return re.sub(_FOREIGN, "\ufffd", text.replace("\u2029", "\n").replace("\ufeff", "\u2060"))


def _decode_as_chosen(data: bytes, name: str, encoding: str) -> Decoded:
    codec = encoding.lower().replace("_", "-")  # a notes file may have been written by hand
    if not is_offered(codec):
        raise ViewerError(
            f"“{shown_name(name)}” cannot be read in “{shown_name(encoding)}”, an encoding this program does not know. "
            "Choose one in Document > Encoding."
        )
    return decode_as(data, codec)


def _decode_bytes(data: bytes, name: str) -> Decoded:
    """Decodes a text in an encoding of which a NUL is no part."""
    if binary := binary_type(data):
        raise _NoTextError(name, binary)
    if decoded := decode_unmarked(data):
        return decoded
    raise _NoTextError(name, _UNKNOWN)


def _source(decoded: Decoded, name: str) -> Source:
    text = canonical_text(decoded.text)
    return Source(
        text, name, encoding=decoded.encoding, encoding_guessed=decoded.guessed, undecodable=decoded.undecodable
    )
