"""The ways of an itinerary's days."""

from collections.abc import Sequence
from typing import TypeVar

from travelbot.models.itinerary import Stop
from travelbot.models.places import Place
from travelbot.service.grounding.markers import of_place
from travelbot.service.offline.globe import Spot, length_km

T = TypeVar("T")


def stop_at(place: Place) -> Stop:
    """A stop at a place of the gazetteer."""
    return Stop(place=place.name, marker=of_place(place, place.name), timezone=place.timezone)


def way(base: Place | None, stops: Sequence[Stop]) -> list[Spot]:
    """From where the day begins through all stops whose position is known."""
    spots: list[Spot] = [base] if base else []
    return [*spots, *(stop.marker for stop in stops if stop.marker)]


def way_km(base: Place | None, stops: Sequence[Stop]) -> float:
    """Length of that way."""
    return length_km(way(base, stops))


def saved_km(base: Place | None, stops: Sequence[Stop], index: int) -> float:
    """How much shorter the way is without a stop."""
    return way_km(base, stops) - way_km(base, without(stops, index))


def best_index(base: Place | None, stops: Sequence[Stop], new: Stop) -> int:
    """Where a stop adds least to the way; at the end if its position isn't known."""
    if new.marker is None:
        return len(stops)
    return min(
        range(len(stops) + 1),
        key=lambda i: (round(way_km(base, (*stops[:i], new, *stops[i:])), 3), -i),
    )


def without(values: Sequence[T], index: int) -> tuple[T, ...]:
    """The values but one."""
    return (*values[:index], *values[index + 1 :])


def inserted(values: Sequence[T], index: int, value: T) -> tuple[T, ...]:
    """The values and one more."""
    return (*values[:index], value, *values[index:])
