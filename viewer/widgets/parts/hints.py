"""What is said of a place in the text: what it names and why we think so, or what was mended there.

Tooltips are always escaped, because a document is hostile until shown harmless.
"""

from viewer.core.communique import Communique
from viewer.core.entities.groups import describe, state_names
from viewer.core.mentions import Mention
from viewer.core.repairs import Repair, RepairKind
from viewer.qmodels.tooltips import tooltip

_REPAIRS = {
    RepairKind.JOINED_PAGE_BREAK: "A page break cut this sentence in two; the parts are joined here for reading.",
    RepairKind.JOINED_LINE: "A line break in the file was taken for a space.",
    RepairKind.REMOVED_HYPHEN: "A word that was parted at the end of a line is whole again.",
    RepairKind.REMOVED_PAGE_NUMBER: "A page number was taken out of the text here.",
    RepairKind.REMOVED_RUNNING_HEAD: "A line that is printed on every page was taken out of the text here.",
    RepairKind.COLLAPSED_SPACES: "Several spaces were taken for one.",
    RepairKind.SPLIT_PARAGRAPH: "What follows is a paragraph of its own, by its number.",
    RepairKind.MARKUP_REMOVED: "Mark-up was taken away here and is shown as emphasis.",
    RepairKind.FOLDED_BOILERPLATE: "Lines that belong to a web page, not to the text, are folded away here.",
}


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


def repair_hint(repair: Repair) -> str:
    return f"{_REPAIRS[repair.kind]}<br><small>The file itself is unchanged.</small>"
