"""Draws the land for small maps from the countries: `python -m travelbot.web.basemap.land`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from travelbot.service.viewport import projected
from travelbot.web.basemap import ASSETS, BORDERS, LAND, WORLD

Spot = tuple[int, int]

FILL, BORDER = "#8fb3a3", "#fff"
"""Seen on the paper of both themes."""
FILL_OPACITY, BORDER_OPACITY = 0.5, 0.35
SMALLEST_RING = 3
"""Different spots of a triangle."""


def land_svg(countries: dict[str, Any]) -> str:
    """All countries of a GeoJSON feature collection in one picture."""
    rings = (
        ring
        for country in countries["features"]
        for polygon in country["geometry"]["coordinates"]
        for ring in polygon
    )
    path = "".join(_outlines(rings))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WORLD} {WORLD}">'
        f'<g id="world" fill="{FILL}" fill-opacity="{FILL_OPACITY}">'
        f'<path stroke="{BORDER}" stroke-opacity="{BORDER_OPACITY}" '
        f'vector-effect="non-scaling-stroke" d="{path}"/></g>'
        f'<use href="#world" x="-{WORLD}"/><use href="#world" x="{WORLD}"/></svg>\n'
    )


def _outlines(rings: Iterable[Sequence[Sequence[float]]]) -> Iterator[str]:
    for ring in rings:
        spots = list(dict.fromkeys(_spot(longitude, latitude) for longitude, latitude in ring))
        if len(spots) >= SMALLEST_RING:
            yield _outline(spots)


def _spot(longitude: float, latitude: float) -> Spot:
    x, y = projected(latitude, longitude)
    return round(x * WORLD), round(y * WORLD)


def _outline(spots: Sequence[Spot]) -> str:
    """A closed path; each spot is written as the way from the one before."""
    steps = (f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(spots))
    x, y = spots[0]
    return f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-")


def main() -> None:
    """Write the picture beside the countries."""
    countries = json.loads((ASSETS / BORDERS[-1]).read_text("utf-8"))
    (ASSETS / LAND).write_text(land_svg(countries), "utf-8")


if __name__ == "__main__":
    main()
