"""What a stream looks like, for the documentation: made by the code that makes streams."""

from typing import Any, get_args

from fastapi.sse import format_sse_event

from travelbot.models.events import (
    ItineraryUpdated,
    MapUpdated,
    RoundEnded,
    RoundStarted,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnEvent,
    TurnFinished,
)
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.messages import Status, ToolCall, ToolStep
from travelbot.models.trip_map import Marker, TripMap, Viewport
from travelbot.models.usage import Usage
from travelbot.web.api.positions import Position
from travelbot.web.api.streaming import encoded
from travelbot.web.api.transcript import Name, Transcript

CALL = ToolCall(id="call_1", name="update_map_and_markers", arguments="{}")
PLANNING = ToolCall(id="call_2", name="update_itinerary", arguments="{}")
TOKYO = Marker(
    latitude=35.6895,
    longitude=139.6917,
    label="Tokyo",
    source="gazetteer",
    verified=True,
    kind="city",
    country="Japan",
)
DAY = Day(title="Tokyo", stops=(Stop(place="Tokyo", marker=TOKYO, timezone="Asia/Tokyo"),))
VIEW = Viewport(latitude=35.6895, longitude=139.6917, zoom=11)
EVENTS: tuple[TurnEvent, ...] = (
    RoundStarted(),
    ToolStarted(call=CALL, label="Drawing on the map"),
    MapUpdated(map=TripMap(viewport=VIEW, markers=(TOKYO,), moves=1)),
    ToolFinished(step=ToolStep(call=CALL, result="{}", label="Pinned Tokyo", ok=True)),
    ToolStarted(call=PLANNING, label="Planning the days"),
    ItineraryUpdated(itinerary=Itinerary(title="A day in Tokyo", days=(DAY,))),
    ToolFinished(
        step=ToolStep(call=PLANNING, result="{}", label="Planned 1 day with 1 stop", ok=True)
    ),
    RoundStarted(),
    TextDelta(text="Tokyo is "),
    TextDelta(text="the capital of Japan."),
    RoundEnded(provider="", usage=Usage(prompt=1180, completion=24)),
    TurnFinished(status=Status.COMPLETE),
)


def replies() -> dict[int | str, dict[str, Any]]:
    """A reply's two forms, for OpenAPI."""
    text = "".join(event.text for event in EVENTS if isinstance(event, TextDelta))
    return {
        200: {
            "description": "The reply. `X-Conversation` and `done` name its conversation.",
            "headers": {"X-Conversation": {"schema": {"type": "string"}}},
            "content": {
                "text/event-stream": _stream(_reply(), *get_args(Name)),
                "text/plain": {"schema": {"type": "string"}, "example": text},
            },
        },
        204: {"description": "All events were there already: an EventSource stops here."},
    }


def numbers() -> dict[int | str, dict[str, Any]]:
    """A counting stream, for OpenAPI."""
    parts = [format_sse_event(event="number", data_str='{"number":1}', id="1")]
    parts.append(format_sse_event(event="done", data_str='{"status":"complete"}', id="2"))
    return {
        200: {
            "content": {"text/event-stream": _stream(b"".join(parts).decode(), "number", "done")}
        },
        204: {"description": "All numbers were there already."},
    }


def _reply() -> str:
    transcript = Transcript("b3XkM0u1xQ2J9a8Vt5nQzw", "x1Y2z3A4", Position())
    sent = (each for event in EVENTS for each in transcript.take(event))
    return b"".join(map(encoded, sent)).decode()


def _stream(example: str, *names: str) -> dict[str, Any]:
    """A stream of events with these names, each with JSON as its data."""
    fields = {
        "event": {"type": "string", "enum": names},
        "data": {"type": "string", "contentMediaType": "application/json"},
        "id": {"type": "string"},
    }
    event = {"type": "object", "properties": fields, "required": list(fields)}
    return {"itemSchema": event, "example": example}
