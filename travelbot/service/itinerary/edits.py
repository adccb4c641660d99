"""Edits by hand: each makes a new itinerary of the one that was looked at.

Days and stops are counted from 0. All raise StaleEdit where there is no such day or stop, and
BadEdit with what to do instead where the itinerary can't be as asked.
"""

import datetime as dt
from typing import NamedTuple, TypedDict, TypeVar, Unpack

from travelbot.errors import BadEdit, StaleEdit
from travelbot.models.itinerary import MAX_DAYS, MAX_STOPS, Day, Itinerary, Mode, Stop
from travelbot.models.trip_map import Marker
from travelbot.service.itinerary.rules import checked_stop, titled_day

_T = TypeVar("_T")


class At(NamedTuple):
    """Where a stop is: its day and its place among the day's stops."""

    day: int
    stop: int


class StopChanges(TypedDict, total=False):
    """What may be changed about a stop; who renames it may give its new marker as well."""

    place: str
    marker: Marker | None
    timezone: str
    time: dt.time | None
    stay: int | None
    mode: Mode | None
    note: str


def new_stop(**details: Unpack[StopChanges]) -> Stop:
    """A stop that is on no day yet."""
    return checked_stop(dict(details))


def add_stop(itinerary: Itinerary, day: int, stop: Stop) -> Itinerary:
    """Put a stop at a day's end."""
    return _put(itinerary, At(day, len(_day(itinerary, day).stops)), stop)


def remove_stop(itinerary: Itinerary, at: At) -> Itinerary:
    """Take a stop out."""
    _stop(itinerary, at)
    return _with_stops(itinerary, at.day, _without(itinerary.days[at.day].stops, at.stop))


def move_stop(itinerary: Itinerary, at: At, to: At) -> Itinerary:
    """Put a stop elsewhere on its day or on another: `to` is where it will be found."""
    return _put(remove_stop(itinerary, at), to, _stop(itinerary, at))


def move_to_day(itinerary: Itinerary, at: At, day: int) -> Itinerary:
    """Put a stop at the end of another day, or of its own."""
    _day(itinerary, day)
    return add_stop(remove_stop(itinerary, at), day, _stop(itinerary, at))


def change_stop(itinerary: Itinerary, at: At, **changes: Unpack[StopChanges]) -> Itinerary:
    """Give a stop another name, time, stay, mode or note; what isn't named stays."""
    stop = checked_stop(dict(_stop(itinerary, at)) | changes)
    stops = itinerary.days[at.day].stops
    return _with_stops(itinerary, at.day, (*stops[: at.stop], stop, *stops[at.stop + 1 :]))


def add_day(itinerary: Itinerary, title: str = "") -> Itinerary:
    """Put an empty day at the end, the day after the last one where that has a date."""
    if len(itinerary.days) >= MAX_DAYS:
        raise BadEdit(f"A trip has at most {MAX_DAYS} days: remove one, then add another.")
    before = itinerary.days[-1].date if itinerary.days else None
    date = None if before is None else _later(before, 1)
    return _with_days(itinerary, (*itinerary.days, titled_day(Day(date=date), title)))


def remove_day(itinerary: Itinerary, day: int) -> Itinerary:
    """Take a day out with its stops; those after it move up and take over its date."""
    _day(itinerary, day)
    return _dated_as(itinerary, _without(itinerary.days, day))


def rename_day(itinerary: Itinerary, day: int, title: str) -> Itinerary:
    """Give a day another title."""
    return _with_day(itinerary, day, titled_day(_day(itinerary, day), title))


def move_day(itinerary: Itinerary, day: int, to: int) -> Itinerary:
    """Put a day elsewhere in the order, with its stops; the dates stay in their order."""
    moved, others = _day(itinerary, day), _without(itinerary.days, day)
    _day(itinerary, to)
    return _dated_as(itinerary, (*others[:to], moved, *others[to:]))


def start_on(itinerary: Itinerary, date: dt.date | None) -> Itinerary:
    """Give the first day a date and each other the next one; None takes all dates away."""
    dates = [None if date is None else _later(date, n) for n, _ in enumerate(itinerary.days)]
    days = zip(itinerary.days, dates, strict=True)
    return _with_days(itinerary, tuple(_dated(day, date) for day, date in days))


def shift_dates(itinerary: Itinerary, days: int) -> Itinerary:
    """Give each day that has a date one so many days later, or earlier if negative."""
    dates = [day.date and _later(day.date, days) for day in itinerary.days]
    pairs = zip(itinerary.days, dates, strict=True)
    return _with_days(itinerary, tuple(_dated(day, date) for day, date in pairs))


def date_day(itinerary: Itinerary, day: int, date: dt.date | None) -> Itinerary:
    """Give a day a date and the others those around it; None takes all dates away."""
    _day(itinerary, day)
    return start_on(itinerary, None if date is None else _later(date, -day))


def _put(itinerary: Itinerary, at: At, stop: Stop) -> Itinerary:
    stops = _day(itinerary, at.day).stops
    if not 0 <= at.stop <= len(stops):
        raise StaleEdit
    if len(stops) >= MAX_STOPS:
        raise BadEdit(f"A day has at most {MAX_STOPS} stops: remove one, then add another.")
    return _with_stops(itinerary, at.day, (*stops[: at.stop], stop, *stops[at.stop :]))


def _day(itinerary: Itinerary, day: int) -> Day:
    if not 0 <= day < len(itinerary.days):
        raise StaleEdit
    return itinerary.days[day]


def _stop(itinerary: Itinerary, at: At) -> Stop:
    stops = _day(itinerary, at.day).stops
    if not 0 <= at.stop < len(stops):
        raise StaleEdit
    return stops[at.stop]


def _with_stops(itinerary: Itinerary, day: int, stops: tuple[Stop, ...]) -> Itinerary:
    changed = itinerary.days[day].model_copy(update={"stops": stops})
    return _with_day(itinerary, day, changed)


def _with_day(itinerary: Itinerary, day: int, changed: Day) -> Itinerary:
    days = itinerary.days
    return _with_days(itinerary, (*days[:day], changed, *days[day + 1 :]))


def _with_days(itinerary: Itinerary, days: tuple[Day, ...]) -> Itinerary:
    return itinerary.model_copy(update={"days": days})


def _dated_as(itinerary: Itinerary, days: tuple[Day, ...]) -> Itinerary:
    """These days with the dates that the itinerary's have in turn."""
    dates = (day.date for day in itinerary.days)
    return _with_days(
        itinerary, tuple(_dated(day, date) for day, date in zip(days, dates, strict=False))
    )


def _dated(day: Day, date: dt.date | None) -> Day:
    return day.model_copy(update={"date": date})


def _later(date: dt.date, days: int) -> dt.date:
    try:
        return date + dt.timedelta(days=days)
    except OverflowError as error:
        raise BadEdit("No calendar reaches so far: choose another date.") from error


def _without(values: tuple[_T, ...], index: int) -> tuple[_T, ...]:
    return (*values[:index], *values[index + 1 :])
