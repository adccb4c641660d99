"""What the guide reads out of a chat completions request."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from travelbot.errors import BadToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import Marker, TripMap
from travelbot.service.grounding import CheckedPins, Pin
from travelbot.service.itinerary_note import without_note
from travelbot.service.map_tool import update_map
from travelbot.service.tools import parse_arguments

LOOK_UP, PLAN, DRAW = "find_places", "update_itinerary", "update_map_and_markers"

WORLD_MAP = TripMap()

Wire = Mapping[str, Any]
"""A message in the chat completions format."""


@dataclass(frozen=True)
class Exchange:
    """An earlier prompt, and what was there and what was done about it."""

    prompt: str
    found: tuple[str, ...] = ()
    """The ids of the places that were looked up."""
    itinerary: str = ""
    """As in `Talk`."""


@dataclass(frozen=True)
class Talk:
    """A conversation up to its last prompt, and what the guide has done since."""

    prompt: str
    earlier: tuple[Exchange, ...] = ()
    map: TripMap = WORLD_MAP
    """As it stood before the prompt."""
    itinerary: str = ""
    """As it stood before the prompt: the arguments, as JSON, that make it; empty for none."""
    tools: frozenset[str] = frozenset()
    """What may be called."""
    called: frozenset[str] = frozenset()
    """What has been called since the prompt, with or without success."""


def read_request(body: bytes) -> Talk:
    """Parse the JSON body of `POST /v1/chat/completions`."""
    request = json.loads(body)
    parts = _parts(request["messages"]) or [("", [])]
    *before, (_, since) = parts
    *earlier, now = _exchanges(parts)
    return Talk(
        prompt=now.prompt,
        earlier=tuple(earlier),
        map=_map([message for _, messages in before for message in messages]),
        itinerary=now.itinerary,
        tools=frozenset(tool["function"]["name"] for tool in request.get("tools") or ()),
        called=frozenset(name for name, _, _ in _calls(since)),
    )


def _parts(messages: Sequence[Wire]) -> list[tuple[str, list[Wire]]]:
    """What each message of the reader's says, with the messages up to the next one."""
    parts: list[tuple[str, list[Wire]]] = []
    for message in messages:
        if message["role"] == "user":
            parts.append((str(message["content"]), []))
        elif parts:
            parts[-1][1].append(message)
    return parts


def _exchanges(parts: Sequence[tuple[str, list[Wire]]]) -> Iterator[Exchange]:
    """Each prompt with the itinerary as it stood before it, changes by hand and all."""
    itinerary = ""
    for said, messages in parts:
        by_hand, prompt = without_note(said)
        itinerary = by_hand or itinerary
        yield Exchange(prompt, _found(messages), itinerary)
        itinerary = _planned(messages) or itinerary


def _calls(messages: Sequence[Wire]) -> list[tuple[str, str, Wire]]:
    """Name, arguments and result of each call that has one."""
    results = {m["tool_call_id"]: m["content"] for m in messages if m["role"] == "tool"}
    calls = [call for message in messages for call in message.get("tool_calls") or ()]
    return [
        (call["function"]["name"], call["function"]["arguments"], _object(results[call["id"]]))
        for call in calls
        if call["id"] in results
    ]


def _found(messages: Sequence[Wire]) -> tuple[str, ...]:
    lists = [result.get("places") for name, _, result in _calls(messages) if name == LOOK_UP]
    firsts = [places[0] for places in lists if isinstance(places, list) and places]
    ids = (str(place.get("id", "")) for place in firsts if isinstance(place, dict))
    return tuple(dict.fromkeys(ids))


def _planned(messages: Sequence[Wire]) -> str:
    calls = reversed(_calls(messages))
    done = (arguments for name, arguments, result in calls if name == PLAN and result.get("ok"))
    return next(done, "")


def _map(messages: Sequence[Wire]) -> TripMap:
    """The map that the calls have drawn: the tool is pure, so they can be run again."""
    trip_map = TripMap()
    for name, arguments, result in _calls(messages):
        if name == DRAW and result.get("ok"):
            trip_map = _drawn(trip_map, arguments)
    return trip_map


def _drawn(trip_map: TripMap, arguments: str) -> TripMap:
    try:
        return update_map(_believed, Trip(map=trip_map), parse_arguments(arguments)).trip.map
    except (BadToolCall, ValidationError):
        return trip_map


def _believed(pins: Iterable[Pin]) -> CheckedPins:
    """The pins as they were asked for: they were checked when they were placed."""
    return CheckedPins(
        tuple(
            Marker(
                latitude=pin.position.latitude, longitude=pin.position.longitude, label=pin.label
            )
            for pin in pins
            if pin.position.exists
        )
    )


def _object(text: str) -> Wire:
    try:
        return parse_arguments(text)
    except BadToolCall:
        return {}
