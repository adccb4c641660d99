"""What happens in a turn, and how a reply follows from it."""

from collections.abc import Iterable
from functools import reduce
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from travelbot.models.base import Value
from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import Failure, Reply, Round, Status, ToolCall, ToolStep
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.models.usage import Usage


class RoundStarted(Value):
    """The model is asked (again)."""

    type: Literal["round_started"] = "round_started"
    provider: str = ""
    """Who is asked, where that is known."""


class ReasoningDelta(Value):
    """Some more of what the model thinks before it answers."""

    type: Literal["reasoning"] = "reasoning"
    text: str


class TextDelta(Value):
    """Some more text."""

    type: Literal["text"] = "text"
    text: str


class RoundEnded(Value):
    """The model has answered; its tool calls, if there are any, run next."""

    type: Literal["round_ended"] = "round_ended"
    provider: str
    usage: Usage
    echo: dict[str, JsonValue] = Field(default_factory=dict)


class ToolStarted(Value):
    """A tool call is about to run; `label` is for the reader."""

    type: Literal["tool_started"] = "tool_started"
    call: ToolCall
    label: str


class ToolFinished(Value):
    """A tool call ran, well or not."""

    type: Literal["tool_finished"] = "tool_finished"
    step: ToolStep


class MapUpdated(Value):
    """The map changed."""

    type: Literal["map"] = "map"
    map: TripMap


class ItineraryUpdated(Value):
    """The itinerary changed."""

    type: Literal["itinerary"] = "itinerary"
    itinerary: Itinerary


class TurnFinished(Value):
    """The turn ended; `failure` says why where `status` is FAILED."""

    type: Literal["finished"] = "finished"
    status: Status
    failure: Failure | None = None


TurnEvent = Annotated[
    RoundStarted
    | ReasoningDelta
    | TextDelta
    | RoundEnded
    | ToolStarted
    | ToolFinished
    | MapUpdated
    | ItineraryUpdated
    | TurnFinished,
    Field(discriminator="type"),
]


def replay(events: Iterable[TurnEvent], reply: Reply | None = None) -> Reply:
    """The reply that these events make, continuing `reply` where one is given."""
    return reduce(_apply, events, reply or Reply())


def trip_after(trip: Trip, events: Iterable[TurnEvent]) -> Trip:
    """The trip after what these events have changed of it."""
    return reduce(_changed, events, trip)


def _changed(trip: Trip, event: TurnEvent) -> Trip:
    match event:
        case MapUpdated(map=trip_map):
            return trip.model_copy(update={"map": trip_map})
        case ItineraryUpdated(itinerary=itinerary):
            return trip.model_copy(update={"itinerary": itinerary})
        case _:
            return trip


def _apply(reply: Reply, event: TurnEvent) -> Reply:
    match event:
        case RoundStarted():
            return reply.model_copy(update={"rounds": (*reply.rounds, Round())})
        case MapUpdated(map=trip_map):
            return reply.model_copy(update={"map": trip_map})
        case ItineraryUpdated(itinerary=itinerary):
            return reply.model_copy(update={"itinerary": itinerary})
        case TurnFinished(status=status, failure=failure):
            return reply.model_copy(update={"status": status, "failure": failure})
        case ToolStarted():
            return reply
        case _:
            *before, last = reply.rounds
            update = {"rounds": (*before, last.model_copy(update=_within(last, event)))}
            return reply.model_copy(update=update)


def _within(
    answer: Round, event: ReasoningDelta | TextDelta | RoundEnded | ToolFinished
) -> dict[str, object]:
    """What an event changes in the round in which it happens."""
    match event:
        case ReasoningDelta(text=text):
            return {"reasoning": answer.reasoning + text}
        case TextDelta(text=text):
            return {"text": answer.text + text}
        case ToolFinished(step=step):
            return {"steps": (*answer.steps, step)}
        case RoundEnded(provider=provider, usage=usage, echo=echo):
            return {"provider": provider, "usage": usage, "echo": echo}
