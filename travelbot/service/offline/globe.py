"""Distances, directions and short ways between places."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin
from typing import Protocol

from travelbot.data.gazetteer.geometry import distance_km
from travelbot.models.places import Place

_ROSE = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)


class Spot(Protocol):
    """Anything that is somewhere: a place, a marker."""

    @property
    def latitude(self) -> float:
        """Degrees north."""
        ...

    @property
    def longitude(self) -> float:
        """Degrees east."""
        ...


def each_once(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places without those that came before."""
    return tuple({place.id: place for place in places}.values())


def km_between(a: Spot, b: Spot) -> float:
    """Great-circle distance in kilometres."""
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)


def length_km(way: Sequence[Spot]) -> float:
    """Length of the way from one to the next."""
    return sum(km_between(a, b) for a, b in pairwise(way))


def direction(start: Place, to: Place) -> str:
    """Where a place lies as seen from another: "north-east"."""
    phi, phi2 = radians(start.latitude), radians(to.latitude)
    east = radians(to.longitude - start.longitude)
    ahead = cos(phi) * sin(phi2) - sin(phi) * cos(phi2) * cos(east)
    bearing = degrees(atan2(sin(east) * cos(phi2), ahead))
    return _ROSE[round(bearing / 45) % len(_ROSE)]


def short_way(start: Place, others: Sequence[Place], end: Place | None = None) -> list[Place]:
    """A short way from a start through all others, and to the end where one is given.

    Goes to the nearest each time, then reverses stretches as long as that saves anything.
    """
    way, left = [start], list(others)
    while left:
        way.append(min(left, key=lambda place: (km_between(way[-1], place), place.id)))
        left.remove(way[-1])
    return _untangled([*way, end] if end else way, fixed_end=end is not None)


def _untangled(way: list[Place], *, fixed_end: bool) -> list[Place]:
    last = len(way) - fixed_end
    stretches = [(i, j) for i in range(1, last) for j in range(i + 2, last + 1)]
    while True:
        turned = [[*way[:i], *reversed(way[i:j]), *way[j:]] for i, j in stretches]
        best = min(turned, key=length_km, default=way)
        if length_km(best) > length_km(way) - 1e-6:
            return way
        way = best
