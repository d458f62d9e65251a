"""What is said of a place in the text: what it names and why we think so, or what was mended there.

Tooltips are always escaped, because a document is hostile until shown harmless.
"""

from collections.abc import Iterable
from typing import Final

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.entities.groups import describe, state_names
from viewer.core.links import link_address
from viewer.core.mentions import Mention
from viewer.core.repairs import Repair, Suspicion
from viewer.qmodels.repair_words import explained
from viewer.qmodels.tooltips import tooltip

_LONGEST: Final = 200  # code points of an address


def mention_hint(communique: Communique, mention: Mention) -> str:
    """What a mention names: the entity, what it is, and the rule that recognised it."""
    entity = communique.entity(mention.entity)
    if entity is None:
        return ""
    what = describe(entity, state_names(communique.entities))
    return tooltip(entity.name, what, reason(mention, communique))


def reason(mention: Mention, communique: Communique) -> str:
    """The rule that recognised a mention, and the words that set it off."""
    words = communique.words(mention.trigger)
    return f"Recognised by the rule {mention.rule}" + (f", from “{words}”" if words else "")


def link_hint(communique: Communique, found: Iterable[Repair]) -> str:
    """Where the links among these repairs lead."""
    return tooltip(
        *(f"Link to {short_address(address)}" for one in found if (address := link_address(communique, one)))
    )


def short_address(address: str) -> str:
    """An address with nothing in it that hides, and not so long that it fills the screen."""
    return shown_name(address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…")


def repair_hint(*found: Repair | Suspicion) -> str:
    """What was done at a place, or is suspected of it, and why."""
    return tooltip(*(line for one in found for line in explained(one)))
