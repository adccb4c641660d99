"""Lines between positions, cut where maps end."""

from collections.abc import Iterable
from itertools import groupby, pairwise
from math import copysign

from travelbot.models.trip_map import DEGREE_DIGITS, Marker

EDGE = 180.0

Position = tuple[float, float]
"""Degrees east and degrees north, in this order."""


def pieces(markers: Iterable[Marker]) -> list[list[Position]]:
    """The line from marker to marker, cut at the antimeridian as RFC 7946 (3.1.9) demands.

    Each piece has two positions or more, and none twice in a row; no line has no pieces.
    """
    line = [marker.position for marker in markers]
    cut = [line[:1]]
    for start, end in pairwise(line):
        if abs(end[0] - start[0]) > EDGE:
            edge = copysign(EDGE, start[0])
            latitude = _crossing(start, end, edge)
            cut[-1].append((edge, latitude))
            cut.append([(-edge, latitude)])
        cut[-1].append(end)
    distinct = ([each for each, _ in groupby(piece)] for piece in cut)
    return [piece for piece in distinct if len(piece) > 1]


def _crossing(start: Position, end: Position, edge: float) -> float:
    """The latitude at which the line meets the edge that is nearer to its start."""
    way = end[0] + 2 * edge - start[0]
    share = (edge - start[0]) / way if way else 0
    return round(start[1] + share * (end[1] - start[1]), DEGREE_DIGITS)
