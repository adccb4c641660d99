"""Merges a provider's streamed deltas into reasoning, text, tool calls, usage and the end.

Real servers break the format in many ways; these rules hold on all that were recorded: only
the first choice counts, chunks without one are read for their usage, the last finish reason
and the last usage win, and nothing is taken for an answer that isn't one.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from pydantic import JsonValue

from travelbot.models.messages import ToolCall
from travelbot.models.usage import Usage
from travelbot.service.provider.characters import WholeCharacters
from travelbot.service.provider.echoes import echoable
from travelbot.service.provider.reasoning import Detail, add_details, details, reasoning_text
from travelbot.service.provider.tool_calls import ToolCalls
from travelbot.service.provider.usage import usage_of


class Said(NamedTuple):
    """What one chunk adds."""

    reasoning: str
    text: str


class Answer:
    """What one streamed completion has said so far."""

    def __init__(self) -> None:
        self.reasoning = ""
        self.text = ""
        self.finish_reason: str | None = None
        self.usage: Usage | None = None
        """As the provider counts; None where it doesn't."""
        self._choice: object = None
        self._characters = WholeCharacters()
        self._thoughts = WholeCharacters()
        self._calls = ToolCalls()
        self._reasoning_content = ""
        self._details: list[Detail] = []

    @property
    def size(self) -> int:
        """Characters of all that it has said."""
        return len(self.reasoning) + len(self.text) + self._calls.size

    @property
    def echo(self) -> dict[str, JsonValue]:
        """The fields that the provider wants back with the message."""
        fields: dict[str, Any] = {
            "reasoning_content": self._reasoning_content,
            "reasoning_details": self._details,
        }
        fit = {name: echoable(value) for name, value in fields.items()}
        return {name: value for name, value in fit.items() if value}

    def calls(self, taken: Collection[str] = ()) -> tuple[ToolCall, ...]:
        """The finished tool calls, each with a name, and with an id that isn't `taken`."""
        return tuple(self._calls.finished(taken))

    def add(self, chunk: Mapping[str, Any]) -> Said:
        """Take in one chunk, as JSON."""
        self.usage = usage_of(chunk) or self.usage
        choice = self._choice_of(chunk)
        self.finish_reason = choice.get("finish_reason") or self.finish_reason
        delta = choice.get("delta") or self._whole(choice)
        if not isinstance(delta, dict):
            return Said("", "")
        calls = delta.get("tool_calls")
        for call in calls if isinstance(calls, list) else ():
            self._calls.add(call)
        return self._add_words(delta)

    def _whole(self, choice: dict[str, Any]) -> object:
        """The answer that came at once, though a stream was asked for."""
        return None if self.size else choice.get("message")

    def _add_words(self, delta: dict[str, Any]) -> Said:
        said = Said(
            reasoning=self._thoughts.feed(reasoning_text(delta)),
            text=self._characters.feed(_text(delta.get("content"))),
        )
        if isinstance(delta.get("reasoning_content"), str):
            self._reasoning_content += said.reasoning
        add_details(self._details, details(delta))
        self.reasoning += said.reasoning
        self.text += said.text
        return said

    def _choice_of(self, chunk: Mapping[str, Any]) -> dict[str, Any]:
        """The first of several choices, which may come in chunks of their own."""
        choices = chunk.get("choices")
        for choice in choices if isinstance(choices, list) else ():
            if not isinstance(choice, dict):
                continue
            index = choice.get("index")
            self._choice = index if self._choice is None else self._choice
            if index in (None, self._choice):
                return choice
        return {}


def _text(content: object) -> str:
    """Content is a text or a list of parts, of which only the text ones are the answer."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (part for part in content if isinstance(part, dict) and part.get("type") == "text")
        return "".join(str(part.get("text") or "") for part in parts)
    return ""
