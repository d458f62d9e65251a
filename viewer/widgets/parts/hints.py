"""The words of the page's tooltips; always escaped, because a document is hostile until shown harmless."""

from viewer.core.communique import Communique
from viewer.core.entities.groups import describe, state_names
from viewer.core.mentions import Mention
from viewer.core.repairs import Repair, RepairKind
from viewer.qmodels.tooltips import tooltip

_REPAIRS = {
    RepairKind.JOINED_PAGE_BREAK: "A page break cut this sentence in two; the parts are joined here for reading.",
    RepairKind.JOINED_LINE: "A line break in the file was taken for a space.",
    RepairKind.MARKUP_REMOVED: "Mark-up was taken away here and is shown as emphasis.",
}


def mention_hint(communique: Communique, mention: Mention) -> str:
    """What a mention names: the entity, what it is, and the rule that recognised it."""
    entity = communique.entity(mention.entity)
    if entity is None:
        return ""
    what = describe(entity, state_names(communique.entities))
    return tooltip(entity.name, what, f"Recognised by rule: {mention.rule}")


def repair_hint(repair: Repair) -> str:
    return f"{_REPAIRS[repair.kind]}<br><small>The file itself is unchanged.</small>"
