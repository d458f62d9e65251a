"""Stage: gives events the date and the place their sentence names; one of a row without either is let go."""

from bisect import bisect_left
from collections.abc import Sequence

from viewer.core.entities.reading import Candidate, Reading
from viewer.core.mentions import EntityKind

_NEAR = 160
"""How far from an event, in characters, its date or place may stand."""
_UNSTEADY = ("next ", "last ", "previous ")


def place_events(reading: Reading, events: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The events with date and place: the first after the event and before the next one, in the same sentence.

    A date or place before the event counts where none follows and no other event stands between.
    """
    dates = sorted(one for one in found if one.kind is EntityKind.DATE and one.facts.iso)
    places = sorted(one for one in found if one.kind is EntityKind.PLACE and one.rule == "place-city")
    placed = []
    for number, event in enumerate(events):
        start, end = reading.words.sentence(event.start)
        floor = max(start, event.start - _NEAR, events[number - 1].end if number else 0)
        reach = min(end, event.end + _NEAR, events[number + 1].start if number + 1 < len(events) else end)
        around = (floor, event.start, event.end, max(reach, event.end))
        date = _nearest(dates, around)
        place = _located(reading, places, around)
        placed += _with(reading, event, date, place)
    return placed


def _nearest(found: Sequence[Candidate], around: tuple[int, int, int, int]) -> Candidate | None:
    floor, start, end, reach = around
    after = bisect_left(found, (end,))
    if after < len(found) and found[after].end <= reach:
        return found[after]
    before = bisect_left(found, (start,)) - 1
    return found[before] if before >= 0 and found[before].start >= floor else None


def _located(reading: Reading, places: Sequence[Candidate], around: tuple[int, int, int, int]) -> Candidate | None:
    """The nearest city that stands after "in" or "at"."""
    place = _nearest(places, around)
    before = reading.text[max(0, place.start - 4) : place.start] if place else ""
    return place if before.endswith((" in ", " at ")) else None


def _with(reading: Reading, event: Candidate, date: Candidate | None, place: Candidate | None) -> list[Candidate]:
    if event.rule == "event-by-order":
        if date is None and place is None:
            return []
        event = _told_by_place(reading, event, place)
    iso = date.facts.iso if date else None
    return [
        event._replace(
            facts=event.facts._replace(date=iso, place=reading.text[place.start : place.end] if place else None)
        )
    ]


def _told_by_place(reading: Reading, event: Candidate, place: Candidate | None) -> Candidate:
    """An event told only by "next", "last" or a year takes the place after it into its name: "last meeting in Bonn"."""
    words = reading.text[event.start : event.end]
    if place is None or not (words.startswith(_UNSTEADY) or words[0].isdigit()):
        return event
    if reading.text[event.end : place.start] != " in ":
        return event
    name = " ".join(reading.text[event.start : place.end].split())
    facts = event.facts._replace(name=name[:1].upper() + name[1:])
    return event._replace(end=place.end, key=name.casefold(), facts=facts)
