"""Positions as models get them wrong: swapped, or with a sign lost."""

from collections.abc import Iterator
from typing import NamedTuple

POLE = 90.0


class Position(NamedTuple):
    """A point in degrees; as a model wrote it, the latitude may lie beyond a pole."""

    latitude: float
    longitude: float

    @property
    def exists(self) -> bool:
        """Whether there is such a point on the globe."""
        return abs(self.latitude) <= POLE

    def __str__(self) -> str:
        return f"{self.latitude:.4f}, {self.longitude:.4f}"


def mirrored(position: Position) -> Iterator[Position]:
    """The points that were meant if signs were lost, or latitude and longitude swapped."""
    given, swapped = position, Position(position.longitude, position.latitude)
    for base in (given, swapped):
        for north in (1, -1):
            for east in (1, -1):
                other = Position(base.latitude * north, base.longitude * east)
                if other != given and other.exists:
                    yield other
