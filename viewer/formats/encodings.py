"""The encodings a reader may choose for a file, and what each is called."""

from typing import Final, NamedTuple


class Encoding(NamedTuple):
    """A codec by the name Python gives it, what to call it, and what is written in it."""

    codec: str
    name: str
    script: str


ENCODINGS: Final = (
    Encoding("utf-8", "UTF-8", "Unicode"),
    Encoding("cp1252", "Windows-1252", "Western"),
    Encoding("cp1250", "Windows-1250", "Central European"),
    Encoding("iso8859-2", "ISO 8859-2", "Central European"),
    Encoding("cp1251", "Windows-1251", "Cyrillic"),
    Encoding("koi8-r", "KOI8-R", "Cyrillic"),
    Encoding("cp1253", "Windows-1253", "Greek"),
    Encoding("cp1254", "Windows-1254", "Turkish"),
    Encoding("cp1255", "Windows-1255", "Hebrew"),
    Encoding("cp1256", "Windows-1256", "Arabic"),
    Encoding("cp1257", "Windows-1257", "Baltic"),
    Encoding("gb18030", "GB 18030", "Chinese"),
    Encoding("big5", "Big5", "Chinese"),
    Encoding("cp932", "Shift_JIS", "Japanese"),
    Encoding("euc-jp", "EUC-JP", "Japanese"),
    Encoding("cp949", "EUC-KR", "Korean"),
    Encoding("utf-16-le", "UTF-16 LE", "Unicode"),
    Encoding("utf-16-be", "UTF-16 BE", "Unicode"),
)
_NAMES: Final = {encoding.codec: encoding.name for encoding in ENCODINGS}


def is_offered(codec: str) -> bool:
    return codec in _NAMES


def encoding_name(codec: str) -> str:
    """What to call an encoding; the codec's own name for one that is found out but never offered."""
    return _NAMES.get(codec, codec)
