"""The outline of a communiqué: its own headings, or short titles made by rule, one section for each subject."""

from collections.abc import Iterable, Sequence

from viewer.core.communique import Communique, ParagraphKind, Section
from viewer.core.outline.preamble import preamble
from viewer.core.outline.subjects import SectionDraft, by_subject
from viewer.core.outline.units import Unit, span_of, units

HEADING, RUN_IN = "heading", "run-in-heading"
"""The rules whose titles are the text's own words."""
_APART = {
    ParagraphKind.NOTE: (("Release note", "release-note"), ("Closing note", "release-note")),
    ParagraphKind.DATELINE: (("Place and date", "dateline"), ("Closing place and date", "dateline")),
    ParagraphKind.SIGNATURE: (("Signatures", "signatures"), ("Further signatures", "signatures")),
}


def outline(communique: Communique) -> tuple[Section, ...]:
    """The sections of a communiqué whose entities are known; every paragraph after its title is in one."""
    opening = preamble(communique.paragraphs, communique.text)
    found = units(communique, opening)
    drafts = [*_headed(communique, found), *_apart(found), *by_subject(communique, found)]
    if opening:
        drafts.append(SectionDraft(opening, [("Preamble", "recitals")]))
    return _named(communique, sorted(drafts, key=lambda draft: draft.paragraphs.start))


def _headed(communique: Communique, found: Iterable[Unit]) -> list[SectionDraft]:
    """The text's own headings; those that run in stand below the one above them."""
    drafts: list[SectionDraft] = []
    level = 0
    for unit in found:
        if unit.kind is not ParagraphKind.HEADING:
            continue
        heading = communique.paragraphs[unit.paragraphs.start]
        if heading.run_in:
            drafts.append(SectionDraft(unit.paragraphs, [(communique.words(heading.run_in), RUN_IN)], level + 1))
        else:
            level = heading.level
            drafts.append(SectionDraft(unit.paragraphs, [(_heading_words(communique, unit), HEADING)], level))
    return drafts


def _heading_words(communique: Communique, unit: Unit) -> str:
    """The words of a unit's heading, of two lines where the first is only a mark."""
    first, *others = communique.paragraphs[unit.paragraphs.start : unit.paragraphs.stop][:2]
    second = [one for one in others if one.kind is ParagraphKind.HEADING]
    return " ".join(communique.words(one.span) for one in (first, *second))


def _apart(found: Iterable[Unit]) -> list[SectionDraft]:
    return [SectionDraft(unit.paragraphs, _APART[unit.kind]) for unit in found if unit.kind in _APART]


def _named(communique: Communique, drafts: Sequence[SectionDraft]) -> tuple[Section, ...]:
    """The drafts with the best title that no section before has; the best where none is left."""
    taken: set[str] = set()
    sections = []
    for draft in drafts:
        title, rule = next((t for t in draft.titles if t[0].casefold() not in taken), draft.titles[0])
        taken.add(title.casefold())
        span = span_of(communique, draft.paragraphs)
        sections.append(Section(title, draft.level, span, draft.paragraphs, rule))
    return tuple(sections)
