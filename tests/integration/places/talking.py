"""Plays the guide against the real tools over the wire format, as a turn does."""

import json
from dataclasses import dataclass, field
from typing import Any

from travelbot.models.messages import ToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.service.offline.guide import Guide
from travelbot.service.offline.request import read_request
from travelbot.service.offline.wire import Say, stream
from travelbot.service.tools import Toolbox

MOST_ROUNDS = 4


@dataclass
class Conversation:
    """Prompts go in, answers come out; the map is as the tools have drawn it."""

    guide: Guide
    toolbox: Toolbox
    messages: list[dict[str, Any]] = field(default_factory=list)
    trip: Trip = field(default_factory=Trip)
    calls: list[str] = field(default_factory=list)
    """Names of the tools that the last prompt called."""

    def say(self, prompt: str) -> str:
        """The guide's text, after all its tool calls have run."""
        self.messages.append({"role": "user", "content": prompt})
        self.calls = []
        for _ in range(MOST_ROUNDS):
            answer = self.guide.answer(read_request(self._body()))
            if isinstance(answer, Say):
                self.messages.append({"role": "assistant", "content": answer.text})
                return answer.text
            self._run([json.loads(line[6:]) for line in stream(answer, "m") if b"DONE" not in line])
        raise AssertionError(f"no answer after {MOST_ROUNDS} rounds: {prompt!r}")

    @property
    def map(self) -> TripMap:
        """The map as the tools have drawn it."""
        return self.trip.map

    @property
    def pins(self) -> list[str]:
        """Labels of the pins."""
        return [marker.label for marker in self.map.markers]

    def _body(self) -> bytes:
        body = {"messages": self.messages, "tools": self.toolbox.definitions}
        return json.dumps(body).encode()

    def _run(self, chunks: list[dict[str, Any]]) -> None:
        deltas = [choice["delta"] for chunk in chunks for choice in chunk["choices"]]
        calls = [call for delta in deltas for call in delta.get("tool_calls", [])]
        self.messages.append({"role": "assistant", "content": None, "tool_calls": calls})
        for call in calls:
            name, arguments = call["function"]["name"], call["function"]["arguments"]
            asked = ToolCall(id=call["id"], name=name, arguments=arguments)
            self.trip, step = self.toolbox.apply(self.trip, asked)
            assert step.ok, step.result
            self.calls.append(name)
            result = {"role": "tool", "tool_call_id": call["id"], "content": step.result}
            self.messages.append(result)
