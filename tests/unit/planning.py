"""The tool that plans an itinerary, with a check of stops that knows a few names."""

from collections.abc import Iterable
from typing import Any

from travelbot.models.itinerary import Itinerary
from travelbot.models.trip_map import Marker
from travelbot.service.grounding import Grounded, Wanted
from travelbot.service.itinerary_tool import itinerary_tool, planned

KNOWN = {"Senso-ji": (35.7148, 139.7967), "Ueno": (35.7137, 139.7770), "Nara": (34.68, 135.80)}
SENSOJI = {"place": "Senso-ji"}


def believing(stops: Iterable[Wanted]) -> list[Grounded]:
    """A check that believes every position on the globe, and knows a few names."""
    return [_grounded(stop) for stop in stops]


def _grounded(stop: Wanted) -> Grounded:
    place = KNOWN.get(stop.label)
    if stop.position and stop.position.exists:
        place = (stop.position.latitude, stop.position.longitude)
    if place is None:
        return Grounded(None, note=f"{stop.label}: not known.")
    verified = stop.label in KNOWN
    marker = Marker(latitude=place[0], longitude=place[1], label=stop.label, verified=verified)
    return Grounded(marker, "Asia/Tokyo")


TOOL = itinerary_tool(believing)


def plan(arguments: Any) -> Itinerary:
    """What the tool makes of the arguments of a call."""
    return planned(believing, arguments)


FIRST, SECOND = {"stops": [SENSOJI]}, {"stops": [{"place": "Ueno"}]}
