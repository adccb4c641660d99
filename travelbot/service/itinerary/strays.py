"""Stops that lie far off what else their day has."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from travelbot.models.itinerary import Itinerary, Stop
from travelbot.service.itinerary.kinds import is_base
from travelbot.service.itinerary.problem import Problem, ProblemKind, called
from travelbot.service.itinerary.travel import FLY_KM, last_stop, next_stop, stops_km
from travelbot.service.quantities import km

FAR_KM = 25.0
"""Closer than this, about an hour there and back, nothing is far off."""
FAR_GAPS = 4.0
"""So many times farther from the nearest other stop than is usual on its day."""
MOST_ON_THE_WAY = 0.5
"""A stop is on the way if going by it adds less than this share of going there and back."""
FEWEST = 3
"""With two stops, either is as far off as the other."""


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
    sights = [way for way in _ways(itinerary, day) if not is_base(way.stop)]
    if len(sights) < FEWEST:
        return
    gaps = [_gap(way, sights) for way in sights]
    far = max(FAR_KM, FAR_GAPS * median(gaps))
    for way, gap in zip(sights, gaps, strict=True):
        if gap > far and _is_verified(way.stop) and _is_detour(way, gap, far):
            yield _far(day, way, gap)


def _far(day: int, way: _Placed, gap: float) -> Problem:
    name = called(way.stop)
    return Problem(
        ProblemKind.FAR,
        day,
        way.index,
        f"{name} is about {km(gap)} from everything else on day {day + 1}.",
        f"Move {name} to a day of its own",
    )


def _ways(itinerary: Itinerary, day: int) -> Iterator[_Placed]:
    placed = [(i, stop) for i, stop in enumerate(itinerary.days[day].stops) if stop.marker]
    befores = [last_stop(itinerary, day), *(stop for _, stop in placed)]
    afters = [*(stop for _, stop in placed[1:]), next_stop(itinerary, day)]
    for (index, stop), before, after in zip(placed, befores, afters, strict=False):
        yield _Placed(index, stop, before, after)


def _gap(way: _Placed, sights: list[_Placed]) -> float:
    """From a stop to the nearest other one, in km."""
    return min(stops_km(way.stop, other.stop) for other in sights if other is not way)


def _is_detour(way: _Placed, gap: float, far: float) -> bool:
    """Whether one goes far and comes back; at the trip's ends, whether too far to go by land."""
    if way.before is None or way.after is None:
        return way.stop.mode is None and gap > FLY_KM
    there, back = stops_km(way.before, way.stop), stops_km(way.stop, way.after)
    shorter, added = min(there, back), there + back - stops_km(way.before, way.after)
    return shorter > far and added > MOST_ON_THE_WAY * 2 * shorter


def _is_verified(stop: Stop) -> bool:
    return stop.marker is not None and stop.marker.verified
