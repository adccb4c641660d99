"""Distances and directions, by another way than the guide's own."""

from itertools import pairwise
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from travelbot.models.places import Place

COMPASS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]


def km(a: Place, b: Place) -> float:
    """By the chord between the points, on a globe of the mean radius."""
    chord = sqrt(sum((p - q) ** 2 for p, q in zip(_point(a), _point(b), strict=True)))
    return 2 * 6371.0088 * asin(min(1.0, chord / 2))


def _point(place: Place) -> tuple[float, float, float]:
    phi, lam = radians(place.latitude), radians(place.longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def length(way: list[Place]) -> float:
    return sum(km(a, b) for a, b in pairwise(way))


def is_km(said: str, true: float) -> bool:
    """Whether a distance is rounded well: to 0.1 km below 10 km, else to 1 km."""
    if said.startswith("under"):
        return true < 0.1
    number = said.split(" ", maxsplit=1)[0].replace(",", "")
    return abs(float(number) - true) <= (0.051 if "." in number else 0.501)


def is_both(said_km: str, said_miles: str, true: float) -> bool:
    return is_km(said_km, true) and is_km(said_miles, true / 1.609344)


def is_way(said: str, start: Place, to: Place) -> bool:
    """Whether a direction is right, within the eighth of the circle that it names."""
    p, q = _point(start), _point(to)
    phi, lam = radians(start.latitude), radians(start.longitude)
    north = (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi))
    east = (-sin(lam), cos(lam), 0.0)
    step = [b - a for a, b in zip(p, q, strict=True)]
    bearing = degrees(atan2(_dot(step, east), _dot(step, north)))
    off = (bearing - 45 * COMPASS.index(said) + 180) % 360 - 180
    return abs(off) <= 22.6


def _dot(a: "list[float]", b: "tuple[float, float, float]") -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))
