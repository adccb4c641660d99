"""Text of readers and models, made fit for files of all kinds."""

import datetime as dt

from travelbot.models.itinerary import Stop
from travelbot.service.itinerary.words import duration
from travelbot.service.scrub import one_line

NAMELESS = "Unnamed place"


def place_name(place: str) -> str:
    """A place's name on one line, never empty."""
    return one_line(place) or NAMELESS


def when(stop: Stop) -> str:
    """When one gets to a stop and how long one stays, as far as that is planned."""
    time = f"{stop.time:%H:%M}" if stop.time else ""
    stay = f"{duration(stop.stay)} there" if stop.stay else ""
    return ", ".join(filter(None, (time, stay)))


def in_words(date: dt.date) -> str:
    """A date as a reader says it: "Fri 1 May 2026"."""
    return f"{date:%a} {date.day} {date:%b} {date.year}"
