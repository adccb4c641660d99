"""Arithmetic on the globe."""

from collections.abc import Iterable
from heapq import nsmallest
from math import asin, cos, radians, sin, sqrt

from travelbot.data.cities import City

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""


def distance_km(a: City, b: City) -> float:
    """Great-circle distance in kilometres, by the haversine formula."""
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    d_lat, d_lon = lat_b - lat_a, radians(b.longitude - a.longitude)
    h = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(h))


def nearest(city: City, cities: Iterable[City], count: int) -> list[City]:
    """The `count` other cities that lie nearest, the nearest first."""
    others = (other for other in cities if other != city)
    return nsmallest(count, others, key=lambda other: distance_km(city, other))
