"""Problems of time: days with more in them than hours, and times that can't be kept."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo

from travelbot.models.itinerary import DAY_MINUTES, Day, Itinerary, Mode, Stop
from travelbot.service.itinerary.problem import Problem, ProblemKind, called
from travelbot.service.itinerary.stays import planned_stay
from travelbot.service.itinerary.travel import Leg, day_legs, day_total
from travelbot.service.itinerary.words import hours

NIGHT_MINUTES = 10 * 60
"""Of a day's 24 hours, what goes to sleep and meals."""
WAKING_MINUTES = DAY_MINUTES - NIGHT_MINUTES
SLEEPER_MINUTES = 7 * 60
"""A leg by train or plane that is as long can hold the night."""
_NIGHT_ENDS = dt.time(5)
"""A time before it, after one in the afternoon or evening, is the next day's."""
_NOON = dt.time(12)
_GRACE_MINUTES, _GRACE_SHARE = 15, 0.25
"""So late one may be, and by so much of the travel the estimate may err."""
_STEP = 15
_SEASONS = (dt.date(2000, 1, 1), dt.date(2000, 7, 1))
"""Days on which clocks may differ, for days of a trip that have no date yet."""


def full_day(itinerary: Itinerary, day: int) -> Iterator[Problem]:
    """The day, if its travel and stays are more than its waking hours.

    What was slept through on the longest leg isn't counted. Clocks that change on the way aren't
    looked at: they rarely make up for a day too full.
    """
    total = day_total(itinerary, day)
    legs = [leg for leg in day_legs(itinerary, day) if leg]
    slept = max((leg.minutes for leg in legs if _is_sleeper(leg)), default=0)
    if total.minutes - min(slept, NIGHT_MINUTES) > WAKING_MINUTES:
        takes = hours(total.minutes)
        yield Problem(
            ProblemKind.FULL,
            day,
            None,
            f"Day {day + 1} takes {takes} of travel and stays: besides sleep and meals, a day has "
            f"{WAKING_MINUTES // 60}.",
            f"Make day {day + 1} lighter: it takes {takes}",
        )


def late_stops(itinerary: Itinerary, day: int) -> Iterator[Problem]:
    """The stops that one can't be at when the plan says.

    Counts the travel and the stays that the plan names, from each stop with a time to the next.
    """
    stops, legs = itinerary.days[day].stops, day_legs(itinerary, day)
    timed = [index for index, stop in enumerate(stops) if stop.time]
    for start, end in pairwise(timed):
        way = legs[start + 1 : end + 1]
        late = _minutes_late(itinerary.days[day], start, end, way)
        if late > 0:
            yield _late(day, end, stops[end], late)


def _late(day: int, index: int, stop: Stop, late: int) -> Problem:
    name, planned = called(stop), _minutes(stop.time)
    earliest = -(-(planned + late) // _STEP) * _STEP
    if earliest >= DAY_MINUTES:
        words = f"One gets to {name} after midnight at the earliest, not at {_clock(planned)}."
        return Problem(ProblemKind.LATE, day, index, words, f"Move {name} to the day after")
    words = f"One gets to {name} at about {_clock(earliest)}, not at {_clock(planned)}."
    repair = f"Put {name} on day {day + 1} at {_clock(earliest)} or later"
    return Problem(ProblemKind.LATE, day, index, words, repair)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _minutes_late(day: Day, start: int, end: int, way: tuple[Leg | None, ...]) -> int:
    """How many minutes after the planned time one comes; 0 if in time, or nobody can tell."""
    legs = [leg for leg in way if leg]
    there = _minutes_between(day, start, end, legs)
    if there is None:
        return 0
    travel = sum(leg.minutes for leg in legs)
    late = sum(planned_stay(stop) for stop in day.stops[start:end]) + travel - there
    return late if late > _GRACE_MINUTES + _GRACE_SHARE * travel else 0


def _minutes_between(day: Day, start: int, end: int, legs: list[Leg]) -> int | None:
    """Minutes from a stop's time to another's; None where nobody knows the clocks."""
    a, b = day.stops[start], day.stops[end]
    if a.timezone == b.timezone:
        ahead = None if not a.timezone and any(leg.mode is Mode.PLANE for leg in legs) else 0
    else:
        ahead = _minutes_ahead(a, b, (day.date,) if day.date else _SEASONS)
    if ahead is None:
        return None
    there = _minutes(b.time) - _minutes(a.time) - ahead
    overnight = any(_is_sleeper(leg) for leg in legs) or _is_past_midnight(a.time, b.time)
    return there % DAY_MINUTES if overnight else there


def _minutes_ahead(a: Stop, b: Stop, dates: Sequence[dt.date]) -> int | None:
    """How far the clocks at b are ahead of those at a, at the least; None if a zone is none."""
    offsets = [(_offset(a.timezone, date), _offset(b.timezone, date)) for date in dates]
    known = [there - here for here, there in offsets if here is not None and there is not None]
    return min(known) // dt.timedelta(minutes=1) if known else None


def _offset(zone: str, date: dt.date) -> dt.timedelta | None:
    try:
        return dt.datetime.combine(date, _NOON, ZoneInfo(zone)).utcoffset()
    except (OSError, ValueError, KeyError):
        return None


def _is_sleeper(leg: Leg) -> bool:
    return leg.mode in (Mode.TRAIN, Mode.PLANE) and leg.minutes >= SLEEPER_MINUTES


def _is_past_midnight(a: dt.time | None, b: dt.time | None) -> bool:
    return bool(a and b and a >= _NOON and b < _NIGHT_ENDS)


def _minutes(time: dt.time | None) -> int:
    return time.hour * 60 + time.minute if time else 0
