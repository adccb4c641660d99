"""Turns a conversation into the messages that are sent to the model."""

from collections.abc import Iterable, Iterator
from typing import Any

from travelbot.models.messages import Message, Prompt, Reply, Round


def wire_messages(messages: Iterable[Message]) -> list[dict[str, Any]]:
    """The conversation in the chat completions format; replies without any content are left out."""
    wire: list[dict[str, Any]] = []
    for message in messages:
        if isinstance(message, Prompt):
            wire.append({"role": "user", "content": message.text})
        else:
            wire.extend(_reply(message))
    return wire


def _reply(reply: Reply) -> Iterator[dict[str, Any]]:
    for answer in reply.rounds:
        yield from _round(answer)


def _round(answer: Round) -> Iterator[dict[str, Any]]:
    if not answer.steps:
        if answer.text.strip():
            yield {"role": "assistant", "content": answer.text}
        return
    calls = [
        {
            "id": step.call.id,
            "type": "function",
            "function": {"name": step.call.name, "arguments": step.call.arguments},
        }
        for step in answer.steps
    ]
    yield {"role": "assistant", "content": answer.text or None, "tool_calls": calls}
    for step in answer.steps:
        yield {"role": "tool", "tool_call_id": step.call.id, "content": step.result}
