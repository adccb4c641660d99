"""Builds the bundled Natural Earth base from the npm package `world-atlas`.

Run `npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz`, then
`python -m travelbot.web.basemap.build package`. The same input gives the same bytes.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from travelbot.web.basemap import ASSETS, BORDERS

Position = tuple[float, float]
Ring = list[Position]

HALF_TURN = 180
SMALLEST_RING = 4
"""Positions of a closed triangle."""
DECIMALS = 2
"""About 1 km, finer than the 1:50m source."""


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Undo TopoJSON's quantization and delta coding (TopoJSON specification, 2.1.3 and 2.1.4)."""
    (scale_x, scale_y), (origin_x, origin_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: Ring = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + origin_x, y * scale_y + origin_y))
        arcs.append(arc)
    return arcs


def stitch(indexes: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Join arcs to one ring; a negative index is the arc `~index` reversed."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def unwrap(ring: Ring) -> Ring:
    """Let a ring that crosses the antimeridian run on past ±180° instead of jumping back.

    A ring around a pole (Antarctica) is closed along the edge of the map.
    """
    turns = 0
    unwrapped = [ring[0]]
    for (previous, _), (longitude, latitude) in pairwise(ring):
        if longitude - previous > HALF_TURN:
            turns -= 1
        elif longitude - previous < -HALF_TURN:
            turns += 1
        unwrapped.append((longitude + 360 * turns, latitude))
    if turns:
        pole = -90.0 if ring[0][1] < 0 else 90.0
        first, last = unwrapped[0], unwrapped[-1]
        unwrapped += [(last[0], pole), (first[0], pole), first]
    return unwrapped


def simplify(ring: Ring) -> Ring:
    """Round to `DECIMALS` and drop the points that became equal to the one before."""
    rounded: Ring = []
    for longitude, latitude in ring:
        position = (round(longitude, DECIMALS), round(latitude, DECIMALS))
        if not rounded or rounded[-1] != position:
            rounded.append(position)
    return rounded


def polygon(rings: Iterable[Iterable[int]], arcs: Sequence[Ring]) -> list[Ring]:
    """The rings of one polygon that still enclose an area."""
    closed = (simplify(unwrap(stitch(ring, arcs))) for ring in rings)
    return [ring for ring in closed if len(ring) >= SMALLEST_RING]


def feature(geometry: dict[str, Any], arcs: Sequence[Ring]) -> dict[str, Any]:
    """One country as a GeoJSON feature with its name."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    polygons = [rings for shape in shapes if (rings := polygon(shape, arcs))]
    return {
        "type": "Feature",
        "properties": {"name": geometry["properties"]["name"]},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def countries(topology: dict[str, Any]) -> dict[str, Any]:
    """All countries as a GeoJSON feature collection."""
    arcs = decode_arcs(topology)
    geometries = topology["objects"]["countries"]["geometries"]
    return {
        "type": "FeatureCollection",
        "features": [feature(geometry, arcs) for geometry in geometries],
    }


def main() -> None:
    """Write the two resolutions beside the styles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    source: Path = parser.parse_args().package
    for name in BORDERS:
        topology = json.loads((source / name).read_text("utf-8"))
        text = json.dumps(countries(topology), ensure_ascii=False, separators=(",", ":"))
        (ASSETS / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
