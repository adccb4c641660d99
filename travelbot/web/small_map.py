"""Where a trip goes, as a picture of a few hundred bytes: red dots over a cut-out of the land."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from travelbot.models.trips import Point
from travelbot.service.viewport import narrowest_span, projected
from travelbot.web.basemap import WORLD
from travelbot.web.map_pins import PIN

WIDTH, HEIGHT = 320, 150
"""Of the picture, in its own units: about a pixel on a card."""
MARGIN = 0.2
"""Beside the dots, as a part of what they span."""
NARROWEST = 0.045
"""Of the world's width; closer up the land is too coarse."""
WHOLE = (0.02, 0.2, 0.96)
"""West, north and width of what is shown of the world where nothing is pinned."""
DOT, RIM = 9, 13
"""Diameters."""


class Crop(NamedTuple):
    """A part of the world in WIDTH : HEIGHT; the world is 1 wide and high, from the north-west."""

    west: float
    north: float
    width: float


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


def small_map(points: Sequence[Point], name: str, land_url: str) -> str:
    """HTML of the picture, with a name for those who don't see it."""
    crop = crop_of(points)
    box = (crop.west, crop.north, crop.width, crop.width * HEIGHT / WIDTH)
    view = ",".join(f"{part * WORLD:.0f}" for part in box)
    return (
        f'<div class="small-map"><img src="{land_url}#svgView(viewBox({view}))" alt="">'
        f'<img src="data:image/svg+xml,{quote(_dots(points, crop), safe=" =:/")}" '
        f'alt="{escape(name)}"></div>'
    )


def _dots(points: Sequence[Point], crop: Crop) -> str:
    """A path of no length has nothing but its round ends."""
    path = "".join(f"M{x} {y}h0" for x, y in (_spot(point, crop) for point in points))
    colour = f"#{bytes(PIN).hex()}"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        f"stroke-linecap='round'><path d='{path}' stroke='#fff' stroke-width='{RIM}'/>"
        f"<path d='{path}' stroke='{colour}' stroke-width='{DOT}'/></svg>"
    )


def _spot(point: Point, crop: Crop) -> tuple[int, int]:
    longitude, latitude = point
    x, y = projected(latitude, longitude)
    scale = WIDTH / crop.width
    return round((x - crop.west) % 1 * scale), round((y - crop.north) * scale)
