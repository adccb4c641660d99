"""The tools that the model can call: trip and arguments in, outcome out. They may block."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from travelbot.errors import BadToolCall
from travelbot.models.messages import ToolCall, ToolStep
from travelbot.models.trip import Trip


class Arguments(BaseModel):
    """What a tool is called with. Models add fields of their own; these do no harm."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


@dataclass(frozen=True)
class Outcome:
    """What a tool did: the trip after it, words for the model, words for the reader."""

    trip: Trip
    result: str
    label: str


@dataclass(frozen=True)
class Tool:
    """A function that the model may call; `parameters` is the JSON Schema of its arguments.

    `run` raises BadToolCall or pydantic's ValidationError for what it refuses.
    """

    name: str
    description: str
    parameters: Mapping[str, Any]
    running: str
    """Words for the reader while it runs."""
    run: Callable[[Trip, Mapping[str, Any]], Outcome]


class Toolbox:
    """The tools of one assistant, by name."""

    def __init__(self, *tools: Tool) -> None:
        self._tools = {tool.name: tool for tool in tools}

    @property
    def definitions(self) -> list[dict[str, Any]]:
        """The tools as the chat completions API wants them."""
        return [
            {
                "type": "function",
                "function": {
                    "name": tool.name,
                    "description": tool.description,
                    "parameters": tool.parameters,
                },
            }
            for tool in self._tools.values()
        ]

    def running(self, call: ToolCall) -> str:
        """Words for the reader while the call runs."""
        tool = self._tools.get(call.name)
        return tool.running if tool else "Working"

    def apply(self, trip: Trip, call: ToolCall) -> tuple[Trip, ToolStep]:
        """Run a call; a refused one leaves the trip and tells the model why."""
        try:
            outcome = self._run(trip, call)
        except (BadToolCall, ValidationError) as error:
            result = json.dumps({"error": _explain(error)}, ensure_ascii=False)
            step = ToolStep(call=_harmless(call), result=result, label="Tried again", ok=False)
            return trip, step
        step = ToolStep(
            call=call,
            result=outcome.result,
            label=outcome.label,
            ok=True,
            drew=outcome.trip.map != trip.map,
            planned=outcome.trip.itinerary != trip.itinerary,
        )
        return outcome.trip, step

    def _run(self, trip: Trip, call: ToolCall) -> Outcome:
        tool = self._tools.get(call.name)
        if tool is None:
            names = ", ".join(self._tools)
            raise BadToolCall(f"There is no tool {call.name!r}; there are: {names}.")
        return tool.run(trip, parse_arguments(call.arguments))


def parse_arguments(text: str) -> dict[str, Any]:
    """The JSON object in `text`; raises BadToolCall for anything else.

    So it does for numbers that aren't finite and for halves of characters, which no server takes.
    """
    try:
        arguments = _json(text)
        json.dumps(arguments, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadToolCall(f"The arguments are not valid JSON: {error}.") from error
    if not isinstance(arguments, dict):
        raise BadToolCall("The arguments must be a JSON object.")
    return arguments


def decoded(value: Any) -> Any:
    """Some models send a list or an object as a string of JSON."""
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        try:
            return _json(value)
        except (ValueError, RecursionError):
            return value
    return value


def _json(text: str) -> Any:
    return json.loads(text, parse_constant=_finite, parse_float=_finite)


def _finite(number: str) -> float:
    value = float(number)
    if not isfinite(value):
        raise ValueError(f"{number} is not a number")
    return value


def _harmless(call: ToolCall) -> ToolCall:
    """Arguments that aren't a JSON object would make servers refuse the whole conversation."""
    try:
        parse_arguments(call.arguments)
    except BadToolCall:
        return call.model_copy(update={"arguments": "{}"})
    return call


def _explain(error: BadToolCall | ValidationError) -> str:
    if isinstance(error, BadToolCall):
        return error.message
    faults = (
        ": ".join(filter(None, (".".join(map(str, e["loc"])), e["msg"])))
        for e in error.errors()[:5]
    )
    return "Correct this and call again. " + "; ".join(faults)
