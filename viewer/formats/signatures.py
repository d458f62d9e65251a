"""Tells what a file that is not text is, by the bytes such files begin with, and what its reader can do instead."""

from typing import NamedTuple


class FileType(NamedTuple):
    """A kind of file this program does not read: what to call it, and the way to the text in it."""

    called: str
    way_out: str


_PASTE = "select all, copy, and use File > Paste as communiqué."
_WORD_PROCESSOR = f"Open it in a word processor, {_PASTE}"
_UNPACK = "Unpack it, and open the text inside."
_CHOOSE = "Choose a text file."

_WORD = FileType("a Word document", _WORD_PROCESSOR)
BINARY = FileType("binary data", _CHOOSE)

_SIGNATURES = (
    (b"%PDF-", FileType("a PDF document", f"Open it in a PDF viewer, {_PASTE}")),
    (b"{\\rtf", FileType("a rich text (RTF) document", _WORD_PROCESSOR)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileType("an older Office document", _WORD_PROCESSOR)),
    (b"\x1f\x8b", FileType("a compressed (gzip) file", _UNPACK)),
    (b"BZh91AY&SY", FileType("a compressed (bzip2) file", _UNPACK)),
    (b"\xfd7zXZ\0", FileType("a compressed (xz) file", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", FileType("a 7-Zip archive", _UNPACK)),
    (b"\x89PNG\r\n", FileType("a picture (PNG)", _CHOOSE)),
    (b"\xff\xd8\xff", FileType("a picture (JPEG)", _CHOOSE)),
    (b"GIF87a", FileType("a picture (GIF)", _CHOOSE)),
    (b"GIF89a", FileType("a picture (GIF)", _CHOOSE)),
    (b"\x7fELF", FileType("a program", _CHOOSE)),
    (b"SQLite format 3\0", FileType("a database (SQLite)", _CHOOSE)),
)
_ZIP = FileType("a ZIP archive", _UNPACK)
_INSIDE_ZIP = (
    (b"word/document.xml", _WORD),
    (b"mimetypeapplication/vnd.oasis.opendocument", FileType("an OpenDocument file", _WORD_PROCESSOR)),
    (b"mimetypeapplication/epub", FileType("an e-book (EPUB)", f"Open it in an e-book reader, {_PASTE}")),
)
_HEAD = 8192  # bytes; Git, too, looks for NUL in the first 8,000


def file_type(data: bytes) -> FileType | None:
    """What the file is if its first bytes are those of a well-known kind; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next((inside for name, inside in _INSIDE_ZIP if name in data), _ZIP)
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def binary_type(data: bytes) -> FileType | None:
    """Binary data, if a NUL stands in the first 8 KB: no text in an 8-bit encoding has one."""
    return BINARY if b"\0" in data[:_HEAD] else None
