"""What is said of repairs and suspicions: the captions of their kinds, what was done, the words around the place."""

from typing import Final

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.repair_places import BETWEEN, around, changed_span, lines_of
from viewer.core.repairs import Repair, RepairKey, RepairKind, Suspicion, SuspicionKind

CAPTIONS: Final = {
    RepairKind.JOINED_PAGE_BREAK: "Sentences joined across a page break",
    RepairKind.JOINED_LINE: "Line breaks taken for spaces",
    RepairKind.REMOVED_HYPHEN: "Hyphens removed",
    RepairKind.REMOVED_PAGE_NUMBER: "Page numbers taken out",
    RepairKind.REMOVED_RUNNING_HEAD: "Running heads taken out",
    RepairKind.COLLAPSED_SPACES: "Double spaces",
    RepairKind.SPLIT_PARAGRAPH: "Paragraphs parted",
    RepairKind.MARKUP_REMOVED: "Mark-up",
    RepairKind.FOLDED_BOILERPLATE: "Web page parts folded away",
    SuspicionKind.GLUED_WORDS: "Suspected: words run together",
    SuspicionKind.SCAN_ERROR: "Suspected: scanning errors",
}
"""The name of each kind's group, in the order of the list."""
_DONE: Final = {
    RepairKind.JOINED_PAGE_BREAK: "A page break cut this sentence in two; the parts are joined here for reading.",
    RepairKind.JOINED_LINE: "A line break in the file was taken for a space.",
    RepairKind.REMOVED_HYPHEN: "A word that was parted at the end of a line is whole again.",
    RepairKind.REMOVED_PAGE_NUMBER: "A page number was taken out of the text here.",
    RepairKind.REMOVED_RUNNING_HEAD: "A line that is printed on every page was taken out of the text here.",
    RepairKind.COLLAPSED_SPACES: "Several spaces were taken for one.",
    RepairKind.SPLIT_PARAGRAPH: "What follows is a paragraph of its own, by its number.",
    RepairKind.MARKUP_REMOVED: "Mark-up was taken away here; emphasis is shown as such.",
    RepairKind.FOLDED_BOILERPLATE: "Lines that belong to a web page, not to the text, are folded away here.",
}
_SUSPECTED: Final = {
    SuspicionKind.GLUED_WORDS: "These may be words that ran together. They are left as the file has them.",
    SuspicionKind.SCAN_ERROR: "This may be a mistake of a scanner. It is left as the file has it.",
}
_SHOWN_AS: Final = {
    RepairKind.JOINED_PAGE_BREAK: "page break",
    RepairKind.JOINED_LINE: "↵",
    RepairKind.SPLIT_PARAGRAPH: "new paragraph",
}
_LONGEST: Final = 80  # code points shown of what was taken out
_REACH: Final = 96  # code points of context; a row cannot show more
_UNCHANGED: Final = "The file itself is unchanged."
_ALL_OFF: Final = "All of it is switched off."
_LEFT: Final = "They are left as the file has them."


def heading(communique: Communique, off: frozenset[RepairKey]) -> str:
    """What stands over a list of the repairs and suspicions: what they are, and what became of the file."""
    if not communique.repairs:
        return f"Words that look damaged. {_LEFT}"
    all_off = all(repair.key in off for repair in communique.repairs)
    mended = f"What {'could be' if all_off else 'was'} mended in this text for reading"
    suspected = ", and words that look damaged" if communique.suspicions else ""
    return f"{mended}{suspected}. {_ALL_OFF if all_off else _UNCHANGED}"


def how_to_use(communique: Communique) -> str:
    """What to do with the rows of that list."""
    if not communique.repairs:
        return "Choose a row to go to its words and to see why they look damaged."
    return "Choose a row to go to its place and to see what was done there, and why. Space switches it on or off."


def what_was_done(found: Repair | Suspicion) -> tuple[str, str]:
    """What was done at a place, or is suspected of it, and why; the reason may be empty."""
    done = _SUSPECTED[found.kind] if isinstance(found, Suspicion) else _DONE[found.kind]
    return done, f"Why: {found.reason}." if found.reason else ""


def explained(found: Repair | Suspicion) -> tuple[str, ...]:
    """The same in lines for a hint, with the assurance that the file is as it was."""
    done, why = what_was_done(found)
    if isinstance(found, Suspicion):
        return done, why
    return (done, why, _UNCHANGED) if found.applied else (f"Switched off: {done[:1].lower()}{done[1:]}", why)


def excerpt(communique: Communique, found: Repair | Suspicion) -> tuple[str, str, str]:
    """The words before the place, what the file has there, and the words after; nothing in it hides or breaks a line.

    What a repair took out or put together stands in angle brackets, which no text uses.
    """
    span = found.span if isinstance(found, Suspicion) else changed_span(communique, found)
    before, after = map(_one_line, around(communique, span, _REACH))
    if isinstance(found, Suspicion):
        return before, _one_line(communique.words(span)), after
    there = f"⟨{_in_file(communique, found)}⟩"
    if found.kind not in BETWEEN and not communique.words(span).isspace():
        return before, there, after
    return f"{before.rstrip()} ".lstrip(), there, f" {after.lstrip()}".rstrip()


def _in_file(communique: Communique, repair: Repair) -> str:
    words = repair.source.of(communique.source.text)
    match repair.kind:
        case RepairKind.COLLAPSED_SPACES:
            return f"{len(words)} spaces" if words.strip(" ") == "" else "tab or wide space"
        case RepairKind.FOLDED_BOILERPLATE:
            return f"{counted(lines_of(communique, repair), 'line')}: {_short(words)}"
        case RepairKind.REMOVED_HYPHEN if words == "\xad":
            return "soft hyphen"
    return _SHOWN_AS.get(repair.kind) or _short(words)


def _short(words: str) -> str:
    line = _one_line(words[: 2 * _LONGEST].strip())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _one_line(words: str) -> str:
    return shown_name(" ¶ ".join(part for part in words.split("\n") if part) if "\n" in words else words)


def counted(count: int, what: str) -> str:
    """A count with its noun: "1 line", "1,204 lines"."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
