"""Tells the lines that a release, an archive or a cable adds to a text: what it is, who released it, its number."""

import re

from viewer.core.healing import shapes
from viewer.core.patterns import lazy_pattern

LONGEST_LINE = 120
_LONGEST_BEGIN = 40
_SIGNS = frozenset(
    re.findall(
        r"\w+",
        "press media news release released following text embargo embargoed contact contacts enquiries "
        "inquiries queries source sources publication delivery delivered adopted translation translated "
        "version original only copy change revision transmitted circulated immediate information ministry "
        "office department spokesperson spokesman bureau spokeswoman secretariat mission embassy house "
        "service box tel telephone fax mail http https www no nr ref doc document from to info fm origin "
        "destination date subject subj reference tags precedence telegram cablegram cable savingram sent "
        "received repeated drafted priority routine flash urgent classified unclassified confidential "
        "secret restricted limited clair most e eo distr agenda browser",
    )
)
_WORDS = lazy_pattern("[a-z]+")
_DOCUMENT = (
    "(?:text|statement|communiqu[eé]|declaration|document|release|conclusions|announcement|summary|version|minutes|act)"
)
_RELEASE_NOTE = lazy_pattern(
    rf"(?i)(?:the )?following (?:is|are|was|were)\b.{{0,90}}\b(?:{_DOCUMENT}|translation|released|issued|adopted)\b"
    rf"|(?:the )?following (?:[\w-]+ ){{0,3}}{_DOCUMENT}\b.{{0,200}}?\b(?:was|were|is|has been|have been)\b"
    r"|(?:the )?(?:full |complete )?text of (?:the|a|an|this)\b.{0,200}\b(?:adopted|released|issued|agreed|follows)\b"
    r"|\[?\(?released (?:simultaneously |to the press )?(?:in|by|to|at)\b"
)
_NOTE_LINE = lazy_pattern(
    r"(?i)(?:press|media|news) (?:release|statement|note|communication|information)"
    r"(?:\s+(?:no\.?|nr\.?|#)?\s*(?:\(\d{4}\)\s*)?[\w/.-]*\d[\w/.-]*)?$"
    r"|press communiqu[eé]\s+(?:no\.?\s*)?[\w/.()-]*\d[\w/.()-]*$"
    r"|(?:published|posted|(?:last )?(?:updated|modified|reviewed))(?: on|:)? ?(?:\w{3,6}day,? )?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* )?\d{1,4}\b.{0,80}$"
    r"|(?:.{2,60} )?distr\.(?::|$)|agenda items? \d{1,3}(?: \(\w\))?$|.{0,60}\bview (?:this|it) in (?:your|a) browser"
    r"|for (?:immediate|general|further) (?:release|distribution|information|use)\b.{0,40}$|embargo(?:ed)?\b.{0,80}$"
    r"|(?:media |press )?(?:contacts?|enquiries|inquiries|queries):|for (?:more|further) information\b|sources?:"
    r"|not for (?:publication|release)|(?:check against|as) deliver\w+$|as adopted$"
    r"|(?:unofficial|provisional|informal|courtesy|official)\b.{0,30}\b(?:translation|text|version)\b.{0,40}$"
    r"|(?:translat(?:ed|ion)|original)\b(?: from| of|:).{0,60}$|(?:english|french|russian|spanish) only$|advance copy$"
    r"|subject to (?:change|revision).{0,40}$|(?:transmitted|circulated) (?:by|at|for)\b.{0,80}$"
)
_LETTERHEAD = lazy_pattern(
    r"(?i)(?:ministry (?:of|for)|office of|department of|press (?:service|office|section|department)|secretariat of"
    r"|information (?:office|service|department)|spokes(?:person|man|woman)|permanent mission|embassy of"
    r"|the white house|bureau of)\b.{0,80}$|.{2,80}\b(?:press (?:service|office|section|department)"
    r"|information (?:service|office)|spokesperson|news service)$"
    r"|.{0,60}\b(?:p\.? ?o\.? box|tel(?:ephone|\.)?:|fax:|e-?mail:|https?://|www\.).{0,120}$"
)
_SOURCE = lazy_pattern(r"\([^()]{3,100}\)\s*")
"""Who circulates a text, in brackets before the release note."""
_SYMBOL = lazy_pattern(
    r"(?:[A-Z]{2,6} )?[A-Z0-9][A-Z0-9.()-]*/[\w.()/-]{1,40}(?: \([\w ]+\))?$|[A-Z]{2,6}\(\d{4}\)\d+(?:/\w+)*$"
    r"|(?i:(?:no|nr|ref|doc(?:ument)?)\b\.?:?\s*(?:no\.?\s*)?[\w/.-]*\d[\w/.-]*$)"
)
"""A document's number among the papers of a body."""
_CABLE_FIELD = lazy_pattern(
    r"(?i:(?:from|to|info|origin|destination|date|subject|subj|ref|reference|tags|precedence|telegram(?: no)?|sent"
    r"|received|repeated|drafted by|e\.?o\.?(?: \d+)?)\s?[.:])|(?:FM|TO|INFO) [A-Z]|[RPOZ] \d{6}Z|\d{6}Z [A-Z]{3} \d\d"
    r"|(?i:(?:(?:incoming|outgoing|inward|outward) )?(?:telegram|cablegram|cable|savingram)"
    r"(?:\b(?: no\.?)? ?\d.{0,80})?$|(?:most )?immediate$|priority$|routine$|flash$|urgent$|(?:un)?classified$"
    r"|confidential$|secret$|restricted$|limited official use$|en clair$)"
)
_BEGINS = lazy_pattern(
    r"(?i)(?:begin(?:s|ning)?|start)(?: of)?(?: the)?(?: text)?[.:]*$|(?:text|quote|message) begins[.:]*$|quote[.:]*$"
)


def is_note_line(text: str) -> bool:
    """Whether the line belongs to the release, not to the text."""
    bare = text[1:-1] if shapes.in_brackets(text) else _SOURCE.sub("", text) if text[0] == "(" else text
    bare = bare.strip("* ")
    if not _may_be_note(bare):
        return False
    if _RELEASE_NOTE.match(bare):
        return True
    short = len(bare) <= LONGEST_LINE
    return (short and any(one.match(bare) for one in (_NOTE_LINE, _SYMBOL, _LETTERHEAD))) or is_cable_field(text)


def is_cable_field(text: str) -> bool:
    """Whether the line is one of the fields at the head of a cable."""
    plain = len(text) <= LONGEST_LINE and not text.endswith(".")
    return plain and ("Z" in text or _has_sign(text)) and _CABLE_FIELD.match(text) is not None


def begins_text(text: str) -> bool:
    """Whether the line says that the text begins below it."""
    bare = shapes.without_mark(text) if text[:1].isdecimal() else text
    return len(text) <= _LONGEST_BEGIN and bare[:1].casefold() in "bstqm" and _BEGINS.match(bare) is not None


def _may_be_note(text: str) -> bool:
    return any(map(str.isdecimal, text[:LONGEST_LINE])) or _has_sign(text)


def _has_sign(text: str) -> bool:
    return not _SIGNS.isdisjoint(_WORDS.findall(text[:LONGEST_LINE].casefold()))
