"""On which side of its pin each label stands, so that they cover each other little."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from travelbot.models.trip_map import Marker, Viewport
from travelbot.service.viewport import pixels

CHARACTER, LINE = 7.5, 18.0
"""Pixels: mean width of a character and height of a line at 13 px."""
GAP = 11.0
"""Pixels between the pin's centre and its label."""

EDGE = 180.0
"""Pixels from the centre to the edge of the map on a phone."""

Side = Literal["top", "right", "bottom", "left"]


class Placement(NamedTuple):
    """A label's offset from its pin in pixels, and which part of the text stands there."""

    offset: tuple[float, float]
    anchor: Literal["start", "middle", "end"]


PLACEMENTS: dict[Side, Placement] = {
    "top": Placement((0, -GAP - LINE / 2), "middle"),
    "right": Placement((GAP, 0), "start"),
    "left": Placement((-GAP, 0), "end"),
    "bottom": Placement((0, GAP + LINE / 2), "middle"),
}

Box = tuple[float, float, float, float]


def place_labels(markers: Sequence[Marker], viewport: Viewport) -> list[Placement]:
    """One placement a marker: the side that hides the least of what stands.

    Long labels choose first, because short ones find room more easily.
    """
    spots = [pixels(viewport, marker) for marker in markers]
    taken: list[Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y in spots]
    chosen: dict[int, Placement] = {}
    for index in sorted(range(len(markers)), key=lambda index: -len(markers[index].label)):
        boxes = {
            side: _box(*spots[index], markers[index].label, PLACEMENTS[side]) for side in PLACEMENTS
        }
        best = min(boxes, key=lambda side: _hidden(boxes[side], taken))
        taken.append(boxes[best])
        chosen[index] = PLACEMENTS[best]
    return [chosen[index] for index in range(len(markers))]


def _hidden(box: Box, taken: Sequence[Box]) -> float:
    """How much of the label other things cover or the edge of a small map cuts off."""
    beyond = max(0.0, -EDGE - box[0]) + max(0.0, box[2] - EDGE)
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
