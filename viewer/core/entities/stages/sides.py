"""Finds the state or body that a person acts for, by where its name starts or ends."""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.core.entities.lexicon import Sign
from viewer.core.entities.matching import Sighting
from viewer.core.entities.reading import Candidate, Reading


class Side(NamedTuple):
    """A state or a body, and where its name stands. `listed` tells whether the gazetteer knows the body."""

    start: int
    end: int
    state: str | None
    organisation: str | None
    listed: bool = True


class Sides:
    """The states and bodies of one text; a body known by its head noun goes before the names inside it."""

    __slots__ = ("_ending", "_heads", "_reading", "_starting")

    def __init__(self, reading: Reading, bodies: Sequence[Candidate]) -> None:
        self._reading = reading
        self._starting = {body.start: body for body in bodies}
        self._ending = {body.end: body for body in bodies}
        self._heads = {head.start: head.end for head in reading.sightings[Sign.BODY]}

    def starting(self, position: int) -> Side | None:
        """The state or body whose name starts at a position."""
        body, name = self._starting.get(position), self._reading.name_starting.get(position)
        if body is not None and (name is None or body.end >= name.end):
            return self._of_body(body)
        if name is None and (end := self._heads.get(position)):  # "the Commission": which one, its own rule tells
            return Side(position, end, None, None, listed=False)
        return self._of_name(name)

    def ending(self, position: int) -> Side | None:
        body, name = self._ending.get(position), self._reading.name_ending.get(position)
        if body is not None and (name is None or body.start <= name.start):
            return self._of_body(body)
        return self._of_name(name)

    def _of_body(self, body: Candidate) -> Side:
        names = self._reading
        edges = (names.name_starting.get(body.start), names.name_ending.get(body.end))
        states = [name.meaning.key for name in edges if name and name.meaning.sign is Sign.STATE]
        return Side(body.start, body.end, states[-1] if states else None, body.facts.name, listed=False)

    def _of_name(self, name: Sighting | None) -> Side | None:
        if name is None:
            return None
        match name.meaning.sign:
            case Sign.STATE:
                return Side(name.start, name.end, name.meaning.key, None)
            case Sign.ORGANISATION:
                return Side(name.start, name.end, self._owner(name), name.meaning.key)
            case _:
                return None

    def _owner(self, body: Sighting) -> str | None:
        """The state a listed body says it is of: "Bank of Norway", but not "Mission in Liberia"."""
        text, at = self._reading.text, body.start
        while (at := text.find(" of ", at, body.end)) >= 0:
            at += len(" of ")
            state = self._reading.state_at(at + len("the ") if text.startswith("the ", at) else at)
            if state is not None:
                return state.meaning.key
        return None
