"""Whatever has happened in a conversation, the strictest server takes what it is sent next."""

import json
from typing import Any

import pytest

from tests.fakes.openai_server import DONE, Answer, Cut, FakeOpenAI, Gate, calls, event, fails, says
from tests.fakes.strictness import complaints
from tests.integration.conftest import Build
from tests.integration.turns import DRAW, MAP_TOOL, PATIENCE, finish
from travelbot.service.assistant import Assistant
from travelbot.settings import Endpoint

SIGNATURE = {"google": {"thought_signature": "s"}}
FIELDS = frozenset({"reasoning_content", "reasoning_details", "extra_content"})
OWN = FIELDS | {"functions.look:0", "é" * 50}
THOUGHT = event(
    {"reasoning_content": "Hm", "reasoning_details": [{"type": "reasoning.text", "text": "Hm"}]}
)
HALF = event({"content": "Half"})


def called(*call_ids: str, arguments: str | None = None, **fields: Any) -> Answer:
    """A round that thinks and calls in parallel."""
    function = {"name": MAP_TOOL, "arguments": json.dumps(DRAW) if arguments is None else arguments}
    parallel = [
        {"index": index, "id": call_id, "function": function, **fields}
        for index, call_id in enumerate(call_ids)
    ]
    return Answer([THOUGHT, event({"tool_calls": parallel}), event({}, "tool_calls"), DONE])


FATES = {
    "an answer": [says("Hello.")],
    "tools": [called("a", "b", extra_content=SIGNATURE), says("There.")],
    "ids that others don't take": [
        called("functions.look:0"),
        called("é" * 50, "é" * 50),
        says("There."),
    ],
    "the same ids again": [called("a", "a"), called("a"), called("", ""), says("There.")],
    "bad arguments": [called("a", arguments='{"view": {"lat'), says("Sorry.")],
    "poisoned arguments": [called("a", arguments=r'{"place": "\ud800"}'), says("Sorry.")],
    "endless numbers": [called("a", arguments='{"view": 1e999}'), says("Sorry.")],
    "unknown tool": [calls("fly to the moon", {}), says("Sorry.")],
    "nothing": [Answer([DONE])],
    "no reason": [Answer([HALF, DONE])],
    "half a call": [Answer([THOUGHT, *called("a").pieces[1:2], event({}, "length"), DONE])],
    "cut in the text": [Answer([HALF, Cut()])],
    "cut after the tools": [called("a"), Answer([Cut()])],
    "failed after the tools": [called("a"), fails(400, {"message": "no"})],
    "silent after the tools": [called("a"), Answer([event({}, "stop"), DONE])],
    "refused": [fails(401, {"message": "no"})],
    "only thoughts": [Answer([THOUGHT, event({}, "stop"), DONE])],
}


def ask(assistant: Assistant, provider: FakeOpenAI, *answers: Answer) -> list[list[dict[str, Any]]]:
    """The messages of all requests of a turn."""
    provider.script(*answers)
    finish(assistant.start("ann", "c1", "Go", Endpoint(base_url=provider.url, model="m")))
    return [request["messages"] for request in provider.requests]


def stop_at(gate: Gate, assistant: Assistant, provider: FakeOpenAI, *answers: Answer) -> None:
    provider.script(*answers)
    turn = assistant.start("ann", "c1", "Go", Endpoint(base_url=provider.url, model="m"))
    assert gate.reached.wait(PATIENCE)
    assistant.stop("ann", "c1")
    finish(turn)


@pytest.mark.parametrize("fate", FATES.values(), ids=FATES)
def test_after_a_turn(build: Build, provider: FakeOpenAI, fate: list[Answer]) -> None:
    assistant = build()
    during = ask(assistant, provider, *fate)
    after = ask(assistant, provider, says("Hello."))
    reloaded = ask(build(), provider, says("Hello."))
    for messages in (*during, *after, *reloaded):
        assert complaints(messages, OWN) == []
    assert reloaded[-1][1 : len(after[-1])] == after[-1][1:]


def test_stopped_in_the_text_and_after_the_tools(build: Build, provider: FakeOpenAI) -> None:
    assistant = build()
    for before, after in (([], []), ([], [HALF]), ([called("a", "b")], [])):
        gate = Gate()
        stop_at(gate, assistant, provider, *before, Answer([*after, gate, DONE]))
        for one in (assistant, build()):
            sent = ask(one, provider, says("Hello."))
            assert complaints(sent[-1], OWN) == []


def test_at_a_second_provider_in_mid_conversation(build: Build, provider: FakeOpenAI) -> None:
    assistant = build()
    for fate in FATES.values():
        for messages in ask(assistant, provider, *fate):
            assert complaints(messages, OWN) == []
    with FakeOpenAI().running() as other:
        other.script(called("a", extra_content=SIGNATURE), says("There."))
        url = other.url.replace("127.0.0.1", "localhost")
        finish(assistant.start("ann", "c1", "And?", Endpoint(base_url=url, model="m")))
        first, second = (request["messages"] for request in other.requests)
    assert complaints(first) == []
    assert complaints(second, FIELDS) == []
    assert complaints(ask(build(), provider, says("Hello."))[-1], OWN) == []


def test_what_a_provider_wants_back_outlives_the_process(
    build: Build, provider: FakeOpenAI
) -> None:
    ask(build(), provider, called("a", extra_content=SIGNATURE), says("There."))
    sent = ask(build(), provider, says("Hello."))[-1]
    assert sent[2]["reasoning_content"] == "Hm"
    assert sent[2]["reasoning_details"] == [{"type": "reasoning.text", "text": "Hm"}]
    assert sent[2]["tool_calls"][0]["extra_content"] == SIGNATURE
    assert sent[2]["tool_calls"][0]["id"] == sent[3]["tool_call_id"] == "a"
