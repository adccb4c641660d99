"""What the strictest servers demand of the messages that they are sent."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

FIELDS = {
    "system": {"role", "content"},
    "user": {"role", "content"},
    "assistant": {"role", "content", "tool_calls"},
    "tool": {"role", "tool_call_id", "content"},
}
FOLLOWERS = {
    "system": {"user"},
    "user": {"assistant"},
    "assistant": {"user"},
    "caller": {"tool"},
    "tool": {"tool", "assistant"},
}
CALL = {"id", "type", "function"}
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


def complaints(
    messages: Sequence[Mapping[str, Any]], own: frozenset[str] = frozenset()
) -> list[str]:
    """All that a strict server would refuse; `own` are fields and ids that it has sent itself."""
    try:
        json.dumps(messages, allow_nan=False, ensure_ascii=False).encode()
    except ValueError as error:
        return [str(error)]
    return [*_order(messages), *_fields(messages, own), *_calls(messages, own)]


def _order(messages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    roles = [message["role"] for message in messages]
    if roles[:1] != ["system"] or roles[-1] not in ("user", "tool"):
        yield f"begins with {roles[:1]} and ends with {roles[-1]}"
    for message, role in zip(messages, roles[1:], strict=False):
        before = "caller" if "tool_calls" in message else message["role"]
        if role not in FOLLOWERS[before]:
            yield f"{role} after {before}"


def _fields(messages: Sequence[Mapping[str, Any]], own: frozenset[str]) -> Iterator[str]:
    for message in messages:
        known = FIELDS[message["role"]]
        if not known - {"tool_calls"} <= message.keys() <= known | own:
            yield f"fields {sorted(message)}"
        if not _is_content(message["content"], may_be_null="tool_calls" in message):
            yield f"{message['role']} with content {message['content']!r}"
        for call in message.get("tool_calls", []):
            if not CALL <= call.keys() <= CALL | own:
                yield f"fields of a call {sorted(call)}"


def _is_content(content: object, *, may_be_null: bool) -> bool:
    if isinstance(content, str):
        return bool(content.strip())
    return content is None and may_be_null


def _calls(messages: Sequence[Mapping[str, Any]], own: frozenset[str]) -> Iterator[str]:
    """Each call once, well-formed, and answered at once in the same order."""
    seen: set[str] = set()
    waiting: list[str] = []
    for message in messages:
        if message["role"] == "tool":
            if waiting[:1] != [message["tool_call_id"]]:
                yield f"result of {message['tool_call_id']} while {waiting} wait"
            waiting = waiting[1:]
            continue
        if waiting:
            yield f"no result of {waiting}"
        waiting = [call["id"] for call in message.get("tool_calls", [])]
        if "tool_calls" in message and not waiting:
            yield "an empty list of calls"
        for call in message.get("tool_calls", []):
            yield from _call(call, seen, own)
            seen.add(call["id"])
    if waiting:
        yield f"no result of {waiting}"


def _call(call: Mapping[str, Any], seen: set[str], own: frozenset[str]) -> Iterator[str]:
    function = call["function"]
    is_fine = NAME.fullmatch(call["id"]) or call["id"] in own
    if not is_fine or call["id"] in seen:
        yield f"id {call['id']!r}"
    if call["type"] != "function" or function.keys() != {"name", "arguments"}:
        yield f"call {call}"
    if not NAME.fullmatch(function["name"]):
        yield f"name {function['name']!r}"
    try:
        is_object = isinstance(json.loads(function["arguments"]), dict)
    except ValueError:
        is_object = False
    if not is_object:
        yield f"arguments {function['arguments']!r}"
