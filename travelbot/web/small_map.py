"""Where a trip goes, as a picture of about a kilobyte: red dots on a cut-out of the land."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from travelbot.models.trips import Point
from travelbot.service.viewport import narrowest_span, projected
from travelbot.web.basemap.land import WORLD, Spot, coasts
from travelbot.web.map_pins import PIN

WIDTH, HEIGHT = 320, 150
"""Of the picture, in its own units: about a pixel on a card."""
MARGIN = 0.2
"""Beside the dots, as a part of what they span."""
NARROWEST = 0.06
"""Of the world's width; closer up the land is too coarse."""
WHOLE = (0.02, 0.2, 0.96)
"""West, north and width of what is shown of the world where nothing is pinned."""
DOT, RIM = 9, 13
"""Diameters."""
STEP = 4
"""Between the spots of a coast, at least."""
BLEED = 2 * STEP
"""Beyond the picture's edges, where outlines may run askew."""
SMALLEST = 3
"""Spots of an island that is drawn."""
LAND = "#8fb3a3"
"""With `LAND_OPACITY` it is seen on the paper of both themes."""
LAND_OPACITY = 0.5
KEPT = 4096
"""Pictures of the last trips, a few megabytes."""


class Crop(NamedTuple):
    """A part of the world in WIDTH : HEIGHT; the world is 1 wide and high, from the north-west."""

    west: float
    north: float
    width: float


@lru_cache(KEPT)
def small_map(points: tuple[Point, ...]) -> str:
    """The picture, as a URL that holds it."""
    crop = crop_of(points)
    dots = "".join(f"M{x} {y}h0" for x, y in (_dot(point, crop) for point in points))
    picture = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        f"stroke-linecap='round'><path d='{_land(crop)}' fill='{LAND}' opacity='{LAND_OPACITY}'/>"
        f"<path d='{dots}' stroke='#fff' stroke-width='{RIM}'/>"
        f"<path d='{dots}' stroke='#{bytes(PIN).hex()}' stroke-width='{DOT}'/></svg>"
    )
    return "data:image/svg+xml," + quote(picture, safe=" =:/'")


def crop_of(points: Sequence[Point]) -> Crop:
    """What is shown: all points with room around them, the short way round the world."""
    if not points:
        return Crop(*WHOLE)
    spots = [projected(latitude, longitude) for longitude, latitude in points]
    west, span = narrowest_span([x for x, _ in spots])
    north, south = min(y for _, y in spots), max(y for _, y in spots)
    width = max(NARROWEST, (1 + 2 * MARGIN) * max(span, (south - north) * WIDTH / HEIGHT))
    height = width * HEIGHT / WIDTH
    return Crop(west + (span - width) / 2, (north + south - height) / 2, width)


def _dot(point: Point, crop: Crop) -> tuple[int, int]:
    longitude, latitude = point
    x, y = projected(latitude, longitude)
    scale = WIDTH / crop.width
    return round((x - crop.west) % 1 * scale), round((y - crop.north) * scale)


def _land(crop: Crop) -> str:
    """A path; the world repeats on both of its sides."""
    return "".join(_of_turn(crop, turn * WORLD) for turn in (-1, 0, 1))


def _of_turn(crop: Crop, east: int) -> str:
    """The part of the path that lies in the world so far to the east of the first one."""
    scale = WIDTH / (crop.width * WORLD)
    west, north = crop.west * WORLD - east, crop.north * WORLD
    return "".join(
        _outline([(round((x - west) * scale), round((y - north) * scale)) for x, y in spots])
        for spots in _cut_out(
            west - BLEED / scale,
            north - BLEED / scale,
            west + (WIDTH + BLEED) / scale,
            north + (HEIGHT + BLEED) / scale,
        )
    )


def _cut_out(west: float, north: float, east: float, south: float) -> Iterator[Sequence[Spot]]:
    """The land in a box."""
    for coast in coasts():
        if coast.west < east and coast.east > west and coast.north < south and coast.south > north:
            spots = _halved(coast.spots, 0, west, 1)
            spots = _halved(spots, 0, east, -1)
            spots = _halved(spots, 1, north, 1)
            yield _halved(spots, 1, south, -1)


def _halved(spots: Sequence[Spot], axis: int, bound: float, side: int) -> Sequence[Spot]:
    """The part of a closed outline on one side of a bound (Sutherland and Hodgman)."""
    beyond = [(spot[axis] - bound) * side for spot in spots]
    if all(distance >= 0 for distance in beyond):
        return spots
    kept: list[Spot] = []
    before, was = spots[-1], beyond[-1]
    for spot, now in zip(spots, beyond, strict=True):
        if was * now < 0:
            part = was / (was - now)
            x, y = spot[0] - before[0], spot[1] - before[1]
            kept.append((before[0] + part * x, before[1] + part * y))
        if now >= 0:
            kept.append(spot)
        before, was = spot, now
    return kept


def _outline(spots: Sequence[tuple[int, int]]) -> str:
    """A closed path of the spots that are some way from each other."""
    kept = list(spots[:1])
    for x, y in spots[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= STEP:
            kept.append((x, y))
    if len(kept) < SMALLEST:
        return ""
    steps = " ".join(f"{right - x} {down - y}" for (x, y), (right, down) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{steps}z".replace(" -", "-")
