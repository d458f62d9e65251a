"""Names of files made safe to show: nothing in them can hide, reverse or break the line they stand in."""

from viewer.core.patterns import lazy_pattern

# Control characters, soft hyphen, bidirectional marks, zero-width characters, line and paragraph separators, tags.
_HIDDEN = (
    "\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
# A zero-width joiner hides nothing between two pictures, as in that of a family; the first may have its variation mark.
_PICTURE = "[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_JOINER = f"(?<!{_PICTURE})(?<!{_PICTURE}\ufe0f)\u200d|\u200d(?!{_PICTURE})"
_UNSEEN = lazy_pattern(f"[{_HIDDEN}]|{_JOINER}")
# Python gives a byte of a file name that is not UTF-8 as a lone surrogate.
_NOT_UTF8 = lazy_pattern("[\ud800-\udfff]")


def shown_name(name: str) -> str:
    """The name or path with its unseen characters written out ("[U+202E]") and bytes that are not UTF-8 replaced.

    The result is plain text: whoever shows it must not let it be read as markup.
    """
    return _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", _NOT_UTF8.sub("\ufffd", name))
