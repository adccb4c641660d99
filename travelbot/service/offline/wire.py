"""The guide's answers as server-sent chat completion chunks."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import time
from typing import Any
from uuid import uuid4

DONE = b"data: [DONE]\n\n"
NO_TOKENS = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
"""The guide is no language model."""


@dataclass(frozen=True)
class Say:
    """Answer with this Markdown."""

    text: str


@dataclass(frozen=True)
class Call:
    """A tool and its arguments."""

    tool: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Calls:
    """Call these tools, and be asked again with their results."""

    calls: tuple[Call, ...]


def stream(answer: Say | Calls, model: str) -> Iterator[bytes]:
    """The answer's events: one word at a time, or each call whole."""
    common = {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": "chat.completion.chunk",
        "created": int(time()),
        "model": model,
    }

    def event(delta: dict[str, Any], finish_reason: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return _event({**common, "choices": [choice]})

    if isinstance(answer, Calls):
        for index, call in enumerate(answer.calls):
            yield event({"role": "assistant", "tool_calls": [_wire_call(index, call)]})
        yield event({}, "tool_calls")
    else:
        for word in re.findall(r"\s*\S+\s*", answer.text):
            yield event({"content": word})
        yield event({}, "stop")
    yield _event({**common, "choices": [], "usage": NO_TOKENS})
    yield DONE


def _event(chunk: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def _wire_call(index: int, call: Call) -> dict[str, Any]:
    function = {"name": call.tool, "arguments": json.dumps(call.arguments, ensure_ascii=False)}
    return {"index": index, "id": f"call_{uuid4().hex}", "type": "function", "function": function}
