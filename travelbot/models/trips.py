"""Trips, which are saved conversations: how they are listed, found and shared."""

from datetime import datetime
from typing import Literal

from travelbot.models.base import Value
from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import Conversation
from travelbot.models.trip_map import TripMap

MAX_PLACES = 4
MAX_POINTS = 12

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""


class Glance(Value):
    """What is seen of a trip at a glance: its first places, and where on a small map.

    Longitudes and latitudes are apart because a thousand trips are listed at once, and Python
    takes its time for so many pairs.
    """

    places: tuple[str, ...] = ()
    longitudes: tuple[float, ...] = ()
    latitudes: tuple[float, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Where its first places are."""
        return tuple(zip(self.longitudes, self.latitudes, strict=True))


class Summary(Glance):
    """A line in the list of saved conversations."""

    id: str
    title: str
    updated: datetime
    messages: int


class Excerpt(Value):
    """A part of a message, plain text, with the first word that was searched for as `match`."""

    before: str
    match: str
    after: str


class Hit(Value):
    """A trip that was found; without an excerpt where its title alone says what was searched."""

    trip: Summary
    excerpt: Excerpt | None = None


class Share(Value):
    """A link to a trip: whoever has the token may read it, its chat too where `with_chat`."""

    token: str
    with_chat: bool


class Said(Value):
    """A message as it is shared: nothing but its words."""

    role: Literal["user", "assistant"]
    text: str


class SharedTrip(Value):
    """What a link shows; `messages` is None where the chat isn't shared."""

    title: str
    map: TripMap
    itinerary: Itinerary
    messages: tuple[Said, ...] | None = None


def glance(conversation: Conversation) -> Glance:
    """Stops before pins, each place once."""
    stops = [stop for day in conversation.itinerary.days for stop in day.stops]
    markers = [stop.marker for stop in stops if stop.marker] + list(conversation.map.markers)
    names = [stop.place for stop in stops] + [marker.label for marker in conversation.map.markers]
    shown = list(dict.fromkeys(marker.spot for marker in markers))[:MAX_POINTS]
    return Glance(
        places=tuple(dict.fromkeys(names))[:MAX_PLACES],
        longitudes=tuple(longitude for longitude, _ in shown),
        latitudes=tuple(latitude for _, latitude in shown),
    )
