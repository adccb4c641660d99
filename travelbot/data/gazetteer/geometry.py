"""Distances on the globe and the one-degree cells that places are indexed by."""

from collections.abc import Iterator
from math import asin, cos, degrees, floor, pi, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius, IUGG."""
HALF_GLOBE_KM = pi * EARTH_RADIUS_KM
_COLUMNS = 360
_POLE = 90


def distance_km(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in kilometres between two points given in degrees."""
    phi, phi2 = radians(latitude), radians(latitude2)
    half_height = sin((phi2 - phi) / 2) ** 2
    half_width = sin(radians(longitude2 - longitude) / 2) ** 2
    return (
        2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_height + cos(phi) * cos(phi2) * half_width)))
    )


def cell(latitude: float, longitude: float) -> int:
    """Number of the one-degree cell that holds a point; 360 cells to a row, rows from the south."""
    return _row(latitude) * _COLUMNS + floor(longitude + 180) % _COLUMNS


def cell_ranges(latitude: float, longitude: float, radius_km: float) -> Iterator[tuple[int, int]]:
    """Yield inclusive ranges of cells that cover a circle, over the antimeridian and the poles."""
    reach = degrees(radius_km / EARTH_RADIUS_KM)
    south, north = latitude - reach, latitude + reach
    first, last = _columns(
        latitude, longitude, reach, touches_pole=south <= -_POLE or north >= _POLE
    )
    for row in range(_row(south), _row(north) + 1):
        if last - first >= _COLUMNS - 1:
            yield row * _COLUMNS, (row + 1) * _COLUMNS - 1
            continue
        west, east = first % _COLUMNS, last % _COLUMNS
        if west <= east:
            yield row * _COLUMNS + west, row * _COLUMNS + east
        else:
            yield row * _COLUMNS + west, (row + 1) * _COLUMNS - 1
            yield row * _COLUMNS, row * _COLUMNS + east


def _row(latitude: float) -> int:
    return min(179, max(0, floor(latitude + 90)))


def _columns(
    latitude: float, longitude: float, reach: float, *, touches_pole: bool
) -> tuple[int, int]:
    if touches_pole:
        return 0, _COLUMNS - 1
    spread = degrees(asin(min(1.0, sin(radians(reach)) / cos(radians(latitude)))))
    return floor(longitude - spread + 180), floor(longitude + spread + 180)
