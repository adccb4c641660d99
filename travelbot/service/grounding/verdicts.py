"""What is asked of the check, and what it says of one pin."""

from typing import NamedTuple

from travelbot.models.trip_map import Marker
from travelbot.service.grounding.positions import Position


class Pin(NamedTuple):
    """What a model asks to pin, and the city that it says the place lies in."""

    label: str
    position: Position
    city: str = ""


class Verdict(NamedTuple):
    """A marker that may be placed, or None; `note` is for the model."""

    marker: Marker | None
    note: str = ""
