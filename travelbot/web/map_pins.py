"""What stands on the map: pins with their labels, those of the itinerary numbered by day."""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from travelbot.models.itinerary import Itinerary
from travelbot.models.trip import Trip
from travelbot.models.trip_map import UNVERIFIED, Marker
from travelbot.service.itinerary.colours import day_colour, rgb
from travelbot.service.itinerary.travel import last_stop, stops_km
from travelbot.service.quantities import count
from travelbot.web.labels import Placement, place_labels
from travelbot.web.prose import one_line

PIN = (224, 66, 52)
"""The red of pins that belong to no day."""
TRANSFER_KM = 30.0
"""As far as one goes out from a place to stay; beyond, one moves on."""
MAX_LABELS = 200

Position = tuple[float, float]
"""Longitude and latitude in degrees."""
Colour = tuple[int, ...]


class Pin(NamedTuple):
    """A place on the map with its label, and where in the itinerary it comes."""

    marker: Marker
    label: str
    """On one line."""
    colour: Colour = PIN
    number: int | None = None
    """Of the stop in its day, from 1."""
    day: int | None = None
    """From 1."""
    placement: Placement | None = None
    """Where the label stands; None where the same label stands there already."""

    @property
    def from_zoom(self) -> float:
        """The zoom from which its label is shown; infinite where it has none."""
        return self.placement.from_zoom if self.placement else inf

    @property
    def tip(self) -> str:
        """What is told of it when it is pointed at."""
        lines = [self.label, describe(self.marker)]
        if self.day:
            lines.append(f"Day {self.day}, stop {self.number}")
        return "\n".join(lines)


def pins_of(trip: Trip) -> list[Pin]:
    """All pins, those on top last: with a label rather than without, and then stops."""
    labelled = _labelled(_unlabelled(trip), trip)
    return sorted(labelled, key=lambda pin: pin.from_zoom, reverse=True)


def paths_of(itinerary: Itinerary) -> list[tuple[Colour, list[Position]]]:
    """The colour of each day with a way, and the way from place to place.

    It begins where the day before ended, if that is another part of the world.
    """
    days = [(rgb(day_colour(day)), _path(itinerary, day)) for day in range(len(itinerary.days))]
    return [(colour, path) for colour, path in days if len(path) > 1]


def describe(marker: Marker) -> str:
    """Kind, country, and whether the position is verified."""
    status = "" if marker.verified else UNVERIFIED
    return " · ".join(filter(None, (marker.kind or "place", marker.country, status)))


def alt_text(trip: Trip) -> str:
    """What is on the map, for those who can't see it."""
    pins = _unlabelled(trip)
    if not pins:
        return "Map without pins"
    days = sorted({pin.day for pin in pins if pin.day})
    groups = [_listed(f"day {day}", [pin for pin in pins if pin.day == day]) for day in days]
    others = _listed("other places" if days else "", [pin for pin in pins if not pin.day])
    return f"Map with {count(len(pins), 'pin')}: " + "; ".join(filter(None, (*groups, others)))


def _unlabelled(trip: Trip) -> list[Pin]:
    """The markers that stand at no stop, then the stops in their order."""
    others = (Pin(marker, _name(marker.label)) for marker in trip.other_markers)
    return [*others, *_stops(trip.itinerary)]


def _listed(title: str, pins: list[Pin]) -> str:
    names = ", ".join(pin.label for pin in pins)
    return f"{title}: {names}" if title and names else names


def _path(itinerary: Itinerary, day: int) -> list[Position]:
    stops = [stop for stop in itinerary.days[day].stops if stop.marker]
    before = last_stop(itinerary, day)
    if before and stops and stops_km(before, stops[0]) > TRANSFER_KM:
        stops = [before, *stops]
    return [stop.marker.position for stop in stops if stop.marker]


def _stops(itinerary: Itinerary) -> Iterator[Pin]:
    """They are called as the stops are, which the reader may have given another name."""
    for day, planned in enumerate(itinerary.days, 1):
        colour = rgb(day_colour(day - 1))
        for number, stop in enumerate(planned.stops, 1):
            if stop.marker:
                marker = stop.marker.model_copy(update={"label": stop.place})
                yield Pin(marker, _name(stop.place), colour, number, day)


def _labelled(pins: list[Pin], trip: Trip) -> list[Pin]:
    """The pins with their labels' places; what is visited twice has one label.

    Only so many have labels, because finding room takes time with their square.
    """
    first = {(pin.label, pin.marker.spot): pin for pin in reversed(pins)}
    chosen = list(first.values())[-MAX_LABELS:]
    placements = place_labels([pin.marker for pin in chosen], trip.map.viewport)
    placed = dict(zip(map(id, chosen), placements, strict=True))
    return [pin._replace(placement=placed.get(id(pin))) for pin in pins]


def _name(label: str) -> str:
    """The label as deck.gl shows it: what begins with this mark is an expression to be run."""
    name = one_line(label)
    return f" {name}" if name.startswith("@@") else name
