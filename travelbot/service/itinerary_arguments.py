"""The arguments of `update_itinerary`, as they should be and as models send them."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    WithJsonSchema,
    model_validator,
)

from travelbot.models.itinerary import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MAX_DAYS,
    MAX_STOPS,
    Day,
    Itinerary,
    Minutes,
    Mode,
    Stop,
)
from travelbot.models.trip_map import Label
from travelbot.service.grounding import Wanted
from travelbot.service.grounding.positions import Position
from travelbot.service.itinerary_shapes import (
    DAY_ALIASES,
    STOP_ALIASES,
    filled,
    flattened,
    in_order,
    renamed,
    unwrapped,
)
from travelbot.service.itinerary_words import date_of, minutes_of, mode_of, time_of
from travelbot.service.tools import Arguments, decoded

DIGITS = 5
"""Of a position, after the point: about a metre."""


def _cut(length: int) -> BeforeValidator:
    """A text that is too long loses its end: that is no reason to refuse a plan."""
    return BeforeValidator(lambda text: text[:length] if isinstance(text, str) else text)


def _text(description: str, **more: Any) -> WithJsonSchema:
    """A plain string for the model: not all servers know formats such as dates."""
    return WithJsonSchema({"type": "string", "description": description, **more})


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


_LEFT_OUT: Any = Field(None, json_schema_extra=_without_default)
"""None, of which the schema of a string says nothing."""


class StopArgument(Arguments):
    """A place to be at."""

    place: Label = Field(description="Its common name: 'Uffizi Gallery'.")
    city: str = Field("", description="The city that it lies in: 'Florence, Italy'.")
    latitude: Annotated[float, Field(ge=-180, le=180)] | None = Field(
        None, description="As find_places says; leave both out to have it looked up by name."
    )
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    time: Annotated[
        dt.time | None,
        BeforeValidator(time_of),
        _text("When one gets there, by the place's clocks: '09:30'. Leave out if it is open."),
    ] = _LEFT_OUT
    stay_minutes: Annotated[Minutes | None, BeforeValidator(minutes_of)] = Field(
        None, description="How long one stays."
    )
    mode: Annotated[
        Mode | None,
        BeforeValidator(mode_of),
        _text("How one gets there from the stop before.", enum=list(Mode)),
    ] = _LEFT_OUT
    note: Annotated[str, _cut(LONGEST_NOTE)] = ""

    @model_validator(mode="before")
    @classmethod
    def _accept_other_shapes(cls, data: Any) -> Any:
        if isinstance(data := decoded(data), str):
            return {"place": data}
        if not isinstance(data, Mapping):
            return data
        return renamed(flattened(data), STOP_ALIASES)

    @property
    def wanted(self) -> Wanted:
        """What is to be grounded."""
        if self.latitude is None or self.longitude is None:
            return Wanted(self.place, self.city)
        return Wanted(self.place, self.city, Position(self.latitude, self.longitude))


class DayArgument(Arguments):
    """A day, with its stops in the order of the visit."""

    date: Annotated[
        dt.date | None,
        BeforeValidator(date_of),
        _text("'2027-05-03'. Leave out if the reader named no date."),
    ] = _LEFT_OUT
    title: Annotated[str, _cut(LONGEST_TITLE)] = Field(
        "", description="Where it is spent: 'Florence'."
    )
    stops: list[StopArgument] = Field([], max_length=MAX_STOPS)

    @model_validator(mode="before")
    @classmethod
    def _accept_other_shapes(cls, data: Any) -> Any:
        data = decoded(data)
        if isinstance(data, list):
            return {"stops": data}
        if not isinstance(data, Mapping):
            return data
        fields = renamed(data, DAY_ALIASES)
        return {name: decoded(value) for name, value in fields.items()}


class UpdateItinerary(Arguments):
    """The arguments of the tool: the whole itinerary."""

    title: Annotated[str, _cut(LONGEST_TITLE)] = Field("", description="'3 days in Florence'")
    days: Annotated[list[DayArgument], Field(max_length=MAX_DAYS)] = Field(
        description="All days, those that stay as they are too; [] clears the itinerary."
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_other_shapes(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        fields = renamed(unwrapped(data), {})
        if "days" in fields:
            return {**fields, "days": in_order(decoded(fields["days"]))}
        stops = renamed(fields, DAY_ALIASES).get("stops")
        return fields if stops is None else {**fields, "days": [{"stops": stops}]}


def as_arguments(itinerary: Itinerary) -> dict[str, Any]:
    """The call that makes this itinerary."""
    title = {"title": itinerary.title} if itinerary.title else {}
    return {**title, "days": [_day(day) for day in itinerary.days]}


def _day(day: Day) -> dict[str, Any]:
    told = {"date": day.date.isoformat() if day.date else "", "title": day.title}
    return {**filled(told.items()), "stops": [_stop(stop) for stop in day.stops]}


def _stop(stop: Stop) -> dict[str, Any]:
    at = stop.marker
    told = {
        "place": stop.place,
        "latitude": round(at.latitude, DIGITS) if at else None,
        "longitude": round(at.longitude, DIGITS) if at else None,
        "time": f"{stop.time:%H:%M}" if stop.time else None,
        "stay_minutes": stop.stay,
        "mode": stop.mode,
        "note": stop.note,
    }
    return filled(told.items())
