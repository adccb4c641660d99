"""Stops that lie far off what else their day has."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.kinds import is_base
from travelbot.service.itinerary.problem import Problem, ProblemKind, called
from travelbot.service.itinerary.travel import FLY_KM, last_stop, next_stop, stops_km
from travelbot.service.offline.words import km

FAR_KM = 25.0
"""Closer than this, about an hour there and back, nothing is far off."""
FAR_SPREADS = 4.0
"""So many times farther from the nearest other stop than those are from each other."""
MOST_ON_THE_WAY = 0.5
"""A stop is on the way if going by it adds less than this share of going there and back."""
FEWEST_OTHERS = 2


@dataclass(frozen=True)
class _Placed:
    """A stop among those that are visited before and after it, on whatever day."""

    index: int
    stop: Stop
    before: Stop | None
    after: Stop | None


def far_stops(itinerary: Itinerary, day: int) -> Iterator[Problem]:
    """The stops for whose sake one leaves the day's others far behind and comes back.

    Who travels on doesn't come back, so days on the road have none. Hotels, stations and airports
    are never far off, nor is a place of which nobody knows for sure where it is.
    """
    ways = list(_ways(itinerary, day))
    sights = [way for way in ways if not is_base(way.stop)]
    for way in sights:
        others = [other.stop for other in sights if other is not way]
        if len(others) < FEWEST_OTHERS or not _is_verified(way.stop):
            continue
        nearest = min(stops_km(way.stop, other) for other in others)
        far = max(FAR_KM, FAR_SPREADS * _spread(others))
        if nearest > far and _is_detour(way, nearest, far):
            yield _far(day, way, nearest)


def _far(day: int, way: _Placed, nearest: float) -> Problem:
    name = called(way.stop)
    return Problem(
        ProblemKind.FAR,
        day,
        way.index,
        f"{name} is about {km(nearest)} from everything else on day {day + 1}.",
        f"Move {name} to a day of its own",
    )


def _ways(itinerary: Itinerary, day: int) -> Iterator[_Placed]:
    placed = [(i, stop) for i, stop in enumerate(itinerary.days[day].stops) if stop.marker]
    befores = [last_stop(itinerary, day), *(stop for _, stop in placed)]
    afters = [*(stop for _, stop in placed[1:]), next_stop(itinerary, day)]
    for (index, stop), before, after in zip(placed, befores, afters, strict=False):
        yield _Placed(index, stop, before, after)


def _is_detour(way: _Placed, nearest: float, far: float) -> bool:
    """Whether one goes far and comes back; at the trip's ends, whether too far to go by land."""
    if way.before is None or way.after is None:
        return way.stop.mode is None and nearest > FLY_KM
    there, back = stops_km(way.before, way.stop), stops_km(way.stop, way.after)
    shorter, added = min(there, back), there + back - stops_km(way.before, way.after)
    return shorter > far and added > MOST_ON_THE_WAY * 2 * shorter


def _spread(stops: list[Stop]) -> float:
    """How far stops usually are from the nearest other one, in km."""
    return median(min(stops_km(s, o) for o in stops if o is not s) for s in stops)


def _is_verified(stop: Stop) -> bool:
    return stop.marker is not None and stop.marker.verified
