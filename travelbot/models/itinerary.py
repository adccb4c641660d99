"""The itinerary as a value: days with their stops, whoever planned them."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from travelbot.models.base import Value
from travelbot.models.trip_map import Label, Marker

MAX_DAYS = 60
MAX_STOPS = 40
"""Of a day."""
LONGEST_TITLE, LONGEST_NOTE = 120, 500
"""Characters."""
DAY_MINUTES = 24 * 60

Title = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TITLE)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NOTE)]
Minutes = Annotated[int, Field(ge=0, le=DAY_MINUTES)]


class Mode(StrEnum):
    """How one gets from a stop to the next."""

    FOOT = "foot"
    CAR = "car"
    TRAIN = "train"
    PLANE = "plane"


class Stop(Value):
    """A place to be at."""

    place: Label
    marker: Marker | None = None
    """Where it is; None where nobody knows."""
    timezone: str = ""
    """IANA zone, such as "Asia/Tokyo"; empty where it isn't known."""
    time: dt.time | None = None
    """When one gets there, by the place's clocks."""
    stay: Minutes | None = None
    """How many minutes one stays."""
    mode: Mode | None = None
    """How one gets there from the stop before; None for what the distance suggests."""
    note: Note = ""


class Day(Value):
    """A day's stops, in their order."""

    title: Title = ""
    date: dt.date | None = None
    stops: Annotated[tuple[Stop, ...], Field(max_length=MAX_STOPS)] = ()


class Itinerary(Value):
    """The days of a trip, in their order; without days where nothing is planned yet."""

    title: Title = ""
    days: Annotated[tuple[Day, ...], Field(max_length=MAX_DAYS)] = ()
