"""Marks what stands after the text proper: the place and date, the signatures, the notes of a release or an archive."""

import re
from collections.abc import Sequence

from viewer.core.communique import ParagraphKind
from viewer.core.healing import shapes
from viewer.core.healing.shapes import Shape
from viewer.core.patterns import lazy_pattern
from viewer.core.structure.datelines import is_dateline, is_done_line, may_be_place
from viewer.core.structure.note_lines import is_cable_field

_BACK = 8
"""How many paragraphs, at most, may stand after a dateline or between it and what else is no text."""
_END = lazy_pattern(
    r"[(\[]?(?:text |message |quote )?(?:ends?|unquote|ended|concludes)(?: of)?(?: the)?"
    r"(?: (?:text|quote|message|release|statement|communiqu[eé]|translation))?[)\].:]*$|[-–—# ]*30[-–—# ]*$|#{2,}$",
    re.IGNORECASE,
)
_LONGEST_END = 60
_END_BEGINS = "TtMmQqEeUuCc([#3-–—"
_ARCHIVE = lazy_pattern(r"\[[^\]]+\]$")
_LAST_NOTE = lazy_pattern(
    r"(?:(?:media |press )?(?:contacts?|enquiries|inquiries|queries)\b|for (?:more|further|additional) information"
    r"|notes? (?:to|for) (?:the )?editors?\b|for information media|sources?:|distribution:|cc:|attachments?:)",
    re.IGNORECASE,
)
_SIGNS_SURELY = lazy_pattern(
    r"(?:[(\[]signed[)\]]|signed:|/s/|sgd\.?:?\s"
    r"|(?:for|on behalf of) the (?:government|delegation|kingdom|republic|people|united|state|federa|union|secretar))",
    re.IGNORECASE,
)
_FOR_PARTY = lazy_pattern(
    r"(?:for|on behalf of) (?:the )?(?:St\. )?[A-Z](?:[^.;]|\bSt\.|\b[A-Z]\.){2,80}:?$", re.IGNORECASE
)
_LONGEST_SIGNATURE = 120
_LONGEST_NAME = 90
_MOST_OF_NAME = 12  # words of a name, or of an office with its state
_ANNEX_TO = lazy_pattern(r"(?:annex|appendix|enclosure)\b.{0,10} to (?:the |a )?(?:letter|note)\b", re.IGNORECASE)
_LONGEST_ANNEX_TO = 320
"""It repeats who wrote the letter to whom."""
_ANNEX = lazy_pattern(r"(?:annex|appendix|attachment|enclosure)\b", re.IGNORECASE)
_MOST_AFTER_END = 12
_END_OF_MESSAGE = "NNNN"
_MOST_OF_SENDER = 2  # words of the name at the foot of a cable


def mark_ends(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """Mark the ends of the text: of the whole, and of the part before its first annex."""
    _mark_end_notes(paragraphs, kinds)
    first = _first_annex(paragraphs)
    for stop in {first, len(paragraphs)}:
        _mark_dateline(paragraphs, kinds, stop)
        _mark_signatures(paragraphs, kinds, stop)


def is_annex(text: str) -> bool:
    """Whether the line opens an annex."""
    if _ANNEX.match(text) is None or shapes.ends_sentence(text):
        return False
    return len(text) <= _LONGEST_SIGNATURE or (len(text) <= _LONGEST_ANNEX_TO and _ANNEX_TO.match(text) is not None)


def _first_annex(paragraphs: Sequence[Shape]) -> int:
    return next((place for place, shape in enumerate(paragraphs) if place and is_annex(shape.text)), len(paragraphs))


def _mark_end_notes(paragraphs: Sequence[Shape], kinds: list[ParagraphKind]) -> None:
    """What stands at the end mark and after it belongs to the release, and so do contacts and archive marks."""
    last = len(paragraphs) - 1
    for place in range(max(1, len(paragraphs) - _MOST_AFTER_END), len(paragraphs)):
        text = paragraphs[place].text
        if _is_end(text):
            kinds[place:] = [ParagraphKind.NOTE, *map(_kind_after_end, paragraphs[place + 1 :])]
            return
        if (_ARCHIVE.match(text) and place > last - _BACK) or _LAST_NOTE.match(text):
            kinds[place] = ParagraphKind.NOTE


def _is_end(text: str) -> bool:
    return len(text) <= _LONGEST_END and text[0] in _END_BEGINS and _END.match(text) is not None


def _kind_after_end(shape: Shape) -> ParagraphKind:
    """What stands after the end mark: the place and date, who signs the text or the cable, or a note."""
    if is_dateline(shape.text):
        return ParagraphKind.DATELINE
    if is_cable_field(shape.text) or shape.text == _END_OF_MESSAGE:
        return ParagraphKind.NOTE
    sender = shape.text.isupper() and _is_name(shape.text) and len(shape.text.split()) <= _MOST_OF_SENDER
    return ParagraphKind.SIGNATURE if sender or _SIGNS_SURELY.match(shape.text) else ParagraphKind.NOTE


def _mark_dateline(paragraphs: Sequence[Shape], kinds: list[ParagraphKind], stop: int) -> None:
    """Where and when the text was made: a line of its own, or two."""
    for place in range(max(0, stop - _BACK), stop):
        text = paragraphs[place].text
        if kinds[place] is ParagraphKind.NOTE or not is_dateline(text):
            continue
        kinds[place] = ParagraphKind.DATELINE
        before = paragraphs[place - 1].text if place else ""
        alone = text[:1].isdigit() or len(text.split()) < 4
        if place > 1 and alone and not paragraphs[place].alone and may_be_place(before):
            kinds[place - 1] = ParagraphKind.DATELINE
    for place in range(1, stop):
        if kinds[place] is ParagraphKind.BODY and is_done_line(paragraphs[place].text):
            kinds[place] = ParagraphKind.DATELINE


def _mark_signatures(paragraphs: Sequence[Shape], kinds: list[ParagraphKind], stop: int) -> None:
    """The short lines at the end of the text, from the first that says who signs, are all signatures."""
    place = stop
    apart = (ParagraphKind.NOTE, ParagraphKind.DATELINE, ParagraphKind.SIGNATURE)
    while place and (kinds[place - 1] in apart or _is_signing(paragraphs[place - 1].text)):
        place -= 1
    block = [at for at in range(place, stop) if kinds[at] not in apart]
    signed = next((at for at in block if _signs(paragraphs, at)), stop)
    dated = next((at for at in range(place, stop) if kinds[at] is ParagraphKind.DATELINE), stop)
    names = [at for at in block if at > dated]
    if signed == stop and names and all(_is_name(paragraphs[at].text) for at in names):
        signed = names[0]
    for at in block:
        if at >= signed:
            kinds[at] = ParagraphKind.SIGNATURE


def _signs(paragraphs: Sequence[Shape], place: int) -> bool:
    """Whether the line says who signs: by "(Signed)", or by "For Lowland:" with a name below it."""
    text = paragraphs[place].text
    return bool(_SIGNS_SURELY.match(text)) or (
        _is_for_party(text) and place + 1 < len(paragraphs) and _is_signing(paragraphs[place + 1].text)
    )


def _is_signing(text: str) -> bool:
    if shapes.list_mark(text) and not _SIGNS_SURELY.match(text):
        return False
    by_party = _is_for_party(text)
    return len(text) <= _LONGEST_SIGNATURE and (by_party or not shapes.ends_clause(text) or _is_name(text))


def _is_for_party(text: str) -> bool:
    return text[:2].casefold() in ("fo", "on") and _FOR_PARTY.match(text) is not None


def _is_name(text: str) -> bool:
    """Whether the line may be no more than somebody's name, or office."""
    words = text.strip("._ ").split()
    named = all(word[0].isupper() or shapes.is_function_word(word) for word in words)
    return 0 < len(words) <= _MOST_OF_NAME and named and len(text) <= _LONGEST_NAME
