"""What part a stretch of text plays in a communiqué, where that says more than its words: opening, conduct, thanks."""

import re
from collections.abc import Collection

from viewer.core.mentions import EntityKind
from viewer.core.patterns import lazy_pattern

_MEETS = lazy_pattern(
    r"\b(?:met|meeting|held|gathered|convened|participat\w+|attended|visit(?:ed)?|session|summit|conference|talks"
    r"|took place)\b",
    re.IGNORECASE,
)
_VISITS = lazy_pattern(
    r"\b(?:official|state|working|friendly|goodwill)(?: \w+)? visit\b|\bpaid an? \w{1,30}(?: \w{1,30})? visit\b"
    r"|\bvisited\b",
    re.IGNORECASE,
)
_CONDUCT = lazy_pattern(
    r"\b(?:chaired|presided|co-chaired|(?:was|were) (?:also )?(?:attended|received|opened|represented)|atmosphere"
    r"|exchanged views|exchange of views|courtesy call|called on|met with|took part|participated"
    r"|adopted (?:the|its|an?) agenda|welcomed the participants|led by|headed by|accompanied by)\b",
    re.IGNORECASE,
)
_NEXT = lazy_pattern(
    r"\b(?:next|forthcoming|future)\b[^.]{0,60}\b(?:meetings?|sessions?|summits?|conferences?|rounds?|dialogues?|talks)\b"
    r"|\b(?:hold|host|convene)\b[^.]{0,40}\b\d{4}\b[^.]{0,20}\b(?:meeting|session|summit|conference)\b"
    r"|\b(?:meet again|reconvene)\b|\binvit(?:ed|ation)\b[^.]{0,80}\bvisit\b|\bcontinue\b[^.]{0,30}\bconsultations\b",
    re.IGNORECASE,
)
_THANKS = lazy_pattern(
    r"\b(?:gratitude|appreciation|thank(?:s|ed)?|grateful|gratefully)\b[^.]*\b(?:hospitality|host(?:s|ed|ing)?|reception|welcome"
    r"|arrangements|organi[sz](?:ation|ing|ed)|chair(?:ing|manship)?|presidency)\b",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 600
"""A longer paragraph has a subject of its own, whatever meeting or host it also names; in code points."""


def opening(sentences: str, kinds: Collection[EntityKind]) -> str | None:
    """The title of a text's first paragraph where it says who met; `kinds` has one entry for each entity named."""
    people = sum(kind is EntityKind.PERSON for kind in kinds)
    states = sum(kind is EntityKind.STATE for kind in kinds)
    if not _MEETS.search(sentences):
        return None
    if _VISITS.search(sentences) and states < 3:
        return "The visit"
    return "Participants" if people >= 2 or states >= 3 else "The meeting"


def tells_conduct(sentence: str) -> bool:
    """Whether the sentence says how a meeting was held rather than what it dealt with."""
    return _CONDUCT.search(sentence) is not None


def closing(paragraph: str) -> str | None:
    """The title of one of the last paragraphs where it thanks the hosts or looks to the next meeting."""
    if len(paragraph) > _LONGEST_CLOSING:
        return None
    if _THANKS.search(paragraph):
        return "Thanks to the hosts"
    return "Next meeting" if _NEXT.search(paragraph) else None
