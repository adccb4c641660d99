"""Turns a conversation into the messages that are sent to the model, so that strict servers agree.

Each tool call is followed by its result, in order; roles alternate; ids and names are of the
kind that all servers take; and what one provider wants back is never sent to another. What the
reader changed by hand after a reply is told with the next prompt.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2s
from typing import Any

from travelbot.models.itinerary import Itinerary
from travelbot.models.messages import Message, Reply, Round, ToolCall
from travelbot.service.itinerary_note import with_note

WireMessage = dict[str, Any]

INTERRUPTED = "(This reply was interrupted.)"
"""Stands where an answer is missing: some servers refuse a prompt after a tool or a prompt."""
FOREIGN = re.compile(r"[^a-zA-Z0-9_-]")
LONGEST_NAME = 64
ID_LENGTH = 9
"""Letters and digits, as Mistral demands and others accept."""


def wire_messages(messages: Iterable[Message], provider: str) -> list[WireMessage]:
    """The conversation in the chat completions format, for this provider."""
    wire: list[WireMessage] = []
    edits: tuple[Itinerary, ...] = ()
    for message in messages:
        if isinstance(message, Reply):
            wire.extend(_reply(message, provider))
            edits = message.edits
            continue
        if wire and not _is_answer(wire[-1]):
            wire.append({"role": "assistant", "content": INTERRUPTED})
        text = with_note(message.text, edits[-1]) if edits else message.text
        wire.append({"role": "user", "content": text})
        edits = ()
    return wire


def _is_answer(message: WireMessage) -> bool:
    return message["role"] == "assistant" and "tool_calls" not in message


def _reply(reply: Reply, provider: str) -> Iterator[WireMessage]:
    for answer in reply.rounds:
        if answer.steps or answer.text.strip():
            yield from _round(answer, provider)


def _round(answer: Round, provider: str) -> Iterator[WireMessage]:
    is_own = answer.provider == provider
    message: WireMessage = {
        "role": "assistant",
        "content": answer.text if answer.text.strip() else None,
    }
    if is_own:
        message |= answer.echo
    if answer.steps:
        message["tool_calls"] = [_call(step.call, is_own) for step in answer.steps]
    yield message
    for step in answer.steps:
        call_id = _id(step.call, is_own)
        yield {"role": "tool", "tool_call_id": call_id, "content": step.result}


def _call(call: ToolCall, is_own: bool) -> WireMessage:
    name = FOREIGN.sub("_", call.name)[:LONGEST_NAME]
    extra = {"extra_content": call.extra_content} if is_own and call.extra_content else {}
    return {
        "id": _id(call, is_own),
        "type": "function",
        "function": {"name": name, "arguments": call.arguments},
        **extra,
    }


def _id(call: ToolCall, is_own: bool) -> str:
    """The id that the provider gave; another provider's one may not be to its liking."""
    return call.id if is_own else blake2s(call.id.encode()).hexdigest()[:ID_LENGTH]
