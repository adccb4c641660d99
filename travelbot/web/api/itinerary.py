"""The itinerary in the shape of the API."""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, Field

from travelbot.models.itinerary import Day, Itinerary, Mode, Stop
from travelbot.models.trip_map import Latitude, Longitude


class StopState(BaseModel):
    """A place to be at; without coordinates where nobody knows where it is."""

    place: str = Field(examples=["Senso-ji"])
    latitude: Annotated[Latitude | None, Field(examples=[35.7148])]
    longitude: Annotated[Longitude | None, Field(examples=[139.7967])]
    verified: bool = Field(description="whether what is known agrees with the position")
    timezone: str = Field(description="empty if unknown", examples=["Asia/Tokyo"])
    time: dt.time | None = Field(description="by the place's clocks", examples=["09:30:00"])
    stay_minutes: int | None = Field(examples=[90])
    mode: Mode | None = Field(description="how one gets there", examples=[Mode.TRAIN])
    note: str = Field(examples=["Before the crowds."])


class DayState(BaseModel):
    """A day's stops, in their order."""

    title: str = Field(examples=["Asakusa"])
    date: dt.date | None = Field(examples=["2027-04-03"])
    stops: list[StopState]


class ItineraryState(BaseModel):
    """The days of the trip; none where nothing is planned."""

    title: str = Field(examples=["A day in Tokyo"])
    days: list[DayState]


def itinerary_state(itinerary: Itinerary) -> ItineraryState:
    """An itinerary in the shape of the API."""
    return ItineraryState(title=itinerary.title, days=[_day(day) for day in itinerary.days])


def _day(day: Day) -> DayState:
    return DayState(title=day.title, date=day.date, stops=[_stop(stop) for stop in day.stops])


def _stop(stop: Stop) -> StopState:
    marker = stop.marker
    return StopState(
        place=stop.place,
        latitude=marker.latitude if marker else None,
        longitude=marker.longitude if marker else None,
        verified=marker.verified if marker else False,
        timezone=stop.timezone,
        time=stop.time,
        stay_minutes=stop.stay,
        mode=stop.mode,
        note=stop.note,
    )
