"""Analyses a communiqué that was parsed: recognises its entities, outlines it, completes its identity."""

from dataclasses import replace
from typing import Protocol

from viewer.core.communique import Communique
from viewer.core.mentions import Entity, Mention
from viewer.core.named_identity import with_names_known


class Recognition(Protocol):
    """What a recogniser found: entities in order of first mention, mentions in text order."""

    @property
    def entities(self) -> tuple[Entity, ...]: ...
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


class Recogniser(Protocol):
    """Finds what a communiqué names."""

    def recognise(self, communique: Communique, /) -> Recognition: ...


def analyse(communique: Communique, recogniser: Recogniser) -> Communique:
    """The communiqué with its entities, mentions and sections; pure, and the same for the same recogniser."""
    return with_sections(with_names(communique, recogniser))


def with_names(communique: Communique, recogniser: Recogniser) -> Communique:
    """The first half of the analysis, which the reader sees first: entities and mentions."""
    recognition = recogniser.recognise(communique)
    named = replace(communique, entities=recognition.entities, mentions=recognition.mentions, analysed=True)
    return replace(named, identity=with_names_known(named))


def with_sections(communique: Communique) -> Communique:
    """The other half: the outline of a communiqué whose names are known."""
    from viewer.core.outline.sections import outline  # noqa: PLC0415 - the names do not wait for its many rules

    return replace(communique, sections=outline(communique))
