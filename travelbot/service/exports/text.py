"""Text of readers and models, made fit for files of all kinds."""

import datetime as dt
import re

from travelbot.models.itinerary import Stop

BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What some readers of files take for the end of a line."""
UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""Controls and halves of characters, which XML has no way to write, and what reorders a line."""
NAMELESS = "Unnamed place"


def scrubbed(text: str) -> str:
    """The text without characters that break a file or reorder its lines."""
    return UNFIT.sub("", BREAKS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(scrubbed(text).split())


def place_name(place: str) -> str:
    """A place's name on one line, never empty."""
    return one_line(place) or NAMELESS


def duration(minutes: int) -> str:
    """A time in hours and minutes: "12 min", "2 h", "1 h 40"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def when(stop: Stop) -> str:
    """When one gets to a stop and how long one stays, as far as that is planned."""
    time = f"{stop.time:%H:%M}" if stop.time else ""
    stay = f"{duration(stop.stay)} there" if stop.stay else ""
    return ", ".join(filter(None, (time, stay)))


def in_words(date: dt.date) -> str:
    """A date as a reader says it: "Fri 1 May 2026"."""
    return f"{date:%a} {date.day} {date:%b} {date.year}"
