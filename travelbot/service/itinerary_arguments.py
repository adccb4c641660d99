"""The arguments of `update_itinerary`, as they should be and as models send them."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from travelbot.models.itinerary import MAX_DAYS, MAX_STOPS, Day, Itinerary, Minutes, Mode, Stop
from travelbot.models.trip_map import Label
from travelbot.service.grounding import Wanted
from travelbot.service.grounding.positions import Position
from travelbot.service.itinerary_words import date_of, minutes_of, mode_of, time_of
from travelbot.service.tools import decoded

LONGEST_TITLE, LONGEST_NOTE = 120, 500
DIGITS = 5
"""Of a position, after the point: about a metre."""
_WRAPPERS = ("itinerary", "plan", "trip")
_POSITIONS = ("position", "location", "coordinates")
_DAY_ALIASES = {"title": ("name", "theme"), "stops": ("places", "activities", "items")}
_STOP_ALIASES = {
    "place": ("name", "label", "location", "title"),
    "latitude": ("lat",),
    "longitude": ("lng", "lon"),
    "time": ("start_time", "arrival_time", "arrival", "start"),
    "stay_minutes": ("stay", "duration_minutes", "duration"),
    "mode": ("transport", "travel_mode"),
    "note": ("notes", "description"),
}


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


class _Arguments(BaseModel):
    """Models add fields of their own; these do no harm."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class StopArgument(_Arguments):
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
        return _renamed(_flattened(data), _STOP_ALIASES)

    @property
    def wanted(self) -> Wanted:
        """What is to be grounded."""
        if self.latitude is None or self.longitude is None:
            return Wanted(self.place, self.city)
        return Wanted(self.place, self.city, Position(self.latitude, self.longitude))


class DayArgument(_Arguments):
    """A day, with its stops in the order of the visit."""

    date: Annotated[
        dt.date | None,
        BeforeValidator(date_of),
        _text("'2027-05-03'. Leave out if the reader named no date."),
    ] = _LEFT_OUT
    title: Annotated[str, _cut(LONGEST_TITLE)] = Field(
        "", description="Where it is spent: 'Florence'."
    )
    stops: Annotated[list[StopArgument], Field(max_length=MAX_STOPS)] = []

    @model_validator(mode="before")
    @classmethod
    def _accept_other_shapes(cls, data: Any) -> Any:
        data = decoded(data)
        if isinstance(data, list):
            return {"stops": data}
        if not isinstance(data, Mapping):
            return data
        fields = _renamed(data, _DAY_ALIASES)
        return {name: decoded(value) for name, value in fields.items()}


class UpdateItinerary(_Arguments):
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
        fields = _renamed(_unwrapped(data), {})
        if "days" in fields:
            return {**fields, "days": _in_order(decoded(fields["days"]))}
        stops = _renamed(fields, _DAY_ALIASES).get("stops")
        return fields if stops is None else {**fields, "days": [{"stops": stops}]}


def as_arguments(itinerary: Itinerary) -> dict[str, Any]:
    """The call that makes this itinerary."""
    title = {"title": itinerary.title} if itinerary.title else {}
    return {**title, "days": [_day(day) for day in itinerary.days]}


def _day(day: Day) -> dict[str, Any]:
    told = {"date": day.date.isoformat() if day.date else "", "title": day.title}
    return {**_filled(told.items()), "stops": [_stop(stop) for stop in day.stops]}


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
    return _filled(told.items())


def _filled(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if value is not None and value != ""}


def _unwrapped(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The object or the list that some models put the whole into."""
    if "days" in data or "stops" in data:
        return data
    inner = next((decoded(data[name]) for name in _WRAPPERS if name in data), None)
    if isinstance(inner, list):
        return {**data, "days": inner}
    return {**data, **inner} if isinstance(inner, Mapping) else data


def _in_order(days: Any) -> Any:
    """Days that come under their numbers or names, as a list."""
    if not isinstance(days, Mapping):
        return days
    numbers = {name: re.search(r"\d+", name) for name in days}
    if all(numbers.values()):
        return [days[name] for name in sorted(days, key=lambda n: _number(numbers[n]))]
    return list(days.values())


def _number(found: "re.Match[str] | None") -> int:
    return int(found[0][:LONGEST_TITLE]) if found else 0


def _renamed(data: Mapping[str, Any], aliases: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The fields that say something, under the names that they should have."""
    fields = _filled(data.items())
    for name, others in aliases.items():
        said = [fields[other] for other in others if other in fields]
        if name not in fields and said:
            fields[name] = said[0]
    return fields


def _flattened(data: Mapping[str, Any]) -> dict[str, Any]:
    """A stop with its latitude and longitude beside its name."""
    fields = dict(data)
    for name in _POSITIONS:
        inner = decoded(fields.get(name))
        if isinstance(inner, Mapping):
            del fields[name]
            fields = {**inner, **fields}
    return fields
