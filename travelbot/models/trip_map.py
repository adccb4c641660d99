"""The map as a value: where it looks and what is pinned on it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from travelbot.models.base import Value

MAX_MARKERS = 200
MAX_ZOOM = 20.0
LONGEST_LABEL = 120
"""Characters."""

Latitude = Annotated[float, Field(ge=-90, le=90, description="degrees north, -90 to 90")]
Longitude = Annotated[float, Field(ge=-180, le=180, description="degrees east, -180 to 180")]
Zoom = Annotated[
    float,
    Field(ge=0, le=MAX_ZOOM, description="0 is the world, 5 a country, 11 a city, 15 a street"),
]
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LABEL)
]


class Viewport(Value):
    """Where the map looks: its centre in degrees and its zoom, 0 to 20."""

    latitude: Latitude
    longitude: Longitude
    zoom: Zoom


PositionSource = Literal["gazetteer", "geocoder", "model"]


UNVERIFIED = "position not verified"
"""What is said of a pin whose position nothing agrees with."""
SAME_PLACE_DIGITS = 4
"""Of a degree: some ten metres."""
DEGREE_DIGITS = 6
"""Of a degree: a tenth of a metre."""


class Marker(Value):
    """A pin with its label, and what is known of the place."""

    latitude: Latitude
    longitude: Longitude
    label: Label
    source: PositionSource = "model"
    """Where the coordinates come from."""
    verified: bool = False
    """Whether what is known of the place agrees with the position."""
    kind: str = ""
    """What the place is ("city", "museum"); empty where nobody knows."""
    country: str = ""
    """The country's name; empty where nobody knows, or where there are several."""

    @property
    def position(self) -> tuple[float, float]:
        """Longitude and latitude, as exact as they are worth."""
        return round(self.longitude, DEGREE_DIGITS), round(self.latitude, DEGREE_DIGITS)

    @property
    def spot(self) -> tuple[float, float]:
        """Longitude and latitude, the same for markers that stand on one place."""
        return round(self.longitude, SAME_PLACE_DIGITS), round(self.latitude, SAME_PLACE_DIGITS)


WORLD = Viewport(latitude=25, longitude=10, zoom=1.1)


class TripMap(Value):
    """What the assistant has drawn.

    `moves` counts its intended moves: two maps with the same viewport and a different count
    tell that the assistant went there again.
    """

    viewport: Viewport = WORLD
    markers: Annotated[tuple[Marker, ...], Field(max_length=MAX_MARKERS)] = ()
    moves: int = 0
