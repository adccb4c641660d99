"""Which part of the world a viewport shows, and which viewport shows given points."""

from collections.abc import Sequence
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan

from travelbot.models.trip_map import Marker, Viewport

TILE = 512
"""Pixels of the whole world at zoom 0, as in deck.gl."""
WIDTH, HEIGHT = 250, 190
"""Pixels that are surely visible: the map of a phone, less room for labels."""
ROUNDING = 0.01
"""Pixels."""
CLOSEST = 14.0
"""The zoom for a single point or points on one spot."""
MERCATOR_LIMIT = 85.0
"""Degrees of latitude beyond which the projection runs off the map."""


_CLOSE_UP = {"country": 4.5, "region": 7.0, "city": 11.0, "airport": 12.0}
_CLOSE_UP_OF_SIGHT = 14.5


def close_up(marker: Marker) -> Viewport:
    """A view of one place, as close as its kind allows."""
    zoom = _CLOSE_UP.get(marker.kind, _CLOSE_UP_OF_SIGHT)
    return Viewport(latitude=marker.latitude, longitude=marker.longitude, zoom=zoom)


def shows(viewport: Viewport, markers: Sequence[Marker]) -> bool:
    """Whether all markers are in sight, on the smallest map that people have."""
    return all(
        abs(right) <= WIDTH / 2 + ROUNDING and abs(down) <= HEIGHT / 2 + ROUNDING
        for right, down in (pixels(viewport, marker) for marker in markers)
    )


def fit(markers: Sequence[Marker], closest: float = CLOSEST) -> Viewport:
    """The closest viewport, up to zoom `closest`, that shows all markers.

    Takes the short way round where they lie on both sides of the antimeridian.
    """
    points = [projected(marker.latitude, marker.longitude) for marker in markers]
    west, width = narrowest_span([x for x, _ in points])
    north, south = min(y for _, y in points), max(y for _, y in points)
    zooms = (
        log2(pixels / (TILE * extent))
        for pixels, extent in ((WIDTH, width), (HEIGHT, south - north))
        if extent > 0
    )
    zoom = max(0.0, min([closest, *zooms]))
    latitude, longitude = _unproject(west + width / 2, (north + south) / 2)
    return Viewport(latitude=latitude, longitude=longitude, zoom=zoom)


def narrowest_span(xs: Sequence[float]) -> tuple[float, float]:
    """Where the shortest arc around all of these begins, and its width (1 is the world)."""
    ordered = sorted(set(xs))
    following = [*ordered[1:], ordered[0] + 1]
    gap, after = max((right - left, right) for left, right in zip(ordered, following, strict=True))
    return after % 1, 1 - gap


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Web Mercator; both in 0..1, from the north-west corner."""
    limited = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, latitude))
    return (longitude + 180) / 360, (1 - asinh(tan(radians(limited))) / pi) / 2


def _unproject(x: float, y: float) -> tuple[float, float]:
    longitude = (x % 1) * 360 - 180
    return degrees(atan(sinh(pi * (1 - 2 * y)))), longitude


def pixels(viewport: Viewport, marker: Marker) -> tuple[float, float]:
    """Where a marker is on the screen, in pixels right of and below the viewport's centre."""
    scale = TILE * 2**viewport.zoom
    x, y = projected(viewport.latitude, viewport.longitude)
    mx, my = projected(marker.latitude, marker.longitude)
    return ((mx - x + 0.5) % 1 - 0.5) * scale, (my - y) * scale
