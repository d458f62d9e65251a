"""What programs put beside a copied text: the address of the page that it was copied from."""

import re
from collections.abc import Mapping
from typing import Final

_LONGEST: Final = 2000  # code points of an address
_HEAD: Final = 4096  # bytes of Windows' HTML format in which its header ends
_ADDRESS: Final = re.compile(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)*\.?(?::\d+)?(?:[/?#]\S*)?\Z", re.IGNORECASE)

CHROMIUM: Final = "chromium/x-source-url"
MOZILLA: Final = "text/x-moz-url-priv"
WINDOWS: Final = 'application/x-qt-windows-mime;value="HTML Format"'
"""Windows' CF_HTML as Qt names it: a header of lines before the page."""
FORMATS: Final = (CHROMIUM, MOZILLA, WINDOWS, "text/html")


def source_address(formats: Mapping[str, bytes]) -> str:
    """The web address that the data names as its source; empty where it names none."""
    candidates = (
        formats.get(CHROMIUM, b"").decode("utf-8", "replace"),
        _unicode(formats.get(MOZILLA, b"")),
        _from_header(formats.get(WINDOWS, b"")),
        _from_header(formats.get("text/html", b"")),
    )
    cleaned = (candidate.replace("\0", "").strip() for candidate in candidates)
    return next((address for address in cleaned if looks_like_address(address)), "")


def looks_like_address(text: str) -> bool:
    """Whether a text is written as web addresses are. It is never opened to see whether it is one."""
    return len(text) <= _LONGEST and _ADDRESS.match(text) is not None


def _unicode(data: bytes) -> str:
    """Mozilla writes UTF-16 of the machine; every one of them in use is little-endian."""
    return data.decode("utf-16-le" if b"\0" in data[:4] else "utf-8", "replace")


def _from_header(data: bytes) -> str:
    match = re.search(rb"^SourceURL:(.*?)\r?$", data[:_HEAD], re.MULTILINE)
    return match[1].decode("utf-8", "replace") if match else ""
