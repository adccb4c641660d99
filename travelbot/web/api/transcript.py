"""What happens in a turn as the events that its readers are sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field

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
from travelbot.models.messages import Status
from travelbot.models.trip_map import TripMap
from travelbot.models.usage import Usage, added
from travelbot.web.api.answers import (
    ConversationId,
    MapCoordinates,
    Pin,
    Tokens,
    ToolState,
    coordinates,
    counted,
    ended,
    error,
    pin,
)
from travelbot.web.api.itinerary import itinerary_state
from travelbot.web.api.positions import DONE, ERROR, STEP, EventId, Position

PARAGRAPH = "\n\n"
Name = Literal["text", "tool", "map", "itinerary", "error", "done"]
START, MAP, ITINERARY = 1, 2, 3
"""Places of a tool step before its end."""
StepEvent = ToolStarted | MapUpdated | ItineraryUpdated | ToolFinished


class Text(BaseModel):
    """Some more text."""

    text: str


class MapDrawn(MapCoordinates):
    """The map, whole; `markers` tells more of the pins."""

    markers: list[Pin]


class Done(BaseModel):
    """The end: "complete", "stopped" or "failed"."""

    status: Status
    conversation: ConversationId
    turn: str = Field(description="names the turn")
    usage: Tokens


@dataclass(frozen=True)
class Sent:
    """One event for a reader."""

    id: EventId
    name: Name
    data: BaseModel


class Transcript:
    """Gives a turn's events their ids, and leaves out what its reader has up to `read`.

    Reasoning is left out too: it is no part of the answer.
    """

    def __init__(self, conversation: str, turn: str, read: Position) -> None:
        self._conversation = conversation
        self._turn = turn
        self._read = read
        self._at = Position()
        self._has_text = False
        self._usage = Usage()

    def take(self, event: TurnEvent) -> Iterator[Sent]:
        """What to send for the next event of the turn."""
        match event:
            case RoundStarted():
                self._at = Position(self._at.round + 1)
            case TextDelta(text=text):
                yield from self._text(text)
            case RoundEnded(usage=usage):
                self._usage = added((self._usage, usage))
            case TurnFinished():
                yield from self._end(event)
            case ToolStarted() | MapUpdated() | ItineraryUpdated() | ToolFinished():
                yield from self._step(event)

    def _text(self, text: str) -> Iterator[Sent]:
        start, self._at = self._at, self._at._replace(text=self._at.text + len(text))
        known = max(0, self._read.text - start.text) if self._read.round == start.round else 0
        opening = PARAGRAPH if start.text == 0 and known == 0 and self._has_text else ""
        self._has_text = self._has_text or bool(text.strip())
        yield from self._new("text", Text(text=opening + text[known:]))

    def _step(self, event: StepEvent) -> Iterator[Sent]:
        place, name, data = _in_step(event)
        self._at = self._at.within(place)
        yield from self._new(name, data)

    def _end(self, end: TurnFinished) -> Iterator[Sent]:
        if end.failure:
            self._at = ERROR
            yield from self._new("error", error(end.failure))
        self._at = DONE
        done = Done(
            status=end.status,
            conversation=self._conversation,
            turn=self._turn,
            usage=counted(self._usage),
        )
        yield from self._new("done", done)

    def _new(self, name: Name, data: BaseModel) -> Iterator[Sent]:
        if self._at > self._read:
            yield Sent(EventId(self._conversation, self._turn, self._at), name, data)


def _in_step(event: StepEvent) -> tuple[int, Name, BaseModel]:
    """The place within the tool step, and what is sent there."""
    match event:
        case ToolStarted(call=call, label=label):
            running = ToolState(id=call.id, name=call.name, label=label, state="running")
            return START, "tool", running
        case MapUpdated(map=trip_map):
            return MAP, "map", _drawn(trip_map)
        case ItineraryUpdated(itinerary=itinerary):
            return ITINERARY, "itinerary", itinerary_state(itinerary)
        case ToolFinished(step=step):
            return STEP, "tool", ended(step)


def _drawn(trip_map: TripMap) -> MapDrawn:
    shown = coordinates(trip_map)
    return MapDrawn(
        map_state=shown.map_state,
        markers_state=shown.markers_state,
        markers=[pin(marker) for marker in trip_map.markers],
    )
