"""Lengths of time and ways as a reader says them; what is estimated says so."""

from math import ceil

from travelbot.models.itinerary import Mode
from travelbot.service.itinerary.travel import DayTotal, Leg
from travelbot.service.quantities import count, km

_BY = {
    Mode.FOOT: "on foot",
    Mode.CAR: "by car",
    Mode.TRAIN: "by train",
    Mode.PLANE: "by plane",
}
_STEPS = ((30, 1), (120, 5), (300, 10))
_LONG_STEP = 30


def duration(minutes: int) -> str:
    """A time in hours and minutes: "12 min", "2 h", "1 h 40"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def about(minutes: int) -> str:
    """An estimated time, no more exact than it can be: "about 1 h 40"."""
    step = next((step for below, step in _STEPS if minutes < below), _LONG_STEP)
    return f"about {duration(max(1, (minutes + step // 2) // step * step))}"


def hours(minutes: int) -> str:
    """An estimated time in hours that are begun: "about 19 hours"."""
    return f"about {count(max(1, ceil(minutes / 60)), 'hour')}"


def leg_words(leg: Leg) -> str:
    """A leg: "about 12 min on foot, 1.0 km"."""
    return f"{about(leg.minutes)} {_BY[leg.mode]}, {km(leg.km)}"


def total_words(total: DayTotal) -> str:
    """What a day takes: "about 1 h 40 on the way (12 km), about 5 h at its stops"."""
    if not total.travel:
        return f"{about(total.stay)} at its stops" if total.stay else ""
    way = f"{about(total.travel)} on the way ({km(total.km)})"
    return f"{way}, {about(total.stay)} at its stops" if total.stay else way
