"""Where a map looks, and where its reader wants it to."""

from dataclasses import dataclass

from travelbot.models.trip_map import Viewport


@dataclass(frozen=True)
class Focus:
    """Where the reader chose to look, until the assistant's next move after `moves`."""

    viewport: Viewport
    moves: int


@dataclass(frozen=True)
class Camera:
    """Where a map was told to look, by which move, and when (monotonic) it will have got there."""

    viewport: Viewport
    moves: int
    free_at: float

    def is_elsewhere(self, other: "Camera") -> bool:
        """Whether getting from there to here takes a move."""
        return (self.viewport, self.moves) != (other.viewport, other.moves)
