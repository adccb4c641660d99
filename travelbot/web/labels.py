"""On which side of its pin each label stands, so that they cover each other little."""

from collections.abc import Iterable, Sequence
from math import dist, inf
from typing import Literal, NamedTuple

from travelbot.models.trip_map import MAX_ZOOM, Marker, Viewport
from travelbot.service.viewport import pixels

CHARACTER, LINE = 7.5, 18.0
"""Pixels: mean width of a character and height of a line at 13 px."""
GAP = 11.0
"""Pixels between the pin's centre and its label."""

EDGE = 180.0
"""Pixels from the centre to the edge of the map on a phone."""

CLOSE = 14.0
"""Pixels between pins that hide each other."""
STEP = 1.5
"""Zoom levels from one try to the next."""
TOLERABLE = 0.4
"""Part of a label that may be hidden."""

Side = Literal["top", "right", "bottom", "left"]


class Placement(NamedTuple):
    """A label's offset from its pin in pixels, and which part of the text stands there."""

    offset: tuple[float, float]
    anchor: Literal["start", "middle", "end"]
    from_zoom: float = 0.0
    """The zoom from which there is room for it; 0 for every zoom."""


PLACEMENTS: dict[Side, Placement] = {
    "top": Placement((0, -GAP - LINE / 2), "middle"),
    "right": Placement((GAP, 0), "start"),
    "left": Placement((-GAP, 0), "end"),
    "bottom": Placement((0, GAP + LINE / 2), "middle"),
}

Box = tuple[float, float, float, float]


def place_labels(markers: Sequence[Marker], viewport: Viewport) -> list[Placement]:
    """One placement a marker: the side that hides the least of what stands.

    Labels without room wait for a closer zoom, first of all those of pins that stand on another.
    """
    chosen = _with_room(markers, viewport, {}, EDGE)
    zoom = viewport.zoom + STEP
    while len(chosen) < len(markers) and zoom < MAX_ZOOM:
        closer = viewport.model_copy(update={"zoom": zoom})
        for index, placement in _with_room(markers, closer, chosen, inf).items():
            chosen.setdefault(index, placement._replace(from_zoom=zoom))
        zoom += STEP
    last = PLACEMENTS["top"]._replace(from_zoom=MAX_ZOOM)
    return [chosen.get(index, last) for index in range(len(markers))]


def _with_room(
    markers: Sequence[Marker], viewport: Viewport, chosen: dict[int, Placement], edge: float
) -> dict[int, Placement]:
    """The labels `chosen` before and those that find room among them, long ones first."""
    spots = [pixels(viewport, marker) for marker in markers]
    taken: list[Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y in spots]
    taken += [_box(*spots[i], markers[i].label, placement) for i, placement in chosen.items()]
    found = dict(chosen)
    for index in sorted(_apart(spots, chosen), key=lambda index: -len(markers[index].label)):
        label, spot = markers[index].label, spots[index]
        boxes = {side: _box(*spot, label, PLACEMENTS[side]) for side in PLACEMENTS}
        hidden = {side: _hidden(box, taken, edge) for side, box in boxes.items()}
        best = min(PLACEMENTS, key=lambda side: hidden[side])
        if hidden[best] <= TOLERABLE * _area(boxes[best]):
            taken.append(boxes[best])
            found[index] = PLACEMENTS[best]
    return found


def _apart(spots: Sequence[tuple[float, float]], labelled: Iterable[int]) -> list[int]:
    """The pins that aren't labelled yet and stand on none that is, nor on each other."""
    seen = [spots[index] for index in labelled]
    known, found = set(labelled), []
    for index, spot in enumerate(spots):
        if index not in known and all(dist(spot, other) >= CLOSE for other in seen):
            seen.append(spot)
            found.append(index)
    return found


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _hidden(box: Box, taken: Sequence[Box], edge: float) -> float:
    """How much of the label other things cover or the edge of a small map cuts off."""
    beyond = max(0.0, -edge - box[0]) + max(0.0, box[2] - edge)
    return beyond * LINE + sum(_overlap(box, other) for other in taken)


def _box(x: float, y: float, label: str, placement: Placement) -> Box:
    width = len(label) * CHARACTER
    left = {"start": 0.0, "middle": width / 2, "end": width}[placement.anchor]
    x, y = x + placement.offset[0] - left, y + placement.offset[1]
    return x, y - LINE / 2, x + width, y + LINE / 2


def _overlap(a: Box, b: Box) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0
