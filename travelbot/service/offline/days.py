"""The days of an itinerary: their ways, and the itinerary with something in them changed."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.places import Place
from travelbot.service.grounding.markers import of_place
from travelbot.service.offline.globe import Spot, length_km

T = TypeVar("T")


class At(NamedTuple):
    """Where a stop is: its day and its place among the day's stops, from 0."""

    day: int
    stop: int


def stop_at(place: Place) -> Stop:
    """A stop at a place of the gazetteer."""
    return Stop(place=place.name, marker=of_place(place, place.name), timezone=place.timezone)


def way(base: Place | None, stops: Sequence[Stop]) -> list[Spot]:
    """From where the day begins through all stops whose position is known."""
    spots: list[Spot] = [base] if base else []
    return [*spots, *(stop.marker for stop in stops if stop.marker)]


def way_km(base: Place | None, stops: Sequence[Stop]) -> float:
    """Length of that way."""
    return length_km(way(base, stops))


def saved_km(base: Place | None, stops: Sequence[Stop], index: int) -> float:
    """How much shorter the way is without a stop."""
    return way_km(base, stops) - way_km(base, without(stops, index))


def best_index(base: Place | None, stops: Sequence[Stop], new: Stop) -> int:
    """Where a stop adds least to the way; at the end if its position isn't known."""
    if new.marker is None:
        return len(stops)
    return min(
        range(len(stops) + 1),
        key=lambda i: (round(way_km(base, (*stops[:i], new, *stops[i:])), 3), -i),
    )


def without(values: Sequence[T], index: int) -> tuple[T, ...]:
    """The values but one."""
    return (*values[:index], *values[index + 1 :])


def inserted(values: Sequence[T], index: int, value: T) -> tuple[T, ...]:
    """The values and one more."""
    return (*values[:index], value, *values[index:])


def with_stops(itinerary: Itinerary, day: int, stops: Sequence[Stop]) -> Itinerary:
    """The itinerary with other stops on a day."""
    changed = itinerary.days[day].model_copy(update={"stops": tuple(stops)})
    return with_days(itinerary, inserted(without(itinerary.days, day), day, changed))


def with_days(itinerary: Itinerary, days: Sequence[Day]) -> Itinerary:
    """The itinerary with other days."""
    return itinerary.model_copy(update={"days": tuple(days)})


def with_dates(itinerary: Itinerary, dates: Sequence[dt.date | None]) -> Itinerary:
    """The same days on other dates."""
    days = zip(itinerary.days, dates, strict=True)
    return with_days(itinerary, [day.model_copy(update={"date": date}) for day, date in days])


def in_turn(itinerary: Itinerary, days: Sequence[Day]) -> Itinerary:
    """Days in another order or number, which take over the dates as they come.

    Where there is a day more, it has the date after the last one.
    """
    dates = [day.date for day in itinerary.days]
    while len(dates) < len(days):
        dates.append(next_day(dates[-1]) if dates and dates[-1] else None)
    return with_dates(with_days(itinerary, days), dates[: len(days)])


def next_day(date: dt.date) -> dt.date:
    """The date after another one; the calendar's last one has none."""
    return date + dt.timedelta(days=1) if date < dt.date.max else date
