"""Merges a provider's streamed deltas into text and tool calls.

Real servers break the format in many ways; these rules hold on all that were recorded:
a call is found by its id, else by its index, else it is the last one; a new id at a used
index is a new call; names are set once; repeated whole arguments are ignored.
"""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from travelbot.models.messages import ToolCall


@dataclass
class _Call:
    id: str = ""
    index: int | None = None
    name: str = ""
    arguments: str = ""


@dataclass
class Answer:
    """What one streamed completion has said so far."""

    text: str = ""
    finish_reason: str | None = None
    _calls: list[_Call] = field(default_factory=list)
    _half: str = ""

    def add(self, chunk: dict[str, Any]) -> str:
        """Take in one chunk, as JSON; returns the new text in it."""
        choice = next(iter(chunk.get("choices") or []), None) or {}
        self.finish_reason = choice.get("finish_reason") or self.finish_reason
        delta = choice.get("delta") or {}
        for call in delta.get("tool_calls") or []:
            self._add_call(call)
        text = self._whole(_text(delta.get("content")))
        self.text += text
        return text

    @property
    def size(self) -> int:
        """Characters of all that it has said."""
        return len(self.text) + sum(len(call.arguments) for call in self._calls)

    def _whole(self, text: str) -> str:
        """Text without half characters: some servers split an emoji over two chunks."""
        text = self._half + text
        self._half = text[-1:] if "\ud800" <= text[-1:] <= "\udbff" else ""
        return _mended(text.removesuffix(self._half) if self._half else text)

    @property
    def calls(self) -> tuple[ToolCall, ...]:
        """The finished tool calls, each with a name and an id of its own."""
        seen: set[str] = set()
        calls = []
        for call in self._calls:
            if not call.name:
                continue
            call_id = call.id if call.id and call.id not in seen else f"call_{uuid4().hex[:24]}"
            seen.add(call_id)
            arguments = _mended(call.arguments) or "{}"
            calls.append(ToolCall(id=call_id, name=call.name, arguments=arguments))
        return tuple(calls)

    def _add_call(self, delta: dict[str, Any]) -> None:
        function = delta.get("function") or {}
        call_id, index = delta.get("id") or "", delta.get("index")
        name, arguments = function.get("name") or "", _arguments(function.get("arguments"))
        call = self._find(call_id, index, name)
        if call is None:
            self._calls.append(_Call(id=call_id, index=index, name=name, arguments=arguments))
            return
        call.id, call.name = call.id or call_id, call.name or name
        if not (_is_object(call.arguments) and arguments.strip() == call.arguments.strip()):
            call.arguments = arguments if call.arguments == "{}" else call.arguments + arguments

    def _find(self, call_id: str, index: int | None, name: str) -> _Call | None:
        """The call that a delta continues, or None where it begins a new one."""
        if call_id:
            same = [c for c in self._calls if c.id == call_id and index in (None, c.index)]
            nameless = [c for c in self._calls if not c.id and c.index == index is not None]
            return next(reversed(same or nameless), None)
        here = [c for c in self._calls if index is None or c.index == index]
        last = next(reversed(here), None)
        if last and name and name != last.name and _is_object(last.arguments):
            return None
        return last


def _mended(text: str) -> str:
    """Join surrogate pairs to the characters that they mean; replace single ones."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _text(content: object) -> str:
    """Content is a text or a list of parts, of which only the text ones are the answer."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (part for part in content if isinstance(part, dict) and part.get("type") == "text")
        return "".join(str(part.get("text") or "") for part in parts)
    return ""


def _arguments(arguments: object) -> str:
    if isinstance(arguments, str):
        return arguments
    return "" if arguments is None else json.dumps(arguments)


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
