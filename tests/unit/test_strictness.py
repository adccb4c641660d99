"""The strict server's complaints, which other tests rely on."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.fakes.strictness import complaints

CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}
GOOD: list[dict[str, Any]] = [
    {"role": "system", "content": "Go."},
    {"role": "user", "content": "Hi"},
    {"role": "assistant", "content": None, "tool_calls": [CALL, {**CALL, "id": "b"}]},
    {"role": "tool", "tool_call_id": "a", "content": "1"},
    {"role": "tool", "tool_call_id": "b", "content": "2"},
    {"role": "assistant", "content": "Done."},
    {"role": "user", "content": "And?"},
]


def test_a_good_conversation() -> None:
    assert complaints(GOOD) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda messages: messages.pop(0),
        lambda messages: messages.pop(1),
        lambda messages: messages.pop(3),
        lambda messages: messages.pop(5),
        lambda messages: messages.pop(6),
        lambda messages: messages.insert(3, messages.pop(4)),
        lambda messages: messages.insert(6, messages[5]),
        lambda messages: messages[5].update(content=None),
        lambda messages: messages[5].update(content=" "),
        lambda messages: messages[5].update(tool_calls=[]),
        lambda messages: messages[5].update(reasoning_content="Hm"),
        lambda messages: messages[3].update(name="f"),
        lambda messages: messages[3].update(content=float("inf")),
        lambda messages: messages[1].update(content="\ud800"),
        lambda messages: messages[2]["tool_calls"][0].update(index=0),
        lambda messages: messages[2]["tool_calls"][0].update(type="tool"),
        lambda messages: messages[2]["tool_calls"][0].update(id=""),
        lambda messages: messages[2]["tool_calls"][1].update(id="a"),
        lambda messages: messages[2]["tool_calls"][0]["function"].update(name="f g"),
        lambda messages: messages[2]["tool_calls"][0]["function"].update(arguments=""),
        lambda messages: messages[2]["tool_calls"][0]["function"].update(arguments="[]"),
    ],
)
def test_each_fault_is_found(spoil: Callable[[list[dict[str, Any]]], object]) -> None:
    messages = deepcopy(GOOD)
    spoil(messages)
    assert complaints(messages)
