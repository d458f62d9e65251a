"""A document as it was read: its decoded text and where it came from, never healed."""

from typing import NamedTuple


class Source(NamedTuple):
    """The decoded text of a document.

    `text` has its newlines normalised to line feeds and nothing else changed that a reader could see; notes and
    links count code points of it. `name` is what to call the document where its title is unknown (a file's name, or
    "Pasted text"). `encoding` is the codec's name; `encoding_guessed` is true where neither a byte order mark nor
    valid UTF-8 settled it. `undecodable` counts the places that an encoding the reader chose could not make out.
    """

    text: str
    name: str
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    undecodable: int = 0

    @property
    def sha256(self) -> str:
        """The hash of the text's UTF-8 form: it tells one text from another, whatever file it came from."""
        import hashlib  # noqa: PLC0415 - loads OpenSSL, which the first frame does not wait for

        return hashlib.sha256(self.text.encode()).hexdigest()
