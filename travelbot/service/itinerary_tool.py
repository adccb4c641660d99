"""`update_itinerary`: the model plans the days of the trip."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.service.grounding import Grounded, Wanted
from travelbot.service.itinerary_arguments import DayArgument, StopArgument, UpdateItinerary
from travelbot.service.quantities import count
from travelbot.service.tools import Outcome, Tool
from travelbot.service.viewport import fit

MOST_NOTES = 30
"""Of one kind that the model is told."""
Check = Callable[[Iterable[Wanted]], Sequence[Grounded]]
"""Says where each stop is."""


def update_itinerary(check: Check, trip: Trip, arguments: Mapping[str, Any]) -> Outcome:
    """Plan the days anew, and move the map to their stops; its pins stay.

    A stop of which nobody knows where it is stays without a marker, and the model is told.
    """
    update = UpdateItinerary.model_validate(arguments)
    grounded = check(stop.wanted for day in update.days for stop in day.stops)
    itinerary = _itinerary(update, grounded)
    stops = [stop for day in itinerary.days for stop in day.stops]
    after = Trip(map=_looking_at(stops, trip.map), itinerary=itinerary)
    result = json.dumps(_result(itinerary, stops, grounded), ensure_ascii=False)
    return Outcome(trip=after, result=result, label=_label(itinerary, stops))


def itinerary_tool(check: Check) -> Tool:
    """The tool that plans days of stops, each where `check` says."""
    return Tool(
        name="update_itinerary",
        description=(
            "Plan the days of the reader's trip: shown beside the map as days with their stops, "
            "which are pinned with numbers. A call replaces the whole itinerary, so send all days "
            "and stops, in order. Stops are checked like pins; one whose place isn't known stays "
            "in the itinerary without a pin."
        ),
        parameters=UpdateItinerary.model_json_schema(),
        running="Planning the days",
        run=partial(update_itinerary, check),
    )


def planned(check: Check, arguments: Mapping[str, Any]) -> Itinerary:
    """The itinerary that a call makes; raises pydantic's ValidationError."""
    return update_itinerary(check, Trip(), arguments).trip.itinerary


def _itinerary(update: UpdateItinerary, grounded: Sequence[Grounded]) -> Itinerary:
    where = iter(grounded)
    return Itinerary(title=update.title, days=tuple(_day(day, where) for day in update.days))


def _day(day: DayArgument, where: Iterator[Grounded]) -> Day:
    stops = tuple(_stop(stop, found) for stop, found in zip(day.stops, where, strict=False))
    return Day(title=day.title, date=day.date, stops=stops)


def _stop(stop: StopArgument, found: Grounded) -> Stop:
    return Stop(
        place=stop.place,
        marker=found.marker,
        timezone=found.timezone,
        time=stop.time,
        stay=stop.stay_minutes,
        mode=stop.mode,
        note=stop.note,
    )


def _looking_at(stops: Sequence[Stop], trip_map: TripMap) -> TripMap:
    markers = [stop.marker for stop in stops if stop.marker]
    if not markers:
        return trip_map
    moved = {"viewport": fit(markers), "moves": trip_map.moves + 1}
    return trip_map.model_copy(update=moved)


def _result(
    itinerary: Itinerary, stops: Sequence[Stop], grounded: Sequence[Grounded]
) -> dict[str, Any]:
    """What the model should know: what is planned now, and what became of the stops."""
    told: dict[str, list[str]] = {
        "unverified": [s.place for s in stops if s.marker and not s.marker.verified],
        "repaired": [found.note for found in grounded if found.marker and found.note],
        "not_pinned": [found.note for found in grounded if not found.marker],
    }
    return {
        "ok": True,
        "days": len(itinerary.days),
        "stops": len(stops),
        **{name: _first(notes) for name, notes in told.items() if notes},
    }


def _first(notes: list[str]) -> list[str]:
    more = len(notes) - MOST_NOTES
    return [*notes[:MOST_NOTES], *([f"and {more} more"] if more > 0 else [])]


def _label(itinerary: Itinerary, stops: Sequence[Stop]) -> str:
    if not itinerary.days:
        return "Cleared the itinerary"
    lost = sum(stop.marker is None for stop in stops)
    said = f"Planned {count(len(itinerary.days), 'day')} with {count(len(stops), 'stop')}"
    return f"{said}, {lost} of them without a pin" if lost else said
