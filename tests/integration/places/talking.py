"""Plays the guide against the real tools over the wire format, as a turn does."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import ToolCall
from travelbot.models.trip import Trip
from travelbot.models.trip_map import TripMap
from travelbot.service.itinerary_note import with_note
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
    by_hand: Itinerary | None = None
    """As the reader has left it since the last reply."""

    def say(self, prompt: str) -> str:
        """The guide's text, after all its tool calls have run."""
        content = with_note(prompt, self.by_hand) if self.by_hand else prompt
        self.messages.append({"role": "user", "content": content})
        self.calls, self.by_hand = [], None
        for _ in range(MOST_ROUNDS):
            answer = self.guide.answer(read_request(self._body()))
            if isinstance(answer, Say):
                self.messages.append({"role": "assistant", "content": answer.text})
                return answer.text
            self._run([json.loads(line[6:]) for line in stream(answer, "m") if b"DONE" not in line])
        raise AssertionError(f"no answer after {MOST_ROUNDS} rounds: {prompt!r}")

    def edit(self, itinerary: Itinerary) -> None:
        """Change the itinerary by hand."""
        self.by_hand = itinerary
        self.trip = self.trip.model_copy(update={"itinerary": itinerary})

    @property
    def days(self) -> list[list[str]]:
        """The names of the stops of the itinerary in force."""
        return [[stop.place for stop in day.stops] for day in self.trip.itinerary.days]

    @property
    def map(self) -> TripMap:
        """The map as it is shown: what the tools have drawn, and the stops of the itinerary."""
        stops = [stop for day in self.trip.itinerary.days for stop in day.stops]
        drawn = self.trip.map
        pinned = (*drawn.markers, *(stop.marker for stop in stops if stop.marker))
        return drawn.model_copy(update={"markers": pinned})

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


Begin = Callable[[], Conversation]


def replies(talk: Begin, *prompts: str) -> list[str]:
    """What a conversation says to each prompt."""
    conversation = talk()
    return [conversation.say(prompt) for prompt in prompts]


def pins_after(talk: Begin, *prompts: str) -> list[str]:
    """The labels of the pins at the end of a conversation."""
    conversation = talk()
    for prompt in prompts:
        conversation.say(prompt)
    return conversation.pins
