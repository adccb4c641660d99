"""What is taken along, before it is written in one format or another."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from travelbot.models.itinerary import Stop
from travelbot.models.messages import Conversation
from travelbot.models.trip_map import UNVERIFIED, Marker
from travelbot.service.exports.estimates import estimated_legs
from travelbot.service.exports.text import place_name, when
from travelbot.service.itinerary.colours import day_colour
from travelbot.service.scrub import one_line
from travelbot.service.titles import suggested_title


@dataclass(frozen=True)
class NumberedStop:
    """A stop with its number in the day, from 1, and the way to it in words."""

    number: int
    stop: Stop
    leg: str

    @property
    def name(self) -> str:
        """The place's name on one line."""
        return place_name(self.stop.place)

    @property
    def about(self) -> str:
        """When one gets there and how long one stays, and whether the position is sure."""
        marker = self.stop.marker
        doubt = UNVERIFIED if marker and not marker.verified else ""
        return ", ".join(filter(None, (when(self.stop), doubt)))


@dataclass(frozen=True)
class NumberedDay:
    """A day with its number, from 1, its date if it is known, and its colour."""

    number: int
    title: str
    """"Day 1", with what else it is called."""
    date: dt.date | None
    colour: str
    stops: tuple[NumberedStop, ...]

    @property
    def located(self) -> tuple[tuple[NumberedStop, Marker], ...]:
        """The stops whose position is known, with it."""
        return tuple((each, each.stop.marker) for each in self.stops if each.stop.marker)


@dataclass(frozen=True)
class Export:
    """A conversation that is taken along at the time `now`, which knows its zone.

    Days without a date get theirs from `start`, the first day's date, if there is one.
    """

    conversation: Conversation
    now: dt.datetime
    start: dt.date | None = None

    @cached_property
    def title(self) -> str:
        """What the trip is called, on one line."""
        planned = one_line(self.conversation.itinerary.title)
        return planned or one_line(suggested_title(self.conversation))

    @cached_property
    def days(self) -> tuple[NumberedDay, ...]:
        """The itinerary's days."""
        return tuple(self._days())

    @cached_property
    def pins(self) -> tuple[Marker, ...]:
        """The map's markers that stand at none of the stops."""
        return self.conversation.trip.other_markers

    def _days(self) -> Iterator[NumberedDay]:
        itinerary = self.conversation.itinerary
        for index, day in enumerate(itinerary.days):
            called = one_line(day.title)
            legs = estimated_legs(itinerary, index)
            yield NumberedDay(
                number=index + 1,
                title=f"Day {index + 1}: {called}" if called else f"Day {index + 1}",
                date=day.date or _days_after(self.start, index),
                colour=day_colour(index),
                stops=tuple(
                    NumberedStop(number, stop, leg)
                    for number, (stop, leg) in enumerate(zip(day.stops, legs, strict=True), 1)
                ),
            )


def _days_after(start: dt.date | None, days: int) -> dt.date | None:
    """The date so many days later; None after the last date that there is."""
    if start is None or days > (dt.date.max - start).days:
        return None
    return start + dt.timedelta(days)
