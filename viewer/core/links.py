"""The addresses of links, which a text made for reading does not have in it. They are told and never followed."""

from typing import Final

from viewer.core.communique import Communique
from viewer.core.patterns import lazy_pattern
from viewer.core.repairs import Repair, RepairKind

_LINK: Final = lazy_pattern(r"!?\[[^\[\]]*\]\((?P<address>\S+?)(?:\s+\"[^\"]*\")?\)\Z")


def link_address(communique: Communique, repair: Repair) -> str:
    """The address that a repair took out of the text, as the file has it; empty where it took out none."""
    if repair.kind is not RepairKind.MARKUP_REMOVED or not repair.applied:
        return ""
    match = _LINK.match(repair.source.of(communique.source.text))
    return match["address"] if match else ""
