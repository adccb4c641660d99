"""The land without borders, for small maps; `python -m travelbot.web.basemap.land` builds it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from travelbot.service.viewport import projected
from travelbot.web.basemap import ASSETS, BORDERS

FILE = Path(__file__).parent / "land.json"
WORLD = 7200
"""Width and height of the land's Web Mercator, whose spots are whole numbers."""
SMALLEST_RING = 4
"""Spots of a closed triangle."""

Spot = tuple[float, float]
Edge = tuple[Spot, Spot]


class Coast(NamedTuple):
    """An outline, closed, and the box that it is in."""

    spots: tuple[Spot, ...]
    west: float
    north: float
    east: float
    south: float


@cache
def coasts() -> tuple[Coast, ...]:
    """All land; where it crosses the antimeridian it runs on past WORLD."""
    rings = json.loads(FILE.read_text("utf-8"))
    return tuple(_coast(tuple(zip(ring[::2], ring[1::2], strict=True))) for ring in rings)


def _coast(spots: tuple[Spot, ...]) -> Coast:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return Coast(spots, min(xs), min(ys), max(xs), max(ys))


def land(countries: dict[str, Any]) -> list[list[float]]:
    """The outlines of all countries of a GeoJSON feature collection, each as x, y, x, y."""
    rings = (
        [_spot(longitude, latitude) for longitude, latitude in ring]
        for country in countries["features"]
        for polygon in country["geometry"]["coordinates"]
        for ring in polygon
    )
    return [
        [number for spot in ring for number in spot]
        for ring in _joined(_coastal(list(rings)))
        if len(ring) >= SMALLEST_RING
    ]


def _spot(longitude: float, latitude: float) -> Spot:
    x, y = projected(latitude, longitude)
    return round(x * WORLD), round(y * WORLD)


def _coastal(rings: Iterable[list[Spot]]) -> list[Edge]:
    """The edges that belong to one country only."""
    edges = [edge for ring in rings for edge in pairwise(ring) if edge[0] != edge[1]]
    shared = Counter(frozenset(edge) for edge in edges)
    return [edge for edge in edges if shared[frozenset(edge)] == 1]


def _joined(edges: Iterable[Edge]) -> Iterator[list[Spot]]:
    """Rings made of edges that go on where another ends."""
    following = defaultdict(list)
    for start, end in edges:
        following[start].append(end)
    for start in list(following):
        while following[start]:
            ring = [start]
            while following[ring[-1]]:
                ring.append(following[ring[-1]].pop())
            yield ring


def main() -> None:
    """Write the land beside this file."""
    countries = json.loads((ASSETS / BORDERS[-1]).read_text("utf-8"))
    FILE.write_text(json.dumps(land(countries), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
