"""What happens in a turn, and how a reply follows from it."""

from functools import reduce
from typing import Annotated, Literal

from pydantic import Field

from travelbot.models.base import Value
from travelbot.models.messages import Failure, Reply, Round, Status, ToolCall, ToolStep
from travelbot.models.trip_map import TripMap


class RoundStarted(Value):
    """The model is asked (again)."""

    type: Literal["round_started"] = "round_started"


class TextDelta(Value):
    """Some more text."""

    type: Literal["text"] = "text"
    text: str


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


class TurnFinished(Value):
    """The turn ended; `failure` says why where `status` is FAILED."""

    type: Literal["finished"] = "finished"
    status: Status
    failure: Failure | None = None


TurnEvent = Annotated[
    RoundStarted | TextDelta | ToolStarted | ToolFinished | MapUpdated | TurnFinished,
    Field(discriminator="type"),
]


def replay(events: "list[TurnEvent]", reply: Reply | None = None) -> Reply:
    """The reply that these events make, continuing `reply` where one is given."""
    return reduce(_apply, events, reply or Reply())


def _apply(reply: Reply, event: TurnEvent) -> Reply:
    match event:
        case RoundStarted():
            return reply.model_copy(update={"rounds": (*reply.rounds, Round())})
        case TextDelta(text=text):
            return _in_last_round(reply, {"text": reply.rounds[-1].text + text})
        case ToolFinished(step=step):
            return _in_last_round(reply, {"steps": (*reply.rounds[-1].steps, step)})
        case MapUpdated(map=trip_map):
            return reply.model_copy(update={"map": trip_map})
        case TurnFinished(status=status, failure=failure):
            return reply.model_copy(update={"status": status, "failure": failure})
        case ToolStarted():
            return reply


def _in_last_round(reply: Reply, update: dict[str, object]) -> Reply:
    *before, last = reply.rounds
    return reply.model_copy(update={"rounds": (*before, last.model_copy(update=update))})
